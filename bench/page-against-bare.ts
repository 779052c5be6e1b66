import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import autocannon from 'autocannon'
import pg from 'pg'
import { type OpenDemo, openDemo } from '../scripts/open-demo.ts'
import { type Measurement, median } from './measurement.ts'
import { makeScratchDatabase } from './scratch-database.ts'

const connections = 20
const duration = 5
const rounds = 3

type Statement = { readonly sql: string; readonly values: unknown[] }
type Run = (statement: Statement) => Promise<unknown>

export type BenchedPage = {
  /** As the figures are named: "plan page". */
  readonly name: string
  /** Fills the example's database and resolves with the page's path. */
  readonly prepare: (demo: OpenDemo) => Promise<string>
  readonly facts?: readonly Measurement[]
  /** The longest that 99 of 100 views may take where that is promised, in milliseconds. */
  readonly p99?: number
}

/**
 * A page against a bare `node:http` handler that runs the same statements with the same parameters and puts the same
 * HTML together from its pieces. The bare handler escapes nothing and checks nothing, so the comparison favours it.
 * Both servers and the load share this machine; rounds alternate.
 */
export async function benchPage(
  server: string | undefined,
  { name, prepare, facts = [], p99 }: BenchedPage,
): Promise<Measurement[]> {
  const scratch = server === undefined ? null : await makeScratchDatabase(server)
  const where = scratch ? 'PostgreSQL' : 'PGlite'
  try {
    const demo = await openDemo(scratch?.url)
    try {
      const cookie = await demo.signIn('bagas.prakoso@contoh.go.id')
      const page = `${demo.address}${await prepare(demo)}`
      const { database } = demo.server
      const seen = await recordStatements(database.kind === 'pglite' ? database.pglite : null, async () => {
        const answer = await fetch(page, { headers: { cookie } })
        if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`)
        return answer.text()
      })
      const pool = scratch ? new pg.Pool({ connectionString: scratch.url, max: 10 }) : null
      const run: Run = ({ sql, values }) =>
        pool
          ? pool.query(sql, values)
          : database.kind === 'pglite'
            ? database.pglite.query(sql, values)
            : never()
      const bare = await listenBare(run, seen.statements, seen.value)
      try {
        const own: Round[] = []
        const other: Round[] = []
        await load(page, cookie, 2)
        await load(bare.address, cookie, 2)
        for (let round = 0; round < rounds; round += 1) {
          own.push(await load(page, cookie, duration))
          other.push(await load(bare.address, cookie, duration))
        }
        const ratios = own.map((one, index) => one.perSecond / (other[index]?.perSecond ?? Number.NaN))
        const bareName = `${name}: bare handler`
        return [
          ...facts,
          { name: `${name}: statements a view`, value: seen.statements.length, unit: '' },
          { name: `${name}: HTML before compression`, value: seen.value.length / 1024, unit: 'KB' },
          { name: `${name}, ${where}`, value: median(own.map(one => one.perSecond)), unit: 'a second' },
          { name: `${bareName}, ${where}`, value: median(other.map(one => one.perSecond)), unit: 'a second' },
          { name: `${name} against bare handler`, value: median(ratios), unit: '×', limit: { atLeast: 0.5 } },
          {
            name: `${name}, p99 at ${connections} connections`,
            value: median(own.map(one => one.p99)),
            unit: 'ms',
            ...(p99 === undefined ? {} : { limit: { atMost: p99 } }),
          },
          {
            name: `${bareName}, p99 at ${connections} connections`,
            value: median(other.map(one => one.p99)),
            unit: 'ms',
          },
        ]
      } finally {
        await bare.close()
        await pool?.end()
      }
    } finally {
      await demo.close()
    }
  } finally {
    await scratch?.drop()
  }
}

function never(): never {
  throw new Error('the demo runs on another database than the bench')
}

type Round = { readonly perSecond: number; readonly p99: number }

async function load(url: string, cookie: string, seconds: number): Promise<Round> {
  const outcome = await autocannon({ url, connections, duration: seconds, headers: { cookie }, workers: 1 })
  if (outcome.errors > 0 || outcome.non2xx > 0) {
    throw new Error(`${url}: ${outcome.errors} errors, ${outcome.non2xx} answers that are not 2xx`)
  }
  return { perSecond: outcome.requests.average, p99: outcome.latency.p99 }
}

/** Listens in on the driver while one view is made: what the page asks, in its order, with its parameters. */
async function recordStatements<T>(
  pglite: PGlite | null,
  work: () => Promise<T>,
): Promise<{ statements: Statement[]; value: T }> {
  const statements: Statement[] = []
  const target: object = pglite ?? pg.Client.prototype
  const original: unknown = Reflect.get(target, 'query')
  if (typeof original !== 'function') throw new Error('the driver has no query method')
  Reflect.set(target, 'query', function (this: object, sql: unknown, values: unknown, ...rest: unknown[]) {
    const text = typeof sql === 'string' ? sql : ''
    if (/^\s*(select|with)/i.test(text)) {
      statements.push({ sql: text, values: Array.isArray(values) ? [...values] : [] })
    }
    return Reflect.apply(original, this, [sql, values, ...rest])
  })
  try {
    return { value: await work(), statements }
  } finally {
    if (pglite) Reflect.deleteProperty(target, 'query')
    else Reflect.set(target, 'query', original)
  }
}

async function listenBare(run: Run, statements: readonly Statement[], html: string) {
  const pieces = html.split(/(?=<tr|<td|<li|<a )/)
  const server = createServer((_, response) => {
    answer().then(
      body => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        response.end(body)
      },
      () => response.writeHead(500).end(),
    )
  })
  async function answer(): Promise<string> {
    for (const statement of statements) await run(statement)
    let body = ''
    for (const piece of pieces) body += piece
    return body
  }
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise<void>(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
