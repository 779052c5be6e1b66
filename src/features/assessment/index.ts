export { bundleRoutes } from './bundle/routes.tsx'
export { openSigningKeys, type SigningKeys, throwawayKeys } from './bundle/signing-key.ts'
export { closeCycle, submitCycle } from './cycle/move-cycle.ts'
export { startCycle } from './cycle/start-cycle.ts'
export { type SaveProblem, saveAnswers } from './fill/save-answers.ts'
export { shippedInstruments } from './instruments.ts'
export {
  type AssessmentStanding,
  assessmentStanding,
  StandingBars,
  standingFigures,
} from './overview/standing.view.tsx'
export { citeEvidence } from './prove/cite-evidence.ts'
export { findCycle } from './queries.ts'
export { assessmentRoutes } from './routes.ts'
