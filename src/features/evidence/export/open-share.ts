import { type SqlBool, sql } from 'kysely'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Db } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import { hashOfCode, isShareCode } from './share-code.ts'

/** What stands behind a code today; null for every other code, whatever the reason. */
export async function findShared(db: Db, code: string, now: Date) {
  if (!isShareCode(code)) return null
  const found = await db
    .selectFrom('share_link as s')
    .innerJoin('evidence as e', 'e.id', 's.evidence_id')
    .innerJoin('unit as u', 'u.id', 's.unit_id')
    .innerJoin('evidence_version as v', join =>
      join.onRef('v.evidence_id', '=', 'e.id').onRef('v.no', '=', 's.version'),
    )
    .innerJoin('file_object as f', 'f.sha256', 'v.sha256')
    .where('s.code_hash', '=', hashOfCode(code))
    .where('s.revoked_at', 'is', null)
    .where('s.expires_at', '>', now)
    // It may have become confidential or been taken back since.
    .where('e.confidentiality', '<>', 'restricted')
    .where('e.state', '<>', 'withdrawn')
    .select([
      's.id',
      's.unit_id as unitId',
      's.expires_at as expiresAt',
      'e.id as evidenceId',
      'e.title',
      'e.document_number as documentNumber',
      'e.document_date as documentDate',
      'u.name as unit',
      'u.zone',
      'v.no as version',
      'v.sha256',
      'v.file_name as fileName',
      'v.type',
      'f.size',
    ])
    .executeTakeFirst()
  const { sha256, fileName, type } = found ?? {}
  return found && sha256 && fileName && type ? { ...found, sha256, fileName, type } : null
}

export type Shared = NonNullable<Awaited<ReturnType<typeof findShared>>>

/** Counts that somebody looked; it says nothing of who. */
export const countOpening = (deps: Deps, shared: Shared): Promise<Result<null, 'gone'>> =>
  write<null, 'gone'>({ ...deps, actor: null, requestKey: undefined }, async (tx, record) => {
    const counted = await tx
      .updateTable('share_link')
      .set(eb => ({ opened: eb('opened', '+', 1), last_opened_at: deps.now }))
      .where('id', '=', shared.id)
      .where(sql<SqlBool>`revoked_at is null`)
      .returning('id')
      .executeTakeFirst()
    if (!counted) return err('gone')
    record({
      action: 'evidence-share-opened',
      subjectType: 'evidence',
      subjectId: shared.evidenceId,
      unitId: shared.unitId,
      whileClosed: true,
    })
    return ok(null)
  })
