import type { BlockList } from 'node:net'
import type { Db } from '../db/database.ts'
import { assessmentRoutes, bundleRoutes, type SigningKeys } from '../features/assessment/index.ts'
import { auditRoutes } from '../features/audit/index.ts'
import { chapterRoutes } from '../features/chapters/index.ts'
import type { Route } from '../features/context.ts'
import { type EvidencePageServices, evidenceRoutes } from '../features/evidence/index.ts'
import type { Mailer } from '../features/mailer.ts'
import { monitoringRoutes } from '../features/monitoring/index.ts'
import { type Auth, organisationRoutes } from '../features/organisation/index.ts'
import { planRoutes } from '../features/plan/index.ts'
import { tokenRoutes } from '../features/tokens/index.ts'
import { apiDocsRoutes } from './api/docs-routes.tsx'
import { helpRoutes } from './help.tsx'
import { homeRoutes } from './home.tsx'

/** What some features need besides the request. */
export type RouteServices = {
  readonly auth: Auth
  readonly mailer: Mailer | null
  readonly db: Db
  readonly evidence: EvidencePageServices
  /** What closed assessments are signed with. */
  readonly keys: SigningKeys
  readonly secret: string
  readonly origin: string
  /** Whether an agency's own identity provider is set up. */
  readonly oidc?: boolean
  /** The proxies in front of the server, as the settings name them. */
  readonly proxies?: BlockList
}

/** Every route of the server. The access matrix test walks this table. */
export const routesOf = (services: RouteServices): readonly Route[] => [
  ...homeRoutes,
  ...helpRoutes,
  ...apiDocsRoutes,
  ...planRoutes,
  ...monitoringRoutes,
  ...evidenceRoutes(services.evidence, services.proxies),
  ...bundleRoutes(services.keys),
  ...assessmentRoutes,
  ...chapterRoutes,
  ...organisationRoutes(services),
  ...tokenRoutes,
  ...auditRoutes,
]
