import { expect, it } from 'vitest'
import { moveScheduleText } from './move-schedule.ts'
import { readSchedule } from './read-schedule.ts'

it.each([
  ['Mei 2019, Okt 2019', 'Mei 2020, Okt 2020'],
  ['Feb sd Des 2019', 'Feb sd Des 2020'],
  ['Nov 2019 - Feb 2020', 'Nov 2020 - Feb 2021'],
  ['5/3/2019', '5/3/2020'],
  ['2019-03-05', '2020-03-05'],
  ['05-03-19', '05-03-20'],
  ['Mar 19', 'Mar 20'],
  ["Mar '19", "Mar '20"],
  ['Mar-19', 'Mar-20'],
  ['1 Jan - 19 Mar 2019', '1 Jan - 19 Mar 2020'],
  ['Jan 19 - Des 19', 'Jan 20 - Des 20'],
  ['Jan-19 s.d. Des-19', 'Jan-20 s.d. Des-20'],
  ['Jan 19 Mar 19', 'Jan 19 Mar 20'],
  ['Jan 19 hari', 'Jan 19 hari'],
  ['Tiap minggu', 'Tiap minggu'],
  ['setiap tanggal 20', 'setiap tanggal 20'],
  ['Akhir tahun', 'Akhir tahun'],
])('“%s” of 2019 is “%s” in 2020', (text, moved) => {
  expect(moveScheduleText(text, 2019, 2020)).toBe(moved)
})

it.each(['29 Februari 2020', '29 Feb', '29/02/2020', '2020-02-29'])(
  '“%s” falls on the 28th where the year has no 29th',
  text => {
    const moved = moveScheduleText(text, 2020, 2021)
    expect(readSchedule(moved, { year: 2021 }).dates).toEqual(['2021-02-28'])
  },
)

it('a moved text reads to the moved dates', () => {
  const moved = moveScheduleText('April sd Nov 2019', 2019, 2026)
  expect(readSchedule(moved, { year: 2026 })).toMatchObject({
    windows: [['2026-04-01', '2026-11-30']],
    dates: ['2026-11-30'],
  })
})
