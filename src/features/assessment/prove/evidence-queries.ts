import { sql } from 'kysely'
import type { AreaCode } from '../../../core/access/role.ts'
import type { Db, Tx } from '../../../db/database.ts'
import type { Offered } from './fit-evidence.ts'

// Narrow reads of the evidence tables, a join each: the evidence feature's own lists are paged and searched, know
// nothing of cycles, and would cost a sheet one query more for every list.

export type CitedEvidence = {
  readonly linkId: string
  readonly code: string
  readonly evidenceId: string
  readonly title: string
  readonly page: string
  readonly state: 'submitted' | 'accepted' | 'returned'
}

/** What proves the answers of a cycle. A restricted piece keeps its title from those who may not read it. */
export const citedEvidence = async (
  db: Db,
  cycleId: string,
  mayReadRestricted: boolean,
): Promise<CitedEvidence[]> =>
  db
    .selectFrom('evidence_link as l')
    .innerJoin('evidence as e', 'e.id', 'l.evidence_id')
    .select([
      'l.id as linkId',
      sql<string>`l.item_code`.as('code'),
      'e.id as evidenceId',
      sql<string>`case when e.confidentiality = 'restricted' and not ${mayReadRestricted} then '' else e.title end`.as(
        'title',
      ),
      'l.page',
      sql<CitedEvidence['state']>`e.state`.as('state'),
    ])
    // Cited evidence cannot be withdrawn, nor withdrawn evidence cited.
    .where('e.state', '<>', 'withdrawn')
    .where('l.cycle_id', '=', cycleId)
    .where('l.item_code', 'is not', null)
    .orderBy('l.created_at')
    .orderBy('l.id')
    .execute()

/** The links to evidence of a cycle's codes, by code. */
export async function citedLinks(tx: Tx, cycleId: string): Promise<Record<string, string[]>> {
  const rows = await tx
    .selectFrom('evidence_link')
    .select(['id', sql<string>`item_code`.as('code')])
    .where('cycle_id', '=', cycleId)
    .where('item_code', 'is not', null)
    .orderBy('id')
    .execute()
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => [code, own.map(({ id }) => id)]),
  )
}

export type StoreEvidence = Offered & {
  readonly id: string
  readonly title: string
  readonly documentNumber: string
  readonly state: 'submitted' | 'accepted' | 'returned'
}

/** Pieces of a unit's store that may prove an item, those of the area's duties in that year first. */
export async function storeEvidence(
  db: Db,
  unitId: string,
  options: {
    readonly year: number
    readonly area: string
    readonly search: string
    readonly mayReadRestricted: boolean
    readonly limit: number
  },
): Promise<StoreEvidence[]> {
  const pattern = `%${options.search.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<StoreEvidence>`
    with proven as (
      select l.evidence_id, array_agg(distinct s.area) filter (where p.year = ${options.year}) as areas,
        string_agg(distinct a.text, ' · ') as subjects
      from evidence_link l
      join obligation o on o.id = l.obligation_id
      join action a on a.id = o.action_id
      join indicator i on i.id = a.indicator_id
      join sub_component s on s.id = i.sub_component_id
      join plan p on p.id = o.plan_id
      where p.unit_id = ${unitId}
      group by l.evidence_id
    )
    select e.id, e.title, e.kind, e.document_number as "documentNumber", e.state,
      coalesce(proven.areas, '{}') as areas, coalesce(proven.subjects, '') as subjects,
      coalesce(e.period_from, e.document_date)::text as "from", coalesce(e.period_to, e.document_date)::text as "to",
      e.valid_until::text as "validUntil"
    from evidence e left join proven on proven.evidence_id = e.id
    where e.unit_id = ${unitId} and e.state <> 'withdrawn'
      and (e.confidentiality <> 'restricted' or ${options.mayReadRestricted})
      and (${options.search} = '' or e.title ilike ${pattern} or e.document_number ilike ${pattern}
        or proven.subjects ilike ${pattern})
    order by coalesce(${options.area} = any(proven.areas), false) desc, e.created_at desc, e.id
    limit ${options.limit}`.execute(db)
  return rows
}

export type AreaOffer = {
  readonly area: AreaCode
  readonly obligations: number
  readonly done: number
  readonly evidence: number
}

/** What the plan of that year already brought in each area: duties, how many are done, pieces that prove them. */
export async function planOffers(db: Db, unitId: string, year: number): Promise<AreaOffer[]> {
  const { rows } = await sql<AreaOffer>`
    select s.area, count(distinct o.id)::integer as obligations,
      (count(distinct o.id) filter (where o.state = 'done'))::integer as done,
      count(distinct l.evidence_id)::integer as evidence
    from plan p
    join sub_component s on s.plan_id = p.id
    join indicator i on i.sub_component_id = s.id
    join action a on a.indicator_id = i.id
    join obligation o on o.action_id = a.id
    left join evidence_link l on l.obligation_id = o.id
    where p.unit_id = ${unitId} and p.year = ${year}
    group by s.area`.execute(db)
  return rows
}
