/** Files on their way, kept by the browser so that a reloaded page goes on with them. */
export type Kept = {
  readonly id: string
  readonly page: string
  readonly file: File
  /** Where the server takes the rest; null where it was not asked yet. */
  readonly url: string | null
  readonly was: number | null
}

const mark = `zona-upload ${location.pathname}`

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open('zona-upload', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('file', { keyPath: 'id' })
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => fail(asked.error)
  })
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  try {
    const transaction = database.transaction('file', mode)
    const request = work(transaction.objectStore('file'))
    await new Promise<void>((done, fail) => {
      transaction.oncomplete = () => done()
      transaction.onabort = () => fail(transaction.error)
    })
    return request.result
  } finally {
    database.close()
  }
}

/** A browser without room, or in its private mode, keeps nothing; the upload goes on all the same. */
const orNothing = (): undefined => undefined

export async function keepFile(kept: Kept): Promise<void> {
  localStorage.setItem(mark, 'yes')
  await inStore('readwrite', files => files.put(kept)).catch(orNothing)
}

export const forgetFile = (id: string): Promise<undefined> =>
  inStore('readwrite', files => files.delete(id)).catch(orNothing)

/** What was kept for this page. */
export async function keptFiles(): Promise<Kept[]> {
  const all: Kept[] = (await inStore('readonly', files => files.getAll()).catch(orNothing)) ?? []
  return all.filter(kept => kept.page === location.pathname)
}

export async function forgetPage(): Promise<void> {
  localStorage.removeItem(mark)
  for (const { id } of await keptFiles()) await forgetFile(id)
}
