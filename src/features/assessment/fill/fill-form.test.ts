import { describe, expect, test } from 'vitest'
import { questionsOf } from '../../../core/instrument/instrument.ts'
import { shippedInstruments } from '../instruments.ts'
import { filledRows, typedFields, typedValue } from './fill-form.ts'

const found = shippedInstruments().find(({ instrument }) => instrument.id === 'permenpanrb-90-2021')
if (!found) throw new Error('the official instrument is not shipped')
const { instrument } = found
const rows = (body: Record<string, unknown>) =>
  filledRows(instrument, questionsOf(instrument), typedFields(body))

describe('The form of the self-assessment', () => {
  test('carries the rows whose version it holds, and no other', () => {
    expect(
      rows({ 'a.P.MP.1.a': 'Ya', 'e.P.MP.1.a': ' Ada\r\nSK ', 'v.P.MP.1.a': '3', 'a.P.MP.1.b': 'A' }),
    ).toEqual([{ code: 'P.MP.1.a', value: 'Ya', explanation: 'Ada\nSK', seen: 3 }])
  })

  test('takes an empty answer for none, of every kind', () => {
    expect(
      rows({
        ...{ 'a.P.MP.1.a': '', 'v.P.MP.1.a': '0', 'a.H.BERSIH.a': ' ', 'v.H.BERSIH.a': '0' },
        ...{ 'a.R.MP.1.a.agents': '', 'a.R.MP.1.a.changes': '', 'v.R.MP.1.a': '0' },
      }).map(({ code, value }) => [code, value]),
    ).toEqual([
      ['P.MP.1.a', null],
      ['R.MP.1.a', null],
      ['H.BERSIH.a', null],
    ])
  })

  test('keeps an index as the text that was typed, with a point, and never as a float', () => {
    expect(rows({ 'a.H.BERSIH.a': '3,60', 'v.H.BERSIH.a': 'x' })).toEqual([
      { code: 'H.BERSIH.a', value: '3.60', explanation: '', seen: 0 },
    ])
  })

  test.each([
    ['7', 7],
    ['-1', -1],
    ['2,5', 2.5],
    ['1.250.000', 1_250_000],
    ['1.000', 1000],
    ['1,000', 1000],
    ['12.345', 12_345],
    ['1.000,5', '1.000,5'],
    ['1.00', 1],
    ['tujuh', 'tujuh'],
    ['١', '١'],
  ])('hands the count "%s" on so that the score says what is wrong with it', (typed, value) => {
    expect(rows({ 'a.R.MP.1.a.agents': typed, 'v.R.MP.1.a': '0' })[0]?.value).toEqual({ agents: value })
  })

  test('reads back what it stored', () => {
    const value = { agents: 7, changes: 5 }
    expect(
      rows({ ...Object.fromEntries(typedValue('R.MP.1.a', value)), 'v.R.MP.1.a': '1' })[0]?.value,
    ).toEqual(value)
  })

  test('carries the conditions besides the score, by predicate', () => {
    expect(rows({ 'a.WBK:agency-spip': 'Ya', 'v.WBK:agency-spip': '0' })).toEqual([
      { code: 'WBK:agency-spip', value: 'Ya', explanation: '', seen: 0 },
    ])
  })
})
