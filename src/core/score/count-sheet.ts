import { err, ok, type Result } from '../shared/result.ts'
import { type Amount, type Share, shareOf, sumAmounts } from './amount.ts'
import { type Answers, type BadAnswer, isBlank, type ScoreSettings, shown } from './answers.ts'
import type { Compiled, CompiledIndex, CompiledRatio, Part, PartPlace, Worth } from './compiled.ts'
import { readIndex, readRatio } from './read-answer.ts'
import { carried, digitsOf, type Tally, tallyOf } from './tally.ts'

/** A sheet counted in whole units and not yet printed. */
export interface CountedSheet {
  /** By the place of the part. */
  readonly tallies: readonly Tally[]
  /** At n the units of the questions before the n-th. */
  readonly before: readonly number[]
  /** By the place of the question: what its answer is worth, or the share that it came to. */
  readonly items: readonly (Worth | CountedShare)[]
  readonly blanks: readonly string[]
  /** Ratios with nothing to divide by. */
  readonly undivided: readonly string[]
}

export interface CountedShare {
  readonly share: Share
  readonly amount: Amount
  /** The rest of the amount in digits. */
  readonly low: number
  readonly open: 0 | 1
  readonly nothingToDivide: boolean
}

export function countSheet(
  compiled: Compiled,
  answers: Answers,
  { zeroDenominator = {} }: ScoreSettings,
): Result<CountedSheet, readonly BadAnswer[]> {
  const { questions } = compiled
  const { inOrder, unknown } = ordered(compiled, answers)
  const items: (Worth | CountedShare)[] = new Array(questions.length)
  const before: number[] = new Array(questions.length + 1)
  const blanks: string[] = []
  const undivided: string[] = []
  const bad: BadAnswer[] = []
  let units = 0
  let place = 0
  for (const question of questions) {
    const { code } = question
    const answer = inOrder[place]
    before[place] = units
    const worth = question.kind === 'options' ? question.worth.get(answer) : undefined
    if (worth !== undefined) {
      items[place] = worth
      units += worth.units
    } else if (isBlank(answer)) {
      blanks.push(code)
      items[place] = question.blank
      units += question.blank.units
    } else if (question.kind === 'options') {
      bad.push({ code, kind: 'unknown-option', given: shown(answer), allowed: question.keys })
    } else {
      const counted = countShare(question, answer, zeroDenominator[code])
      if (counted.ok) {
        if (counted.value.nothingToDivide) undivided.push(code)
        items[place] = counted.value
        units += counted.value.amount.units
      } else bad.push(...counted.problem)
    }
    place += 1
  }
  before[questions.length] = units
  for (const code of unknown) bad.push({ code, kind: 'unknown-code' })
  bad.push(...badSettings(compiled, Object.keys(zeroDenominator)))
  if (bad.length > 0) return err(bad)
  const tallies = compiled.parts.map(part => tallyIn(part, before, items))
  return ok({ items, blanks, undivided, before, tallies })
}

/** The answers by the place of their question: walking through a sheet is far faster than asking it for each code. */
function ordered({ questions, places }: Compiled, answers: Answers) {
  const inOrder: unknown[] = new Array(questions.length)
  let known = true
  for (const code in answers) {
    const place = places.get(code)
    if (place === undefined) known = false
    else inOrder[place] = answers[code]
  }
  // Only what is the sheet's own is held against it; JSON inherits nothing.
  return { inOrder, unknown: known ? [] : Object.keys(answers).filter(code => !places.has(code)) }
}

function countShare(
  question: CompiledIndex | CompiledRatio,
  answer: unknown,
  zeroDenominator: '0' | '1' | undefined,
): Result<CountedShare, readonly BadAnswer[]> {
  const read =
    question.kind === 'index' ? readIndex(question, answer) : readRatio(question, answer, zeroDenominator)
  if (!read.ok) return read
  const { share, nothingToDivide } = read.value
  const amount = shareOf(question.units, share)
  const { low, open } = digitsOf(amount.rest)
  return ok({ share, nothingToDivide, amount, low, open })
}

/** What a part came to, with its rest as a fraction. */
export const exactIn = ({ parts }: Compiled, { before, items }: CountedSheet, part: PartPlace): Amount =>
  exactly(parts[part] ?? noPart, before, items)

const noPart: Part = { runs: [], shares: [], known: null }

function tallyIn(part: Part, before: readonly number[], items: CountedSheet['items']): Tally {
  let [low, open] = [0, 0]
  for (const place of part.shares) {
    const item = items[place]
    if (item === undefined || !('share' in item)) continue
    low += item.low
    open += item.open
  }
  return carried(unitsIn(part, before), low, open) ?? tallyOf(exactly(part, before, items))
}

const exactly = (part: Part, before: readonly number[], items: CountedSheet['items']): Amount =>
  sumAmounts(
    unitsIn(part, before),
    part.shares.flatMap(place => {
      const item = items[place]
      return item !== undefined && 'share' in item ? [item.amount.rest] : []
    }),
  )

function unitsIn({ runs }: Part, before: readonly number[]): number {
  let units = 0
  for (let run = 0; run < runs.length; run += 2)
    units += (before[runs[run + 1] ?? 0] ?? 0) - (before[runs[run] ?? 0] ?? 0)
  return units
}

/** Settings for questions that the instrument does not ask, or does not leave open. */
const badSettings = ({ questions }: Compiled, codes: readonly string[]): BadAnswer[] =>
  codes.flatMap((code): BadAnswer[] => {
    const question = questions.find(candidate => candidate.code === code)
    if (question === undefined) return [{ code, kind: 'unknown-code' }]
    const open = question.kind === 'ratio' && question.nothingToDivide.setting
    return open ? [] : [{ code, kind: 'setting-not-open' }]
  })
