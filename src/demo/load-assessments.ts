import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Deps } from '../db/write.ts'
import {
  closeCycle,
  type SaveProblem,
  saveAnswers,
  shippedInstruments,
  startCycle,
  submitCycle,
  throwawayKeys,
} from '../features/assessment/index.ts'

const folder = new URL('../../examples/', import.meta.url)

const Assessments = z.array(
  z.object({
    unit: z.string(),
    year: z.number(),
    answers: z.string(),
    explanations: z.record(z.string(), z.string()),
    close: z.boolean(),
  }),
)
const Sheet = z.object({ instrument: z.string(), answers: z.record(z.string(), z.unknown()) })

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/** The example's self-assessments: last year's, closed, and this year's of several units, half filled in. */
export async function loadAssessments(
  leader: Deps,
  head: Deps,
  units: ReadonlyMap<string, string>,
  agencyId: string,
): Promise<void> {
  const keys = throwawayKeys()
  for (const { unit: slug, year, answers, explanations, close } of Assessments.parse(
    read('assessments.json'),
  )) {
    const sheet = Sheet.parse(read(answers))
    const chosen = shippedInstruments().find(({ instrument }) => instrument.id === sheet.instrument)
    const unitId = units.get(slug)
    if (!chosen || !unitId)
      throw new Error(`the example names ${sheet.instrument} and ${slug}, which are not there`)
    const unit = { id: unitId, path: [...new Set([agencyId, unitId])] }
    const { cycleId } = done(await startCycle(leader, { unitId, year, chosen, carried: [], readAgain: '' }))
    const rows = Object.entries(sheet.answers).map(([code, value]) => ({
      code,
      value,
      explanation: explanations[code] ?? '',
      seen: 0,
    }))
    done(await saveAnswers(leader, { unit, cycleId, rows }))
    if (!close) continue
    done(await submitCycle(leader, { unitId, cycleId, version: 1, acceptsBlanks: true }))
    done(await closeCycle(head, { unitId, cycleId, version: 2 }, keys))
  }
}

function done<T>(result: { ok: true; value: T } | { ok: false; problem: SaveProblem | { kind: string } }): T {
  if (result.ok) return result.value
  throw new Error(`the example's assessment could not be loaded: ${JSON.stringify(result.problem)}`)
}
