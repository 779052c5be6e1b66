import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Permission } from '../core/access/permissions.ts'
import type { Mark } from '../db/keep-until-written.ts'
import type { Deps } from '../db/write.ts'
import type { Kept } from '../ui/kept.ts'
import type { Locale } from '../ui/messages.ts'

export type Unit = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly zone: string
  /** Ids from the agency's root down to this unit. */
  readonly path: readonly string[]
  /** True where the unit is closed: what it holds stays readable, nothing is written any more. */
  readonly closed?: boolean
}

declare module 'hono' {
  interface ContextVariableMap {
    /** The content security policy of bytes that people brought; it takes the place of the pages' own. */
    contentPolicy: string | undefined
  }
}

/** What the shell puts on a page around its content. */
export type Page = {
  readonly title: string
  /** Which entry of the navigation is current: `duties`, `plan`, `calendar`, … */
  readonly current?: string
  readonly status?: 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  /** Without an account a page is as narrow as a form; this one holds tables. */
  readonly wide?: boolean
  /** Printed across the page: wide tables, the year. */
  readonly landscape?: boolean
  /** Names of files in src/islands that improve this page; it works without them. */
  readonly islands?: readonly string[]
  readonly body: Child
  /** Stands in the body where `keptPlace` is: what was drawn once for many views. */
  readonly kept?: Kept
}

/** One request, as a feature sees it. */
export type Request = Deps & {
  readonly locale: Locale
  readonly unit: Unit | null
  /** True where the actor may do that on the request's unit today. */
  readonly may: (permission: Permission) => boolean
  /** Shows a page inside the shell. */
  readonly page: (page: Page) => Response | Promise<Response>
  /** Goes to `path` after a write; `notice` is shown there once. */
  readonly go: (path: string, notice?: string) => Response
  readonly notFound: () => Response | Promise<Response>
  /** What was written last when this request first asked: the mark of what is kept until something is written. */
  readonly written: () => Promise<Mark>
  /** A hidden-field value for a form's idempotency. */
  readonly formKey: string
  /** The public address of the server, without a slash at the end. */
  readonly origin: string
}

export type Handler = (c: Context, request: Request) => Response | Promise<Response>

/**
 * One route of a feature. There is none without a permission. A path that starts with `/u/:unit` acts on
 * that unit and needs a role there; any other non-public path needs `self`.
 */
export type Route = {
  /** Pages have the first two; the others are for uploads that go on where they broke off. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS'
  readonly path: string
  readonly permission: Permission
  readonly handler: Handler
  /** It takes access away, which a closed unit takes too; every other change of such a unit is refused. */
  readonly whileClosed?: true
  /** The handler reads the body itself, as it comes and of any size; it also finds the form's key in it. */
  readonly streams?: true
}

export const get = (path: string, permission: Permission, handler: Handler): Route => ({
  method: 'GET',
  path,
  permission,
  handler,
})
export const post = (path: string, permission: Permission, handler: Handler): Route => ({
  method: 'POST',
  path,
  permission,
  handler,
})

/** For taking access away, also in a closed unit. */
export const postWhileClosed = (path: string, permission: Permission, handler: Handler): Route => ({
  ...post(path, permission, handler),
  whileClosed: true,
})

/** For files of any size, which are not held in memory. */
export const postStream = (path: string, permission: Permission, handler: Handler): Route => ({
  ...post(path, permission, handler),
  streams: true,
})

/** A unit's actor in a handler that needs one; the shell has checked that there is. */
export function unitOf(request: Request): Unit {
  if (!request.unit) throw new Error('a route outside /u/:unit asked for its unit')
  return request.unit
}
