import { readFileSync } from 'node:fs'
import { type Instrument, questionsOf } from '../instrument/instrument.ts'
import { readInstrument } from '../instrument/read-instrument.ts'
import type { Answers } from './answers.ts'

export const instrumentFile = (id: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/instruments/${id}.json`, import.meta.url), 'utf8'))

export function instrumentOf(id: string): Instrument {
  const found = readInstrument(instrumentFile(id))
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found.value
}

export const lke = instrumentOf('permenpanrb-90-2021')

const fullCounts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'R.MP.1.a': { agents: 7, changes: 7 },
  'R.MP.1.b': { changes: 7, integrated: 7 },
  'R.SDM.3.a': { previousYear: 4, thisYear: 0, sanctioned: 0 },
  'R.AK.1.a': { targets: 12, achieved: 12 },
  'R.PW.2.a': { toFollowUp: 31, done: 31, inProgress: 0 },
  'R.PW.3.a': { head: 1, obliged: 9, other: 2, reported: 12 },
  'R.PW.3.b': { echelon3: 3, echelon4: 8, functional: 40, reported: 51 },
  'R.PP.1.b': { registered: 60, simplified: 60 },
}

/** Every answer the best that the instrument has: the all-A sample printed in the regulation. */
export function fullSheet(instrument: Instrument = lke): Answers {
  return Object.fromEntries(
    questionsOf(instrument).map(({ question: { code, answer } }) => {
      if (answer === null) return [code, null]
      if (answer.kind === 'ratio') return [code, fullCounts[code]]
      if (answer.kind === 'index') return [code, answer.max]
      return [code, instrument.scales[answer.scale]?.options[0]?.key]
    }),
  )
}
