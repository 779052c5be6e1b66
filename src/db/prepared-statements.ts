import { createHash } from 'node:crypto'
import pg from 'pg'

/** A statement asked this often is worth a plan that the server keeps. */
const oftenEnough = 3
/** More statements than the pages ask; each is kept by every connection. */
const mostKept = 500
/** Lists of any length make new texts without end: the counts of what came seldom are dropped together. */
const mostCounted = 5_000

/** A search in texts: how it is best done depends on how frequent its words are, so each is planned for its own. */
const isSearch = (text: string): boolean => text.includes('@@')

/**
 * The name under which a statement is prepared, or null while it is not worth one. Naming ends when `mostKept`
 * statements have a name.
 */
export function nameStatements(): (text: string) => string | null {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  return text => {
    const name = names.get(text)
    if (name !== undefined) return name
    if (names.size >= mostKept || isSearch(text)) return null
    const seen = (counts.get(text) ?? 0) + 1
    if (seen < oftenEnough) {
      if (counts.size >= mostCounted) counts.clear()
      counts.set(text, seen)
      return null
    }
    counts.delete(text)
    const made = createHash('sha256').update(text).digest('base64url')
    names.set(text, made)
    return made
  }
}

/** What PostgreSQL says of a prepared statement whose table has been changed since. */
const isOutdated = (error: unknown) => error instanceof pg.DatabaseError && error.code === '0A000'

/** What pg says of a statement that was not answered within `query_timeout`; the statement still holds its connection. */
const isUnanswered = (error: unknown) => error instanceof Error && error.message === 'Query read timeout'

/**
 * A connection that prepares what is asked again and again. PostgreSQL then reads and plans it once a connection,
 * which is half the time of most pages' statements. Statements without parameters, such as `begin`, go as they are.
 * One that no longer answers, or whose statement is out of date, is closed and so leaves its pool.
 */
export function preparingClient(): typeof pg.Client {
  const nameOf = nameStatements()
  class PreparingClient extends pg.Client {}
  Reflect.set(PreparingClient.prototype, 'query', query)
  return PreparingClient

  function query(this: pg.Client, ...asked: unknown[]): unknown {
    const [text, values, ...rest] = asked
    const plain = typeof text === 'string' && Array.isArray(values) && values.length > 0 && rest.length === 0
    const name = plain ? nameOf(text) : null
    const inherited = (...given: unknown[]): unknown => Reflect.apply(pg.Client.prototype.query, this, given)
    const answer = name === null ? inherited(...asked) : inherited({ name, text, values })
    if (!(answer instanceof Promise)) return answer
    return answer.catch((error: unknown) => {
      if (isOutdated(error) || isUnanswered(error)) void this.end()
      throw error
    })
  }
}
