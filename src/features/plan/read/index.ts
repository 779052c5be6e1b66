/** Reading a work plan from a file: the door to this folder. */
export type { AreaCode } from './areas.ts'
export type { Cell, GridFile } from './grid.ts'
export type { Place } from './place.ts'
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
export type { ReadProblem } from './problem.ts'
export { describeReadProblem } from './problem-messages.ts'
export { fileSizeLimit, type PlanSource, type ReadOptions, readPlan } from './read-plan.ts'
export { readPlanIsolated, readTableIsolated } from './read-plan-isolated.ts'
export { describeWarning } from './warning-messages.ts'
