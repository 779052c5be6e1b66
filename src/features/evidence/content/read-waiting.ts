import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { kindOfType } from '../bring/file-kinds.ts'
import type { ObjectStore } from '../store/object-store.ts'
import { extractText, textKinds, thumbnail, thumbnailKinds } from './index.ts'
import { wholeWords } from './whole-words.ts'

type Inside = {
  readonly state: 'read' | 'failed'
  readonly problem: string | null
  readonly text: string
  readonly pages: number | null
  readonly suggested: string
  readonly warnings: string[]
  readonly thumbnail: Uint8Array | null
}

/** A reading takes 20 seconds at most; after this long its process has died. */
const givenUpAfter = 5 * 60_000
/** A file that took its process down this often is left alone. */
const mostAttempts = 3

/**
 * Reads the files that nobody has looked into yet, one after the other, until none waits: their text, pages, what they
 * say about themselves, a thumbnail. What is read is stored at once, so whatever ends the process loses one reading,
 * which is begun again. Several processes may do this at the same time. Resolves with the number of files read.
 */
export async function readWaiting(
  db: Db,
  store: ObjectStore,
  clock: () => Date,
  stop?: AbortSignal,
): Promise<number> {
  let read = 0
  while (!stop?.aborted) {
    const file = await claim(db, clock())
    if (!file) return read
    const inside = file.attempts > mostAttempts ? failed('gave-up') : await lookInside(store, file)
    await db.updateTable('evidence_content').set(inside).where('sha256', '=', file.sha256).execute()
    read += 1
  }
  return read
}

type Claimed = { readonly sha256: string; readonly type: string; readonly attempts: number }

async function claim(db: Db, now: Date): Promise<Claimed | undefined> {
  const dead = new Date(now.getTime() - givenUpAfter)
  const { rows } = await sql<Claimed>`
    with claimed as (
      insert into evidence_content (sha256, state, started_at)
      select f.sha256, 'reading', ${now}::timestamptz
      from file_object f
      left join evidence_content c on c.sha256 = f.sha256
      where (c.sha256 is null or (c.state = 'reading' and c.started_at < ${dead}))
        and exists (select 1 from evidence_version v where v.sha256 = f.sha256)
      order by f.stored_at, f.sha256
      limit 1
      on conflict (sha256) do update
        set attempts = evidence_content.attempts + 1, started_at = excluded.started_at
        where evidence_content.state = 'reading' and evidence_content.started_at < ${dead}
      returning sha256, attempts
    )
    select claimed.sha256, f.type, claimed.attempts from claimed join file_object f on f.sha256 = claimed.sha256`.execute(
    db,
  )
  return rows[0]
}

async function lookInside(store: ObjectStore, { sha256, type }: Claimed): Promise<Inside> {
  const kind = kindOfType(type)
  if (!kind) return failed('unsupported')
  const text = textKinds.includes(kind) ? await extractText(await store.read(sha256), kind) : null
  const drawn = thumbnailKinds.includes(kind) ? await thumbnail(await store.read(sha256), kind) : null
  const picture = drawn?.ok ? drawn.value.bytes : null
  if (text?.ok) {
    const { pages, suggested, warnings } = text.value
    return {
      state: 'read',
      problem: null,
      // A text in PostgreSQL cannot hold this one character.
      text: wholeWords(text.value.text.replaceAll('\0', '')),
      pages,
      suggested: JSON.stringify(suggested),
      warnings: [...warnings],
      thumbnail: picture,
    }
  }
  const problem = text?.problem.kind ?? (drawn && !drawn.ok ? drawn.problem.kind : null)
  return problem === null
    ? { ...failed(''), state: 'read', problem: null, thumbnail: picture }
    : { ...failed(problem), thumbnail: picture }
}

const failed = (problem: string): Inside => ({
  state: 'failed',
  problem,
  text: '',
  pages: null,
  suggested: '{}',
  warnings: [],
  thumbnail: null,
})
