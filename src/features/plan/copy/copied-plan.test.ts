import { describe, expect, test } from 'vitest'
import { readRow } from '../../../core/schedule/row-schedule.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import { copiedPlan } from './copied-plan.ts'
import type { CopySource } from './copy-source.ts'

type Given = {
  readonly text?: string
  readonly schedule: string
  readonly start?: LocalDate
  readonly person?: string
}

function sourceOf(rows: readonly Given[], year: number): CopySource {
  const action = 'Mengerjakan'
  return {
    areas: [{ code: 'MP', label: 'Area', position: 0 }],
    subComponents: [{ id: 's', area: 'MP', no: '1', name: 'Bagian', position: 0 }],
    indicators: rows.map(({ text = 'Indikator' }, at) => ({
      ...{ id: `i${at}`, subId: 's', text, owner: null, position: at },
    })),
    actions: rows.map(({ person = null }, at) => ({
      ...{ indicatorId: `i${at}`, text: action, personId: person, person },
    })),
    evidence: [],
    schedules: rows.flatMap(({ text = 'Indikator', schedule, start }, at) =>
      readRow(
        { indicator: text, actions: [action], evidence: [], schedule },
        start ? { year, start } : { year },
      ).schedules.map(reading => ({
        ...{ indicatorId: `i${at}`, text: schedule, start: start ?? null, reading },
      })),
    ),
    available: new Set(['ada']),
  }
}

function copy(rows: readonly Given[], from = 2028, to = 2029) {
  let id = 0
  return copiedPlan(sourceOf(rows, from), { from, to }, 'plan', () => `${id++}`)
}
const moveOne = (row: Given, from?: number, to?: number) => {
  const [schedule] = copy([row], from, to).moved[0]?.schedules ?? []
  return [schedule?.after.text, schedule?.after.dates, schedule?.doubts]
}

describe('a plan in another year', () => {
  test('moves the years that its schedules print, and takes the new year where they print none', () => {
    expect(moveOne({ schedule: 'Maret 2028' })).toEqual(['Maret 2029', ['2029-03-31'], []])
    expect(moveOne({ schedule: 'Maret' })).toEqual(['Maret', ['2029-03-31'], []])
    expect(moveOne({ schedule: 'Tiap minggu' })[1]).toHaveLength(52)
  })

  test('says that a 29 February became the 28th', () => {
    expect(moveOne({ schedule: '29 Februari 2028' })).toEqual([
      '28 Februari 2029',
      ['2029-02-28'],
      ['leap-day'],
    ])
    expect(moveOne({ schedule: '29 Februari 2028' }, 2028, 2032)[2]).toEqual([])
  })

  test('counts a length of time from the same day of the new year', () => {
    expect(moveOne({ schedule: '1 bulan', start: '2028-03-01' })).toEqual(['1 bulan', ['2029-03-31'], []])
    expect(moveOne({ schedule: '1 bulan' })).toEqual(['1 bulan', [], ['no-dates']])
  })

  test('says what cannot be read, in the old year or in the new one', () => {
    expect(moveOne({ schedule: 'bila perlu' })[2]).toEqual(['unresolved'])
  })

  test('tells which rows name the old year in their words, and leaves the words alone', () => {
    const { rows, moved } = copy([{ text: 'Laporan 2028 tersedia', schedule: 'Maret' }, { schedule: 'Mei' }])
    expect(moved.map(({ namesYear }) => namesYear)).toEqual([true, false])
    expect(rows.indicators[0]?.text).toBe('Laporan 2028 tersedia')
  })

  test('keeps the people who can still be given a duty, and names those who cannot', () => {
    const { rows, moved } = copy([
      { schedule: 'Mei', person: 'ada' },
      { schedule: 'Juni', person: 'pergi' },
    ])
    expect(rows.actions.map(({ person_id }) => person_id)).toEqual(['ada', null])
    expect(moved.map(({ lost }) => lost)).toEqual([[], ['pergi']])
  })
})
