import { describe, expect, it } from 'vitest'
import planRows from './plan-rows.test-data.json' with { type: 'json' }
import { readRow } from './row-schedule.ts'

const rowOf = (id: string) => {
  const row = planRows.find(plan => plan.id === id)
  if (row === undefined) throw new RangeError(`no row ${id} in the test data`)
  return row
}
const read = (id: string, ...siblings: string[]) =>
  readRow(rowOf(id), { year: 2019, siblings: siblings.map(rowOf) }).schedules[0]

const plain = { indicator: 'Tim dibentuk', actions: ['Menyusun SK'], evidence: ['SK'] }

describe('an open end takes its dates from the row', () => {
  it('a monthly report is due at every month end', () => {
    expect(read('II.2.2')).toMatchObject({
      kind: 'open',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
      ambiguous: true,
    })
    expect(read('II.2.2')?.dates).toHaveLength(12)
  })

  it('“setiap enam bulan sekali” is due in June and December', () => {
    expect(read('II.2.3')?.dates).toEqual(['2019-06-30', '2019-12-31'])
  })

  it('two frequencies give the dates of both, and no single recurrence', () => {
    expect(read('II.3.2')).toMatchObject({ rrule: null })
    expect(read('II.3.2')?.dates).toHaveLength(12)
    expect(read('II.3.2')?.assumptions).toContainEqual({
      code: 'frequency-from-row',
      phrases: ['sekali dalam setahun', 'Laporan bulanan'],
    })
  })

  it('without a frequency there are no dates', () => {
    expect(read('II.1.1a')).toMatchObject({ kind: 'open', dates: [], ambiguous: true })
  })
})

describe('a bare length of time', () => {
  it('is a recurrence where the row states that frequency', () => {
    expect(read('VI.3.1')).toMatchObject({
      kind: 'recurring',
      dates: ['2019-06-30', '2019-12-31'],
      ambiguous: true,
    })
    expect(read('VI.3.1')?.assumptions).toContainEqual({
      code: 'frequency-from-row',
      phrases: ['per semester'],
    })
  })

  it.each(['VI.3.2', 'VI.3.3'])('%s follows the row of its sub-component that has the same cell', id => {
    expect(read(id, 'VI.3.1')).toMatchObject({ kind: 'recurring', dates: ['2019-06-30', '2019-12-31'] })
    expect(read(id, 'VI.3.1')?.assumptions).toContainEqual({
      code: 'frequency-from-sibling',
      phrases: ['per semester'],
    })
  })

  it('is a duration where no row speaks of recurring', () => {
    expect(read('VI.3.2')).toMatchObject({ kind: 'duration', dates: [] })
    expect(read('VI.2.3')).toMatchObject({ kind: 'duration', dates: [] })
    expect(
      readRow({ ...plain, schedule: '6 bulan' }, { year: 2019, start: '2019-01-01' }).schedules[0]?.dates,
    ).toEqual(['2019-06-30'])
  })

  it('of another length than the frequency stated stays a duration', () => {
    const row = { ...plain, actions: ['Evaluasi per semester'], schedule: '3 bulan' }
    expect(readRow(row, { year: 2019 }).schedules[0]?.kind).toBe('duration')
  })
})

it('a window keeps its own due date, whatever the row says; the difference is reported', () => {
  const { schedules, conflict } = readRow(rowOf('V.3.3'), { year: 2019 })
  expect(schedules[0]).toMatchObject({ kind: 'window', dates: ['2019-12-31'] })
  expect(conflict?.statements).toHaveLength(1)
})

it('a cell with several expressions gives a reading for each', () => {
  const { schedules } = readRow({ ...plain, schedule: 'Feb 2019\nMaret 2019' }, { year: 2019 })
  expect(schedules.map(({ dates }) => dates)).toEqual([['2019-02-28'], ['2019-03-31']])
  expect(readRow({ ...plain, schedule: '' }, { year: 2019 }).schedules).toEqual([])
})
