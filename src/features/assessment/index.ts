export { bundleRoutes } from './bundle/routes.tsx'
export { openSigningKeys, type SigningKeys, throwawayKeys } from './bundle/signing-key.ts'
export { citeEvidence } from './cite-evidence.ts'
export { shippedInstruments } from './instruments.ts'
export { closeCycle, submitCycle } from './move-cycle.ts'
export { findCycle } from './queries.ts'
export { assessmentRoutes } from './routes.ts'
export { type SaveProblem, saveAnswers } from './save-answers.ts'
export {
  type AssessmentStanding,
  assessmentStanding,
  StandingBars,
  standingFigures,
} from './standing.view.tsx'
export { startCycle } from './start-cycle.ts'
