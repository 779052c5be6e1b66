/**
 * One request at a time for each upload. A newer one makes the older give up: after a lost connection the server
 * may wait for the old one long after the sender has come back.
 */
export function takeTurns() {
  const turns = new Map<string, { readonly giveUp: AbortController; readonly over: Promise<unknown> }>()
  return async <T>(id: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const before = turns.get(id)
    before?.giveUp.abort()
    const giveUp = new AbortController()
    const working = (before?.over ?? Promise.resolve()).then(() => work(giveUp.signal))
    const turn = { giveUp, over: working.catch(() => undefined) }
    turns.set(id, turn)
    try {
      return await working
    } finally {
      if (turns.get(id) === turn) turns.delete(id)
    }
  }
}
