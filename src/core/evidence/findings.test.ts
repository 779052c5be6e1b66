import { describe, expect, test } from 'vitest'
import { findDoubts } from './findings.ts'
import type { BulkRule, HonestyInput, Piece } from './honesty-input.ts'
import { settleFindings } from './settle-findings.ts'

const bulk: BulkRule = { pieces: 3, hours: 24 }
const noon = Date.UTC(2019, 5, 30, 12)
const year = { from: '2019-01-01', to: '2019-12-31' } as const

const piece = (id: string, more: Partial<Piece> = {}): Piece => ({
  id,
  sha256: `bytes-${id}`,
  kind: 'report',
  documentDate: null,
  proves: null,
  validUntil: null,
  uploadedAt: Date.UTC(2019, 2, 1),
  ...more,
})

const input = (more: Partial<HonestyInput> = {}): HonestyInput => ({
  today: '2019-07-01',
  pieces: [],
  slots: [
    { id: 's1', indicatorId: 'I.1.1', text: 'Laporan tim' },
    { id: 's2', indicatorId: 'I.1.2', text: 'Laporan lain' },
    { id: 's3', indicatorId: 'I.1.2', text: 'Notulen rapat' },
  ],
  uses: [],
  obligations: [],
  deadlines: [],
  earlier: [],
  elsewhere: [],
  ...more,
})

const use = (evidenceId: string, slotId: string, obligationId: string | null = null) => ({
  evidenceId,
  slotId,
  obligationId,
})
const codes = (more: Partial<HonestyInput>) => findDoubts(input(more), bulk).map(({ code }) => code)

describe('the same bytes', () => {
  test('for two indicators are found once, with both indicators and both pieces', () => {
    const found = findDoubts(
      input({
        pieces: [piece('b', { sha256: 'x' }), piece('a', { sha256: 'x' })],
        uses: [use('a', 's1'), use('b', 's2')],
      }),
      bulk,
    )
    expect(found).toMatchObject([
      {
        code: 'same-file-several-indicators',
        indicatorIds: ['I.1.1', 'I.1.2'],
        evidenceIds: ['a', 'b'],
        remedy: 'bring-own-file',
      },
    ])
  })
  test('for two slots of one indicator are no finding', () => {
    expect(codes({ pieces: [piece('a')], uses: [use('a', 's2'), use('a', 's2', 'o')] })).toEqual([])
  })
  test('of an earlier year are found with the years', () => {
    const found = findDoubts(
      input({
        pieces: [piece('a', { sha256: 'x' })],
        earlier: [
          { sha256: 'x', year: 2018 },
          { sha256: 'x', year: 2017 },
          { sha256: 'y', year: 2018 },
        ],
      }),
      bulk,
    )
    expect(found).toMatchObject([{ code: 'same-file-earlier-year', years: [2017, 2018] }])
  })
  test('at another unit are found with the unit', () => {
    const found = findDoubts(
      input({ pieces: [piece('a', { sha256: 'x' })], elsewhere: [{ sha256: 'x', unitId: 'u2' }] }),
      bulk,
    )
    expect(found).toMatchObject([{ code: 'same-file-other-unit', unitIds: ['u2'] }])
  })
  test('do not join links, which have no bytes', () => {
    expect(
      codes({
        pieces: [piece('a', { sha256: null }), piece('b', { sha256: null })],
        uses: [use('a', 's1'), use('b', 's2')],
      }),
    ).toEqual([])
  })
})

describe('dates', () => {
  const half = { from: '2019-01-01', to: '2019-06-30' } as const
  const obligations = [{ id: 'o', due: '2019-06-30', period: half, waived: false }] as const

  test.each([
    ['2018-12-31', ['date-outside-proven-period']],
    ['2019-01-01', []],
    ['2019-12-31', []],
    ['2020-01-01', ['date-outside-proven-period']],
  ] as const)('a document of %s that is to prove 2019', (documentDate, expected) => {
    expect(codes({ pieces: [piece('a', { documentDate, proves: year })] })).toEqual(expected)
  })
  test('a document outside the period of the obligation that it serves is found with that obligation', () => {
    const found = findDoubts(
      input({
        pieces: [piece('a', { documentDate: '2019-08-02' })],
        uses: [use('a', 's1', 'o')],
        obligations,
      }),
      bulk,
    )
    expect(found).toMatchObject([{ code: 'date-outside-obligation', obligationId: 'o', period: half }])
  })
  test.each([
    ['a decree still in force', 'decree', '2019-03-01', []],
    ['a decree that ended before', 'decree', '2018-12-31', ['date-outside-obligation', 'expired']],
    ['a decree without an end', 'decree', null, ['date-outside-obligation']],
    ['a report, which is of its day', 'report', '2019-12-31', ['date-outside-obligation']],
  ] as const)('made the year before: %s', (_, kind, validUntil, expected) => {
    const slots = [{ id: 's', indicatorId: 'i', text: 'Dokumen terkait' }]
    const today = '2019-02-01' as const
    const pieces = [piece('a', { kind, validUntil, documentDate: '2018-05-12' })]
    expect(codes({ today, slots, pieces, uses: [use('a', 's', 'o')], obligations })).toEqual(expected)
  })
  test('evidence in force until the end of its period stays good after it expired', () => {
    const pieces = [piece('a', { validUntil: '2019-06-30' })]
    expect(codes({ today: '2021-01-01', pieces, uses: [use('a', 's1', 'o')], obligations })).toEqual([])
  })
  test('evidence in use without a dated obligation expires on the day after its last', () => {
    const pieces = [piece('a', { validUntil: '2019-06-30' })]
    const uses = [use('a', 's1')]
    expect(codes({ today: '2019-06-30', pieces, uses })).toEqual([])
    expect(codes({ today: '2019-07-01', pieces, uses })).toEqual(['expired'])
    expect(codes({ today: '2019-07-01', pieces })).toEqual([])
  })
})

describe('kinds', () => {
  test('a photo where minutes are asked for is found with what was asked', () => {
    const found = findDoubts(input({ pieces: [piece('a', { kind: 'photo' })], uses: [use('a', 's3')] }), bulk)
    expect(found).toMatchObject([{ code: 'kind-does-not-fit', kind: 'photo', asked: ['minutes'] }])
  })
  test('a piece used twice for one slot is found once', () => {
    const uses = [use('a', 's3', 'o'), use('a', 's3')]
    expect(codes({ pieces: [piece('a', { kind: 'photo' })], uses })).toEqual(['kind-does-not-fit'])
  })
})

describe('uploads before a deadline', () => {
  const at = noon
  const upload = (id: string, before: number) => piece(id, { uploadedAt: at - before })
  const hour = 3_600_000
  const deadlines = [{ id: 'd', at, evidenceIds: null }]

  test('the agreed number within the agreed hours is found', () => {
    const pieces = [upload('a', 0), upload('b', hour), upload('c', 24 * hour - 1)]
    expect(findDoubts(input({ pieces, deadlines }), bulk)).toMatchObject([
      { code: 'bulk-before-deadline', count: 3, hours: 24, evidenceIds: ['a', 'b', 'c'], remedy: 'explain' },
    ])
  })
  test('one fewer is not, nor one too early, nor one after it', () => {
    for (const third of [24 * hour, -1]) {
      expect(codes({ pieces: [upload('a', 0), upload('b', hour), upload('c', third)], deadlines })).toEqual(
        [],
      )
    }
    expect(codes({ pieces: [upload('a', 0), upload('b', hour)], deadlines })).toEqual([])
  })
  test('only the pieces that the deadline concerns are counted', () => {
    const pieces = [upload('a', 0), upload('b', hour), upload('c', hour)]
    expect(codes({ pieces, deadlines: [{ id: 'd', at, evidenceIds: ['a', 'b'] }] })).toEqual([])
  })
})

describe('what is due', () => {
  const owed = (due: '2019-07-01' | '2019-07-02', waived = false) => [{ id: 'o', due, period: null, waived }]
  test('is missing from the due day on, until evidence that counts serves it', () => {
    expect(codes({ obligations: owed('2019-07-01') })).toEqual(['due-without-evidence'])
    expect(codes({ obligations: owed('2019-07-02') })).toEqual([])
    expect(
      codes({ obligations: owed('2019-07-01'), pieces: [piece('a')], uses: [use('a', 's1', 'o')] }),
    ).toEqual([])
    expect(codes({ obligations: owed('2019-07-01'), uses: [use('returned', 's1', 'o')] })).toEqual([
      'due-without-evidence',
    ])
  })
  test('is not missing when it was waived', () => {
    expect(codes({ obligations: owed('2019-07-01', true) })).toEqual([])
  })
})

describe('an explanation', () => {
  const before = input({ pieces: [piece('a', { sha256: 'x' })], earlier: [{ sha256: 'x', year: 2018 }] })
  const [finding] = findDoubts(before, bulk)
  const explanation = { key: finding?.key ?? '', subject: finding?.subject ?? '', text: 'Masih berlaku.' }

  test('settles its finding', () => {
    expect(settleFindings(findDoubts(before, bulk), [explanation])).toEqual([
      { finding, state: 'explained', explanation },
    ])
  })
  test('settles it no longer once the facts are others, and is still shown', () => {
    const after = { ...before, earlier: [...before.earlier, { sha256: 'x', year: 2017 }] }
    expect(settleFindings(findDoubts(after, bulk), [explanation])).toMatchObject([
      { state: 'changed', explanation },
    ])
  })
  test('without words settles nothing', () => {
    expect(settleFindings(findDoubts(before, bulk), [{ ...explanation, text: '  ' }])).toMatchObject([
      { state: 'open', explanation: null },
    ])
  })
})
