export { shippedInstruments } from './instruments.ts'
export { assessmentRoutes } from './routes.ts'
export { saveAnswers } from './save-answers.ts'
export { startCycle } from './start-cycle.ts'
