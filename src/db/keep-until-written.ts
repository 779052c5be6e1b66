import type { Db } from './database.ts'

/** The hash of the ledger's last entry; null while there is none. */
export type Mark = string | null

/**
 * Keeps what was made from the database until anything is written, by whatever process: every write appends to the
 * ledger in its own transaction (`write.ts`), so while the ledger's last entry is the same nothing that was read can
 * be different. The `mark` is asked before what is kept is made (`lastWritten`), so nothing kept is older than its
 * mark. `most` is how many things are kept, the least used go first; what depends on more than the database, such as
 * the day or the person, belongs in the key.
 */
export function keepUntilWritten<T>(
  most: number,
): (db: Db, mark: Mark, key: string, make: () => Promise<T>) => Promise<T> {
  const stores = new WeakMap<Db, Map<string, Kept<T>>>()
  return async function keep(db, mark, key, make) {
    const store = stores.get(db) ?? new Map<string, Kept<T>>()
    stores.set(db, store)
    const found = store.get(key)
    store.delete(key)
    const kept = found?.mark === mark ? found : { mark, made: make() }
    store.set(key, kept)
    for (const oldest of store.keys()) {
      if (store.size <= most) break
      store.delete(oldest)
    }
    if (kept === found && !(await settlesSoon(kept.made))) {
      if (store.get(key) === kept) store.delete(key)
      return keep(db, mark, key, make)
    }
    try {
      return await kept.made
    } catch (error) {
      if (store.get(key) === kept) store.delete(key)
      throw error
    }
  }
}

type Kept<T> = { readonly mark: Mark; readonly made: Promise<T> }

type Looks = { readonly running: Promise<Mark>; next: Promise<{ readonly begun: Promise<Mark> }> | null }
const looks = new WeakMap<Db, Looks>()

/**
 * What was written last, as it stood at the call or later. One look at a time: those who ask while one is under way
 * share the look after it, for that one may have been taken before they asked. None waits long for it.
 */
export async function lastWritten(db: Db): Promise<Mark> {
  const under = looks.get(db)
  if (!under) return look(db)
  under.next ??= settlesSoon(under.running).then(() => ({ begun: look(db) }))
  const { begun } = await under.next
  return (await settlesSoon(begun)) ? begun : lastWritten(db)
}

function look(db: Db): Promise<Mark> {
  const running = db
    .selectFrom('audit_entry')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
    .then(last => last?.hash ?? null)
  const own: Looks = { running, next: null }
  looks.set(db, own)
  const done = () => {
    if (own.next === null) looks.delete(db)
  }
  running.then(done, done)
  return running
}

/**
 * How long anybody waits for what another asked, in milliseconds: a connection that the network dropped without a word
 * answers whoever holds it after a quarter of an hour, and the others have connections of their own.
 */
const patience = 1_000

/** True once it is settled, false where that takes longer than anybody should wait. */
function settlesSoon(asked: Promise<unknown>): Promise<boolean> {
  return new Promise(done => {
    const waiting = setTimeout(done, patience, false)
    const settled = () => {
      clearTimeout(waiting)
      done(true)
    }
    asked.then(settled, settled)
  })
}
