import type { Route } from '../context.ts'
import { cycleRoutes } from './cycle/cycle-routes.tsx'
import { areaRoutes } from './fill/area-routes.tsx'
import { rowRoutes } from './fill/row-routes.tsx'
import { overviewRoutes } from './overview/overview-routes.tsx'
import { unitsRoutes } from './overview/units-routes.tsx'
import { roadRoutes } from './road/road-routes.tsx'
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
