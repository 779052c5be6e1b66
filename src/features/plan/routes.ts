import type { Route } from '../context.ts'
import { copyRoutes } from './copy-routes.tsx'
import { correctRoutes } from './correct-routes.tsx'
import { exportRoutes } from './export-routes.ts'
import { historyRoutes } from './history-routes.tsx'
import { importRoutes } from './import-routes.tsx'
import { indicatorRoutes } from './indicator-routes.tsx'
import { planTableRoutes } from './plan-routes.tsx'
import { reviewRoutes } from './review-routes.tsx'
import { versionRoutes } from './version-routes.tsx'

/** In the order of an errand: bring a plan in, look at it, complete it, have it approved, look back. */
export const planRoutes: Route[] = [
  ...importRoutes,
  ...correctRoutes,
  ...planTableRoutes,
  ...indicatorRoutes,
  ...reviewRoutes,
  ...copyRoutes,
  ...exportRoutes,
  ...historyRoutes,
  ...versionRoutes,
]
