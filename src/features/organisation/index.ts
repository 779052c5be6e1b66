import type { Route } from '../context.ts'
import { type AccountServices, signInRoutes } from './sign-in.routes.tsx'

export { type Auth, createAuth } from './auth.ts'
export { findActor } from './find-actor.ts'
export { hashPassword } from './password.ts'

/** Signing in, the own account, units, people and roles. */
export const organisationRoutes = (services: AccountServices): Route[] => [...signInRoutes(services)]
