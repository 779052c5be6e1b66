import { type Instrument, questionsOf } from '../core/instrument/instrument.ts'
import type { Road } from '../core/score/road.ts'
import { columns } from './score-columns.ts'

/** The least work that reaches each predicate, as text for a person at a terminal. */
export function roadText(
  instrument: Instrument,
  roads: readonly Road[],
  shown: (value: string) => string,
): string {
  const texts = new Map(questionsOf(instrument).map(({ question }) => [question.code, question.text.id]))
  return roads
    .flatMap(({ predicate, improvements, effort, gain, proven }) => [
      '',
      improvements.length === 0
        ? `Jalan ke ${predicate}: semua ambang sudah tercapai.`
        : `Jalan ke ${predicate}: ${improvements.length} perbaikan, usaha ${effort}, tambah ${shown(gain)} (${proven ? 'terbukti paling ringan' : 'cukup, tidak terbukti paling ringan'})`,
      ...columns(
        improvements.map(({ code, from, to, gain: own }) => [
          ...[`  ${code}`, texts.get(code) ?? '', `${from ?? 'kosong'} → ${to}`, `+${shown(own)}`],
        ]),
      ),
    ])
    .join('\n')
}
