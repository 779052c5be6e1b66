import type { Instrument, PlacedQuestion } from '../../core/instrument/instrument.ts'
import { questionsOf } from '../../core/instrument/instrument.ts'
import type { Answers } from '../../core/score/answers.ts'
import type { Score } from '../../core/score/score.ts'
import type { Db } from '../../db/database.ts'
import { type KnownInstrument, storedInstrument } from './instruments.ts'
import { answersOf, type Cycle, cycleBefore } from './queries.ts'
import { answersIn, scoreOf } from './sheet.ts'
import { type Carried, scorable } from './start-cycle.ts'

/** One item that is not the same in both instruments. */
export type ItemChange = {
  readonly code: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before: PlacedQuestion | undefined
  readonly after: PlacedQuestion | undefined
}

export type StartPreview = {
  readonly before: Cycle | null
  readonly same: boolean
  readonly changes: readonly ItemChange[]
  /** What the new cycle could begin with. */
  readonly carried: readonly Carried[]
  /** Last year's answers under their own instrument and under the chosen one. */
  readonly scores: { readonly old: Score; readonly next: Score } | null
}

/** What choosing an instrument for a year means, before anything is stored. */
export async function previewStart(
  db: Db,
  unitId: string,
  year: number,
  chosen: KnownInstrument,
): Promise<StartPreview> {
  const before = await cycleBefore(db, unitId, year, chosen.instrument.kind)
  if (!before) return { before, same: false, changes: [], carried: [], scores: null }
  const old = await storedInstrument(db, before.instrumentHash)
  const stored = await answersOf(db, [before.id])
  const answers = answersIn(stored)
  const mapped = mapAnswers(old, chosen.instrument, answers)
  return {
    before,
    same: before.instrumentHash === chosen.hash,
    changes: itemChanges(old, chosen.instrument),
    carried: Object.entries(mapped).map(([code, value]) => ({
      code,
      value,
      explanation: stored.find(answer => answer.code === code)?.explanation ?? '',
    })),
    scores: {
      old: scoreOf(old, answers, before.settings),
      next: scoreOf(chosen.instrument, mapped, {}),
    },
  }
}

/** Answers that mean the same in the new instrument: the same code, asking the same, answered the same way. */
function mapAnswers(old: Instrument, next: Instrument, answers: Answers): Answers {
  const after = new Map(questionsOf(next).map(({ question }) => [question.code, question]))
  const kept = questionsOf(old).flatMap(({ question }): [string, unknown][] => {
    const same = after.get(question.code)
    const answer = answers[question.code]
    const carries = same && answer !== undefined && same.answer?.kind === question.answer?.kind
    return carries && old.id === next.id ? [[question.code, answer]] : []
  })
  return scorable(next, Object.fromEntries(kept))
}

function itemChanges(old: Instrument, next: Instrument): ItemChange[] {
  const before = new Map(questionsOf(old).map(placed => [placed.question.code, placed]))
  const after = new Map(questionsOf(next).map(placed => [placed.question.code, placed]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((code): ItemChange[] => {
    const [was, is] = [before.get(code), after.get(code)]
    if (!was) return [{ code, kind: 'added', before: was, after: is }]
    if (!is) return [{ code, kind: 'removed', before: was, after: is }]
    const same =
      JSON.stringify([was.question, was.subItem.weight]) === JSON.stringify([is.question, is.subItem.weight])
    return same ? [] : [{ code, kind: 'changed', before: was, after: is }]
  })
}
