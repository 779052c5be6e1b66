import type { AreaCode } from '../../../core/access/role.ts'
import { type Finding, findDoubts } from '../../../core/evidence/findings.ts'
import type { BulkRule, Deadline, HonestyInput } from '../../../core/evidence/honesty-input.ts'
import {
  type Explanation,
  type SettledFinding,
  settleFindings,
} from '../../../core/evidence/settle-findings.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db } from '../../../db/database.ts'
import type { Unit } from '../../context.ts'
import type { Viewer } from '../queries.ts'
import {
  explanationsOf,
  type OwedRow,
  offeredPieces,
  owedInYear,
  shownEarlier,
  shownElsewhere,
  slotsOfYear,
  submissions,
  usesOfPieces,
} from './findings-queries.ts'

/** So much at once shortly before a deadline makes an assessor ask when the work was done. */
export const bulkRule: BulkRule = { pieces: 10, hours: 24 }

export type KeptExplanation = Explanation & { readonly person: string; readonly at: Date }

export type UnitFindings = {
  readonly settled: readonly SettledFinding<KeptExplanation>[]
  readonly pieces: ReadonlyMap<string, string>
  readonly obligations: ReadonlyMap<string, OwedRow>
  readonly slots: ReadonlyMap<string, string>
  readonly areasOf: (finding: Finding) => readonly AreaCode[]
}

type Place = Pick<Unit, 'id' | 'path' | 'zone'>

/**
 * What the honesty checks find about a unit's evidence of a plan year. What concerns a confidential piece is left out
 * for those who may not read it.
 */
export async function unitFindings(
  db: Db,
  unit: Place,
  year: number,
  viewer: Viewer,
  today: LocalDate,
): Promise<UnitFindings> {
  const [pieces, links, owed, asked, handedIn, explained] = await Promise.all([
    offeredPieces(db, unit.id, year),
    usesOfPieces(db, unit.id, year),
    owedInYear(db, unit.id, year),
    slotsOfYear(db, unit.id, year),
    submissions(db, unit.id, year),
    explanationsOf(db, unit.id, year),
  ])
  const hashes = pieces.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]))
  const [earlier, elsewhere] =
    hashes.length === 0
      ? [[], []]
      : await Promise.all([shownEarlier(db, unit.id, year, hashes), shownElsewhere(db, unit, hashes)])
  const slotOf = new Map(asked.map(slot => [`${slot.indicatorId} ${slot.text}`, slot.id]))
  // Evidence for an obligation as a whole, or for something that the plan asks for no longer, fills no slot by name.
  const whole = (indicatorId: string) => `whole ${indicatorId}`
  const uses = links.map(({ evidenceId, slotText, obligationId, indicatorId }) => ({
    evidenceId,
    slotId: slotOf.get(`${indicatorId} ${slotText}`) ?? whole(indicatorId),
    obligationId,
  }))
  const indicators = [...new Set(owed.map(({ indicatorId }) => indicatorId))]
  const input: HonestyInput = {
    today,
    pieces: pieces.map(piece => ({
      id: piece.id,
      sha256: piece.sha256,
      kind: piece.kind,
      documentDate: piece.documentDate,
      proves: piece.periodFrom && piece.periodTo ? { from: piece.periodFrom, to: piece.periodTo } : null,
      validUntil: piece.validUntil,
      uploadedAt: piece.uploadedAt.getTime(),
    })),
    slots: [...asked, ...indicators.map(indicatorId => ({ id: whole(indicatorId), indicatorId, text: '' }))],
    uses,
    obligations: owed.map(({ id, due, from, state }) => ({
      id,
      due,
      period: from === null ? null : { from, to: due },
      waived: state === 'waived',
    })),
    deadlines: [
      ...dueDeadlines(links, unit.zone),
      ...handedIn.map(({ at }) => ({
        id: `submitted ${at.toISOString()}`,
        at: at.getTime(),
        evidenceIds: null,
      })),
    ],
    earlier,
    elsewhere,
  }
  const hidden = new Set(
    pieces
      .filter(
        piece =>
          piece.confidentiality === 'restricted' && !viewer.restricted && piece.createdBy !== viewer.userId,
      )
      .map(({ id }) => id),
  )
  const seen = findDoubts(input, bulkRule).filter(
    ({ evidenceIds }) => !evidenceIds.some(id => hidden.has(id)),
  )
  const obligations = new Map(owed.map(row => [row.id, row]))
  const linksOf = Map.groupBy(links, ({ evidenceId }) => evidenceId)
  const areaOf = (id: string) => obligations.get(id)?.area ?? []
  return {
    settled: settleFindings(seen, explained),
    pieces: new Map(pieces.map(({ id, title }) => [id, title])),
    obligations,
    slots: new Map(asked.map(({ id, text }) => [id, text])),
    areasOf: finding => [
      ...new Set(
        ('obligationId' in finding
          ? [finding.obligationId]
          : finding.evidenceIds.flatMap(id => (linksOf.get(id) ?? []).map(link => link.obligationId))
        ).flatMap(areaOf),
      ),
    ],
  }
}

/** The three zones of Indonesia, which know no summer time, in hours before UTC. */
const ahead: Readonly<Record<string, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }
const hour = 3_600_000

/** The end of each due date, for the pieces that are offered for what is due then. */
function dueDeadlines(links: readonly { evidenceId: string; due: LocalDate }[], zone: string): Deadline[] {
  return [...Map.groupBy(links, ({ due }) => due)].map(([due, concerned]) => ({
    id: `due ${due}`,
    at: Date.parse(`${due}T24:00:00Z`) - (ahead[zone] ?? 7) * hour,
    evidenceIds: [...new Set(concerned.map(({ evidenceId }) => evidenceId))],
  }))
}

export const isOpen = ({ state }: { readonly state: SettledFinding<Explanation>['state'] }): boolean =>
  state !== 'explained'
