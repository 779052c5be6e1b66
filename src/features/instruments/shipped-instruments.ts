import conditions from '../../../data/instruments/kondisi-pembangunan-zi.json' with { type: 'json' }
import lke2014 from '../../../data/instruments/permenpanrb-52-2014.json' with { type: 'json' }
import lke2014to2021 from '../../../data/instruments/permenpanrb-52-2014-to-permenpanrb-90-2021.json' with {
  type: 'json',
}
import lke2021 from '../../../data/instruments/permenpanrb-90-2021.json' with { type: 'json' }
import type { Instrument } from '../../core/instrument/instrument.ts'
import { type InstrumentMapping, readMapping } from '../../core/instrument/map-answers.ts'
import { readInstrument } from '../../core/instrument/read-instrument.ts'

const files: Readonly<Record<string, unknown>> = {
  'permenpanrb-90-2021': lke2021,
  'permenpanrb-52-2014': lke2014,
  'kondisi-pembangunan-zi': conditions,
}

const mappingFiles: readonly { readonly from: string; readonly to: string; readonly file: unknown }[] = [
  { from: 'permenpanrb-52-2014', to: 'permenpanrb-90-2021', file: lke2014to2021 },
]

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

/** How answers are carried from one shipped instrument to another; null where no mapping is known. */
export function shippedMapping(from: string, to: string): InstrumentMapping | null {
  const known = mappingFiles.find(mapping => mapping.from === from && mapping.to === to)
  const [older, newer] = [shippedInstrument(from), shippedInstrument(to)]
  if (known === undefined || older === null || newer === null) return null
  const found = readMapping(known.file, older, newer)
  if (!found.ok) throw new Error(`${from} → ${to}: ${JSON.stringify(found.problem)}`)
  return found.value
}
