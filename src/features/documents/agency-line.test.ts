import { describe, expect, test } from 'vitest'
import { agencyLine } from './agency-line.ts'

describe('The line above a unit in a letterhead', () => {
  const dinas = { name: 'Dinas Perizinan', region: 'Kabupaten Tirta Lestari' }
  test('a unit below an agency stands under the agency', () => {
    expect(agencyLine({ name: 'Bidang Data' }, dinas)).toBe('Dinas Perizinan')
  })
  test('an agency of a region stands under its government, and is not printed twice', () => {
    expect(agencyLine(dinas, dinas)).toBe('Pemerintah Kabupaten Tirta Lestari')
  })
  test('an agency without a region has nothing above it', () => {
    expect(agencyLine({ name: 'Badan' }, { name: 'Badan', region: null })).toBeNull()
    expect(agencyLine({ name: 'Badan' }, { name: 'Badan', region: 'Jakarta' })).toBeNull()
  })
})
