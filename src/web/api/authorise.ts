import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { may } from '../../core/access/may.ts'
import type { Permission } from '../../core/access/permissions.ts'
import { civilDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import type { Deps } from '../../db/write.ts'
import type { Unit } from '../../features/context.ts'
import type { FoundToken } from '../../features/tokens/index.ts'
import { findUnit } from '../find-unit.ts'
import { problem } from './problem.ts'
import type { RateLimit } from './rate-limit.ts'

export type ApiServices = {
  readonly db: Db
  readonly clock: () => Date
  readonly newId: () => string
  readonly findToken: (authorization: string | undefined, now: Date) => Promise<FoundToken | null>
  readonly rateLimit: RateLimit
  /** Keeps what happened and returns the reference under which it is found. */
  readonly fault: (error: Error, path: string) => string
}
/** One call, as an operation sees it: what a page's request is to a feature. */
export type ApiRequest = Deps & { readonly unit: Unit | null }
export type ApiEnv = { Variables: { services: ApiServices; request: ApiRequest } }

const longestKey = 200

/** The same key of the same person at the same address has one effect; kept as a hash, whatever it says. */
const requestKey = (method: string, path: string, key: string): string =>
  createHash('sha256').update(`${method} ${path}\n${key}`).digest('hex')

/** Lets a call through as the page with that permission would, for a token instead of a session. */
const authorise =
  (permission: Permission): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const { db, clock, newId, findToken, rateLimit } = c.get('services')
    const now = clock()
    const token = await findToken(c.req.header('authorization'), now)
    if (!token) {
      c.header('www-authenticate', 'Bearer realm="zona"')
      return problem(c, 'unauthenticated')
    }
    const seconds = rateLimit(token.id, now)
    if (seconds > 0) {
      c.header('retry-after', String(seconds))
      return problem(c, 'rate-limited')
    }
    const writes = c.req.method !== 'GET'
    if (writes && token.scope === 'read') return problem(c, 'read-only-token')
    const slug = c.req.param('unit')
    const unit = slug === undefined ? null : await findUnit(db, { slug })
    const today = civilDate(now, unit?.zone ?? 'Asia/Jakarta')
    const { actor } = token
    if (!may(actor, permission, unit && { unitPath: unit.path }, today)) {
      const known = unit && actor.grants.some(grant => unit.path.includes(grant.unitId))
      return problem(c, known ? 'forbidden' : 'unit-not-found')
    }
    if (unit?.closed && writes) return problem(c, 'unit-closed')
    const key = writes ? c.req.header('idempotency-key') : undefined
    if (key !== undefined && (key === '' || key.length > longestKey))
      return problem(c, 'invalid', {
        errors: [{ field: 'Idempotency-Key', message: `1 to ${longestKey} characters` }],
      })
    c.set('request', {
      db,
      now,
      today,
      newId,
      actor,
      unit,
      requestKey: key === undefined ? undefined : requestKey(c.req.method, c.req.path, key),
    })
    c.header('cache-control', 'no-store')
    await next()
  }

/** What every operation of the API starts with: the permission that it needs, shown in the description too. */
export const needs = (permission: Permission) => ({
  'x-permission': permission,
  middleware: authorise(permission),
  security: [{ token: [] }],
})

/** The call's unit; the path names one, and `authorise` has found it. */
export function unitOf(request: ApiRequest): Unit {
  if (!request.unit) throw new Error('an address without a unit asked for it')
  return request.unit
}
