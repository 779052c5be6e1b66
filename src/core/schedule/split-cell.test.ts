import { expect, it } from 'vitest'
import { splitScheduleCell } from './split-cell.ts'

it.each([
  ['Februari 2019 | Februari 2019', ['Februari 2019', 'Februari 2019']],
  ['Februari\n2019\nFebruari\n2019', ['Februari 2019', 'Februari 2019']],
  ['Feb 2019\nMaret 2019', ['Feb 2019', 'Maret 2019']],
  ['Januari\nFebruari\nMaret', ['Januari', 'Februari', 'Maret']],
  ['- Februari 2019\n- Maret\n2019', ['Februari 2019', 'Maret 2019']],
  ['1. Februari 2019\n2. Maret 2019', ['Februari 2019', 'Maret 2019']],
  ['Maret; September', ['Maret', 'September']],
  ['TW I\nTW II', ['TW I', 'TW II']],
  ['Maret 2026;\nJuni 2026;', ['Maret 2026', 'Juni 2026']],
  ['Triwulan\n5 Maret 2019', ['Triwulan', '5 Maret 2019']],
  ['', []],
])('%j is several expressions', (cell, parts) => {
  expect(splitScheduleCell(cell)).toEqual(parts)
})

it.each([
  'Mei 2019, Okt 2019',
  'Mei 2019,\nOkt 2019',
  'Mei 2019, Okt\n2019',
  'Feb sd Des\n2019',
  'Januari sd\nDesember\n2019',
  'Januari\n2019 dst',
  'Tribulana\nn',
  'Septem-\nber 2019',
  'Tiap\nminggu',
  'Tiap akhir\nbulan',
  'Setiap hari\nkerja',
  'Per\nsemester',
  'Semester\nAkhir\n2019',
  'Akhir\nDesember\n2019',
  'Triwulan\nI s.d.\nIV',
  '6 bulan\nsekali',
  'Senin,\n4 Maret 2019',
  'Minggu ke-2\nMaret',
  'Maret\nminggu ke-2',
  'Setiap bulan\n(Jan-Des)',
  'Setiap bulan\nkecuali\nDesember',
  'Setiap bulan\n(12 kali)',
  'Maret\ntanggal 15',
])('%j is one expression over several lines', cell => {
  expect(splitScheduleCell(cell)).toEqual([cell.replace(/\s+/g, ' ')])
})
