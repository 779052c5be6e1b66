import { type Actor, may } from '../../../core/access/may.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import { edited } from './change-evidence.ts'
import type { PieceDetail, PieceLink } from './piece-detail.ts'

const leading = ['team-leader', 'area-coordinator']

/** Facts and versions are changed by whoever brought the piece, and by those who lead. */
export function mayEdit(
  actor: Actor | null,
  piece: PieceDetail,
  unitPath: readonly string[],
  today: LocalDate,
): boolean {
  if (!actor || piece.state === 'withdrawn') return false
  if (!may(actor, 'evidence.edit', { unitPath }, today)) return false
  if (piece.createdBy === actor.userId) return true
  const grants = actor.grants.filter(grant => leading.includes(grant.role))
  return inSomeArea({ ...actor, grants }, 'evidence.edit', piece, unitPath, today)
}

/** Taken back by whoever brought it and by the team's leader, while nobody accepted it. */
export function mayWithdraw(
  actor: Actor | null,
  piece: PieceDetail,
  unitPath: readonly string[],
  today: LocalDate,
): boolean {
  if (!actor || (piece.state !== 'submitted' && piece.state !== 'returned')) return false
  const own = piece.createdBy === actor.userId
  const grants = own ? actor.grants : actor.grants.filter(grant => grant.role === 'team-leader')
  return may({ ...actor, grants }, 'evidence.edit', { unitPath }, today)
}

/** What was linked is taken back by whoever linked it, and by those who may change the piece, until it is accepted. */
export function mayUnlink(
  actor: Actor | null,
  piece: PieceDetail,
  link: PieceLink,
  unitPath: readonly string[],
  today: LocalDate,
): boolean {
  if (!actor || piece.state === 'accepted' || piece.state === 'withdrawn') return false
  const own = link.linkedBy === actor.userId && may(actor, 'evidence.add', { unitPath }, today)
  return own || mayEdit(actor, piece, unitPath, today)
}

/** Judging is for another person than those who brought it or changed it, within the areas that the reviewer holds. */
export function mayReview(
  actor: Actor | null,
  piece: PieceDetail,
  unitPath: readonly string[],
  today: LocalDate,
): 'yes' | 'own' | 'no' {
  if (!actor || !inSomeArea(actor, 'evidence.review', piece, unitPath, today)) return 'no'
  const own =
    piece.createdBy === actor.userId ||
    piece.versions.some(version => version.uploadedBy === actor.userId) ||
    piece.history.some(entry => entry.action === edited && entry.actorId === actor.userId)
  return own ? 'own' : 'yes'
}

/** A piece that proves something in several areas is each of theirs; one that proves nothing yet is everyone's. */
function inSomeArea(
  actor: Actor,
  permission: 'evidence.edit' | 'evidence.review',
  piece: PieceDetail,
  unitPath: readonly string[],
  today: LocalDate,
): boolean {
  const areas = piece.links.flatMap(link => (link.area ? [link.area] : []))
  return areas.length === 0
    ? may(actor, permission, { unitPath }, today)
    : areas.some(area => may(actor, permission, { unitPath, area }, today))
}
