import type { SuggestedFacts } from '../../../core/evidence/suggest-facts.ts'
import type { Db } from '../../../db/database.ts'

/** What is known of a file's inside; null while nobody has looked. */
export type KnownContent = {
  readonly state: 'reading' | 'read' | 'failed'
  readonly problem: string | null
  readonly beginning: string
  /** There is more than the beginning. */
  readonly more: boolean
  readonly pages: number | null
  readonly suggested: Partial<SuggestedFacts>
  readonly warnings: readonly string[]
  readonly thumbnail: boolean
}

const shown = 1_200

export async function contentOf(db: Db, sha256: string): Promise<KnownContent | null> {
  const row = await db
    .selectFrom('evidence_content')
    .where('sha256', '=', sha256)
    .select(({ fn, val, eb }) => [
      'state',
      'problem',
      'pages',
      'suggested',
      'warnings',
      fn<string>('left', ['text', val(shown)]).as('beginning'),
      eb(fn<number>('length', ['text']), '>', shown).as('more'),
      eb('thumbnail', 'is not', null).as('thumbnail'),
    ])
    .executeTakeFirst()
  return row
    ? { ...row, more: Boolean(row.more), thumbnail: Boolean(row.thumbnail), suggested: row.suggested }
    : null
}

export async function thumbnailOf(db: Db, sha256: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('evidence_content')
    .where('sha256', '=', sha256)
    .select('thumbnail')
    .executeTakeFirst()
  return row?.thumbnail ?? null
}
