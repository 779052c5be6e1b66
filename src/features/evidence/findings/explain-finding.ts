import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import type { Unit } from '../../context.ts'
import { actorId } from '../ids.ts'
import type { Viewer } from '../queries.ts'
import { unitFindings } from './unit-findings.ts'

export type ExplainProblem =
  /** The facts are others than those that were explained, or the doubt is gone. */
  { readonly kind: 'changed' } | { readonly kind: 'too-short'; readonly least: number }

const leastLetters = 10

/** Keeps what the unit says about a finding. It settles the finding as long as its facts stay the same. */
export const explainFinding = (
  deps: Deps,
  input: {
    readonly unit: Pick<Unit, 'id' | 'path' | 'zone'>
    readonly year: number
    readonly viewer: Viewer
    readonly key: string
    readonly text: string
  },
): Promise<Result<null, ExplainProblem>> =>
  write<null, ExplainProblem>(deps, async (tx, record) => {
    const text = input.text.trim()
    if (text.length < leastLetters) return err({ kind: 'too-short', least: leastLetters })
    const { settled } = await unitFindings(tx, input.unit, input.year, input.viewer, deps.today)
    const found = settled.find(({ finding }) => finding.key === input.key)
    if (!found) return err({ kind: 'changed' })
    const id = deps.newId()
    const { key, subject, code, evidenceIds } = found.finding
    await tx
      .insertInto('evidence_explanation')
      .values({
        id,
        unit_id: input.unit.id,
        year: input.year,
        key,
        subject,
        text,
        explained_by: actorId(deps),
        explained_at: deps.now,
      })
      .execute()
    record({
      action: 'evidence-finding-explained',
      subjectType: 'evidence-finding',
      subjectId: id,
      unitId: input.unit.id,
      detail: { year: input.year, code, evidenceIds, text },
    })
    return ok(null)
  })
