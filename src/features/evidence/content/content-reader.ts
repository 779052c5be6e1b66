import type { Db } from '../../../db/database.ts'
import type { ObjectStore } from '../store/object-store.ts'
import { readWaiting } from './read-waiting.ts'

export type ContentReader = {
  /** Files have come in; returns at once. */
  readonly wake: () => void
  /** Resolves when nothing is being read. */
  readonly idle: () => Promise<void>
  /** Finishes the file that is being read and takes no other. */
  readonly close: () => Promise<void>
}

/** Reads files in the background of this process, as soon as they have come in, one at a time. */
export function openContentReader(options: {
  readonly db: Db
  readonly store: ObjectStore
  readonly clock: () => Date
  readonly log: { readonly error: (facts: object, message: string) => void }
}): ContentReader {
  const { db, store, clock, log } = options
  let running: Promise<void> | null = null
  let again = false
  const stop = new AbortController()
  async function run(): Promise<void> {
    do {
      again = false
      await readWaiting(db, store, clock, stop.signal).catch((error: Error) =>
        log.error({ error: { name: error.name, message: error.message } }, 'contents'),
      )
    } while (again && !stop.signal.aborted)
    running = null
  }
  const idle = async () => {
    await running
  }
  return {
    wake: () => {
      again = true
      running ??= run()
    },
    idle,
    close: () => {
      stop.abort()
      return idle()
    },
  }
}
