export { auditRoutes } from './audit.routes.tsx'
export { verifyLedger } from './verify-ledger.ts'
