import type { Db } from './database.ts'

/**
 * Keeps what was made from the database until anything is written, by whatever process: every write appends to the
 * ledger in its own transaction (`write.ts`), so while the ledger's last entry is the same nothing that was read can
 * be different. The last entry is asked before anything else, so what is kept is never older than its mark. `most` is
 * how many things are kept, the least used go first; what depends on more than the database, such as the day or the
 * person, belongs in the key.
 */
export function keepUntilWritten<T>(
  most: number,
): (db: Db, key: string, make: () => Promise<T>) => Promise<T> {
  const stores = new WeakMap<Db, Map<string, Kept<T>>>()
  return async (db, key, make) => {
    const head = await lastEntry(db)
    const store = stores.get(db) ?? new Map<string, Kept<T>>()
    stores.set(db, store)
    const found = store.get(key)
    store.delete(key)
    const kept = found?.head === head ? found : { head, made: make() }
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

type Kept<T> = { readonly head: string | null; readonly made: Promise<T> }

async function lastEntry(db: Db): Promise<string | null> {
  const last = await db
    .selectFrom('audit_entry')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.hash ?? null
}
