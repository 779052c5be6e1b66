import { sql } from 'kysely'
import { questionsOf } from '../../../core/instrument/instrument.ts'
import type { ScoreSettings } from '../../../core/score/answers.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { storedInstrument } from '../instruments.ts'
import type { CycleState } from '../queries.ts'
import { isOpen } from '../sheet.ts'

export type ZeroProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-open'; readonly state: CycleState }

/** What nothing over nothing is worth, where the instrument leaves it to the agency; null takes it back. */
export const setZeroDenominator = (
  deps: Deps,
  input: {
    readonly unitId: string
    readonly cycleId: string
    readonly code: string
    readonly worth: '0' | '1' | null
  },
): Promise<Result<null, ZeroProblem>> =>
  write<null, ZeroProblem>(deps, async (tx, record) => {
    const cycle = await tx
      .selectFrom('assessment_cycle')
      .select(['id', 'state', 'instrument_hash', sql<ScoreSettings>`settings`.as('settings')])
      .where('id', '=', input.cycleId)
      .where('unit_id', '=', input.unitId)
      .forUpdate()
      .executeTakeFirst()
    if (!cycle) return err({ kind: 'not-found' })
    if (!isOpen(cycle)) return err({ kind: 'not-open', state: cycle.state })
    const instrument = await storedInstrument(tx, cycle.instrument_hash)
    const found = questionsOf(instrument).find(({ question }) => question.code === input.code)
    const answer = found?.question.answer
    if (answer?.kind !== 'ratio' || !answer.zeroDenominator.setting) return err({ kind: 'not-found' })
    const { [input.code]: was, ...others } = cycle.settings.zeroDenominator ?? {}
    const settings: ScoreSettings = {
      zeroDenominator: input.worth === null ? others : { ...others, [input.code]: input.worth },
    }
    await tx
      .updateTable('assessment_cycle')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', cycle.id)
      .execute()
    record({
      action: 'assessment-zero-set',
      subjectType: 'assessment',
      subjectId: cycle.id,
      unitId: input.unitId,
      detail: { code: input.code, was: was ?? null, now: input.worth },
    })
    return ok(null)
  })
