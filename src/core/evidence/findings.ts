import type { LocalDate } from '../shared/local-date.ts'
import type { BulkRule, HonestyInput, Period, Piece, Use } from './honesty-input.ts'
import { type EvidenceKind, kindFits, kindsNamed } from './kind.ts'

export type FindingFacts =
  | { readonly code: 'same-file-several-indicators'; readonly indicatorIds: readonly string[] }
  | { readonly code: 'same-file-earlier-year'; readonly years: readonly number[] }
  | { readonly code: 'same-file-other-unit'; readonly unitIds: readonly string[] }
  | {
      readonly code: 'date-outside-proven-period'
      readonly documentDate: LocalDate
      readonly period: Period
    }
  | {
      readonly code: 'date-outside-obligation'
      readonly documentDate: LocalDate
      readonly period: Period
      readonly obligationId: string
    }
  | {
      readonly code: 'kind-does-not-fit'
      readonly kind: EvidenceKind
      readonly asked: readonly EvidenceKind[]
      readonly slotId: string
    }
  | {
      readonly code: 'bulk-before-deadline'
      readonly deadlineId: string
      readonly at: number
      readonly count: number
      readonly hours: number
    }
  | { readonly code: 'expired'; readonly validUntil: LocalDate; readonly neededOn: LocalDate }
  | { readonly code: 'due-without-evidence'; readonly obligationId: string; readonly due: LocalDate }

export type FindingCode = FindingFacts['code']

/** What settles a finding besides a written explanation. */
export const remedies = {
  'same-file-several-indicators': 'bring-own-file',
  'same-file-earlier-year': 'bring-this-year',
  'same-file-other-unit': 'bring-own-file',
  'date-outside-proven-period': 'correct-dates',
  'date-outside-obligation': 'bring-from-period',
  'kind-does-not-fit': 'correct-kind',
  'bulk-before-deadline': 'explain',
  expired: 'bring-valid',
  'due-without-evidence': 'bring-evidence',
} as const satisfies Record<FindingCode, string>
export type RemedyCode = (typeof remedies)[FindingCode]

export type Finding = FindingFacts & {
  /** The pieces concerned, in order of their ids; none where evidence is missing. */
  readonly evidenceIds: readonly string[]
  readonly remedy: RemedyCode
  /** What the finding is about, whatever its facts are today. */
  readonly subject: string
  /** Equal as long as the facts are; an explanation belongs to this. */
  readonly key: string
}

/** Documents that stay in force after the period in which they were made. */
const standing: ReadonlySet<EvidenceKind> = new Set(['decree', 'sop', 'guideline', 'planning', 'pledge'])

/**
 * What an honest look at the evidence shows before an assessor looks. Nothing here is a penalty: every finding has a
 * remedy or can be explained. The outcome does not depend on the order of what is given.
 */
export function findDoubts(input: HonestyInput, bulk: BulkRule): Finding[] {
  const usesOf = Map.groupBy(input.uses, ({ evidenceId }) => evidenceId)
  const findings = [
    ...sameFile(input),
    ...input.pieces.flatMap(piece => wrongDates(piece, usesOf.get(piece.id) ?? [], input)),
    ...wrongKinds(input),
    ...bulkUploads(input, bulk),
    ...missing(input),
  ]
  return findings.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

function sameFile({ pieces, slots, uses, earlier, elsewhere }: HonestyInput): Finding[] {
  const indicatorOf = new Map(slots.map(({ id, indicatorId }) => [id, indicatorId]))
  const usesOf = Map.groupBy(uses, ({ evidenceId }) => evidenceId)
  const years = Map.groupBy(earlier, ({ sha256 }) => sha256)
  const units = Map.groupBy(elsewhere, ({ sha256 }) => sha256)
  const byBytes = Map.groupBy(
    pieces.filter(({ sha256 }) => sha256 !== null),
    ({ sha256 }) => sha256 ?? '',
  )
  return [...byBytes].flatMap(([sha256, same]) => {
    const ids = same.map(({ id }) => id)
    const indicatorIds = sorted(
      ids.flatMap(id => (usesOf.get(id) ?? []).flatMap(({ slotId }) => indicatorOf.get(slotId) ?? [])),
    )
    const found: Finding[] = []
    if (indicatorIds.length > 1)
      found.push(finding({ code: 'same-file-several-indicators', indicatorIds }, ids, [sha256]))
    const before = years.get(sha256)
    if (before)
      found.push(
        finding({ code: 'same-file-earlier-year', years: sorted(before.map(({ year }) => year)) }, ids, [
          sha256,
        ]),
      )
    const others = units.get(sha256)
    if (others)
      found.push(
        finding({ code: 'same-file-other-unit', unitIds: sorted(others.map(({ unitId }) => unitId)) }, ids, [
          sha256,
        ]),
      )
    return found
  })
}

function wrongDates(piece: Piece, own: readonly Use[], { obligations, today }: HonestyInput): Finding[] {
  const { id, documentDate, proves, validUntil, kind } = piece
  const found: Finding[] = []
  const served = new Set(own.map(({ obligationId }) => obligationId))
  const periods = obligations.flatMap(({ id: obligationId, period }) =>
    served.has(obligationId) && period !== null ? [{ obligationId, period }] : [],
  )
  const fits = (period: Period) =>
    documentDate === null ||
    (documentDate <= period.to &&
      (documentDate >= period.from ||
        (standing.has(kind) && validUntil !== null && validUntil >= period.from)))

  if (documentDate !== null && proves !== null && !fits(proves))
    found.push(finding({ code: 'date-outside-proven-period', documentDate, period: proves }, [id], [id]))
  for (const { obligationId, period } of periods) {
    if (documentDate !== null && !fits(period))
      found.push(
        finding(
          { code: 'date-outside-obligation', documentDate, period, obligationId },
          [id],
          [id, obligationId],
        ),
      )
  }
  if (validUntil === null || own.length === 0) return found
  // Evidence of a period that is over need not be in force today, only until that period's end.
  const ends = periods.map(({ period }) => (period.to < today ? period.to : today))
  const neededOn = sorted(ends).at(-1) ?? today
  if (validUntil < neededOn) found.push(finding({ code: 'expired', validUntil, neededOn }, [id], [id]))
  return found
}

function wrongKinds({ pieces, slots, uses }: HonestyInput): Finding[] {
  const pieceOf = new Map(pieces.map(piece => [piece.id, piece]))
  const slotOf = new Map(slots.map(slot => [slot.id, slot]))
  const seen = new Map<string, Finding>()
  for (const { evidenceId, slotId } of uses) {
    const piece = pieceOf.get(evidenceId)
    const slot = slotOf.get(slotId)
    if (!piece || !slot) continue
    const asked = kindsNamed(slot.text)
    if (kindFits(piece.kind, asked)) continue
    const made = finding(
      { code: 'kind-does-not-fit', kind: piece.kind, asked, slotId },
      [piece.id],
      [piece.id, slotId],
    )
    seen.set(made.key, made)
  }
  return [...seen.values()]
}

function bulkUploads({ pieces, deadlines }: HonestyInput, { pieces: least, hours }: BulkRule): Finding[] {
  return deadlines.flatMap(({ id, at, evidenceIds }) => {
    const concerned = evidenceIds === null ? null : new Set(evidenceIds)
    const late = pieces.filter(
      piece =>
        piece.uploadedAt > at - hours * 3_600_000 &&
        piece.uploadedAt <= at &&
        (concerned?.has(piece.id) ?? true),
    )
    if (late.length < least) return []
    const ids = late.map(piece => piece.id)
    return [
      finding({ code: 'bulk-before-deadline', deadlineId: id, at, count: late.length, hours }, ids, [id]),
    ]
  })
}

function missing({ obligations, uses, pieces, today }: HonestyInput): Finding[] {
  const counted = new Set(pieces.map(({ id }) => id))
  const proven = new Set(
    uses.filter(({ evidenceId }) => counted.has(evidenceId)).map(({ obligationId }) => obligationId),
  )
  return obligations
    .filter(({ id, due, waived }) => !waived && due <= today && !proven.has(id))
    .map(({ id, due }) => finding({ code: 'due-without-evidence', obligationId: id, due }, [], [id]))
}

const sorted = <T extends string | number>(values: readonly T[]): T[] =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

function finding(facts: FindingFacts, ids: readonly string[], about: readonly string[]): Finding {
  const evidenceIds = sorted(ids)
  return {
    ...facts,
    evidenceIds,
    remedy: remedies[facts.code],
    subject: JSON.stringify([facts.code, ...about]),
    key: JSON.stringify([facts.code, ...about, evidenceIds, facts]),
  }
}
