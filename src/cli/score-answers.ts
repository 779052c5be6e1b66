import { isObject } from '../core/instrument/shape.ts'
import type { Answers, ScoreSettings } from '../core/score/answers.ts'
import { err, ok, type Result } from '../core/shared/result.ts'
import { repeatedKeys } from './score-repeated-keys.ts'

/** What an answers file holds. */
export interface AnswersFile {
  readonly instrument: string
  readonly answers: Answers
  readonly settings: ScoreSettings
  /** What the unit states about conditions besides the score, by their code. */
  readonly conditions: Readonly<Record<string, boolean>>
  /** How much work raising a question is, by its code; one where it is not given. */
  readonly effort: Readonly<Record<string, number>>
  /** Explanations and evidence by code, as `zona lke read` writes them. */
  readonly notes: Readonly<Record<string, AnswerNotes>>
  /** Keys that stand twice; of their values only the last was read. */
  readonly repeated: readonly string[]
  /** What is wrong in the parts besides the answers and was left out of them. */
  readonly wrong: readonly FileMistake[]
}

export interface AnswerNotes {
  readonly explanation: string
  readonly evidence: readonly string[]
}

export type FileMistake =
  /** `at`: the line and the letter in it, from 1, where they are known. */
  | { readonly kind: 'not-json'; readonly at: readonly [string, string] | null }
  | { readonly kind: 'repeated'; readonly key: string }
  | { readonly kind: 'not-an-answers-file'; readonly field: string }
  | { readonly kind: 'unknown-field'; readonly field: string }
  /** One entry of a part, by its code. */
  | { readonly kind: 'wrong-entry'; readonly part: Part; readonly code: string }

/** The parts besides the answers, of which a wrong entry says nothing about the answers. */
export type Part = 'conditions' | 'effort' | 'notes'

// `diagnostics` is what `zona lke read` met; nothing is read out of it.
const fields = [
  'instrument',
  'answers',
  'settings',
  'conditions',
  'effort',
  'notes',
  'assessors',
  'diagnostics',
]

/** Reads an answers file, or names everything that is wrong with its form. */
export function readAnswersFile(text: string): Result<AnswersFile, readonly FileMistake[]> {
  const parsed = parse(text)
  if (!parsed.ok) return err([parsed.problem])
  const file = parsed.value
  if (!isObject(file)) return err([{ kind: 'not-an-answers-file', field: '' }])
  const { instrument, answers, settings = {}, conditions = {}, effort = {}, notes = {} } = file
  const zeroDenominator = isObject(settings) ? (settings.zeroDenominator ?? {}) : undefined
  const mistakes: FileMistake[] = [
    ...Object.keys(file)
      .filter(field => !fields.includes(field))
      .map(field => ({ kind: 'unknown-field' as const, field })),
    ...Object.keys(isObject(settings) ? settings : {})
      .filter(field => field !== 'zeroDenominator')
      .map(field => ({ kind: 'unknown-field' as const, field: `settings.${field}` })),
  ]
  const wrong = (field: string) => mistakes.push({ kind: 'not-an-answers-file', field })
  if (typeof instrument !== 'string') wrong('instrument')
  if (!isObject(answers)) wrong('answers')
  if (!isTable(zeroDenominator, isZeroOrOne)) wrong('settings.zeroDenominator')
  const [stated, work, noted] = [
    entriesOf('conditions', conditions, isFlag),
    entriesOf('effort', effort, isEffort),
    entriesOf('notes', notes, isNotes),
  ]
  const besides = [...stated.wrong, ...work.wrong, ...noted.wrong]
  if (
    mistakes.length > 0 ||
    typeof instrument !== 'string' ||
    !isObject(answers) ||
    !isTable(zeroDenominator, isZeroOrOne)
  )
    return err([
      ...mistakes,
      ...besides,
      ...repeatedKeys(text).map(key => ({ kind: 'repeated' as const, key })),
    ])
  return ok({
    instrument,
    answers,
    settings: { zeroDenominator },
    conditions: stated.right,
    effort: work.right,
    notes: noted.right,
    repeated: repeatedKeys(text),
    wrong: besides,
  })
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown
const parseJson = JSON.parse as (text: string, reviver: Reviver) => unknown

/** The digits that count, of which a float holds fifteen whatever they are. */
const countingDigits = (source: string): number =>
  source
    .replace(/e.*$/i, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '').length

/** A number that a float may not hold stays as it is written, so that no float decides what it is. */
const asWritten: Reviver = (_, value, { source }) =>
  typeof value === 'number' && source !== undefined && countingDigits(source) > 15 ? source : value

/** The entries of a part that hold, and a mistake for each of the others. */
function entriesOf<T>(
  part: Part,
  value: unknown,
  holds: (item: unknown) => item is T,
): { readonly right: Readonly<Record<string, T>>; readonly wrong: readonly FileMistake[] } {
  if (!isObject(value)) return { right: {}, wrong: [{ kind: 'not-an-answers-file', field: part }] }
  const entries = Object.entries(value)
  return {
    right: Object.fromEntries(entries.flatMap(([code, item]) => (holds(item) ? [[code, item]] : []))),
    wrong: entries.flatMap(([code, item]) => (holds(item) ? [] : [{ kind: 'wrong-entry', part, code }])),
  }
}

function parse(text: string): Result<unknown, FileMistake> {
  try {
    return ok(parseJson(text, asWritten))
  } catch (problem) {
    const [, line, letter] = /line (\d+) column (\d+)/.exec(String(problem)) ?? []
    return err({ kind: 'not-json', at: line && letter ? [line, letter] : null })
  }
}

const isZeroOrOne = (value: unknown): value is '0' | '1' => value === '0' || value === '1'
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
const isEffort = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1000

const isNotes = (value: unknown): value is AnswerNotes =>
  isObject(value) &&
  typeof value.explanation === 'string' &&
  Array.isArray(value.evidence) &&
  value.evidence.every(one => typeof one === 'string')

const isTable = <T>(
  value: unknown,
  holds: (item: unknown) => item is T,
): value is Readonly<Record<string, T>> => isObject(value) && Object.values(value).every(holds)
