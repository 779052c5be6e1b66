import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

export type Statement = { readonly sql: string; readonly values: unknown[] }

type Query = (this: object, sql: unknown, values: unknown, ...rest: unknown[]) => unknown

/** What the driver is asked: text and values, or a prepared statement that holds both. */
function askedOf(sql: unknown, values: unknown): Statement {
  if (typeof sql === 'string') return { sql, values: Array.isArray(values) ? [...values] : [] }
  const held = typeof sql === 'object' && sql !== null ? sql : {}
  if (!('text' in held) || typeof held.text !== 'string') return { sql: '', values: [] }
  return askedOf(held.text, 'values' in held ? held.values : [])
}

/** Puts `around` in the place of the driver's query method until the returned function is called. */
function wrapQueries(pglite: PGlite | null, around: (query: Query) => Query): () => void {
  const target: object = pglite ?? pg.Client.prototype
  const original: unknown = Reflect.get(target, 'query')
  if (typeof original !== 'function') throw new Error('the driver has no query method')
  const own = Object.hasOwn(target, 'query')
  Reflect.set(
    target,
    'query',
    around(function (this: object, ...args) {
      return Reflect.apply(original, this, args)
    }),
  )
  return () => {
    if (own) Reflect.set(target, 'query', original)
    else Reflect.deleteProperty(target, 'query')
  }
}

/** Listens in on the driver while one view is made: what the page asks, in its order, with its parameters. */
export async function recordStatements<T>(
  pglite: PGlite | null,
  work: () => Promise<T>,
): Promise<{ statements: Statement[]; value: T }> {
  const statements: Statement[] = []
  const stop = wrapQueries(
    pglite,
    query =>
      function (sql, values, ...rest) {
        const asked = askedOf(sql, values)
        if (/^\s*(select|with)/i.test(asked.sql)) statements.push(asked)
        return Reflect.apply(query, this, [sql, values, ...rest])
      },
  )
  try {
    return { value: await work(), statements }
  } finally {
    stop()
  }
}

/** As if somebody wrote before every look: each look at the ledger's last entry finds another one. */
export function moveLedgerAtEachLook(pglite: PGlite | null): { stop: () => void } {
  let looks = 0
  const stop = wrapQueries(
    pglite,
    query =>
      function (sql, values, ...rest) {
        const answer: unknown = Reflect.apply(query, this, [sql, values, ...rest])
        // The bare handler's pool asks by callback and gets no promise: it keeps nothing.
        if (!/^select "hash" from "audit_entry"/.test(askedOf(sql, values).sql)) return answer
        if (!(answer instanceof Promise)) return answer
        looks += 1
        const head = String(looks)
        return answer.then((result: { rows: { hash: string }[] }) => {
          if (result.rows[0]) result.rows[0].hash = head
          return result
        })
      },
  )
  return { stop }
}
