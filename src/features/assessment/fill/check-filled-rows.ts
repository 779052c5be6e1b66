import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import type { BadAnswer } from '../../../core/score/answers.ts'
import { score } from '../../../core/score/score.ts'
import type { Deps } from '../../../db/write.ts'
import { conditionCode, isCondition, mayEditArea } from '../sheet.ts'
import type { FilledRow } from './filled-row.ts'

export const longestExplanation = 4000

export type FilledRowsProblem =
  | { readonly kind: 'forbidden'; readonly codes: readonly string[] }
  | { readonly kind: 'bad-answers'; readonly answers: readonly BadAnswer[] }
  | { readonly kind: 'explanation-too-long'; readonly codes: readonly string[]; readonly most: number }

/** What is against these rows of that instrument, filled in by that person; null where nothing is. */
export function checkFilledRows(
  deps: Pick<Deps, 'actor' | 'today'>,
  instrument: Instrument,
  unitPath: readonly string[],
  rows: readonly FilledRow[],
): FilledRowsProblem | null {
  const areas = new Map(questionsOf(instrument).map(({ question, area }) => [question.code, area]))
  const forbidden = rows.filter(
    ({ code }) => !mayEditArea(deps.actor, unitPath, areas.get(code) ?? '', deps.today),
  )
  if (forbidden.length > 0) return { kind: 'forbidden', codes: forbidden.map(({ code }) => code) }
  const long = rows.filter(({ explanation }) => explanation.length > longestExplanation)
  if (long.length > 0)
    return { kind: 'explanation-too-long', codes: long.map(({ code }) => code), most: longestExplanation }
  const filled = rows.filter(({ code, value }) => value !== null && !isCondition(code))
  const scored = score(instrument, Object.fromEntries(filled.map(({ code, value }) => [code, value])))
  const bad = scored.ok || scored.problem.kind !== 'bad-answers' ? [] : scored.problem.answers
  const strangers = rows
    .filter(({ code, value }) => value === null && !isCondition(code) && !areas.has(code))
    .map(({ code }): BadAnswer => ({ code, kind: 'unknown-code' }))
  const all = [...bad, ...strangers, ...badConditions(instrument, rows)]
  return all.length > 0 ? { kind: 'bad-answers', answers: all } : null
}

const conditionAnswers = ['Ya', 'Tidak']

function badConditions(instrument: Instrument, rows: readonly FilledRow[]): BadAnswer[] {
  const known = new Set(
    instrument.predicates.flatMap(({ code, conditions }) =>
      conditions.map(condition => conditionCode(code, condition.code)),
    ),
  )
  return rows
    .filter(({ code }) => isCondition(code))
    .flatMap(({ code, value }): BadAnswer[] => {
      if (!known.has(code)) return [{ code, kind: 'unknown-code' }]
      if (value === null || conditionAnswers.includes(String(value))) return []
      return [{ code, kind: 'unknown-option', given: String(value).slice(0, 40), allowed: conditionAnswers }]
    })
}
