import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { pino } from 'pino'
import { civilDate } from '../core/shared/local-date.ts'
import { type OpenDatabase, openDatabase } from '../db/open-database.ts'
import { forgetOldKeys } from '../db/request-key.ts'
import { openSigningKeys } from '../features/assessment/index.ts'
import {
  dropExpiredUploads,
  openContentReader,
  openEvidence,
  resumeImports,
} from '../features/evidence/index.ts'
import type { Mailer } from '../features/mailer.ts'
import { sendDigests } from '../features/monitoring/index.ts'
import { type Auth, createAuth, findActor } from '../features/organisation/index.ts'
import { findToken } from '../features/tokens/index.ts'
import { databaseSettings, originOf, type Settings } from '../settings.ts'
import { createApp } from './app.tsx'
import { buildAssets } from './assets/build-assets.ts'
import { findImporter } from './find-importer.ts'
import { type Listening, listen } from './listen.ts'
import { routesOf } from './routes.ts'
import { defaultZone } from './show-page.tsx'

export type OpenServer = {
  readonly app: Hono
  readonly database: OpenDatabase
  readonly auth: Auth
  readonly mailer: Mailer | null
  readonly origin: string
  /** Starts to listen and resolves with the address. */
  readonly listen: () => Promise<string>
  /** Looks into the files that wait for it; resolves when none waits any more. */
  readonly readContents: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens everything that the settings name. Nothing listens until `listen` is called. */
export async function openServer(
  settings: Settings,
  options: { readonly jobs: boolean; readonly clock?: () => Date },
): Promise<OpenServer> {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 })
  const clock = options.clock ?? (() => new Date())
  const log = pino({ level: settings.logLevel }, pino.destination(2))
  const database = await openDatabase(databaseSettings(settings))
  const assetFolder = join(settings.dataFolder, 'assets')
  const assets = await buildAssets(assetFolder)
  const mailer =
    settings.smtpUrl === null
      ? null
      : (await import('../features/mailer.ts')).createMailer(settings.smtpUrl, settings.mailFrom)
  const secret = settings.secret ?? keptSecret(settings.dataFolder)
  const origin = originOf(settings)
  const { db } = database
  const auth = createAuth({ db, secret, origin, oidc: settings.oidc })
  const evidence = await openEvidence(settings)
  const contents = openContentReader({ db, store: evidence.store, clock, log })
  const readContents = () => {
    contents.wake()
    return contents.idle()
  }
  const app = createApp(
    {
      db,
      assets,
      assetFolder,
      brand: settings.brand,
      origin,
      clock,
      newId: randomUUID,
      log,
      findToken: (authorization, now) => findToken(db, authorization, now),
      apiRate: settings.apiRate,
      metrics: settings.metrics && (await import('./metrics.ts')).createMetrics(database, settings.metrics),
      findSession: async headers => {
        const found = await findActor(db, headers, secret, clock())
        return found && { actor: found.actor, locale: found.locale, unitId: found.unitId }
      },
    },
    routesOf({
      auth,
      evidence: { ...evidence, onStored: contents.wake },
      keys: openSigningKeys(settings),
      mailer,
      db,
      secret,
      origin,
      oidc: settings.oidc !== null,
      proxies: settings.trustedProxies,
    }),
  )
  const jobs = options.jobs
    ? await (await import('../jobs/start-jobs.ts')).startJobs({
        database:
          database.kind === 'pglite'
            ? { kind: 'pglite', pglite: database.pglite }
            : { kind: 'postgres', url: database.url },
        run: {
          sendDigests: async () => {
            if (mailer) await sendDigests({ db, now: clock(), origin }, mailer)
          },
          readContents,
          resumeImports: async () =>
            resumeImports(
              {
                db,
                clock,
                today: civilDate(clock(), defaultZone),
                newId: randomUUID,
                findImporter: (userId, unitId) => findImporter(db, userId, unitId, clock()),
              },
              evidence,
            ),
          dropExpired: async () => {
            await forgetOldKeys(db, clock())
            await dropExpiredUploads({
              db,
              store: evidence.store,
              now: clock(),
              today: civilDate(clock(), defaultZone),
              newId: randomUUID,
            })
          },
        },
        log,
      })
    : null
  let listening: Listening | null = null
  return {
    app,
    database,
    auth,
    mailer,
    origin,
    readContents,
    listen: async () => {
      listening = await listen(app.fetch, settings)
      return listening.address
    },
    close: async () => {
      await listening?.stop()
      await jobs?.stop()
      await evidence.behind.close()
      await contents.close()
      await database.close()
    },
  }
}

/** The secret that signs sessions, made once and kept for this machine alone. */
function keptSecret(folder: string): string {
  const path = join(folder, 'secret')
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8')
}
