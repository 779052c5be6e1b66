import type { Route } from '../context.ts'
import { reviewRoutes } from './approval/review-routes.tsx'
import { beginRoutes } from './begin/begin-routes.tsx'
import { copyRoutes } from './copy/copy-routes.tsx'
import { exportRoutes } from './export/export-routes.ts'
import { historyRoutes } from './history/history-routes.tsx'
import { versionRoutes } from './history/version-routes.tsx'
import { correctRoutes } from './import/correct-routes.tsx'
import { importRoutes } from './import/import-routes.tsx'
import { indicatorRoutes } from './indicator/indicator-routes.tsx'
import { newIndicatorRoutes } from './indicator/new-indicator-routes.tsx'
import { removeIndicatorRoutes } from './indicator/remove-indicator-routes.tsx'
import { planTableRoutes } from './plan-routes.tsx'

/** In the order of an errand: bring a plan in, look at it, complete it, have it approved, look back. */
export const planRoutes: Route[] = [
  ...importRoutes,
  ...correctRoutes,
  // "mulai" before any year.
  ...beginRoutes,
  ...planTableRoutes,
  // "baru" before any id.
  ...newIndicatorRoutes,
  ...indicatorRoutes,
  ...removeIndicatorRoutes,
  ...reviewRoutes,
  ...copyRoutes,
  ...exportRoutes,
  ...historyRoutes,
  ...versionRoutes,
]
