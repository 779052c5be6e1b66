import { describe, expect, test } from 'vitest'
import { documentOf } from '../plan.test-data.tsx'
import type { PlanDocument, PlanWarning } from '../read/index.ts'
import { type Correction, correctRow, indicatorAt, nameArea } from './correct-document.ts'

const first = { area: 0, subComponent: 0, indicator: 0 }
const correction: Correction = {
  text: 'Tim dibentuk',
  actions: ['Menyusun SK'],
  evidence: ['SK'],
  schedules: ['April 2028'],
  owner: null,
  start: null,
}
const warning = (code: 'schedule-missing' | 'duplicate-row', row: PlanWarning['row']): PlanWarning =>
  code === 'duplicate-row'
    ? { code, first: 'MP.1.1', place: null, row, rowId: null }
    : { code, place: null, row, rowId: null }

const document: PlanDocument = {
  ...documentOf(2028, {
    MP: [
      { text: 'Tim', actions: ['Menyusun SK', 'Rapat'], schedules: [] },
      { text: 'Agen', actions: ['Memilih'], schedules: [] },
    ],
  }),
  warnings: [
    warning('schedule-missing', first),
    warning('duplicate-row', first),
    warning('schedule-missing', { ...first, indicator: 1 }),
  ],
}
const codes = ({ warnings }: PlanDocument) => warnings.map(({ code, row }) => `${code} ${row?.indicator}`)

describe('a corrected document', () => {
  test('reads the schedules of the row again and counts anew', () => {
    const after = correctRow(document, first, correction, 2028)
    expect(indicatorAt(after, first)?.schedules[0]?.dates).toEqual(['2028-04-30'])
    expect(after.counts).toMatchObject({ indicators: 2, actions: 2, evidence: 2, schedules: 1 })
    expect(indicatorAt(document, first)?.text).toBe('Tim')
  })

  test('loses the warnings of that row that no longer hold, and no others', () => {
    expect(codes(correctRow(document, first, correction, 2028))).toEqual([
      'duplicate-row 0',
      'schedule-missing 1',
    ])
  })

  test('gains the warnings that the new words call for', () => {
    const bare = { ...correction, actions: [], evidence: [], schedules: ['bila perlu'] }
    expect(codes(correctRow(document, first, bare, 2028)).slice(2)).toEqual([
      'action-missing 0',
      'evidence-missing 0',
      'schedule-unresolved 0',
    ])
    const shared = { ...correction, actions: ['Rapat', 'Lapor'], schedules: ['Mei', 'Juni', 'Juli'] }
    expect(codes(correctRow(document, first, shared, 2028))).toContain('schedules-for-all-actions 0')
    const conflict = { ...correction, actions: ['Rapat setiap bulan'], schedules: ['Per semester'] }
    expect(codes(correctRow(document, first, conflict, 2028))).toContain('frequency-conflict 0')
  })

  test('counts a length of time from the day that a person gives', () => {
    const lasting = { ...correction, schedules: ['3 bulan'] }
    const dates = (start: Correction['start']) =>
      indicatorAt(correctRow(document, first, { ...lasting, start }, 2028), first)?.schedules[0]?.dates
    expect([dates(null), dates('2028-01-10')]).toEqual([[], ['2028-04-09']])
  })

  test('stays as it was where there is no such row', () => {
    expect(correctRow(document, { ...first, indicator: 9 }, correction, 2028)).toBe(document)
  })

  test('gives an area that nobody knew the code that a person chose', () => {
    const [area] = document.areas
    if (!area) throw new Error('no area')
    const unknown: PlanDocument = {
      ...document,
      areas: [{ ...area, code: null, label: 'Budaya Kerja' }],
      warnings: [{ code: 'unknown-area', label: 'Budaya Kerja', place: null, row: null, rowId: null }],
    }
    const named = nameArea(unknown, 0, 'MP')
    expect([named.areas[0]?.code, named.areas[0]?.label, named.warnings]).toEqual(['MP', 'Budaya Kerja', []])
  })
})
