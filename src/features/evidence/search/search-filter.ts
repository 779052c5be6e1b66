import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../db/database.ts'

export const evidenceStates = ['submitted', 'accepted', 'returned', 'withdrawn'] as const

/** What narrows the list; empty or null where nothing does. */
export type SearchFilter = {
  /** As `readQuery` leaves it. */
  readonly q: string
  readonly kind: string
  readonly state: string
  readonly area: string
  readonly year: number | null
  /** The id of whoever brought it. */
  readonly person: string
}

/** Typed words as the index knows them: the parts of "800/12-ZI" stand by themselves. A leading minus excludes. */
export const readQuery = (typed: string): string =>
  typed
    .slice(0, 200)
    .replaceAll('\0', ' ')
    .replace(/(?<=[\p{L}\p{N}])[/._-]+(?=[\p{L}\p{N}])/gu, ' ')
    // A line of them would be one negation inside another, deeper than the database goes.
    .replace(/-(?:\s*-)+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

const wordsOf = (query: string): string[] =>
  [...new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 12)

/** As search engines read it ("quoted words", -excluded, or); without such signs the last word may be a beginning. */
export function exactQuery(query: string): RawBuilder<unknown> {
  const web = sql`websearch_to_tsquery('indonesian', ${query})`
  const words = wordsOf(query)
  const last = words.pop()
  if (last === undefined || last.length < 2 || /["-]|\bor\b/i.test(query)) return web
  const begun = [...words.map(word => `'${word}'`), `'${last}':*`].join(' & ')
  return sql`(${web} || to_tsquery('indonesian', ${begun}))`
}

/** So alike must a word be: "lapran" and "laporan" are 0.5. */
const alike = 0.4
const mostAlike = 5

/**
 * A query in which any word may be a similar one that occurs somewhere; null where nothing is similar. Which words
 * those are says nothing of who may see them: they go into a query, and only what that finds is shown.
 */
export async function likeQuery(db: Db, query: string): Promise<RawBuilder<unknown> | null> {
  const typed = wordsOf(query)
  const { rows } = await sql<{ typed: string; word: string }>`
    select t.typed, w.word
    from unnest(${typed}::text[]) as t (typed)
    cross join lateral (
      select word from evidence_word
      where word % t.typed and similarity(word, t.typed) >= ${alike}
      order by similarity(word, t.typed) desc, word
      limit ${mostAlike}
    ) w
    where length(t.typed) >= 4`.execute(db)
  if (rows.length === 0) return null
  const similar = Map.groupBy(rows, row => row.typed)
  const either = typed
    .map(
      word =>
        `(${[word, ...(similar.get(word) ?? []).map(row => row.word)].map(each => `'${each}'`).join(' | ')})`,
    )
    .join(' & ')
  return sql`to_tsquery('indonesian', ${either})`
}
