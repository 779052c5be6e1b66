import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Instrument } from '../../core/instrument/instrument.ts'
import { type InstrumentMapping, readMapping } from '../../core/instrument/map-answers.ts'
import { readInstrument } from '../../core/instrument/read-instrument.ts'
import { canonicalJson } from '../../core/ledger/entry.ts'
import { score } from '../../core/score/score.ts'
import type { Db, Tx } from '../../db/database.ts'

/** An instrument with the SHA-256 of its canonical JSON, by which a cycle names it. */
export type KnownInstrument = {
  readonly hash: string
  readonly instrument: Instrument
  readonly content: unknown
}

export const instrumentHash = (content: unknown): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

/** @throws where the content is no well-formed instrument. */
export function knowInstrument(content: unknown): KnownInstrument {
  const read = readInstrument(content)
  if (!read.ok) throw new Error(`no instrument: ${JSON.stringify(read.problem.slice(0, 3))}`)
  return { hash: instrumentHash(content), instrument: read.value, content }
}

const folder = new URL('../../../data/instruments/', import.meta.url)
/** The schema, and the mappings between two instruments, lie beside them. */
const isNoInstrument = (name: string): boolean => name.endsWith('.schema.json') || name.includes('-to-')

let shipped: readonly KnownInstrument[] | undefined

/** The instruments in data/instruments that can be scored, the newest first. */
export function shippedInstruments(): readonly KnownInstrument[] {
  shipped ??= readdirSync(folder)
    .filter(name => name.endsWith('.json') && !isNoInstrument(name))
    .map(name => knowInstrument(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
    .filter(({ instrument }) => score(instrument, {}).ok)
    .sort((a, b) => (a.instrument.validity.from < b.instrument.validity.from ? 1 : -1))
  return shipped
}

// An instrument never changes under its hash, and an agency has a handful of them.
const kept = new Map<string, Instrument>()

/** The instrument that a cycle is pinned to. */
export async function storedInstrument(db: Db | Tx, hash: string): Promise<Instrument> {
  const found = kept.get(hash)
  if (found) return found
  const row = await db
    .selectFrom('instrument')
    .select('content')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  const { instrument } = knowInstrument(row.content)
  kept.set(hash, instrument)
  return instrument
}

/** Every instrument that can be chosen: the shipped ones and those that the agency brought itself. */
export async function availableInstruments(db: Db): Promise<readonly KnownInstrument[]> {
  const own = await db.selectFrom('instrument').select(['hash', 'content']).orderBy('added_at').execute()
  const known = shippedInstruments()
  const brought = own
    .filter(({ hash }) => !known.some(one => one.hash === hash))
    .map(({ content }) => knowInstrument(content))
  return [...known, ...brought]
}

/** Which questions of one instrument ask for the same as those of another; null where nobody compared them. */
export function shippedMapping(older: Instrument, newer: Instrument): InstrumentMapping | null {
  const file = new URL(`${older.id}-to-${newer.id}.json`, folder)
  if (!existsSync(file)) return null
  const read = readMapping(JSON.parse(readFileSync(file, 'utf8')), older, newer)
  if (!read.ok) throw new Error(`a mapping that does not fit: ${JSON.stringify(read.problem[0])}`)
  return read.value
}
