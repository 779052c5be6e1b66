import { describe, expect, test } from 'vitest'
import { areaLabel, areaOf } from './areas.ts'

describe('Areas of change', () => {
  test.each([
    ['MANAJEMEN PERUBAHAN', 'MP'],
    ['I. Manajemen Perubahan', 'MP'],
    ['PENATAAN TATA LAKSANA', 'TT'],
    ['Area II: Penataan Tatalaksana', 'TT'],
    ['Tatalaksana', 'TT'],
    ['Penataan Tata Laksna', 'TT'],
    ['Penataan Sistem Manajemen SDM', 'SDM'],
    ['C. PENATAAN SISTEM MANAJEMEN SUMBER DAYA MANUSIA', 'SDM'],
    ['Penataan Sistem Manajemen SDM Aparatur', 'SDM'],
    ['SDM Aparatur', 'SDM'],
    ['Akuntabilitas Kinerja', 'AK'],
    ['4) Penguatan Akuntabilitas (lanjutan)', 'AK'],
    ['Penguatan Pengawasan', 'PW'],
    ['AREA PERUBAHAN VI PENINGKATAN KUALITAS PELAYANAN PUBLIK', 'PP'],
    ['Peningkatan Kualitas Pelayanan Publk', 'PP'],
  ])('%s is %s', (text, code) => {
    expect(areaOf(text)).toBe(code)
  })
  test.each([
    'Pengelolaan Akuntabilitas Kinerja',
    'Standar Pelayanan',
    'Sistem Informasi Kepegawaian',
    'Tim Kerja',
    '',
  ])("'%s' is none of them", text => {
    expect(areaOf(text)).toBeNull()
  })
  test('a label loses its number, not its name', () => {
    expect(areaLabel('AREA I: Penataan Tata Laksana (lanjutan)')).toBe('Penataan Tata Laksana')
    expect(areaLabel('Inovasi')).toBe('Inovasi')
  })
})
