import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitItems } from './items.ts'

describe('Items of a cell', () => {
  test.each([
    ['- Undangan\n- Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['• Undangan\n• Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['– Undangan\n– Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['a. Undangan\nb. Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['1) Undangan\n2) Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['Undangan; daftar hadir; notula', ['Undangan', 'daftar hadir', 'notula']],
    ['Undangan\nDaftar hadir', ['Undangan', 'Daftar hadir']],
    ['1.Undangan\n2.Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['1)Undangan\n2)Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['a.Undangan\nb.Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['-Undangan\n-Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['i. undangan\nii. daftar hadir\niii. notula', ['undangan', 'daftar hadir', 'notula']],
    ['1.1 Undangan\n1.2 Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['➤ undangan\n➤ daftar hadir', ['undangan', 'daftar hadir']],
    ['→ Undangan\n→ Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['1.Undangan 2.Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['1. Undangan 2. Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['• Undangan • Daftar hadir', ['Undangan', 'Daftar hadir']],
    ['- Undangan - Daftar hadir', ['Undangan', 'Daftar hadir']],
  ])('%j are %j', (cell, items) => {
    expect(splitItems(cell)).toEqual(items)
  })
  test('an item goes on over the lines below it', () => {
    expect(splitItems('- Menyusun pedoman\n  penanganan\n- Rapat')).toEqual([
      'Menyusun pedoman penanganan',
      'Rapat',
    ])
    expect(splitItems('Menyusun pedoman\npenanganan pengaduan')).toEqual([
      'Menyusun pedoman penanganan pengaduan',
    ])
  })
  test('an introduction that ends in a colon belongs to the first item', () => {
    expect(splitItems('Sosialisasi:\n- daftar hadir\n- notula')).toEqual([
      'Sosialisasi: daftar hadir',
      'notula',
    ])
  })
  test('hyphens, commas and ampersands inside a sentence part nothing', () => {
    for (const text of [
      'Masing-masing e-office, SIMPEG & LAKIP',
      'Rapat (setiap tahun - 2 kali)',
      'SK Tim No 37/2012',
      'a.n. Kepala Balai',
      '1.500 peserta',
      '-5 °C',
    ]) {
      expect(splitItems(text)).toEqual([text])
    }
  })
  test('bulleting a list and splitting it gives the list back', () => {
    const item = fc.stringMatching(/^[A-Z][a-z]{1,8}( [a-z]{2,8}){0,4}$/)
    fc.assert(
      fc.property(fc.array(item, { minLength: 2, maxLength: 8 }), items => {
        expect(splitItems(items.map(text => `- ${text}`).join('\n'))).toEqual(items)
      }),
    )
  })
})
