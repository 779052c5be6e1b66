import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { sql } from 'kysely'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { OpenDatabase } from '../db/database.ts'

/** With a token only its bearer may read; without one, whoever reaches the address. */
export type MetricsAccess = { readonly token: string | null }
export type Metrics = {
  /** Measures every request by its route's pattern: an address in a label could name a person. */
  readonly measure: MiddlewareHandler
  readonly app: Hono
}

/** Upper ends of the histogram, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** The measurements of this process, in the text format of Prometheus. */
export function createMetrics(database: OpenDatabase, access: MetricsAccess): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'zona_http_request_duration_seconds',
    help: 'Time to answer a request, by the pattern of its route',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  })
  new Gauge({
    name: 'zona_jobs',
    help: 'Jobs in the queue, by state',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      this.reset()
      for (const { queue, state, jobs } of await jobCounts(database)) this.set({ queue, state }, jobs)
    },
  })
  if (database.kind === 'postgres')
    new Gauge({
      name: 'zona_database_connections',
      help: 'Connections of this process to PostgreSQL, and requests that wait for one',
      labelNames: ['state'],
      registers,
      collect() {
        const { total, idle, waiting } = database.connections()
        this.set({ state: 'busy' }, total - idle)
        this.set({ state: 'idle' }, idle)
        this.set({ state: 'waiting' }, waiting)
      },
    })

  const app = new Hono()
  app.get('/metrics', async c => {
    if (!mayRead(c, access))
      return c.text('unauthorised', 401, { 'www-authenticate': 'Bearer realm="metrics"' })
    return c.body(await registry.metrics(), 200, {
      'content-type': registry.contentType,
      'cache-control': 'no-store',
    })
  })
  return {
    app,
    measure: async (c, next) => {
      const stop = duration.startTimer()
      await next()
      const pattern = routePath(c)
      const route = pattern.endsWith('*') ? 'none' : pattern
      stop({ method: c.req.method, route, status: c.res.status })
    },
  }
}

/** Compared by their hashes, whose length tells nothing and whose comparison takes the same time. */
function mayRead(c: Context, { token }: MetricsAccess): boolean {
  if (token === null) return true
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(c.req.header('authorization') ?? ''), hash(`Bearer ${token}`))
}

type JobCount = { readonly queue: string; readonly state: string; readonly jobs: number }

/** None where no process has started the queue yet. */
async function jobCounts({ db }: OpenDatabase): Promise<readonly JobCount[]> {
  const there = await sql<{ name: string | null }>`select to_regclass('pgboss.job')::text as name`.execute(db)
  if (!there.rows[0]?.name) return []
  const { rows } = await sql<JobCount>`
    select name as queue, state::text, count(*)::int as jobs from pgboss.job group by name, state`.execute(db)
  return rows
}
