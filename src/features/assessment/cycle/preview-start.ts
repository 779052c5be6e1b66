import { compareInstruments, type InstrumentChange } from '../../../core/instrument/compare-instruments.ts'
import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import {
  type InstrumentMapping,
  type MappedAnswers,
  mapAnswers,
} from '../../../core/instrument/map-answers.ts'
import type { Answers } from '../../../core/score/answers.ts'
import { type Score, score } from '../../../core/score/score.ts'
import type { Db } from '../../../db/database.ts'
import { type KnownInstrument, shippedMapping, storedInstrument } from '../instruments.ts'
import { answersOf, type Cycle, cycleBefore } from '../queries.ts'
import { answersIn, scoreOf } from '../sheet.ts'
import type { Carried } from './start-cycle.ts'

export type StartPreview = {
  readonly before: Cycle
  readonly beforeInstrument: Instrument
  readonly same: boolean
  readonly changes: readonly InstrumentChange[]
  /** What the new cycle could begin with. */
  readonly carried: readonly Carried[]
  readonly left: MappedAnswers['left']
  readonly open: readonly string[]
  /** Last year's answers under their own instrument, and what the chosen one takes of them. */
  readonly scores: { readonly old: Score; readonly next: Score }
}

/** What choosing an instrument for a year means, before anything is stored; null without an earlier year. */
export async function previewStart(
  db: Db,
  unitId: string,
  year: number,
  chosen: KnownInstrument,
): Promise<StartPreview | null> {
  const next = chosen.instrument
  const before = await cycleBefore(db, unitId, year, next.kind)
  if (!before) return null
  const old = await storedInstrument(db, before.instrumentHash)
  const stored = await answersOf(db, [before.id])
  const answers = answersIn(stored)
  const mapped = mapAnswers(shippedMapping(old, next) ?? byCode(old, next), old, next, answers)
  const carried = mapped.carried.map(({ from, to, answer, confirm }) => ({
    code: to,
    value: answer,
    explanation: stored.find(one => one.code === from)?.explanation ?? '',
    confirm,
  }))
  return {
    before,
    beforeInstrument: old,
    same: before.instrumentHash === chosen.hash,
    changes: compareInstruments(old, next),
    carried,
    left: mapped.left,
    open: mapped.open,
    scores: {
      old: scoreOf(old, answers, before.settings),
      next: scoreOf(
        next,
        old.id === next.id
          ? takenBy(next, answers)
          : Object.fromEntries(carried.map(({ code, value }) => [code, value])),
        {},
      ),
    },
  }
}

/** The answers that the instrument takes as they are, counts and indices of that year too. */
function takenBy(instrument: Instrument, answers: Answers): Answers {
  const scored = score(instrument, answers)
  if (scored.ok || scored.problem.kind !== 'bad-answers') return answers
  const bad = new Set(scored.problem.answers.map(({ code }) => code))
  return Object.fromEntries(Object.entries(answers).filter(([code]) => !bad.has(code)))
}

/** Two versions of one instrument ask the same under the same code. Across instruments a code proves nothing. */
function byCode(old: Instrument, next: Instrument): InstrumentMapping {
  const asks = new Map(questionsOf(next).map(({ question }) => [question.code, question.text.id]))
  const pairs = questionsOf(old).flatMap(({ question: { code, text } }): InstrumentMapping['pairs'] =>
    asks.has(code)
      ? [{ from: code, to: code, relation: asks.get(code) === text.id ? 'same' : 'similar' }]
      : [],
  )
  return {
    from: old.id,
    to: next.id,
    basis: { source: 'zona', certainty: 'high' },
    pairs: old.id === next.id ? pairs : [],
    gone: [],
  }
}
