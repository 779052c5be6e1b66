import { type Actor, may } from '../../core/access/may.ts'
import { type AreaCode, areaCodes } from '../../core/access/role.ts'
import { type Instrument, type PlacedQuestion, questionsOf } from '../../core/instrument/instrument.ts'
import type { Answers, ScoreSettings } from '../../core/score/answers.ts'
import { type Score, score } from '../../core/score/score.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import { storedInstrument } from './instruments.ts'
import { type CitedEvidence, citedEvidence } from './prove/evidence-queries.ts'
import { answersOf, type Cycle, cycleBefore, type Move, movesOf, type StoredAnswer } from './queries.ts'

/** A cycle with everything that its pages show, read in a fixed number of queries. */
export type Sheet = {
  readonly cycle: Cycle
  readonly instrument: Instrument
  readonly questions: readonly PlacedQuestion[]
  readonly answers: ReadonlyMap<string, StoredAnswer>
  readonly score: Score
  readonly evidence: ReadonlyMap<string, readonly CitedEvidence[]>
  readonly moves: readonly Move[]
  readonly before: { readonly year: number; readonly answers: ReadonlyMap<string, StoredAnswer> } | null
}

/** What draws a score, without the rest of its sheet. */
export type ScoredSheet = Pick<Sheet, 'instrument' | 'score'> & { readonly cycle: Pick<Cycle, 'state'> }

export async function loadSheet(db: Db, cycle: Cycle, mayReadRestricted: boolean): Promise<Sheet> {
  const [instrument, earlier, cited, moves] = await Promise.all([
    storedInstrument(db, cycle.instrumentHash),
    cycleBefore(db, cycle.unitId, cycle.year, cycle.kind),
    citedEvidence(db, cycle.id, mayReadRestricted),
    movesOf(db, cycle.id),
  ])
  // An answer of another instrument is carried over by its own page, never by a code that looks alike.
  const same = earlier?.instrumentId === cycle.instrumentId ? earlier : null
  const stored = await answersOf(db, same ? [cycle.id, same.id] : [cycle.id])
  const answers = byCode(stored.filter(answer => answer.cycleId === cycle.id))
  return {
    cycle,
    instrument,
    questions: questionsOf(instrument),
    answers,
    score: scoreOf(instrument, answersIn(answers.values()), cycle.settings),
    evidence: Map.groupBy(cited, ({ code }) => code),
    moves,
    before: same && {
      year: same.year,
      answers: byCode(stored.filter(answer => answer.cycleId === same.id)),
    },
  }
}

const byCode = (answers: readonly StoredAnswer[]): ReadonlyMap<string, StoredAnswer> =>
  new Map(answers.map(answer => [answer.code, answer]))

/** A condition of a predicate is answered beside the sheet and is never scored. */
export const conditionCode = (predicate: string, condition: string): string => `${predicate}:${condition}`
export const isCondition = (code: string): boolean => code.includes(':')

/** The area that a code stands in: empty for an entry condition, null where the instrument has no such code. */
export function areaOfCode(instrument: Instrument, code: string): string | null {
  if (isCondition(code)) return ''
  return questionsOf(instrument).find(placed => placed.question.code === code)?.area ?? null
}

/** What the instrument scores, out of what is stored. */
export const answersIn = (stored: Iterable<{ readonly code: string; readonly value: unknown }>): Answers =>
  Object.fromEntries(
    [...stored]
      .filter(({ code, value }) => !isCondition(code) && value !== null)
      .map(one => [one.code, one.value]),
  )

/** Only what scored is ever stored, so a sheet that does not is a fault. */
export function scoreOf(instrument: Instrument, answers: Answers, settings: ScoreSettings): Score {
  const scored = score(instrument, answers, settings)
  if (!scored.ok) throw new Error(`a stored sheet does not score: ${scored.problem.kind}`)
  return scored.value
}

/** The answers that went back and were not filled in again. */
export const returnedCodes = (sheet: Sheet): readonly string[] =>
  [...sheet.answers.values()].filter(answer => answer.returnedReason !== '').map(({ code }) => code)

/** The codes whose answer or evidence is not as it was when the sheet was last submitted; none where it never was. */
export function changedCodes(sheet: Sheet): ReadonlySet<string> {
  const submitted = sheet.moves.find(move => move.state === 'submitted')
  if (!submitted) return new Set()
  const answers = [...sheet.answers.values()]
    .filter(answer => submitted.versions[answer.code] !== answer.version)
    .map(({ code }) => code)
  const { evidence: then } = submitted
  if (then === null) return new Set(answers)
  const inOrder = (links: readonly string[]) => links.toSorted().join()
  const now = (code: string) => inOrder((sheet.evidence.get(code) ?? []).map(({ linkId }) => linkId))
  const cited = [...sheet.evidence.keys(), ...Object.keys(then)]
  return new Set([...answers, ...cited.filter(code => now(code) !== inOrder(then[code] ?? []))])
}

export const isOpen = (cycle: Pick<Cycle, 'state'>): boolean =>
  cycle.state === 'open' || cycle.state === 'reopened'

/** A coordinator of some areas fills in those; what belongs to no area of change is for the rest. */
export function mayEditArea(
  actor: Actor | null,
  unitPath: readonly string[],
  area: string,
  today: LocalDate,
): boolean {
  const known = areaCodes.find((code: AreaCode) => code === area)
  if (known) return may(actor, 'assessment.edit', { unitPath, area: known }, today)
  if (!actor) return false
  const everywhere = actor.grants.filter(grant => grant.areas.length === 0)
  return may({ ...actor, grants: everywhere }, 'assessment.edit', { unitPath }, today)
}
