import type { Context } from 'hono'
import { questionsOf } from '../../core/instrument/instrument.ts'
import { asZone, type Zone } from '../../ui/format.ts'
import { type Request, unitOf } from '../context.ts'
import { storedInstrument } from './instruments.ts'
import { type Cycle, findCycle } from './queries.ts'
import { loadSheet, type Sheet } from './sheet.ts'
import { wordedInstrument } from './workbook/stored-wording.ts'

/** The cycle that the address names, `/u/:unit/lke/2026` or the checklist's `/u/:unit/lke/2026-daftar`. */
export async function cycleOf(c: Context, request: Request): Promise<Cycle | null> {
  const match = /^(\d{4})(-daftar)?$/.exec(c.req.param('year') ?? '')
  if (!match) return null
  return findCycle(request.db, unitOf(request).id, Number(match[1]), match[2] ? 'checklist' : 'scored')
}

/** The sheet, in the agency's own wording where it has taken one over. */
export async function sheetOf(request: Request, cycle: Cycle): Promise<Sheet> {
  const { db } = request
  const [sheet, instrument] = await Promise.all([
    loadSheet(db, cycle, request.may('evidence.read-restricted')),
    storedInstrument(db, cycle.instrumentHash).then(own =>
      wordedInstrument(db, unitOf(request).path, cycle.instrumentHash, own),
    ),
  ])
  return { ...sheet, instrument, questions: questionsOf(instrument) }
}

export const lkePath = (request: Request): string => `/u/${unitOf(request).slug}/lke`

export const cyclePath = (request: Request, cycle: Pick<Cycle, 'year' | 'kind'>): string =>
  `${lkePath(request)}/${cycle.year}${cycle.kind === 'checklist' ? '-daftar' : ''}`

export const zoneOf = (request: Request): Zone => asZone(unitOf(request).zone)
