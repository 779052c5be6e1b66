import { createHash, randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { may } from '../core/access/may.ts'
import type { Permission } from '../core/access/permissions.ts'
import { civilDate } from '../core/shared/local-date.ts'
import { keepUntilWritten, lastWritten, type Mark } from '../db/keep-until-written.ts'
import { boundKey } from '../db/request-key.ts'
import { UnitClosed } from '../db/unit-closed.ts'
import type { Request, Route, Unit } from '../features/context.ts'
import { formFields } from '../ui/forms/form.tsx'
import { api, apiPath } from './api/api.ts'
import type { ApiEnv } from './api/authorise.ts'
import { problem } from './api/problem.ts'
import { createRateLimit } from './api/rate-limit.ts'
import { serveAsset } from './assets/serve-asset.ts'
import { findUnit } from './find-unit.ts'
import type { Services } from './services.ts'
import { chooseLocale, defaultZone, keepNotice, plainError, showPage } from './show-page.tsx'

/** Uploads are read whole before they are refused, so this is the most that one request may hold. */
const bodyBytes = 26_000_000
/** A form without files: the longest chapter with every letter written as `%E2%80%99`. */
const formBytes = 2_000_000
/** What somebody without an account may send: a form without files. */
const publicBodyBytes = 64_000

/** The server: one table of routes behind one shell. Nothing is reachable that is not in the table. */
export function createApp(services: Services, routes: readonly Route[]): Hono {
  const app = new Hono()
  const secure = services.origin.startsWith('https:')
  const notFound = async (c: Context) =>
    c.req.path.startsWith(`${apiPath}/`)
      ? problem(c, 'not-found')
      : plainError(c, services, { kind: 'not-found' }, await services.findSession(c.req.raw.headers))
  app.use(async (c, next) => {
    await next()
    // What says nothing of being kept is somebody's data: a list with names, a sheet of answers.
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    const policy = c.get('contentPolicy')
    if (policy === undefined) return
    c.header('content-security-policy', policy)
    // A page of ours may show the bytes in a frame.
    c.header('x-frame-options', 'SAMEORIGIN')
  })
  if (services.metrics) app.use(services.metrics.measure)
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
      // Only this name: the agency's other names may not have https yet.
      strictTransportSecurity: secure ? 'max-age=31536000' : false,
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
    }),
  )
  app.get('/healthz', c => c.text('ok'))
  app.get('/readyz', async c => {
    try {
      await services.db.selectFrom('unit').select('id').limit(1).execute()
      return c.text('ok')
    } catch {
      return c.text('database does not answer', 503)
    }
  })
  if (services.metrics) app.route('/', services.metrics.app)
  // No text of the database holds this character, and nothing of ours is named with it.
  app.use(async (c, next) => (c.req.url.includes('%00') ? notFound(c) : next()))
  app.get('/assets/:file', c => serveAsset(c, services.assetFolder))
  app.use(compress())
  mountApi(app, services)
  app.use(csrf({ origin: services.origin }))
  for (const route of routes) app.on(route.method, route.path, c => answer(c, services, route))
  app.notFound(notFound)
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403)
      return plainError(c, services, { kind: 'foreign-form' })
    return plainError(c, services, {
      kind: 'fault',
      reference: logFault(services.log, error, c.req.routePath),
    })
  })
  return app
}

/** Logs what nobody expected, by the route's pattern, and returns the number under which it is found. */
function logFault(log: Services['log'], error: Error, path: string): string {
  const reference = randomUUID().slice(0, 8)
  const { name, message, stack } = error
  log.error({ reference, path, error: { name, message, stack } }, 'fault')
  return reference
}

/** The API stands before the check of a form's origin: it knows no cookies, so no other site can borrow one. */
function mountApi(app: Hono, services: Services): void {
  const { db, clock, newId, findToken, apiRate } = services
  const rateLimit = createRateLimit(apiRate)
  const fault = (error: Error, path: string) => logFault(services.log, error, path)
  const outer = new Hono<ApiEnv>()
  outer.use(async (c, next) => {
    c.set('services', { db, clock, newId, findToken, rateLimit, fault })
    await next()
  })
  app.route(apiPath, outer.route('/', api))
}

const keepUnit = keepUntilWritten<Unit | null>(1_000)

async function answer(c: Context, services: Services, route: Route): Promise<Response> {
  const { db } = services
  const slug = c.req.param('unit')
  let asked: Promise<Mark> | undefined
  const written = () => {
    asked ??= lastWritten(db)
    return asked
  }
  const [session, named] = await Promise.all([
    services.findSession(c.req.raw.headers),
    slug === undefined
      ? null
      : written().then(mark => keepUnit(db, mark, slug, () => findUnit(db, { slug }))),
  ])
  const actor = session?.actor ?? null
  const unit = actor && named
  const now = services.clock()
  const today = civilDate(now, unit?.zone ?? defaultZone)
  const allowed = (permission: Permission) => may(actor, permission, unit && { unitPath: unit.path }, today)

  if (route.permission !== 'public' && !actor) {
    if (route.method === 'GET') return c.redirect(`/masuk?next=${encodeURIComponent(c.req.path)}`, 302)
    return c.redirect('/masuk', 303)
  }
  if (!allowed(route.permission)) {
    // A unit where the person holds nothing is not told apart from one that does not exist.
    const known = unit && actor?.grants.some(grant => unit.path.includes(grant.unitId))
    const { permission } = route
    return plainError(c, services, known ? { kind: 'forbidden', permission } : { kind: 'not-found' }, session)
  }

  if (unit?.closed && route.method !== 'GET' && !route.whileClosed)
    return plainError(c, services, { kind: 'closed' }, session)

  // Only now, for it is read into memory: whoever may not come here sends it to nobody.
  const most = limitOf(c, route)
  const onError = () => plainError(c, services, { kind: 'too-large', most }, session)
  const tooLong = route.streams ? null : await bodyLimit({ maxSize: most, onError })(c, async () => undefined)
  if (tooLong) return tooLong
  const form = route.method === 'POST' && !route.streams ? await readForm(c) : {}
  if (form === null) return plainError(c, services, { kind: 'invalid' }, session)
  const locale = chooseLocale(c, services, session)
  const shell = { c, services, session, locale, unit }
  const request: Request = {
    db,
    written,
    now,
    today,
    newId: services.newId,
    actor,
    requestKey: boundKey(form[formFields.idempotencyKey], await contentOf(c.req.path, form)),
    locale,
    unit,
    may: allowed,
    page: page => showPage(shell, page),
    go: (path, notice) => {
      if (notice !== undefined) keepNotice(shell, notice)
      return c.redirect(path, 303)
    },
    notFound: () => plainError(c, services, { kind: 'not-found' }, session),
    formKey: services.newId(),
    origin: services.origin,
  }
  try {
    return await route.handler(c, request)
  } catch (error) {
    // The form's unit may be another than the address names, or none; and one may close while a form is on its way.
    if (error instanceof UnitClosed) return plainError(c, services, { kind: 'closed' }, session)
    throw error
  }
}

/** How much a request may hold: fields cost far more than their bytes, and only a form of parts carries files. */
function limitOf(c: Context, { permission }: Route): number {
  if (permission === 'public') return publicBodyBytes
  return c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') ? formBytes : bodyBytes
}

/**
 * Null for a form that is cut off or malformed, or holds the one character that no text of the database may; a feature
 * that reads it again gets what was read here.
 */
async function readForm(c: Context): Promise<Readonly<Record<string, unknown>> | null> {
  if (!/form/.test(c.req.header('content-type') ?? '')) return {}
  try {
    const form = await c.req.parseBody({ all: true })
    return Object.values(form).flat().some(holdsNull) ? null : form
  } catch {
    return null
  }
}

const holdsNull = (value: string | File): boolean =>
  (typeof value === 'string' ? value : value.name).includes('\0')

/** What a form says, where; a file by its name and the hash of its bytes. */
const contentOf = (path: string, form: Readonly<Record<string, unknown>>): Promise<unknown> =>
  Promise.all(
    [path, ...Object.entries(form).flat(2)].map(value => (value instanceof File ? told(value) : value)),
  )

async function told(file: File): Promise<readonly string[]> {
  return [
    file.name,
    createHash('sha256')
      .update(await file.bytes())
      .digest('hex'),
  ]
}
