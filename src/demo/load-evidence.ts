import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { evidenceKinds } from '../core/evidence/kind.ts'
import { parseLocalDate } from '../core/shared/local-date.ts'
import type { Deps } from '../db/write.ts'
import { citeEvidence, findCycle } from '../features/assessment/index.ts'
import { addEvidence } from '../features/evidence/index.ts'

const Pieces = z.array(
  z.object({
    title: z.string(),
    kind: z.enum(evidenceKinds),
    number: z.string(),
    date: z.string(),
    path: z.string(),
    cites: z.array(z.object({ code: z.string(), page: z.string() })),
  }),
)

/** Addresses as evidence of the example's unit, most of them cited by its self-assessment. */
export async function loadEvidence(
  deps: Deps,
  unit: { readonly id: string; readonly path: readonly string[] },
  year: number,
  site: string,
): Promise<void> {
  const cycle = await findCycle(deps.db, unit.id, year)
  if (!cycle) throw new Error(`the example has no assessment of ${year}`)
  const file = new URL('../../examples/evidence.json', import.meta.url)
  for (const piece of Pieces.parse(JSON.parse(readFileSync(file, 'utf8')))) {
    const added = await addEvidence(deps, {
      unitId: unit.id,
      facts: {
        title: piece.title,
        kind: piece.kind,
        documentNumber: piece.number,
        documentDate: parseLocalDate(piece.date),
        periodFrom: null,
        periodTo: null,
        validUntil: null,
        page: '',
        language: 'id',
        keywords: [],
        confidentiality: 'internal',
      },
      uploads: [],
      link: { url: `${site}/${piece.path}`, title: null, checkedOn: null },
      target: null,
    })
    const evidenceId = added.ok ? added.value.ids[0] : undefined
    if (!evidenceId) throw new Error(`the example's evidence "${piece.title}" could not be added`)
    for (const { code, page } of piece.cites)
      if (!(await citeEvidence(deps, { unit, cycleId: cycle.id, code, evidenceId, page })).ok)
        throw new Error(`the example's evidence "${piece.title}" could not be cited for ${code}`)
  }
}
