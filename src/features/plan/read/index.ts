/** Reading a work plan from a file: the door to this folder. */
export { type Archive, openArchive } from './archive.ts'
export type { AreaCode } from './areas.ts'
export { readCsv } from './csv.ts'
export { type Numbering, readNumbering } from './docx-numbering.ts'
export { closeRow, type OpenTable, toCell } from './docx-table.ts'
export type { Cell, Grid, GridFile, GridRow } from './grid.ts'
export { splitItems } from './items.ts'
export { guardStreams } from './pdf-guard.ts'
export { cellName, columnName, type Place } from './place.ts'
export { describePlace } from './place-messages.ts'
export type {
  PlanArea,
  PlanCounts,
  PlanDocument,
  PlanIndicator,
  PlanSchedule,
  PlanSubComponent,
  PlanWarning,
  RowIndex,
} from './plan-document.ts'
export { type ReadProblem, Refusal } from './problem.ts'
export { describeReadProblem } from './problem-messages.ts'
export { fileSizeLimit, type PlanSource, type ReadOptions, readPlan } from './read-plan.ts'
export { readPlanIsolated, readTableIsolated, readWorkbookIsolated } from './read-plan-isolated.ts'
export { readWorkbook } from './read-table.ts'
export { sharesTimes } from './row-times.ts'
export { describeWarning } from './warning-messages.ts'
export { readXlsx, type WorkbookFile, xlsxLimits } from './xlsx.ts'
export { attribute, readXml } from './xml.ts'
