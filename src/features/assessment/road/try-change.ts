import type { PlacedQuestion } from '../../../core/instrument/instrument.ts'
import type { BadAnswer } from '../../../core/score/answers.ts'
import { type Effect, effectOf } from '../../../core/score/losses.ts'
import { answerField, answerOf, type Typed, typedFields, typedValue } from '../fill/fill-form.ts'
import { answersIn, type Sheet } from '../sheet.ts'

/** One item with another answer, before anyone makes the change. */
export type Tried = {
  readonly placed: PlacedQuestion
  /** What its fields show: what was asked about, or the stored answer. */
  readonly values: Typed
  readonly asked: { readonly effect: Effect; readonly to: unknown } | null
  readonly wrong: readonly BadAnswer[]
}

/**
 * Reads an address: `butir` names the item, its answer is an option or an index in `jadi`, or the fields of the form.
 * Null where it names no item.
 */
export function triedIn(sheet: Sheet, query: Readonly<Record<string, string>>): Tried | null {
  const placed = sheet.questions.find(({ question }) => question.code === query.butir)
  if (!placed?.question.answer) return null
  const { code } = placed.question
  const sent = new Map(typedFields(query))
  if (query.jadi) sent.set(answerField(code), query.jadi)
  const to = answerOf(placed, sent)
  if (to === null) {
    const stored = new Map(typedValue(code, sheet.answers.get(code)?.value))
    return { placed, values: stored, asked: null, wrong: [] }
  }
  const { instrument, answers, cycle } = sheet
  const effect = effectOf(instrument, answersIn(answers.values()), { [code]: to }, cycle.settings)
  if (effect.ok) return { placed, values: sent, asked: { effect: effect.value, to }, wrong: [] }
  if (effect.problem.kind === 'not-scorable') throw new Error('a stored sheet does not score')
  return { placed, values: sent, asked: null, wrong: effect.problem.answers }
}
