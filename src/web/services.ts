import type { Logger } from 'pino'
import type { Actor } from '../core/access/may.ts'
import type { Db } from '../db/database.ts'
import type { FoundToken } from '../features/tokens/index.ts'
import type { Locale } from '../ui/messages.ts'
import type { AssetManifest } from './assets/build-assets.ts'
import type { Metrics } from './metrics.ts'

/** A signed-in person, as found from a request's cookies. */
export type Session = { readonly actor: Actor; readonly locale: Locale; readonly unitId: string | null }

/** What the server is made of; everything outside it comes in here. */
export type Services = {
  readonly db: Db
  readonly assets: AssetManifest
  readonly assetFolder: string
  readonly brand: string | null
  readonly origin: string
  readonly clock: () => Date
  readonly newId: () => string
  readonly findSession: (headers: Headers) => Promise<Session | null>
  /** The person behind an `Authorization` header of the API. */
  readonly findToken: (authorization: string | undefined, now: Date) => Promise<FoundToken | null>
  /** Calls a minute that each token of the API may make; 0 is no limit. */
  readonly apiRate: number
  /** Null: nothing is measured. */
  readonly metrics?: Metrics | null
  readonly log: Pick<Logger, 'error' | 'info'>
}
