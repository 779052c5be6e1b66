import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { may } from '../core/access/may.ts'
import { lastWritten } from '../db/keep-until-written.ts'
import type { Deps } from '../db/write.ts'
import { keptPlace } from '../ui/kept.ts'
import type { Locale } from '../ui/messages.ts'
import type { Request, Route, Unit } from './context.ts'

/** What a request finds of the world behind the routes under test. */
export type Behind = {
  readonly deps: Deps
  readonly unit: Unit | null
  /** Decides instead of the permission table, where that is not what is tested. */
  readonly may?: Request['may']
  /** Indonesian where nothing is said. */
  readonly locale?: Locale
  readonly go?: (c: Context, path: string, notice?: string) => Response
}

/**
 * A feature's routes without the server's shell: a page is its body, the permission is the route's own, the
 * form's hidden key is the request's.
 */
export function bareShell(routes: readonly Route[], behind: (c: Context) => Behind): Hono {
  const app = new Hono()
  for (const route of routes)
    app.on(route.method, route.path, async c => {
      const { deps, unit, go, ...own } = behind(c)
      const allowed: Request['may'] =
        own.may ?? (permission => may(deps.actor, permission, unit && { unitPath: unit.path }, deps.today))
      if (!allowed(route.permission)) return c.text('forbidden', 403)
      const form = route.method === 'POST' && !route.streams ? await c.req.parseBody({ all: true }) : {}
      return route.handler(c, {
        ...deps,
        requestKey: typeof form._key === 'string' ? form._key : undefined,
        locale: own.locale ?? 'id',
        unit,
        may: allowed,
        page: page =>
          c.html(
            String(<main>{page.body}</main>).replace(String(keptPlace), () =>
              new TextDecoder().decode(page.kept?.bytes),
            ),
            page.status,
          ),
        written: () => lastWritten(deps.db),
        go: (path, notice) => (go ? go(c, path, notice) : c.redirect(path, 303)),
        notFound: () => c.text('not found', 404),
        formKey: randomUUID(),
        origin: 'https://zona.contoh.go.id',
      })
    })
  return app
}
