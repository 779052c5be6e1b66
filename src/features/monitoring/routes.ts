import type { Route } from '../context.ts'
import { calendarRoutes } from './calendar-routes.tsx'
import { feedRoutes } from './feed-routes.tsx'
import { obligationRoutes } from './obligation-routes.tsx'
import { progressRoutes } from './progress-routes.tsx'
import { reminderRoutes } from './reminder-routes.tsx'
import { yearRoutes } from './year-routes.tsx'

/** Every page of the obligations: what is owed, when, by whom and how far it has come. */
export const monitoringRoutes: Route[] = [
  ...obligationRoutes,
  ...calendarRoutes,
  ...yearRoutes,
  ...progressRoutes,
  ...feedRoutes,
  ...reminderRoutes,
]
