import { sql } from 'kysely'
import type { AreaCode } from '../../../core/access/role.ts'
import type { EvidenceKind } from '../../../core/evidence/kind.ts'
import { isId } from '../../../core/shared/id.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db } from '../../../db/database.ts'
import { type EvidenceState, type Viewer, visible } from '../queries.ts'
import type { EvidenceFacts } from './facts.ts'

export type PieceVersion = {
  readonly no: number
  readonly sha256: string | null
  readonly fileName: string | null
  readonly type: string | null
  readonly size: number | null
  readonly url: string | null
  readonly urlTitle: string | null
  readonly urlCheckedOn: LocalDate | null
  readonly warnings: readonly string[]
  readonly uploadedBy: string
  readonly person: string
  readonly uploadedAt: Date
  readonly scannedAt: Date | null
}

export type PieceLink = {
  readonly id: string
  readonly subject: string
  readonly slot: string
  readonly page: string
  readonly itemCode: string | null
  readonly obligationId: string | null
  readonly area: AreaCode | null
  readonly linkedBy: string
}

export type PieceDetail = {
  readonly id: string
  readonly state: EvidenceState
  readonly version: number
  readonly revision: number
  readonly createdBy: string
  readonly createdAt: Date
  readonly facts: EvidenceFacts
  /** Empty unless it was withdrawn. */
  readonly withdrawnReason: string
  /** The newest first. */
  readonly versions: readonly PieceVersion[]
  readonly links: readonly PieceLink[]
  readonly reviews: readonly {
    readonly version: number
    readonly decision: 'accepted' | 'returned'
    readonly reason: string
    readonly person: string
    readonly at: Date
  }[]
  readonly history: readonly {
    readonly at: Date
    readonly action: string
    readonly actorId: string | null
    readonly person: string | null
  }[]
}

/** Everything about one piece; null where it is not the unit's or not to be seen. */
export async function onePiece(
  db: Db,
  unitId: string,
  id: string,
  viewer: Viewer,
): Promise<PieceDetail | null> {
  if (!isId(id)) return null
  const row = await visible(db, unitId, viewer).where('e.id', '=', id).selectAll('e').executeTakeFirst()
  if (!row) return null
  const [versions, links, reviews, history] = await Promise.all([
    db
      .selectFrom('evidence_version as v')
      .innerJoin('auth_user as a', 'a.id', 'v.uploaded_by')
      .leftJoin('file_object as f', 'f.sha256', 'v.sha256')
      .where('v.evidence_id', '=', id)
      .select([
        'v.no',
        'v.sha256',
        'v.file_name as fileName',
        'v.type',
        'f.size',
        'v.url',
        'v.url_title as urlTitle',
        'v.url_checked_on as urlCheckedOn',
        'v.warnings',
        'v.uploaded_by as uploadedBy',
        'a.name as person',
        'v.uploaded_at as uploadedAt',
        'f.scanned_at as scannedAt',
      ])
      .orderBy('v.no', 'desc')
      .execute(),
    db
      .selectFrom('evidence_link as l')
      .leftJoin('obligation as o', 'o.id', 'l.obligation_id')
      .leftJoin('action as a', 'a.id', 'o.action_id')
      .leftJoin('indicator as i', 'i.id', 'a.indicator_id')
      .leftJoin('sub_component as s', 's.id', 'i.sub_component_id')
      .where('l.evidence_id', '=', id)
      .select([
        'l.id',
        'l.subject',
        'l.slot_text as slot',
        'l.page',
        'l.item_code as itemCode',
        'l.obligation_id as obligationId',
        sql<AreaCode | null>`s.area`.as('area'),
        'l.created_by as linkedBy',
      ])
      .orderBy('l.created_at')
      .orderBy('l.id')
      .execute(),
    db
      .selectFrom('evidence_review as r')
      .innerJoin('auth_user as a', 'a.id', 'r.reviewed_by')
      .where('r.evidence_id', '=', id)
      .select(['r.version', 'r.decision', 'r.reason', 'a.name as person', 'r.reviewed_at as at'])
      .orderBy('r.reviewed_at', 'desc')
      .execute(),
    db
      .selectFrom('audit_entry as h')
      .leftJoin('auth_user as a', 'a.id', 'h.actor_id')
      .where('h.subject_type', '=', 'evidence')
      .where('h.subject_id', '=', id)
      .select(['h.at', 'h.action', 'h.actor_id as actorId', 'a.name as person'])
      .orderBy('h.seq', 'desc')
      .execute(),
  ])
  return {
    id,
    state: row.state,
    version: row.version,
    revision: row.revision,
    withdrawnReason: row.withdrawn_reason,
    createdBy: row.created_by,
    createdAt: row.created_at,
    facts: {
      title: row.title,
      kind: row.kind as EvidenceKind,
      documentNumber: row.document_number,
      documentDate: row.document_date,
      periodFrom: row.period_from,
      periodTo: row.period_to,
      validUntil: row.valid_until,
      page: row.page,
      language: row.language,
      keywords: row.keywords,
      confidentiality: row.confidentiality,
    },
    versions,
    links,
    reviews,
    history,
  }
}
