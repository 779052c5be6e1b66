import { err, ok, type Result } from '../shared/result.ts'
import { type Amount, noRest, type Share, shareOf, sumAmounts } from './amount.ts'
import { type Answers, type BadAnswer, isBlank, type ScoreSettings, shown } from './answers.ts'
import type { Compiled, CompiledIndex, CompiledRatio, PartPlace, Worth } from './compiled.ts'
import { readIndex, readRatio } from './read-answer.ts'
import { carried, digitsOf, type Tally, tallyOf } from './tally.ts'

/** A sheet counted in whole units and not yet printed. */
export interface CountedSheet {
  /** By the place of the part. */
  readonly tallies: readonly Tally[]
  readonly counts: Counts
  /** By the place of the question: what its answer is worth, or the share that it came to. */
  readonly items: readonly (Worth | CountedShare)[]
  readonly blanks: readonly string[]
  /** Ratios with nothing to divide by. */
  readonly undivided: readonly string[]
}

export interface CountedShare {
  readonly share: Share
  readonly amount: Amount
  readonly nothingToDivide: boolean
}

interface Rest {
  readonly rest: Share
  readonly low: number
  readonly open: 0 | 1
}

export function countSheet(
  compiled: Compiled,
  answers: Answers,
  { zeroDenominator = {} }: ScoreSettings,
): Result<CountedSheet, readonly BadAnswer[]> {
  const items: (Worth | CountedShare)[] = []
  const blanks: string[] = []
  const undivided: string[] = []
  const bad: BadAnswer[] = []
  const rests: Rest[] = []
  const before = [0]
  const restsBefore = [0]
  let units = 0
  let answered = 0
  for (const question of compiled.questions) {
    const { code } = question
    const answer = answers[code]
    if (answer !== undefined) answered += 1
    const worth = question.kind === 'options' ? question.worth.get(answer) : undefined
    if (worth !== undefined) {
      items.push(worth)
      units += worth.units
    } else if (isBlank(answer)) {
      blanks.push(code)
      items.push(question.blank)
      units += question.blank.units
    } else if (question.kind === 'options') {
      bad.push({ code, kind: 'unknown-option', given: shown(answer), allowed: question.keys })
    } else {
      const counted = countShare(question, answer, zeroDenominator[code])
      if (counted.ok) {
        const { rest, units: whole } = counted.value.amount
        if (rest !== noRest) rests.push({ rest, ...digitsOf(rest) })
        if (counted.value.nothingToDivide) undivided.push(code)
        items.push(counted.value)
        units += whole
      } else bad.push(...counted.problem)
    }
    before.push(units)
    restsBefore.push(rests.length)
  }
  if (hasMoreThan(answered, answers))
    for (const code of Object.keys(answers))
      if (!compiled.codes.has(code)) bad.push({ code, kind: 'unknown-code' })
  bad.push(...badSettings(compiled, Object.keys(zeroDenominator)))
  if (bad.length > 0) return err(bad)
  const counts = { before, restsBefore, rests }
  return ok({ items, blanks, undivided, counts, tallies: talliesOf(compiled, counts) })
}

/** Counted without a list of the keys; inherited keys, which JSON has not, only cost the closer look. */
function hasMoreThan(answered: number, answers: Answers): boolean {
  let keys = 0
  for (const _ in answers) keys += 1
  return keys !== answered
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
  return ok({ share, nothingToDivide, amount: shareOf(question.units, share) })
}

interface Counts {
  /** At n the units of the questions before the n-th, and how many of them left a rest. */
  readonly before: readonly number[]
  readonly restsBefore: readonly number[]
  readonly rests: readonly Rest[]
}

/** What a part came to, with its rest as a fraction. */
export const exactIn = ({ parts }: Compiled, { counts }: CountedSheet, part: PartPlace): Amount =>
  exactly(parts[part]?.runs ?? [], counts)

function talliesOf({ parts }: Compiled, counts: Counts): Tally[] {
  const tallies: Tally[] = []
  for (const { runs } of parts) tallies.push(tallyIn(runs, counts))
  return tallies
}

function tallyIn(runs: readonly number[], counts: Counts): Tally {
  const { before, restsBefore, rests } = counts
  let [units, low, open] = [0, 0, 0]
  for (let run = 0; run < runs.length; run += 2) {
    const [from, to] = [runs[run] ?? 0, runs[run + 1] ?? 0]
    units += (before[to] ?? 0) - (before[from] ?? 0)
    const end = restsBefore[to] ?? 0
    for (let at = restsBefore[from] ?? 0; at < end; at += 1) {
      low += rests[at]?.low ?? 0
      open += rests[at]?.open ?? 0
    }
  }
  return carried(units, low, open) ?? tallyOf(exactly(runs, counts))
}

function exactly(runs: readonly number[], { before, restsBefore, rests }: Counts): Amount {
  let units = 0
  const inside: Share[] = []
  for (let run = 0; run < runs.length; run += 2) {
    const [from, to] = [runs[run] ?? 0, runs[run + 1] ?? 0]
    units += (before[to] ?? 0) - (before[from] ?? 0)
    for (const { rest } of rests.slice(restsBefore[from], restsBefore[to])) inside.push(rest)
  }
  return sumAmounts(units, inside)
}

/** Settings for questions that the instrument does not ask, or does not leave open. */
const badSettings = ({ questions }: Compiled, codes: readonly string[]): BadAnswer[] =>
  codes.flatMap((code): BadAnswer[] => {
    const question = questions.find(candidate => candidate.code === code)
    if (question === undefined) return [{ code, kind: 'unknown-code' }]
    const open = question.kind === 'ratio' && question.nothingToDivide.setting
    return open ? [] : [{ code, kind: 'setting-not-open' }]
  })
