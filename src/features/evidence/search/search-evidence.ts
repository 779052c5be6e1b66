import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import type { Viewer } from '../queries.ts'
import { exactQuery, likeQuery, type SearchFilter } from './search-filter.ts'

export const facetNames = ['area', 'kind', 'year', 'state', 'person'] as const
export type FacetName = (typeof facetNames)[number]

/** `text` is the name of a person, else the value itself. */
export type FacetCount = { readonly value: string; readonly text: string; readonly n: number }

export type Found = {
  /** Of this page, the best first. */
  readonly ids: readonly string[]
  readonly total: number
  /** There are more than `total`; the counts are of those. */
  readonly more: boolean
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>
  /** What was searched for: null without words, `like` where only similar words were found. */
  readonly match: { readonly how: 'exact' | 'like'; readonly query: RawBuilder<unknown> } | null
}

/** Nobody reads on beyond this; it keeps a common word as cheap as a rare one. A list without words is cheaper. */
const mostFound = { byWords: 1_000, listed: 5_000 }
/** Up to so many, how often the words occur inside decides between equals; above, the day of the upload. */
const closelyRanked = 500

/** A unit's evidence that this person may see, narrowed by words and facets, with counts for narrowing on. */
export async function searchEvidence(
  db: Db,
  unitId: string,
  viewer: Viewer,
  filter: SearchFilter,
  page: { readonly size: number; readonly number: number },
): Promise<Found> {
  if (filter.q === '') return find(db, unitId, viewer, filter, page, null)
  const exact = exactQuery(filter.q)
  const found = await find(db, unitId, viewer, filter, page, exact)
  if (found.total > 0) return { ...found, match: { how: 'exact', query: exact } }
  const similar = await likeQuery(db, filter.q)
  if (similar === null) return found
  return {
    ...(await find(db, unitId, viewer, filter, page, similar)),
    match: { how: 'like', query: similar },
  }
}

async function find(
  db: Db,
  unitId: string,
  viewer: Viewer,
  filter: SearchFilter,
  page: { readonly size: number; readonly number: number },
  query: RawBuilder<unknown> | null,
): Promise<Found> {
  const { rows } = await sql<Answer>`
    with found as materialized (${matching(unitId, viewer, filter, query)}),
    areas as (
      select distinct f.evidence_id, s.area
      from found f
      join evidence_link l on l.evidence_id = f.evidence_id
      join obligation o on o.id = l.obligation_id
      join action a on a.id = o.action_id
      join indicator i on i.id = a.indicator_id
      join sub_component s on s.id = i.sub_component_id
    ),
    counts as (
      select 'kind' as facet, kind as value, kind as text, count(*) as n from found group by kind
      union all select 'state', state, state, count(*) from found group by state
      union all select 'year', year::text, year::text, count(*) from found group by year
      union all select 'person', u.id, u.name, count(*)
        from found f join auth_user u on u.id = f.created_by group by u.id, u.name
      union all select 'area', area, area, count(*) from areas group by area
    ),
    best as (
      select evidence_id, score, created_at, ${query === null ? sql`0` : closeness(query)} as close
      from found
      order by score desc, close desc, created_at desc, evidence_id
      limit ${page.size} offset ${(page.number - 1) * page.size}
    )
    select
      (select count(*)::integer from found) as total,
      (select coalesce(json_agg(json_build_array(facet, value, text, n) order by facet, n desc, text), '[]')
        from counts) as counts,
      (select coalesce(json_agg(evidence_id order by score desc, close desc, created_at desc, evidence_id), '[]')
        from best) as ids`.execute(db)
  const most = query === null ? mostFound.listed : mostFound.byWords
  const answer = rows[0] ?? { total: 0, counts: [], ids: [] }
  const facet = (name: FacetName) =>
    answer.counts.flatMap(([of, value, text, n]) => (of === name ? [{ value, text, n }] : []))
  return {
    ids: answer.ids,
    total: Math.min(answer.total, most),
    more: answer.total > most,
    facets: {
      area: facet('area'),
      kind: facet('kind'),
      year: facet('year').sort((a, b) => Number(b.value) - Number(a.value)),
      state: facet('state'),
      person: facet('person'),
    },
    match: null,
  }
}

type Answer = {
  readonly total: number
  readonly counts: readonly (readonly [FacetName, string, string, number])[]
  readonly ids: readonly string[]
}

const closeness = (query: RawBuilder<unknown>) => sql`
  case when (select count(*) from found) > ${closelyRanked} then 0 else
    (select ts_rank(s.words, ${query}) from evidence_search s where s.evidence_id = found.evidence_id) end`

/** What may be seen and fits, one row a piece: hits in the title first, so that the limit never cuts those off. */
function matching(unitId: string, viewer: Viewer, filter: SearchFilter, query: RawBuilder<unknown> | null) {
  const seen = viewer.restricted ? sql`true` : sql`(not s.restricted or s.created_by = ${viewer.userId})`
  const wanted = [
    sql`s.unit_id = ${unitId}`,
    seen,
    ...(filter.kind ? [sql`s.kind = ${filter.kind}`] : []),
    ...(filter.state ? [sql`s.state = ${filter.state}`] : []),
    ...(filter.year ? [sql`s.year = ${filter.year}`] : []),
    ...(filter.person ? [sql`s.created_by = ${filter.person}`] : []),
    ...(filter.area
      ? [
          sql`exists (
            select 1 from evidence_link l
            join obligation o on o.id = l.obligation_id
            join action a on a.id = o.action_id
            join indicator i on i.id = a.indicator_id
            join sub_component c on c.id = i.sub_component_id
            where l.evidence_id = s.evidence_id and c.area = ${filter.area})`,
        ]
      : []),
  ]
  const columns = sql`s.evidence_id, s.kind, s.state, s.year, s.created_by, s.created_at`
  if (query === null)
    return sql`
      select ${columns}, 0::real as score from evidence_search s where ${sql.join(wanted, sql` and `)}
      order by s.created_at desc limit ${mostFound.listed + 1}`
  const hits = (where: RawBuilder<unknown>) => sql`
    (select ${columns}, ts_rank(s.head, ${query}) as score from evidence_search s
      where ${sql.join([...wanted, where], sql` and `)} limit ${mostFound.byWords + 1})`
  return sql`${hits(sql`s.head @@ ${query}`)} union ${hits(sql`s.words @@ ${query}`)}`
}
