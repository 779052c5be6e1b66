import type { Route } from '../context.ts'
import { obligationRoutes } from './obligation-routes.tsx'

export const monitoringRoutes: Route[] = [...obligationRoutes]
