import {
  describePlace,
  describeWarning,
  type PlanDocument,
  type PlanWarning,
} from '../features/plan/read/index.ts'
import { describeAssumption } from '../ui/schedule-messages.ts'

/** The plan as `--json` prints it: assumptions and warnings in Indonesian sentences. */
export function planJson({ title, year, areas, counts, warnings }: PlanDocument) {
  return {
    title,
    year,
    areas: areas.map(({ code, label, subComponents }) => ({
      code,
      label,
      subComponents: subComponents.map(({ no, name, indicators }) => ({
        no,
        name,
        indicators: indicators.map(({ text, actions, evidence, schedules, owner }) => ({
          text,
          actions,
          evidence,
          schedules: schedules.map(schedule => ({
            text: schedule.text,
            kind: schedule.kind,
            rrule: schedule.rrule,
            windows: schedule.windows,
            dates: schedule.dates,
            ambiguous: schedule.ambiguous,
            assumptions: [
              ...(schedule.fromMarks
                ? ['Tanda di kolom bulan dibaca sebagai jatuh tempo pada akhir setiap bulan yang ditandai.']
                : []),
              ...schedule.assumptions.map(assumption => describeAssumption(assumption, 'id')),
            ],
          })),
          owner,
        })),
      })),
    })),
    counts,
    warnings: warnings.map(warning => ({
      code: warning.code,
      where: whereOf(warning),
      text: describeWarning(warning, 'id'),
    })),
  }
}

/** `V.2.4 (lembar 'Rencana', sel C55)`: the row by its number and where it stands in the file. */
export function whereOf({ rowId, place }: PlanWarning): string {
  const where = place === null ? '' : describePlace(place, 'id')
  if (rowId === null) return where
  return where === '' ? rowId : `${rowId} (${where})`
}
