import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import autocannon from 'autocannon'
import pg from 'pg'
import { type OpenDemo, openDemo } from '../scripts/open-demo.ts'
import { moveLedgerAtEachLook, recordStatements, type Statement } from './driver-statements.ts'
import { type Measurement, median } from './measurement.ts'
import { gatherStatistics, makeScratchDatabase } from './scratch-database.ts'

const connections = 20
const duration = 5
const rounds = 3

type Run = (statement: Statement) => Promise<unknown>

export type BenchedPage = {
  /** As the figures are named: "plan page". */
  readonly name: string
  /** Fills the example's database and resolves with the page's path. */
  readonly prepare: (demo: OpenDemo) => Promise<string>
  readonly facts?: readonly Measurement[]
  /** The longest that 99 of 100 views may take where that is promised, in milliseconds. */
  readonly p99?: number
  /**
   * What is drawn is kept until something is written: measured with nothing written, with a write before each look
   * that concurrent views share, and one view after another, where each is made anew.
   */
  readonly kept?: true
}

/**
 * A page against a bare `node:http` handler that runs the same statements with the same parameters and puts the same
 * HTML together from its pieces. The bare handler escapes nothing and checks nothing, so the comparison favours it.
 * Both servers and the load share this machine; rounds alternate.
 */
export async function benchPage(
  server: string | undefined,
  { name, prepare, facts = [], p99, kept }: BenchedPage,
): Promise<Measurement[]> {
  const scratch = server === undefined ? null : await makeScratchDatabase(server)
  const where = scratch ? 'PostgreSQL' : 'PGlite'
  try {
    const demo = await openDemo(scratch?.url)
    try {
      const cookie = await demo.signIn('bagas.prakoso@contoh.go.id')
      const page = `${demo.address}${await prepare(demo)}`
      if (scratch) await gatherStatistics(scratch)
      const { database } = demo.server
      const pglite = database.kind === 'pglite' ? database.pglite : null
      const pool = scratch ? new pg.Pool({ connectionString: scratch.url, max: 10 }) : null
      const run: Run = ({ sql, values }) =>
        pool ? pool.query(sql, values) : pglite ? pglite.query(sql, values) : never()
      const compare = (named: string, limit?: number, atOnce = connections) =>
        againstBare({ named, where, page, cookie, pglite, run, atOnce }, limit)
      try {
        if (!kept) return [...facts, ...(await compare(name, p99))]
        const moving = moveLedgerAtEachLook(pglite)
        const anew = [
          ...(await compare(`${name}, each view made anew`, undefined, 1)),
          ...(await compare(`${name}, written before each look`)),
        ]
        moving.stop()
        const still = `${name}, nothing written`
        return [
          ...facts,
          ...anew,
          ...(await compare(still, p99)),
          ...(await compressed(`${still}, compressed`, page, cookie)),
        ]
      } finally {
        await pool?.end()
      }
    } finally {
      await demo.close()
    }
  } finally {
    await scratch?.drop()
  }
}

type Compared = {
  readonly named: string
  readonly where: string
  readonly page: string
  readonly cookie: string
  readonly pglite: PGlite | null
  readonly run: Run
  /** Views under way at any time. */
  readonly atOnce: number
}

async function againstBare(
  { named, where, page, cookie, pglite, run, atOnce }: Compared,
  p99: number | undefined,
): Promise<Measurement[]> {
  const view = async () => {
    const answer = await fetch(page, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`)
    return answer.text()
  }
  await view()
  const seen = await recordStatements(pglite, view)
  const bare = await listenBare(run, seen.statements, seen.value)
  try {
    const own: Round[] = []
    const other: Round[] = []
    await load(page, cookie, 2, atOnce)
    await load(bare.address, cookie, 2, atOnce)
    for (let round = 0; round < rounds; round += 1) {
      own.push(await load(page, cookie, duration, atOnce))
      other.push(await load(bare.address, cookie, duration, atOnce))
    }
    const ratios = own.map((one, index) => one.perSecond / (other[index]?.perSecond ?? Number.NaN))
    const bareName = `${named}: bare handler`
    return [
      { name: `${named}: statements a view`, value: seen.statements.length, unit: '' },
      { name: `${named}: HTML before compression`, value: seen.value.length / 1024, unit: 'KB' },
      { name: `${named}, ${where}`, value: median(own.map(one => one.perSecond)), unit: 'a second' },
      { name: `${bareName}, ${where}`, value: median(other.map(one => one.perSecond)), unit: 'a second' },
      { name: `${named} against bare handler`, value: median(ratios), unit: '×', limit: { atLeast: 0.5 } },
      {
        name: `${named}, p99 at ${plural(atOnce)}`,
        value: median(own.map(one => one.p99)),
        unit: 'ms',
        ...(p99 === undefined ? {} : { limit: { atMost: p99 } }),
      },
      {
        name: `${bareName}, p99 at ${plural(atOnce)}`,
        value: median(other.map(one => one.p99)),
        unit: 'ms',
      },
    ]
  } finally {
    await bare.close()
  }
}

function never(): never {
  throw new Error('the demo runs on another database than the bench')
}

type Round = { readonly perSecond: number; readonly p99: number }

const plural = (n: number) => `${n} ${n === 1 ? 'connection' : 'connections'}`

/** As a browser asks for it. The bare handler compresses nothing, so there is nothing to compare it with. */
async function compressed(named: string, page: string, cookie: string): Promise<Measurement[]> {
  const own: Round[] = []
  for (let round = 0; round < rounds; round += 1)
    own.push(await load(page, cookie, duration, connections, { 'accept-encoding': 'gzip' }))
  return [
    { name: named, value: median(own.map(one => one.perSecond)), unit: 'a second' },
    {
      name: `${named}, p99 at ${plural(connections)}`,
      value: median(own.map(one => one.p99)),
      unit: 'ms',
    },
  ]
}

async function load(
  url: string,
  cookie: string,
  seconds: number,
  connections: number,
  more: Readonly<Record<string, string>> = {},
): Promise<Round> {
  const outcome = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { cookie, ...more },
    workers: 1,
  })
  if (outcome.errors > 0 || outcome.non2xx > 0) {
    throw new Error(`${url}: ${outcome.errors} errors, ${outcome.non2xx} answers that are not 2xx`)
  }
  return { perSecond: outcome.requests.average, p99: outcome.latency.p99 }
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
