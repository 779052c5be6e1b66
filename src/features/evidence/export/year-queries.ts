import { sql } from 'kysely'
import type { AreaCode } from '../../../core/access/role.ts'
import type { EvidenceKind } from '../../../core/evidence/kind.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db } from '../../../db/database.ts'
import type { EvidenceState, Viewer } from '../queries.ts'

export type Choice = 'accepted' | 'all'

export type AskedItem = {
  readonly areaPosition: number
  readonly area: AreaCode
  readonly areaLabel: string
  readonly subId: string
  readonly subNo: string
  readonly subName: string
  readonly indicatorId: string
  readonly indicator: string
  readonly text: string
}

export type BroughtVersion = {
  readonly no: number
  readonly sha256: string | null
  readonly fileName: string | null
  readonly type: string | null
  readonly size: number | null
  readonly url: string | null
  readonly person: string
  readonly uploadedAt: Date
}

export type BroughtPiece = {
  readonly id: string
  readonly title: string
  readonly kind: EvidenceKind
  readonly state: EvidenceState
  readonly documentNumber: string
  readonly documentDate: LocalDate | null
  readonly version: number
  readonly person: string
  readonly createdAt: Date
  readonly reviewer: string | null
  readonly reviewedAt: Date | null
  /** The oldest first. */
  readonly versions: readonly BroughtVersion[]
}

export type Proof = {
  readonly pieceId: string
  readonly indicatorId: string
  readonly slot: string
  readonly action: string
  readonly due: LocalDate
  readonly page: string
}

export type EvidenceYear = {
  readonly title: string
  readonly items: readonly AskedItem[]
  readonly pieces: ReadonlyMap<string, BroughtPiece>
  readonly proofs: readonly Proof[]
}

/** The years that a unit has a plan of, the latest first. */
export const planYears = async (db: Db, unitId: string): Promise<number[]> =>
  (
    await db.selectFrom('plan').select('year').where('unit_id', '=', unitId).orderBy('year', 'desc').execute()
  ).map(plan => plan.year)

/** What the plan of a year asks for and what was brought for it, as far as the viewer may see; null without a plan. */
export async function evidenceYear(
  db: Db,
  unitId: string,
  year: number,
  viewer: Viewer,
  choice: Choice,
): Promise<EvidenceYear | null> {
  const plan = await db
    .selectFrom('plan')
    .select(['id', 'title'])
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .executeTakeFirst()
  if (!plan) return null
  const items = await db
    .selectFrom('indicator as i')
    .innerJoin('sub_component as s', 's.id', 'i.sub_component_id')
    .innerJoin('plan_area as a', join =>
      join.onRef('a.plan_id', '=', 's.plan_id').onRef('a.code', '=', 's.area'),
    )
    .leftJoin('evidence_slot as e', 'e.indicator_id', 'i.id')
    .where('i.plan_id', '=', plan.id)
    .select([
      'a.position as areaPosition',
      sql<AreaCode>`s.area`.as('area'),
      'a.label as areaLabel',
      's.id as subId',
      's.no as subNo',
      's.name as subName',
      'i.id as indicatorId',
      'i.text as indicator',
      sql<string>`coalesce(e.text, '')`.as('text'),
    ])
    .orderBy('a.position')
    .orderBy('s.position')
    .orderBy('i.position')
    .orderBy('i.id')
    .orderBy('e.position')
    .execute()
  const proofs = await db
    .selectFrom('evidence_link as l')
    .innerJoin('obligation as o', 'o.id', 'l.obligation_id')
    .innerJoin('action as c', 'c.id', 'o.action_id')
    .innerJoin('evidence as e', 'e.id', 'l.evidence_id')
    .where('o.plan_id', '=', plan.id)
    .where('e.unit_id', '=', unitId)
    .where('e.state', '<>', 'withdrawn')
    .$if(choice === 'accepted', query => query.where('e.state', '=', 'accepted'))
    .where(eb =>
      viewer.restricted
        ? eb.lit(true)
        : eb.or([eb('e.confidentiality', '<>', 'restricted'), eb('e.created_by', '=', viewer.userId)]),
    )
    .select([
      'e.id as pieceId',
      'c.indicator_id as indicatorId',
      'l.slot_text as slot',
      'c.text as action',
      'o.due',
      'l.page',
    ])
    .orderBy('o.due')
    .orderBy('e.created_at')
    .orderBy('e.id')
    .execute()
  const ids = [...new Set(proofs.map(proof => proof.pieceId))]
  return { title: plan.title, items, proofs, pieces: await piecesOf(db, ids) }
}

async function piecesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, BroughtPiece>> {
  if (ids.length === 0) return new Map()
  const wanted = sql<string[]>`${ids}::uuid[]`
  const rows = await db
    .selectFrom('evidence as e')
    .innerJoin('auth_user as a', 'a.id', 'e.created_by')
    .leftJoin('evidence_review as r', join =>
      join
        .onRef('r.evidence_id', '=', 'e.id')
        .onRef('r.version', '=', 'e.version')
        .onRef('r.decision', '=', 'e.state'),
    )
    .leftJoin('auth_user as b', 'b.id', 'r.reviewed_by')
    .where('e.id', '=', sql<string>`any (${wanted})`)
    .select([
      'e.id',
      'e.title',
      sql<EvidenceKind>`e.kind`.as('kind'),
      'e.state',
      'e.document_number as documentNumber',
      'e.document_date as documentDate',
      'e.version',
      'a.name as person',
      'e.created_at as createdAt',
      'b.name as reviewer',
      'r.reviewed_at as reviewedAt',
    ])
    .orderBy('r.reviewed_at')
    .execute()
  const versions = await db
    .selectFrom('evidence_version as v')
    .innerJoin('auth_user as a', 'a.id', 'v.uploaded_by')
    .leftJoin('file_object as f', 'f.sha256', 'v.sha256')
    .where('v.evidence_id', '=', sql<string>`any (${wanted})`)
    .select([
      'v.evidence_id as pieceId',
      'v.no',
      'v.sha256',
      'v.file_name as fileName',
      'v.type',
      'f.size',
      'v.url',
      'a.name as person',
      'v.uploaded_at as uploadedAt',
    ])
    .orderBy('v.no')
    .execute()
  const byPiece = Map.groupBy(versions, version => version.pieceId)
  return new Map(
    rows.map(row => [
      row.id,
      { ...row, versions: (byPiece.get(row.id) ?? []).map(({ pieceId, ...version }) => version) },
    ]),
  )
}
