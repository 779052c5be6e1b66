export { type ImportProblem, importDocument } from './import-document.ts'
export { approvePlan, publishPlan, submitPlan } from './move-plan.ts'
export { type Cell, type GridFile, type ReadProblem, readTableIsolated } from './read/index.ts'
export { planRoutes } from './routes.ts'
