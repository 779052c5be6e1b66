import { sql } from 'kysely'
import type { EvidenceKind } from '../../../core/evidence/kind.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db } from '../../../db/database.ts'
import type { Piece } from '../queries.ts'
import type { Found } from './search-evidence.ts'

/** Words that match stand between these two, which no text has. */
export const marks = { start: '\ue000', end: '\ue001' }

/** A piece with its title and a passage from inside it, matches marked; the passage is empty where none matches. */
export type FoundPiece = Piece & {
  readonly marked: string
  readonly excerpt: string
  /** The civil date of the upload at the unit: the database counts it far faster. */
  readonly uploadedOn: LocalDate
  readonly thumbnail: boolean
}

/** Passages are looked for in the first characters only: headlines of whole books would take seconds. */
const looked = 20_000

/** The pieces of a page of results, in their order. */
export async function foundPieces(
  db: Db,
  { ids, match }: Pick<Found, 'ids' | 'match'>,
  zone: string,
): Promise<FoundPiece[]> {
  if (ids.length === 0) return []
  const options = `StartSel=${marks.start}, StopSel=${marks.end}, MaxFragments=2, MinWords=6, MaxWords=20, FragmentDelimiter=" … "`
  const whole = `StartSel=${marks.start}, StopSel=${marks.end}, HighlightAll=true`
  const inside = match
    ? sql<string>`case when c.text = '' or c.text is null then ''
        else ts_headline('indonesian', left(c.text, ${looked}), ${match.query}, ${options}) end`
    : sql<string>`''`
  const title = match
    ? sql<string>`ts_headline('indonesian', e.title, ${match.query}, ${whole})`
    : sql<string>`e.title`
  const rows = await db
    .selectFrom('evidence as e')
    .innerJoin('evidence_version as v', join =>
      join.onRef('v.evidence_id', '=', 'e.id').onRef('v.no', '=', 'e.version'),
    )
    .innerJoin('auth_user as a', 'a.id', 'e.created_by')
    .leftJoin('file_object as f', 'f.sha256', 'v.sha256')
    .leftJoin('evidence_content as c', 'c.sha256', 'v.sha256')
    .where('e.id', 'in', ids)
    .select([
      'e.id',
      'e.title',
      sql<EvidenceKind>`e.kind`.as('kind'),
      'e.state',
      'e.document_number as documentNumber',
      'e.document_date as documentDate',
      'e.valid_until as validUntil',
      'e.version',
      'e.created_at as createdAt',
      sql<LocalDate>`(e.created_at at time zone ${zone})::date`.as('uploadedOn'),
      'e.created_by as createdBy',
      'a.name as person',
      'v.file_name as fileName',
      'v.url',
      'v.type',
      'f.size',
      title.as('marked'),
      inside.as('excerpt'),
      sql<boolean>`c.thumbnail is not null`.as('thumbnail'),
    ])
    .execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [{ ...row, excerpt: row.excerpt.includes(marks.start) ? row.excerpt : '' }] : []
  })
}
