import { describe, expect, test } from 'vitest'
import { questionsOf } from '../../../core/instrument/instrument.ts'
import { shippedInstruments } from '../instruments.ts'
import { askedBy, fitOf, type Offered } from './fit-evidence.ts'

const lke = shippedInstruments().find(({ instrument }) => instrument.id === 'permenpanrb-90-2021')?.instrument
/** "Pembangunan ZI dipantau dan dievaluasi", proven by a report, an invitation, an attendance list and minutes. */
const placed = lke && questionsOf(lke).find(({ question }) => question.code === 'P.MP.3.b')
if (!placed) throw new Error('the official instrument is not shipped')
const asked = askedBy(placed, 2026)

const report: Offered = {
  title: 'Laporan monev pembangunan ZI semester I',
  subjects: '',
  kind: 'report',
  areas: ['MP'],
  from: '2026-01-01',
  to: '2026-06-30',
  validUntil: null,
}
const strength = (change: Partial<Offered>) => fitOf({ ...report, ...change })(asked)

describe('Evidence that may prove an item', () => {
  test('is of a kind that the item names', () => {
    expect(asked.kinds).toEqual(expect.arrayContaining(['report', 'invitation', 'attendance', 'minutes']))
    expect(strength({})).toBeGreaterThan(0)
    expect(strength({ kind: 'decree' })).toBe(0)
  })

  test('speaks of the year; a decree or a procedure holds on after its own', () => {
    expect(strength({ from: '2025-01-01', to: '2025-12-31' })).toBe(0)
    expect(strength({ from: '2027-01-01', to: '2027-06-30' })).toBe(0)
    expect(strength({ from: '2025-07-01', to: '2026-06-30' })).toBeGreaterThan(0)
    expect(strength({ from: null, to: null })).toBeGreaterThan(0)
    const anyKind = { ...asked, kinds: [] }
    const decree = { ...report, kind: 'decree', from: '2024-02-01', to: '2024-02-01' } as const
    expect(fitOf(decree)(anyKind)).toBeGreaterThan(0)
    expect(fitOf({ ...decree, validUntil: '2025-06-30' })(anyKind)).toBe(0)
    expect(fitOf({ ...decree, kind: 'photo' })(anyKind)).toBe(0)
  })

  test('from a duty of the same area needs fewer words in common, and stands before the same of another', () => {
    const [own, none, other] = [strength({}), strength({ areas: [] }), strength({ areas: ['PW'] })]
    expect(own).toBeGreaterThan(none)
    const oneWord = { title: 'Rapat monev', kind: 'minutes' } as const
    expect(strength(oneWord)).toBeGreaterThan(0)
    expect(strength({ title: 'Monev', kind: 'report', areas: ['PW'] })).toBe(0)
    expect(own).toBeGreaterThan(other)
  })

  test('has a word in common with what is asked', () => {
    expect(strength({ title: 'Laporan keuangan' })).toBe(0)
  })
})
