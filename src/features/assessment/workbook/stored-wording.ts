import type { Answering, Instrument, Question } from '../../../core/instrument/instrument.ts'
import { isObject } from '../../../core/instrument/shape.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Db } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import type { Wording, Words } from './words.ts'

/** Shows a workbook's wording to a unit and those below it from now on. */
export const takeWording = (
  deps: Deps,
  input: {
    readonly unitId: string
    readonly instrumentHash: string
    readonly fileName: string
    readonly wording: Wording
  },
): Promise<Result<{ readonly count: number }, { readonly kind: 'no-wording' }>> =>
  write<{ readonly count: number }, { readonly kind: 'no-wording' }>(deps, async (tx, record) => {
    const count = Object.keys(input.wording).length
    if (count === 0) return err({ kind: 'no-wording' })
    const row = {
      wording: JSON.stringify(input.wording),
      file_name: input.fileName,
      taken_by: deps.actor?.userId ?? '',
      taken_at: deps.now,
    }
    await tx
      .insertInto('instrument_wording')
      .values({ unit_id: input.unitId, instrument_hash: input.instrumentHash, ...row })
      .onConflict(conflict => conflict.columns(['unit_id', 'instrument_hash']).doUpdateSet(row))
      .execute()
    record({
      action: 'assessment-wording-taken',
      subjectType: 'unit',
      subjectId: input.unitId,
      unitId: input.unitId,
      detail: { instrument: input.instrumentHash, file: input.fileName, texts: count },
    })
    return ok({ count })
  })

/** The wording that holds for a unit: its own, else that of the nearest unit above it. */
export async function wordingOf(
  db: Db,
  unitPath: readonly string[],
  instrumentHash: string,
): Promise<{ readonly wording: Wording; readonly takenAt: Date; readonly unitId: string } | null> {
  if (unitPath.length === 0) return null
  const rows = await db
    .selectFrom('instrument_wording')
    .select(['unit_id', 'wording', 'taken_at'])
    .where('instrument_hash', '=', instrumentHash)
    .where('unit_id', 'in', [...unitPath])
    .execute()
  const nearest = rows.sort((a, b) => unitPath.indexOf(b.unit_id) - unitPath.indexOf(a.unit_id))[0]
  return nearest
    ? { wording: readWording(nearest.wording), takenAt: nearest.taken_at, unitId: nearest.unit_id }
    : null
}

export function readWording(stored: Readonly<Record<string, unknown>>): Wording {
  const wording: Record<string, Words> = {}
  for (const [code, words] of Object.entries(stored)) {
    if (!isObject(words) || typeof words.text !== 'string') continue
    const criteria = isObject(words.criteria)
      ? Object.fromEntries(
          Object.entries(words.criteria).filter(
            (entry): entry is [string, string] => typeof entry[1] === 'string',
          ),
        )
      : {}
    wording[code] = { text: words.text, criteria }
  }
  return wording
}

// An instrument is compiled once per object, so that the same wording must be the same object.
const kept = new Map<string, { readonly key: string; readonly instrument: Instrument }>()

/** The instrument in the words that hold for a unit. Numbers and codes stay its own. */
export async function wordedInstrument(
  db: Db,
  unitPath: readonly string[],
  instrumentHash: string,
  instrument: Instrument,
): Promise<Instrument> {
  const found = await wordingOf(db, unitPath, instrumentHash)
  if (found === null) return instrument
  const place = `${found.unitId}:${instrumentHash}`
  const key = found.takenAt.toISOString()
  const known = kept.get(place)
  if (known?.key === key) return known.instrument
  const worded = inWords(instrument, found.wording)
  kept.set(place, { key, instrument: worded })
  return worded
}

/** An instrument with other words. */
export function inWords(instrument: Instrument, wording: Wording): Instrument {
  const label = <L extends { readonly id: string }>(own: L, code: string): L => {
    const text = wording[code]?.text
    return text === undefined ? own : { ...own, id: text }
  }
  const question = (own: Question): Question => ({
    ...own,
    text: label(own.text, own.code),
    answer: own.answer === null ? null : answering(own.answer, own.code),
  })
  const answering = (answer: Answering, code: string): Answering => {
    if (answer.kind === 'index') return answer
    if (answer.kind === 'ratio')
      return {
        ...answer,
        operands: answer.operands.map(one => ({ ...one, label: label(one.label, `${code}.${one.name}`) })),
      }
    const criteria = Object.entries(wording[code]?.criteria ?? {}).map(([key, id]) => [key, { id }])
    return { ...answer, criteria: { ...answer.criteria, ...Object.fromEntries(criteria) } }
  }
  return {
    ...instrument,
    pillars: instrument.pillars.map(pillar => ({
      ...pillar,
      areas: pillar.areas.map(area => ({
        ...area,
        subItems: area.subItems.map(subItem => ({
          ...subItem,
          title: label(subItem.title, subItem.code),
          questions: subItem.questions.map(question),
        })),
      })),
    })),
  }
}
