export { loadOverview, type Overview, UnitOverview } from './overview.tsx'
export { monitoringRoutes } from './routes.ts'
export { sendDigests } from './send-digests.ts'
