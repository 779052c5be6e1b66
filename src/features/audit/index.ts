import type { Route } from '../context.ts'

export const auditRoutes: Route[] = []
