import { describe, expect, it } from 'vitest'
import { frequencyConflict } from './frequency-conflict.ts'
import planRows from './plan-rows.test-data.json' with { type: 'json' }
import { readSchedule } from './read-schedule.ts'
import { readRow } from './row-schedule.ts'
import { statedFrequencies } from './stated-frequency.ts'

const conflictOf = (row: (typeof planRows)[number]) => readRow(row, { year: 2019 }).conflict
const phrases = (text: string) => statedFrequencies(text).map(({ phrase }) => phrase)
const row = (actions: string[]) => ({ indicator: '', actions, evidence: [] })
const against = (action: string, ...schedules: string[]) =>
  frequencyConflict(
    row([action]),
    schedules.map(text => readSchedule(text, { year: 2019 })),
  )?.statements.map(({ phrase }) => phrase)

const known = [
  ['I.3.1', ['setiap 6 bulan sekali'], 'Mei 2019, Okt 2019'],
  ['I.4.1', ['setiap hari'], 'Feb sd Des 2019'],
  ['II.2.2', ['Laporan bulanan'], 'Januari 2019 dst'],
  ['II.2.3', ['setiap enam bulan sekali'], 'Januari 2019 dst'],
  ['II.3.2', ['sekali dalam setahun', 'Laporan bulanan'], 'Januari 2019 dst'],
  ['III.2.3', ['secara berkala'], 'Januari 2019'],
  ['III.4.3', ['secara periodik'], 'Desember 2019'],
  ['III.6.1', ['setiap kali ada perubahan'], 'Januari sd Desember 2019'],
  ['IV.1.3', ['secara berkala'], 'April sd Juni 2019'],
  ['IV.2.6', ['setiap tahunnya (2 kali)'], 'April sd Nov 2019'],
  ['V.1.2', ['setiap bulan sekali', 'setiap semester'], 'Per semester'],
  ['V.2.2', ['direvisi apabila ada perubahan kebijakan'], 'Per semester'],
  ['V.3.3', ['per semester'], 'Januari sd Desember 2019'],
  ['VI.3.1', ['per semester'], '6 bulan'],
]

describe('rows whose words ask for another frequency than their cell', () => {
  it('are the fourteen of the work plan, each with its words and its cell', () => {
    const found = planRows.flatMap(plan => {
      const conflict = conflictOf(plan)
      return conflict === null
        ? []
        : [[plan.id, conflict.statements.map(({ phrase }) => phrase), conflict.cell]]
    })
    expect(found).toEqual(known)
  })

  it('say which of their statements the cell does provide for', () => {
    const gratuity = planRows.find(({ id }) => id === 'V.1.2')
    expect(gratuity && conflictOf(gratuity)?.statements.map(({ met, source }) => [source, met])).toEqual([
      ['action', false],
      ['evidence', true],
    ])
  })

  it('an empty cell has nothing to differ from', () => {
    for (const empty of ['', '-', 'n/a', 'Nihil'])
      expect(against('Laporan setiap bulan', empty)).toBeUndefined()
  })

  it.each([
    ['Laporan setiap bulan', 'Tiap akhir bulan'],
    ['Rapat setiap minggu', 'Tiap minggu'],
    ['Rapat setiap Senin pertama', 'Senin minggu pertama setiap bulan'],
    ['Rapat setiap hari Jumat minggu ke-2', 'setiap bulan'],
    ['Rapat setiap hari Jumat', 'setiap Jumat'],
    ['Apel setiap hari', 'setiap hari kerja'],
    ['Monev per triwulan', 'TW I, TW II, TW III, TW IV'],
    ['Evaluasi 2 kali setahun', 'Maret dan September 2019'],
    ['Penilaian SKP tahunan', 'Desember 2019'],
    ['Pelatihan 2 kali', 'Mei 2019, Okt 2019'],
    ['Dipantau secara berkala', 'Triwulan'],
    ['Rencana Kerja Tahunan', 'Triwulan'],
    ['Pelatihan 2 (dua) kali setahun', 'Maret dan September'],
    ['Laporan setiap 6 (enam) bulan sekali', 'Per semester'],
    ['Laporan enam bulanan', 'Per semester'],
    ['Laporan dwi bulanan', 'Setiap 2 bulan'],
    ['Rapat 2x sebulan', '2 kali sebulan'],
    ['Rapat 2 kali seminggu', 'Setiap Senin dan Kamis'],
    ['Laporan setiap bulan Maret', 'Maret'],
    ['Setiap tanggal 10 Maret dilaporkan', '10 Maret'],
    ['Realisasi per bulan Maret', 'Maret'],
    ['Laporan setiap triwulan I', 'TW I'],
    ['Monev per TW', 'Triwulan'],
    ['Laporan setiap triwulan ke-1', 'TW I'],
    ['Rapat setiap minggu ke-2', 'Minggu ke-2 setiap bulan'],
    ['Pelaporan per semester', 'Juli 2019 dan Januari 2020'],
    ['Rekonsiliasi per triwulan', 'April, Juli, Oktober 2019, Januari 2020'],
  ])('“%s” agrees with “%s”', (action, schedule) => {
    expect(against(action, schedule)).toBeUndefined()
  })

  it.each([
    ['Laporan setiap bulan', 'Triwulanan'],
    ['Monev triwulanan', 'Mei 2019'],
    ['Rapat setiap Senin', 'Tiap akhir bulan'],
    ['Pelatihan 3 kali', 'Mei 2019, Okt 2019'],
    ['Diperbarui secara rutin', 'Mei 2019'],
    ['Pelatihan 2 (dua) kali setahun', 'Desember'],
    ['Laporan setiap 3 (tiga) bulan', 'Per semester'],
    ['Minimal 1 (satu) kali dalam 1 (satu) bulan', 'Setiap triwulan'],
    ['Rapat 2 kali seminggu', 'Setiap minggu'],
    ['Laporan per TW', 'Per semester'],
    ['Dilakukan setiap 3 bulanan', 'Per semester'],
    ['Pelaporan per semester', 'Juni 2019 dan Januari 2020'],
    ['Rapat setiap minggu', 'Minggu ke-2 setiap bulan'],
    ['Laporan persemester', 'Triwulan'],
    ['Dilaporkan tiap smt', 'Triwulan'],
    ['Monev setiap catur wulan', 'Triwulan'],
    ['Laporan setiap bulan Januari s.d. Desember', 'Triwulan'],
  ])('“%s” differs from “%s”', (action, schedule) => {
    expect(against(action, schedule)).toHaveLength(1)
  })
})

describe('frequencies stated in a sentence', () => {
  it.each([
    ['Rapat setiap 6 bulan sekali', ['setiap 6 bulan sekali']],
    ['dua kali dalam setahun', ['dua kali dalam setahun']],
    ['secara berkala per semester', ['secara berkala', 'per semester']],
    ['setiap wilayah kerja, per jabatan', []],
    ['kompensasi bila layanan tidak sesuai standar', []],
    ['SKP Tahun 2018', []],
    ['Laporan harian, mingguan dan bulanan', ['Laporan harian', 'mingguan', 'bulanan']],
    ['Laporan setiap bulan, triwulan dan semester', ['setiap bulan', 'triwulan', 'semester']],
    ['Laporan setiap bulan, tahun 2019', ['setiap bulan']],
    ['Laporan tiga bulanan', ['Laporan tiga bulanan']],
    ['Rencana tahunan dan bulanan', []],
  ])('“%s”: %j', (text, expected) => {
    expect(phrases(text)).toEqual(expected)
  })
})
