import type { PlanToMatch } from '../../../core/evidence/plan-to-match.ts'
import type { PlanDocument } from '../../plan/read/index.ts'

/** A plan as it was read from a file, for matching without a database. Ids are the plan's own numbers. */
export function planToMatch({ year, areas }: PlanDocument): PlanToMatch {
  return {
    year,
    areas: areas.map((area, at) => ({
      id: String(at + 1),
      code: area.code,
      label: area.label,
      subComponents: area.subComponents.map(sub => ({
        id: `${at + 1}.${sub.no}`,
        no: sub.no,
        name: sub.name,
        indicators: sub.indicators.map(indicator => ({
          id: indicator.id,
          no: indicator.id.split('.').at(-1) ?? '',
          text: indicator.text,
          slots: indicator.evidence.map((text, slot) => ({ id: `${indicator.id}#${slot + 1}`, text })),
        })),
      })),
    })),
  }
}
