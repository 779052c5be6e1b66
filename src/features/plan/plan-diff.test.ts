import { describe, expect, test } from 'vitest'
import { type PlanText, planDiff, similarity } from './plan-diff.ts'

type Given = { readonly id: string; readonly text: string; readonly sub?: string; readonly area?: string }

const plan = (prefix: string, indicators: readonly (Given & { readonly schedule?: string })[]): PlanText => {
  const subs = new Map(
    indicators.map(({ sub = 'Tim kerja', area = 'MP' }) => [`${area} ${sub}`, { sub, area }]),
  )
  return {
    subComponents: [...subs].map(([id, { sub, area }]) => ({ id: `${prefix}${id}`, area, name: sub })),
    indicators: indicators.map(({ id, text, sub = 'Tim kerja', area = 'MP' }, position) => ({
      id: `${prefix}${id}`,
      sub_component_id: `${prefix}${area} ${sub}`,
      text,
      owner_text: null,
      position,
    })),
    actions: indicators.map(({ id, text }) => ({
      id: `${prefix}action ${id}`,
      indicator_id: `${prefix}${id}`,
      text: `Mengerjakan ${text}`,
    })),
    evidence: indicators.map(({ id }) => ({ indicator_id: `${prefix}${id}`, text: 'Laporan' })),
    schedules: indicators.map(({ id, schedule = 'Maret 2028' }) => ({
      indicator_id: `${prefix}${id}`,
      text: schedule,
      start_date: null,
    })),
  }
}

describe('the difference of two plans', () => {
  test('of the same words is none, however ids and spaces differ', () => {
    const before = plan('old ', [{ id: '1', text: 'Tim kerja dibentuk' }])
    const after = plan('new ', [{ id: '1', text: 'Tim kerja dibentuk' }])
    const diff = planDiff(after, before)
    expect([diff.added, diff.removed, diff.changed, diff.same]).toEqual([[], [], [], 1])
    expect([...diff.kept.indicators]).toEqual([['new 1', 'old 1']])
    expect([...diff.kept.actions]).toEqual([['new action 1', 'old action 1']])
  })

  test('finds a row again whose words changed a little, and says what changed in it', () => {
    const before = plan('old ', [{ id: '1', text: 'Tim kerja zona integritas dibentuk' }])
    const after = plan('new ', [
      { id: '1', text: 'Tim kerja zona integritas telah dibentuk', schedule: 'Mei 2028' },
    ])
    const { changed, added, removed } = planDiff(after, before)
    expect([added, removed]).toEqual([[], []])
    expect(changed.map(each => [each.before.schedules, each.after.schedules])).toEqual([
      [['Maret 2028'], ['Mei 2028']],
    ])
  })

  test('knows a row by its id, however much its words changed', () => {
    const before = plan('', [{ id: '1', text: 'Rapat' }])
    const { changed, added } = planDiff(plan('', [{ id: '1', text: 'Evaluasi triwulanan' }]), before)
    expect([changed.length, added]).toEqual([1, []])
  })

  test('never takes a row of one area for a row of another', () => {
    const before = plan('old ', [{ id: '1', text: 'Survei dilakukan', area: 'MP' }])
    const after = plan('new ', [{ id: '1', text: 'Survei dilakukan', area: 'PP' }])
    const { added, removed } = planDiff(after, before)
    expect([added.map(({ text }) => text), removed.map(({ text }) => text)]).toEqual([
      ['Survei dilakukan'],
      ['Survei dilakukan'],
    ])
  })

  test('keeps rows with the same words apart by the sub-component they stand in', () => {
    const before = plan('old ', [
      { id: '1', text: 'Ditinjau', sub: 'Tim kerja' },
      { id: '2', text: 'Ditinjau', sub: 'Agen perubahan' },
    ])
    const after = plan('new ', [
      { id: 'x', text: 'Ditinjau', sub: 'Agen perubahan' },
      { id: 'y', text: 'Ditinjau', sub: 'Tim kerja' },
    ])
    const { kept, same } = planDiff(after, before)
    expect([kept.indicators.get('new x'), kept.indicators.get('new y'), same]).toEqual(['old 2', 'old 1', 2])
  })

  test('measures likeness by the words that two texts share', () => {
    expect(similarity('Rapat tim', 'rapat  TIM')).toBe(1)
    expect(similarity('', '')).toBe(1)
    expect(similarity('rapat tim', 'rapat bulanan')).toBeCloseTo(1 / 3)
    expect(similarity('rapat', 'laporan')).toBe(0)
  })
})
