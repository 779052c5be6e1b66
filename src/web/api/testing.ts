import { randomUUID } from 'node:crypto'
import type { Db } from '../../db/database.ts'
import { throwawayKeys } from '../../features/assessment/index.ts'
import { findToken } from '../../features/tokens/index.ts'
import { createApp } from '../app.tsx'
import type { Metrics } from '../metrics.ts'
import { routesOf } from '../routes.ts'

export const origin = 'https://zona.contoh.go.id'
const asset = { file: 'a', path: '/assets/a', type: 'text/css', bytes: 0, gzip: 0 }

/** The whole server over a database, without pages' sessions: only tokens sign in. */
export const apiServer = (db: Db, now: Date, more: { apiRate?: number; metrics?: Metrics } = {}) =>
  createApp(
    {
      db,
      assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
      assetFolder: '/nonexistent',
      brand: null,
      origin,
      clock: () => now,
      newId: randomUUID,
      findSession: async () => null,
      findToken: (authorization, at) => findToken(db, authorization, at),
      apiRate: 0,
      ...more,
      log: { error: () => undefined, info: () => undefined },
    },
    routesOf({
      auth: null as never,
      evidence: null as never,
      keys: throwawayKeys(),
      mailer: null,
      db,
      secret: 'x'.repeat(32),
      origin,
    }),
  )
