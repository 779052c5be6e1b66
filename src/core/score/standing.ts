import type { Instrument } from '../instrument/instrument.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { reaches } from './amount.ts'
import type { Answers, ScoreSettings } from './answers.ts'
import { countSheet } from './count-sheet.ts'
import { compiledOf, printPart, type ScoreProblem } from './score.ts'
import { nothing } from './tally.ts'

/** Where a sheet stands, for a list of many units: as exact as its score, without printing every number. */
export interface Standing {
  readonly total: string
  /** By predicate the thresholds that are missed; none means that the score reaches it. */
  readonly unmet: Readonly<Record<string, readonly string[]>>
}

export function standing(
  instrument: Instrument,
  answers: Answers,
  settings: ScoreSettings = {},
): Result<Standing, ScoreProblem> {
  const compiled = compiledOf(instrument)
  if (!compiled.ok) return err({ kind: 'not-scorable', why: compiled.problem })
  const counted = countSheet(compiled.value, answers, settings)
  if (!counted.ok) return err({ kind: 'bad-answers', answers: counted.problem })
  const { predicates, points, total } = compiled.value
  const { tallies } = counted.value
  const unmet: Record<string, readonly string[]> = {}
  for (const { code, rules } of predicates) {
    const missed: string[] = []
    for (const { rule, part, needUnits } of rules)
      if (!reaches(tallies[part] ?? nothing, needUnits)) missed.push(rule)
    unmet[code] = missed
  }
  return ok({ total: printPart(compiled.value, counted.value, total, points), unmet })
}
