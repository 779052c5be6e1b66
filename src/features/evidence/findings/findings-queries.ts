import { sql } from 'kysely'
import type { AreaCode } from '../../../core/access/role.ts'
import type { EvidenceKind } from '../../../core/evidence/kind.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db } from '../../../db/database.ts'

/** The pieces that a unit offers for a plan year's obligations; returned and withdrawn ones do not count. */
export const offeredPieces = (db: Db, unitId: string, year: number) =>
  db
    .selectFrom('evidence as e')
    .innerJoin('evidence_version as v', join =>
      join.onRef('v.evidence_id', '=', 'e.id').onRef('v.no', '=', 'e.version'),
    )
    .where('e.unit_id', '=', unitId)
    .where('e.state', 'in', ['submitted', 'accepted'])
    .where('e.id', 'in', eb =>
      eb
        .selectFrom('evidence_link as l')
        .innerJoin('obligation as o', 'o.id', 'l.obligation_id')
        .innerJoin('plan as p', 'p.id', 'o.plan_id')
        .where('p.unit_id', '=', unitId)
        .where('p.year', '=', year)
        .select('l.evidence_id'),
    )
    .select([
      'e.id',
      'e.title',
      sql<EvidenceKind>`e.kind`.as('kind'),
      'e.document_date as documentDate',
      'e.period_from as periodFrom',
      'e.period_to as periodTo',
      'e.valid_until as validUntil',
      'e.confidentiality',
      'e.created_by as createdBy',
      'v.sha256',
      'v.uploaded_at as uploadedAt',
    ])
    .execute()

/** What each piece is offered for. */
export const usesOfPieces = (db: Db, unitId: string, year: number) =>
  db
    .selectFrom('evidence_link as l')
    .innerJoin('obligation as o', 'o.id', 'l.obligation_id')
    .innerJoin('action as a', 'a.id', 'o.action_id')
    .innerJoin('plan as p', 'p.id', 'o.plan_id')
    .where('p.unit_id', '=', unitId)
    .where('p.year', '=', year)
    .select([
      'l.evidence_id as evidenceId',
      'l.slot_text as slotText',
      'o.id as obligationId',
      'o.due',
      'a.indicator_id as indicatorId',
    ])
    .execute()

export type OwedRow = {
  readonly id: string
  readonly due: LocalDate
  readonly from: LocalDate | null
  readonly state: 'open' | 'done' | 'waived'
  readonly action: string
  readonly indicatorId: string
  readonly indicator: string
  readonly area: AreaCode
}

export const owedInYear = (db: Db, unitId: string, year: number): Promise<OwedRow[]> =>
  db
    .selectFrom('obligation as o')
    .innerJoin('action as a', 'a.id', 'o.action_id')
    .innerJoin('indicator as i', 'i.id', 'a.indicator_id')
    .innerJoin('sub_component as s', 's.id', 'i.sub_component_id')
    .innerJoin('plan as p', 'p.id', 'o.plan_id')
    .where('p.unit_id', '=', unitId)
    .where('p.year', '=', year)
    .select([
      'o.id',
      'o.due',
      'o.from_date as from',
      'o.state',
      'a.text as action',
      'i.id as indicatorId',
      'i.text as indicator',
      sql<AreaCode>`s.area`.as('area'),
    ])
    .orderBy('o.due')
    .orderBy('o.id')
    .execute()

export const slotsOfYear = (db: Db, unitId: string, year: number) =>
  db
    .selectFrom('evidence_slot as s')
    .innerJoin('plan as p', 'p.id', 's.plan_id')
    .where('p.unit_id', '=', unitId)
    .where('p.year', '=', year)
    .select(['s.id', 's.indicator_id as indicatorId', 's.text'])
    .orderBy('s.position')
    .orderBy('s.id')
    .execute()

/** The same bytes in this unit's earlier plan years. */
export const shownEarlier = (db: Db, unitId: string, year: number, hashes: readonly string[]) =>
  db
    .selectFrom('evidence_version as v')
    .innerJoin('evidence_link as l', 'l.evidence_id', 'v.evidence_id')
    .innerJoin('obligation as o', 'o.id', 'l.obligation_id')
    .innerJoin('plan as p', 'p.id', 'o.plan_id')
    .where('p.unit_id', '=', unitId)
    .where('p.year', '<', year)
    .where(sql<boolean>`v.sha256 = any(${[...hashes]}::text[])`)
    .select([sql<string>`v.sha256`.as('sha256'), 'p.year'])
    .distinct()
    .execute()

/** The same bytes at other units below the same root. */
export async function shownElsewhere(
  db: Db,
  unit: { readonly id: string; readonly path: readonly string[] },
  hashes: readonly string[],
): Promise<{ sha256: string; unitId: string }[]> {
  const { rows } = await sql<{ sha256: string; unitId: string }>`
    with recursive agency as (
      select id from unit where id = ${unit.path[0] ?? unit.id}
      union
      select u.id from unit u join agency on u.parent_id = agency.id
    )
    select distinct v.sha256, e.unit_id as "unitId"
    from evidence_version v
    join evidence e on e.id = v.evidence_id and e.version = v.no
    where v.sha256 = any(${[...hashes]}::text[]) and e.unit_id <> ${unit.id}
      and e.unit_id in (select id from agency)`.execute(db)
  return rows
}

/** When the year's self-assessment was handed in. */
export const submissions = (db: Db, unitId: string, year: number) =>
  db
    .selectFrom('assessment_move as m')
    .innerJoin('assessment_cycle as c', 'c.id', 'm.cycle_id')
    .where('c.unit_id', '=', unitId)
    .where('c.year', '=', year)
    .where('m.state', '=', 'submitted')
    .select('m.moved_at as at')
    .orderBy('m.moved_at')
    .execute()

/** What was explained, the oldest first. */
export const explanationsOf = (db: Db, unitId: string, year: number) =>
  db
    .selectFrom('evidence_explanation as x')
    .innerJoin('auth_user as a', 'a.id', 'x.explained_by')
    .where('x.unit_id', '=', unitId)
    .where('x.year', '=', year)
    .select(['x.key', 'x.subject', 'x.text', 'a.name as person', 'x.explained_at as at'])
    .orderBy('x.explained_at')
    .orderBy('x.id')
    .execute()
