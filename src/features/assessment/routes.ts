import type { Route } from '../context.ts'
import { areaRoutes } from './area-routes.tsx'
import { cycleRoutes } from './cycle-routes.tsx'
import { overviewRoutes } from './overview-routes.tsx'
import { roadRoutes } from './road-routes.tsx'
import { rowRoutes } from './row-routes.tsx'
import { unitsRoutes } from './units-routes.tsx'
import { workbookRoutes } from './workbook/routes.tsx'

/** Every page of the self-assessment. An area's page takes any word, so it stands last. */
export const assessmentRoutes: Route[] = [
  ...cycleRoutes,
  ...overviewRoutes,
  ...roadRoutes,
  ...unitsRoutes,
  ...rowRoutes,
  ...workbookRoutes,
  ...areaRoutes,
]
