import type { Route } from '../context.ts'
import { accountRoutes } from './account.routes.tsx'
import type { AccountServices } from './account-services.ts'
import { agencySignInRoutes } from './agency-sign-in.routes.tsx'
import { forgottenPasswordRoutes } from './forgotten-password.routes.tsx'
import { passkeyRoutes } from './passkey.routes.tsx'
import { peopleRoutes } from './people.routes.tsx'
import { peopleImportRoutes } from './people-import/routes.tsx'
import { roleRoutes } from './roles.routes.tsx'
import { sessionRoutes } from './sessions.routes.tsx'
import { signInRoutes } from './sign-in.routes.tsx'
import { totpRoutes } from './totp.routes.tsx'
import { unitRoutes } from './units.routes.tsx'

export { type Auth, createAuth } from './auth.ts'
export { requestAddress } from './client-address.ts'
export { createAdmin } from './create-admin.ts'
export { type ActorRow, actorById, actorColumns, actorOf, findActor } from './find-actor.ts'
export { findZone } from './find-zone.ts'
export { organisationStanding } from './organisation-standing.ts'
export { hashPassword, maximumPassword, minimumPassword } from './password.ts'
export { safeNext } from './safe-next.ts'
export { SetupView } from './setup.view.tsx'
export { subtree } from './subtree.ts'

/** Signing in, the own account, units, people and roles. */
export const organisationRoutes = (services: AccountServices): Route[] => [
  ...signInRoutes(services),
  ...agencySignInRoutes(services),
  ...forgottenPasswordRoutes(services),
  ...accountRoutes(services),
  ...sessionRoutes(services),
  ...totpRoutes(services),
  ...passkeyRoutes,
  ...unitRoutes,
  ...peopleImportRoutes,
  ...peopleRoutes(services),
  ...roleRoutes,
]
export { passwordLink } from './set-password.ts'
