import { err, ok, type Result } from '../shared/result.ts'
import { type Amount, noRest, type Share, shareOf, sumAmounts } from './amount.ts'
import { type Answers, type BadAnswer, isBlank, type ScoreSettings, shown } from './answers.ts'
import type { Compiled, CompiledIndex, CompiledRatio, Worth } from './compiled.ts'
import { readIndex, readRatio } from './read-answer.ts'

/** A sheet counted in whole units, exact and not yet printed. */
export interface CountedSheet {
  /** By the place of the part. */
  readonly amounts: readonly Amount[]
  /** By the place of the question: what its answer is worth, or the share that it came to. */
  readonly items: readonly (Worth | CountedShare)[]
  readonly blanks: readonly string[]
}

export interface CountedShare {
  readonly share: Share
  readonly amount: Amount
  readonly nothingToDivide: boolean
}

interface Rest {
  readonly place: number
  readonly rest: Share
}

export function countSheet(
  compiled: Compiled,
  answers: Answers,
  { zeroDenominator = {} }: ScoreSettings,
): Result<CountedSheet, readonly BadAnswer[]> {
  const items: (Worth | CountedShare)[] = []
  const blanks: string[] = []
  const bad: BadAnswer[] = []
  /** `before[n]` is the units of the questions before the n-th. */
  const before: number[] = [0]
  const rests: Rest[] = []
  let units = 0
  let answered = 0
  for (const question of compiled.questions) {
    const { code } = question
    const answer = answers[code]
    if (answer !== undefined) answered += 1
    if (isBlank(answer)) {
      blanks.push(code)
      items.push(question.blank)
      units += question.blank.units
    } else if (question.kind === 'options') {
      const worth = question.worth.get(answer)
      if (worth === undefined)
        bad.push({ code, kind: 'unknown-option', given: shown(answer), allowed: question.keys })
      else {
        items.push(worth)
        units += worth.units
      }
    } else {
      const counted = countShare(question, answer, zeroDenominator[code])
      if (counted.ok) {
        const { amount } = counted.value
        if (amount.rest !== noRest) rests.push({ place: items.length, rest: amount.rest })
        items.push(counted.value)
        units += amount.units
      } else bad.push(...counted.problem)
    }
    before.push(units)
  }
  if (Object.keys(answers).length !== answered)
    for (const code of Object.keys(answers))
      if (!compiled.codes.has(code)) bad.push({ code, kind: 'unknown-code' })
  bad.push(...badSettings(compiled, Object.keys(zeroDenominator)))
  return bad.length > 0 ? err(bad) : ok({ items, blanks, amounts: amountsOf(compiled, before, rests) })
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

function amountsOf({ parts }: Compiled, before: readonly number[], rests: readonly Rest[]): Amount[] {
  const amounts: Amount[] = []
  for (const { runs, shares } of parts) {
    let units = 0
    for (let run = 0; run < runs.length; run += 2)
      units += (before[runs[run + 1] ?? 0] ?? 0) - (before[runs[run] ?? 0] ?? 0)
    amounts.push(
      shares.size === 0 || rests.length === 0
        ? { units, rest: noRest }
        : sumAmounts(units, restsIn(shares, rests)),
    )
  }
  return amounts
}

function restsIn(shares: ReadonlySet<number>, rests: readonly Rest[]): Share[] {
  const inside: Share[] = []
  for (const { place, rest } of rests) if (shares.has(place)) inside.push(rest)
  return inside
}

/** Settings for questions that the instrument does not ask, or does not leave open. */
const badSettings = ({ questions }: Compiled, codes: readonly string[]): BadAnswer[] =>
  codes.flatMap((code): BadAnswer[] => {
    const question = questions.find(candidate => candidate.code === code)
    if (question === undefined) return [{ code, kind: 'unknown-code' }]
    const open = question.kind === 'ratio' && question.nothingToDivide.setting
    return open ? [] : [{ code, kind: 'setting-not-open' }]
  })
