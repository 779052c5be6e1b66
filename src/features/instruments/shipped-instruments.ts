import permenpanrb90of2021 from '../../../data/instruments/permenpanrb-90-2021.json' with { type: 'json' }
import type { Instrument } from '../../core/instrument/instrument.ts'
import { readInstrument } from '../../core/instrument/read-instrument.ts'

const files: Readonly<Record<string, unknown>> = {
  'permenpanrb-90-2021': permenpanrb90of2021,
}

const read = new Map<string, Instrument>()

export const shippedInstrumentIds: readonly string[] = Object.keys(files)

/** An instrument that comes with Zona, by its id; null for an unknown id. */
export function shippedInstrument(id: string): Instrument | null {
  const known = read.get(id)
  if (known || !Object.hasOwn(files, id)) return known ?? null
  const found = readInstrument(files[id])
  if (!found.ok) throw new Error(`${id}: ${JSON.stringify(found.problem)}`)
  read.set(id, found.value)
  return found.value
}
