import type { Instrument, PlacedQuestion } from '../../../core/instrument/instrument.ts'
import { conditionCode } from '../sheet.ts'
import type { FilledRow } from './filled-row.ts'

/** Names of a row's fields: `a.P.MP.1.a`, `a.R.MP.1.a.agents`, `e.P.MP.1.a`, `v.P.MP.1.a`. */
export const answerField = (code: string, operand?: string): string =>
  operand === undefined ? `a.${code}` : `a.${code}.${operand}`
export const explanationField = (code: string): string => `e.${code}`
export const versionField = (code: string): string => `v.${code}`

/** What was typed, by the field's name. */
export type Typed = ReadonlyMap<string, string>

export function typedFields(body: Readonly<Record<string, unknown>>): Typed {
  const typed = new Map<string, string>()
  for (const [name, value] of Object.entries(body)) {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value
    if (typeof last === 'string') typed.set(name, last)
  }
  return typed
}

/** The rows that a form carries: those whose version it holds. */
export function filledRows(
  instrument: Instrument,
  questions: readonly PlacedQuestion[],
  typed: Typed,
): FilledRow[] {
  const conditions = instrument.predicates.flatMap(({ code, conditions }) =>
    conditions.map(condition => conditionCode(code, condition.code)),
  )
  const rowOf = (code: string, value: unknown): FilledRow[] => {
    const seen = typed.get(versionField(code))
    if (seen === undefined) return []
    const explanation = (typed.get(explanationField(code)) ?? '').replace(/\r\n?/g, '\n').trim()
    return [{ code, value, explanation, seen: /^\d{1,9}$/.test(seen) ? Number(seen) : 0 }]
  }
  return [
    ...questions.flatMap(placed => rowOf(placed.question.code, answerOf(placed, typed))),
    ...conditions.flatMap(code => rowOf(code, (typed.get(answerField(code)) ?? '').trim() || null)),
  ]
}

/** What is typed into a question's fields; null where nothing is. */
export function answerOf({ question: { code, answer } }: PlacedQuestion, typed: Typed): unknown {
  const given = (typed.get(answerField(code)) ?? '').trim()
  if (answer?.kind === 'index') return given === '' ? null : given.replace(',', '.')
  if (answer?.kind !== 'ratio') return given === '' ? null : given
  const counts = answer.operands.flatMap(({ name }): [string, unknown][] => {
    const text = (typed.get(answerField(code, name)) ?? '').trim()
    return text === '' ? [] : [[name, numberOrText(text)]]
  })
  return counts.length === 0 ? null : Object.fromEntries(counts)
}

/**
 * A number where it is one, so that the core says what is wrong with it; else the text as it was typed. Counts are
 * whole, so three digits behind a point or comma are thousands: 1.000 is a thousand.
 */
function numberOrText(text: string): number | string {
  if (/^\d{1,3}(?:\.\d{3}){1,5}$|^\d{1,3}(?:,\d{3}){1,5}$/.test(text))
    return Number(text.replace(/[.,]/g, ''))
  return /^-?\d{1,20}([.,]\d{1,20})?$/.test(text) ? Number(text.replace(',', '.')) : text
}

/** A stored value as it is typed into the row's fields. */
export function typedValue(code: string, value: unknown): [string, string][] {
  if (value === null || value === undefined) return []
  if (typeof value === 'object')
    return Object.entries(value).map(([operand, count]) => [answerField(code, operand), String(count)])
  return [[answerField(code), String(value)]]
}
