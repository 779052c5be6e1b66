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
  return async (db, mark, key, make) => {
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
    try {
      return await kept.made
    } catch (error) {
      if (store.get(key) === kept) store.delete(key)
      throw error
    }
  }
}

type Kept<T> = { readonly mark: Mark; readonly made: Promise<T> }

type Looks = { readonly running: Promise<Mark>; next: Promise<Mark> | null }
const looks = new WeakMap<Db, Looks>()

/**
 * What was written last, as it stood at the call or later. One look at a time: those who ask while one is under way
 * share the look after it, for that one may have been taken before they asked.
 */
export function lastWritten(db: Db): Promise<Mark> {
  const under = looks.get(db)
  if (!under) return look(db)
  under.next ??= under.running.then(
    () => look(db),
    () => look(db),
  )
  return under.next
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
