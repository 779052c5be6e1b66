import { isId } from '../../../core/shared/id.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Db } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import { actorId } from '../ids.ts'
import { cameraKind } from './published-copy.ts'
import { hashOfCode } from './share-code.ts'

/** Days that a link may be asked to stand. */
export const shareDays = [30, 90, 180, 365] as const
const day = 24 * 60 * 60 * 1000

export type ShareProblem =
  | { readonly kind: 'not-found' }
  /** Restricted evidence is for those who may see it here. */
  | { readonly kind: 'confidential' }
  /** Returned evidence proves nothing yet, and what was taken back nothing more. */
  | { readonly kind: 'returned' | 'withdrawn' }
  /** What stands elsewhere has an address of its own. */
  | { readonly kind: 'elsewhere' }
  /** Another version came in since the copy was tried. */
  | { readonly kind: 'changed' }

/**
 * Makes an address under which the present version of a piece is shown to whoever has the code. A photo or film is
 * shared only where a copy without its place was made of these very bytes: `cleaned` is their hash.
 */
export const shareEvidence = (
  deps: Deps,
  input: {
    readonly unitId: string
    readonly evidenceId: string
    readonly cleaned: string | null
    readonly code: string
    readonly days: (typeof shareDays)[number]
  },
): Promise<Result<{ readonly codeHash: string }, ShareProblem>> =>
  write<{ readonly codeHash: string }, ShareProblem>(deps, async (tx, record) => {
    const piece = isId(input.evidenceId)
      ? await tx
          .selectFrom('evidence as e')
          .innerJoin('evidence_version as v', join =>
            join.onRef('v.evidence_id', '=', 'e.id').onRef('v.no', '=', 'e.version'),
          )
          .select(['e.id', 'e.title', 'e.state', 'e.confidentiality', 'v.no', 'v.sha256', 'v.type'])
          .where('e.id', '=', input.evidenceId)
          .where('e.unit_id', '=', input.unitId)
          .executeTakeFirst()
      : undefined
    if (!piece) return err({ kind: 'not-found' })
    if (piece.confidentiality === 'restricted') return err({ kind: 'confidential' })
    if (piece.state === 'returned' || piece.state === 'withdrawn') return err({ kind: 'returned' })
    if (piece.sha256 === null) return err({ kind: 'elsewhere' })
    if (cameraKind(piece.type) && piece.sha256 !== input.cleaned) return err({ kind: 'changed' })
    const codeHash = hashOfCode(input.code)
    const expires = new Date(deps.now.getTime() + input.days * day)
    await tx
      .insertInto('share_link')
      .values({
        id: deps.newId(),
        unit_id: input.unitId,
        evidence_id: piece.id,
        item_code: null,
        year: null,
        version: piece.no,
        code_hash: codeHash,
        expires_at: expires,
        created_by: actorId(deps),
        created_at: deps.now,
      })
      .execute()
    record({
      action: 'evidence-shared',
      subjectType: 'evidence',
      subjectId: piece.id,
      unitId: input.unitId,
      detail: { title: piece.title, version: piece.no, until: expires.toISOString() },
    })
    return ok({ codeHash })
  })

/** From this moment on the address shows nothing. */
export const revokeShare = (
  deps: Deps,
  input: { readonly unitId: string; readonly evidenceId: string; readonly shareId: string },
): Promise<Result<null, { readonly kind: 'not-found' }>> =>
  write<null, { readonly kind: 'not-found' }>(deps, async (tx, record) => {
    if (!isId(input.shareId) || !isId(input.evidenceId)) return err({ kind: 'not-found' })
    const gone = await tx
      .updateTable('share_link')
      .set({ revoked_at: deps.now })
      .where('id', '=', input.shareId)
      .where('unit_id', '=', input.unitId)
      .where('evidence_id', '=', input.evidenceId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!gone) return err({ kind: 'not-found' })
    record({
      action: 'evidence-share-revoked',
      subjectType: 'evidence',
      subjectId: input.evidenceId,
      unitId: input.unitId,
      whileClosed: true,
    })
    return ok(null)
  })

/** Every link that was ever made to a piece, the newest first. */
export const sharesOf = (db: Db, unitId: string, evidenceId: string) =>
  db
    .selectFrom('share_link as s')
    .innerJoin('auth_user as a', 'a.id', 's.created_by')
    .where('s.unit_id', '=', unitId)
    .where('s.evidence_id', '=', evidenceId)
    .select([
      's.id',
      's.version',
      's.opened',
      's.expires_at as expiresAt',
      's.revoked_at as revokedAt',
      's.last_opened_at as lastOpenedAt',
      's.created_at as createdAt',
      'a.name as person',
    ])
    .orderBy('s.created_at', 'desc')
    .orderBy('s.id')
    .execute()
