import { type Instrument, questionsOf } from '../core/instrument/instrument.ts'
import type { Loss } from '../core/score/losses.ts'
import type { NextStep, Road } from '../core/score/road.ts'
import { columns } from './score-columns.ts'

/** The road from one sheet: to each predicate, single steps that close a gap, and where points are lost. */
export interface Way {
  readonly roads: readonly Road[]
  readonly steps: readonly NextStep[]
  readonly losses: readonly Loss[]
}

const lossesShown = 3

/** The least work that reaches each predicate, as text for a person at a terminal. */
export function roadText(
  instrument: Instrument,
  { roads, steps, losses }: Way,
  shown: (value: string) => string,
): string {
  const texts = new Map(questionsOf(instrument).map(({ question }) => [question.code, question.text.id]))
  const closing = steps.flatMap(({ helps, ...step }) => {
    const closed = helps.filter(({ closes }) => closes).map(({ predicate, rule }) => `${predicate} ${rule}`)
    return closed.length === 0 ? [] : [{ ...step, closed }]
  })
  return [
    ...roads.flatMap(road => roadLines(road, texts, shown)),
    ...(closing.length > 0 ? ['', 'Satu langkah yang langsung menutup ambang:'] : []),
    ...columns(
      closing.map(({ code, closed, ...step }) => [`  ${code}`, `${climb(step)}: ${closed.join(', ')}`]),
    ),
    '',
    `Kehilangan terbesar, paling banyak ${lossesShown} butir tiap area:`,
    ...columns(
      instrument.areas
        .flatMap(({ code: area }) => losses.filter(loss => loss.area === area).slice(0, lossesShown))
        .map(({ code, loss }) => [`  ${code}`, texts.get(code) ?? '', `−${shown(loss)}`]),
    ),
  ].join('\n')
}

const roadLines = (
  { predicate, improvements, effort, gain, proven }: Road,
  texts: ReadonlyMap<string, string>,
  shown: (value: string) => string,
): string[] => [
  '',
  improvements.length === 0
    ? `Jalan ke ${predicate}: semua ambang sudah tercapai.`
    : `Jalan ke ${predicate}: ${improvements.length} perbaikan, usaha ${effort}, tambah ${shown(gain)} (${proven ? 'terbukti paling ringan' : 'cukup, tidak terbukti paling ringan'})`,
  ...columns(
    improvements.map(({ code, from, to, gain: own }) => [
      ...[`  ${code}`, texts.get(code) ?? '', climb({ from, to }), `+${shown(own)}`],
    ]),
  ),
]

const climb = ({ from, to }: { readonly from: string | null; readonly to: string }): string =>
  `${from === null ? 'kosong' : brief(from)} → ${brief(to)}`

/** A value that goes on for long is cut to four decimals; where it stands is only an orientation. */
const brief = (value: string): string => value.replace('.', ',').replace(/(,\d{4})\d+$/, '$1…')
