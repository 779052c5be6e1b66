import fc from 'fast-check'
import { type Instrument, type Question, questionsOf } from '../instrument/instrument.ts'
import { lke } from './full-sheet.test-data.ts'

/** Any answer that the question takes; blank now and then. */
export function anyAnswer(instrument: Instrument, { answer }: Question): fc.Arbitrary<unknown> {
  if (answer === null) return fc.constant(null)
  if (answer.kind === 'index')
    return fc.oneof(
      fc.integer({ min: 0, max: 4_000_000 }).map(millionths => (millionths / 1_000_000).toFixed(6)),
      fc.constantFrom(3.6, 3.2, '3.599999999999', '3.2', 4, 0, 3.5996400000000004),
    )
  if (answer.kind === 'ratio') {
    const count = fc.oneof(
      { weight: 8, arbitrary: fc.nat(60) },
      { weight: 1, arbitrary: fc.nat(999_999_999) },
    )
    return fc.record(Object.fromEntries(answer.operands.map(({ name }) => [name, count])))
  }
  return fc.constantFrom(...(instrument.scales[answer.scale]?.options.map(({ key }) => key) ?? []))
}

/** Any sheet of the instrument, with up to a tenth of it blank. */
export const anySheet = (instrument: Instrument = lke): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      questionsOf(instrument).map(({ question }) => [
        question.code,
        fc.option(anyAnswer(instrument, question), { freq: 10, nil: null }),
      ]),
    ),
  )
