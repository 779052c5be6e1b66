export { type ImportProblem, importDocument } from './import-document.ts'
export { approvePlan, publishPlan, submitPlan } from './move-plan.ts'
export { planRoutes } from './routes.tsx'
