import { expect, it } from 'vitest'
import { readSchedule } from '../core/schedule/read-schedule.ts'
import { describeAssumption, describeReason } from './schedule-messages.ts'

const texts =
  `Maret|Mei 2019, Okt|Des 18|Maret 2020|5/3/2019|Feb sd Des 2019|Januari dst|s.d. Juni|Mei, Okt|TW I-IV|Triwulan|6 bulan
3 bulan|1-2 bulan|Tiap minggu|setiap hari kerja|awal tahun|setiap awal bulan|setiap awal triwulan|Semester Akhir 2019|minggu ke-2 Maret
minggu terakhir Mei|tiap tanggal 31|2 x setahun|setiap 5 bulan|B03|sebelum April 2019|minimal 2 kali setahun
setiap tanggal 10 bulan berikutnya|per semester (Juni, Desember)|Senin, 5 Maret 2019|Januri 2019|Maret | Maret|Semester I/II
Jan Feb 2019||31 Februari|5/13/2019|minggu ke-5 Februari|Des - Mar 2019|apabila diperlukan|secara berkala|2 kali
setiap 2 tahun|tanggal 5|per semester, Maret 2019|nanti|Awal Maret, Juni|31/3|Januari 2019 & 2020|Triwulan 5|sebelum tanggal 1 setiap bulan|sebelum tanggal 10 setiap bulan|Setiap 3 bulan mulai Februari|Per semester mulai Maret|3 bulan (Maret - Mei)|Setiap bulan (12 kali)|Setiap bulan (4 kali)|Setiap bulan kecuali Juli|Setiap triwulan kecuali Juli|Setiap bulan kecuali 2019|5 April, Juli|Minggu I April, Juli|TW I (Januari)|TW I (Maret)`
    .split(/[|\n]/)
    .flatMap(text => [
      readSchedule(text, { year: 2019 }),
      readSchedule(text, { year: 2019, start: '2019-03-31' }),
    ])

it.each(['id', 'en'] as const)('every assumption and reason is a whole sentence (%s)', locale => {
  const sentences = texts.flatMap(({ assumptions, reason }) => [
    ...assumptions.map(assumption => describeAssumption(assumption, locale)),
    ...(reason === null ? [] : [describeReason(reason, locale)]),
  ])
  expect(sentences.length).toBeGreaterThan(50)
  for (const sentence of sentences) {
    expect(sentence).toMatch(/\.$/)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
  }
})
