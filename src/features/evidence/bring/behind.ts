/** Work that goes on behind an answer. */
export type Behind = {
  /** The signal is aborted when the server closes: the work then leaves off where another can go on. */
  readonly run: (work: Work) => void
  /** The same, but nothing where work of that name still goes on. */
  readonly runOnce: (name: string, work: Work) => void
  /** Resolves when everything has left off. */
  readonly close: () => Promise<void>
}
type Work = (closing: AbortSignal) => Promise<unknown>

export function openBehind(): Behind {
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()
  const names = new Set<string>()
  const run = (work: Work, ended = () => {}) => {
    // What nobody expected is told to whoever runs the server.
    const one = work(closing.signal)
      .catch(error => process.emitWarning(error))
      .finally(() => {
        running.delete(one)
        ended()
      })
    running.add(one)
  }
  return {
    run,
    runOnce: (name, work) => {
      if (names.has(name) || closing.signal.aborted) return
      names.add(name)
      run(work, () => names.delete(name))
    },
    close: async () => {
      closing.abort()
      await Promise.all(running)
    },
  }
}
