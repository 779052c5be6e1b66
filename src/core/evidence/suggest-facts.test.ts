import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggestFacts } from './suggest-facts.ts'

const decree = `PEMERINTAH PROVINSI TIRTA
DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU
KEPUTUSAN KEPALA DINAS
NOMOR : 800 / 123 / DPMPTSP / 2019
TENTANG
PEMBENTUKAN TIM PEMBANGUNAN ZONA INTEGRITAS
TAHUN ANGGARAN 2019
KEPALA DINAS,
Menimbang : a. bahwa perlu dibentuk tim;
Mengingat : 1. Undang-Undang
Nomor 25 Tahun 2009 tentang Pelayanan Publik;
2. Peraturan tanggal 3 Maret 2014;
MEMUTUSKAN:
Ditetapkan di Mata Air
pada tanggal 12 Mei 2019
KEPALA DINAS`

const letter = `Mata Air, 10 Pebruari 2019
Nomor : 005/45/DPMPTSP/II/2019
Sifat : Biasa
Lampiran : -
Perihal : Undangan rapat pemantauan
Kepada Yth. Seluruh pegawai
Hari/Tanggal : Senin, 18 Februari 2019
Pukul : 09.00`

describe('what a document seems to say about itself', () => {
  test('a decree: its own number, the day it was signed, what it is about', () => {
    expect(suggestFacts(decree)).toEqual({
      number: '800/123/DPMPTSP/2019',
      date: '2019-05-12',
      title: 'PEMBENTUKAN TIM PEMBANGUNAN ZONA INTEGRITAS TAHUN ANGGARAN 2019',
      kind: 'decree',
    })
  })
  test('an invitation: its own date, not the day of the meeting', () => {
    expect(suggestFacts(letter)).toEqual({
      number: '005/45/DPMPTSP/II/2019',
      date: '2019-02-10',
      title: 'Undangan rapat pemantauan',
      kind: 'invitation',
    })
  })
  test('minutes: the day of the meeting, where nothing else bears a date', () => {
    expect(suggestFacts('NOTULEN RAPAT\nHari/Tanggal : Senin, 18 Februari 2019\nPukul 09.00')).toEqual({
      number: null,
      date: '2019-02-18',
      title: 'NOTULEN RAPAT',
      kind: 'minutes',
    })
  })
  test.each([
    ['Nomor: 800/123/BKD/2019', '800/123/BKD/2019'],
    ['Nomor 15 Tahun 2019', '15 Tahun 2019'],
    ['NOMOR : SK-12/KEP.KADIS/2019', 'SK-12/KEP.KADIS/2019'],
    ['No. : B-005/12/UND/2019 Lampiran : 1 berkas', 'B-005/12/UND/2019'],
    ['Nomor\n: 061/7/2019', '061/7/2019'],
    ['No. 3', null],
    ['No. Telp. 0741-123456', null],
    ['Peraturan Menteri Nomor 52 Tahun 2014', null],
    ['Mengingat:\nNomor 25 Tahun 2009 tentang Pelayanan Publik', null],
  ])('%j bears the number %s', (text, number) => {
    expect(suggestFacts(text).number).toBe(number)
  })
  test.each([
    ['Jambi, 12 Mei 2019', '2019-05-12'],
    ['Jambi, 1 Nopember 2019', '2019-11-01'],
    ['Jambi, 7 Agutus 2019', '2019-08-07'],
    ['Jambi, 12-05-2019', '2019-05-12'],
    ['Tanggal: 3 Des 2019', '2019-12-03'],
    ['Tanggal : 31/12/2019', '2019-12-31'],
    ['Ditetapkan di Jambi pada tanggal 2 Januari 2019', '2019-01-02'],
    ['Jambi, 31 Februari 2019', null],
    ['Senin, 12 Mei 2019', null],
    ['Rapat dilaksanakan 12 Mei 2019 di aula', null],
    ['Jambi, 12 Mei 1819', null],
  ])('%j bears the date %s', (text, date) => {
    expect(suggestFacts(text).date).toBe(date)
  })
  test('nothing is made up for text that says nothing', () => {
    expect(suggestFacts('Selamat pagi.')).toEqual({ title: null, number: null, date: null, kind: null })
  })
  test('no text makes it fail or dawdle', () => {
    const words = fc.constantFrom(
      'Nomor',
      ':',
      '/',
      '12',
      'Mei',
      '2019',
      ',',
      'Jambi',
      '\n',
      ' ',
      'TENTANG',
      '-',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), parts => {
        const { number, title } = suggestFacts(parts.join(''))
        expect((number ?? '').length).toBeLessThanOrEqual(80)
        expect((title ?? '').length).toBeLessThanOrEqual(200)
      }),
    )
    const { number } = suggestFacts(`Nomor : ${'1/'.repeat(100_000)}`)
    expect(number).toBe(null)
    expect(suggestFacts('Jambi, 31 Februari 2019 pada tanggal '.repeat(10_000)).date).toBe(null)
  })
})
