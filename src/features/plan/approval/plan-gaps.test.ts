import { describe, expect, test } from 'vitest'
import { readRow } from '../../../core/schedule/row-schedule.ts'
import { conflictKey, type GapRows, needsConfirmation, planGaps } from './plan-gaps.ts'

const row = (given: {
  actions?: readonly string[]
  evidence?: readonly string[]
  schedule?: string
  dates?: number
  assignedDates?: number
  personId?: string | null
  settled?: readonly string[]
}): GapRows => {
  const { actions = ['Rapat'], evidence = ['Notula'], schedule = 'Maret 2028' } = given
  const text = 'Tim bekerja'
  const read = readRow({ indicator: text, actions, evidence, schedule }, { year: 2028 })
  return {
    indicators: [{ id: 'i', text }],
    actions: actions.map((action, at) => ({
      id: `a${at}`,
      indicatorId: 'i',
      text: action,
      personId: given.personId === undefined ? 'p' : given.personId,
      dates: given.dates ?? 1,
      assignedDates: given.assignedDates ?? 0,
    })),
    evidence: evidence.map(each => ({ indicatorId: 'i', text: each })),
    schedules: read.schedules.map(reading => ({ indicatorId: 'i', reading })),
    settled: new Set(given.settled ?? []),
  }
}
const kinds = (rows: GapRows) => planGaps(rows).map(({ kind }) => kind)

describe('the gaps of a plan', () => {
  test('are none where every action has dates, a person and evidence', () => {
    expect(planGaps(row({}))).toEqual([])
  })

  test('name what is missing, each once', () => {
    expect(kinds(row({ schedule: '', dates: 0 }))).toEqual(['schedule-missing'])
    expect(kinds(row({ schedule: 'bila perlu', dates: 0 }))).toEqual(['schedule-unresolved'])
    expect(kinds(row({ schedule: '3 bulan', dates: 0 }))).toEqual(['schedule-unresolved'])
    expect(kinds(row({ dates: 0 }))).toEqual(['date-missing'])
    expect(kinds(row({ evidence: [] }))).toEqual(['evidence-missing'])
    expect(kinds(row({ actions: [] }))).toEqual(['action-missing'])
  })

  test('count a person for an action only where nobody holds it and its dates are not all given out', () => {
    expect(kinds(row({ personId: null }))).toEqual(['person-missing'])
    expect(kinds(row({ personId: null, dates: 2, assignedDates: 1 }))).toEqual(['person-missing'])
    expect(kinds(row({ personId: null, dates: 2, assignedDates: 2 }))).toEqual([])
  })

  test('need the head’s written word only where no date can be told', () => {
    const unclear = planGaps(row({ schedule: '', dates: 0 })).filter(needsConfirmation)
    expect(unclear).toHaveLength(1)
    const others = planGaps(row({ personId: null, evidence: [], dates: 0 }))
    expect([others.length, others.filter(needsConfirmation)]).toEqual([3, []])
  })

  test('hold a conflict of frequencies until somebody decides on those very words', () => {
    const given = { actions: ['Rapat setiap triwulan'], schedule: 'Per semester' }
    const [conflict] = planGaps(row(given))
    if (conflict?.kind !== 'frequency-conflict') throw new Error('no conflict')
    const key = conflictKey('i', conflict.phrases, conflict.schedule)
    expect(kinds(row({ ...given, settled: [key] }))).toEqual([])
    expect(kinds(row({ ...given, schedule: 'Per tahun', settled: [key] }))).toEqual(['frequency-conflict'])
  })
})
