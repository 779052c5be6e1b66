import { sql } from 'kysely'
import type { AreaCode } from '../../core/access/role.ts'
import type { EvidenceKind } from '../../core/evidence/kind.ts'
import { isId } from '../../core/shared/id.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'

export type EvidenceState = 'submitted' | 'accepted' | 'returned' | 'withdrawn'

/** Who looks: restricted evidence is shown to those who may, and to whoever brought it. */
export type Viewer = { readonly userId: string; readonly restricted: boolean }

export type Piece = {
  readonly id: string
  readonly title: string
  readonly kind: EvidenceKind
  readonly state: EvidenceState
  readonly documentNumber: string
  readonly documentDate: LocalDate | null
  readonly validUntil: LocalDate | null
  readonly version: number
  readonly createdAt: Date
  readonly createdBy: string
  readonly person: string
  readonly fileName: string | null
  readonly url: string | null
  readonly type: string | null
  readonly size: number | null
}

/** A unit's evidence that this person may see. */
export const visible = (db: Db, unitId: string, viewer: Viewer) =>
  db
    .selectFrom('evidence as e')
    .where('e.unit_id', '=', unitId)
    .where(eb =>
      viewer.restricted
        ? eb.lit(true)
        : eb.or([eb('e.confidentiality', '<>', 'restricted'), eb('e.created_by', '=', viewer.userId)]),
    )

const pieces = (db: Db, unitId: string, viewer: Viewer) =>
  visible(db, unitId, viewer)
    .innerJoin('evidence_version as v', join =>
      join.onRef('v.evidence_id', '=', 'e.id').onRef('v.no', '=', 'e.version'),
    )
    .innerJoin('auth_user as a', 'a.id', 'e.created_by')
    .leftJoin('file_object as f', 'f.sha256', 'v.sha256')

const pieceColumns = [
  'e.id',
  'e.title',
  sql<EvidenceKind>`e.kind`.as('kind'),
  'e.state',
  'e.document_number as documentNumber',
  'e.document_date as documentDate',
  'e.valid_until as validUntil',
  'e.version',
  'e.created_at as createdAt',
  'e.created_by as createdBy',
  'a.name as person',
  'v.file_name as fileName',
  'v.url',
  'v.type',
  'f.size',
] as const

export type Slot = { readonly text: string; readonly pieces: readonly (Piece & { linkId: string })[] }

/** What one obligation asks for, and what fills each of it; the last slot, without a text, holds the rest. */
export async function obligationSlots(
  db: Db,
  unitId: string,
  obligationId: string,
  viewer: Viewer,
): Promise<Slot[]> {
  const [asked, brought] = await Promise.all([
    db
      .selectFrom('evidence_slot as s')
      .innerJoin('action as a', 'a.indicator_id', 's.indicator_id')
      .innerJoin('obligation as o', 'o.action_id', 'a.id')
      .innerJoin('plan as p', 'p.id', 'o.plan_id')
      .select('s.text')
      .where('o.id', '=', obligationId)
      .where('p.unit_id', '=', unitId)
      .orderBy('s.position')
      .execute(),
    pieces(db, unitId, viewer)
      .innerJoin('evidence_link as l', 'l.evidence_id', 'e.id')
      .where('l.obligation_id', '=', obligationId)
      .select([...pieceColumns, 'l.slot_text as slot', 'l.id as linkId'])
      .orderBy('e.created_at')
      .orderBy('e.id')
      .execute(),
  ])
  const texts = [...new Set(asked.map(slot => slot.text))]
  const slots = texts.map(text => ({ text, pieces: brought.filter(piece => piece.slot === text) }))
  return [...slots, { text: '', pieces: brought.filter(piece => !texts.includes(piece.slot)) }]
}

export type OwedObligation = {
  readonly id: string
  readonly due: LocalDate
  readonly action: string
  readonly indicator: string
  readonly area: AreaCode
  readonly year: number
  readonly state: 'open' | 'done' | 'waived'
}

const obligations = (db: Db, unitId: string) =>
  db
    .selectFrom('obligation as o')
    .innerJoin('action as a', 'a.id', 'o.action_id')
    .innerJoin('indicator as i', 'i.id', 'a.indicator_id')
    .innerJoin('sub_component as s', 's.id', 'i.sub_component_id')
    .innerJoin('plan as p', 'p.id', 'o.plan_id')
    .where('p.unit_id', '=', unitId)
    .select([
      'o.id',
      'o.due',
      'o.state',
      'a.text as action',
      'i.text as indicator',
      sql<AreaCode>`s.area`.as('area'),
      'p.year',
    ])

export const owedObligation = async (db: Db, unitId: string, id: string): Promise<OwedObligation | null> =>
  isId(id) ? ((await obligations(db, unitId).where('o.id', '=', id).executeTakeFirst()) ?? null) : null

export type LinkableObligation = OwedObligation & { readonly slots: readonly string[] }

/** The years of a unit's plans, the newest first. */
export const planYears = async (db: Db, unitId: string): Promise<number[]> =>
  (
    await db
      .selectFrom('plan')
      .select('year')
      .distinct()
      .where('unit_id', '=', unitId)
      .orderBy('year', 'desc')
      .execute()
  ).map(plan => plan.year)

/** The obligations of a year that a piece could be linked to, with what each asks for, by date. */
export async function linkableObligations(
  db: Db,
  unitId: string,
  year: number,
): Promise<LinkableObligation[]> {
  const owed = await obligations(db, unitId)
    .select('a.indicator_id as indicatorId')
    .where('p.year', '=', year)
    .orderBy('o.due')
    .orderBy('a.text')
    .orderBy('o.id')
    .execute()
  const slots = await db
    .selectFrom('evidence_slot as s')
    .innerJoin('plan as p', 'p.id', 's.plan_id')
    .where('p.unit_id', '=', unitId)
    .where('p.year', '=', year)
    .select(['s.indicator_id', 's.text'])
    .orderBy('s.position')
    .execute()
  const byIndicator = Map.groupBy(slots, slot => slot.indicator_id)
  return owed.map(({ indicatorId, ...obligation }) => ({
    ...obligation,
    slots: [...new Set((byIndicator.get(indicatorId) ?? []).map(slot => slot.text))],
  }))
}

/** The bytes of one version of a piece. */
export type StoredFile = {
  readonly pieceTitle: string
  readonly no: number
  readonly sha256: string
  readonly size: number
  readonly type: string
  readonly fileName: string
}

/** One version's file, in one query, for a list asks it of every row; null for an address and for what may not be seen. */
export async function storedFile(
  db: Db,
  unitId: string,
  id: string,
  no: string,
  viewer: Viewer,
): Promise<StoredFile | null> {
  if (!isId(id) || !/^[1-9]\d{0,5}$/.test(no)) return null
  const row = await visible(db, unitId, viewer)
    .innerJoin('evidence_version as v', 'v.evidence_id', 'e.id')
    .innerJoin('file_object as f', 'f.sha256', 'v.sha256')
    .where('e.id', '=', id)
    .where('v.no', '=', Number(no))
    .select(['e.title as pieceTitle', 'v.no', 'f.sha256', 'f.size', 'v.type', 'v.file_name as fileName'])
    .executeTakeFirst()
  return row?.type && row.fileName ? { ...row, type: row.type, fileName: row.fileName } : null
}

/** A person's received files that wait for their form. */
export const waitingUploads = async (db: Db, unitId: string, userId: string, ids: readonly string[]) => {
  const wanted = ids.filter(id => isId(id))
  return wanted.length === 0
    ? []
    : db
        .selectFrom('upload')
        .select(['id', 'sha256', 'file_name as fileName', 'size', 'warnings'])
        .where('unit_id', '=', unitId)
        .where('created_by', '=', userId)
        .where('sha256', 'is not', null)
        .where('id', 'in', wanted)
        .orderBy('created_at')
        .execute()
}
