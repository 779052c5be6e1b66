import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSchedule } from './read-schedule.ts'
import type { ScheduleReading } from './reading.ts'

const monthEnds = '01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31'

/** [text, kind, windows, due dates, whether a person should confirm it]; all in 2019. */
const workPlan: readonly (readonly [string, ScheduleReading['kind'], string, string, boolean])[] = [
  ['Februari 2019', 'once', '02-01..02-28', '02-28', false],
  ['Maret 2019', 'once', '03-01..03-31', '03-31', false],
  ['Mei 2019, Okt 2019', 'dates', '05-01..05-31 10-01..10-31', '05-31 10-31', true],
  ['Feb sd Des 2019', 'window', '02-01..12-31', '12-31', true],
  ['Feb 2019', 'once', '02-01..02-28', '02-28', false],
  ['Januari 2019 dst', 'open', '01-01..12-31', '', true],
  ['Desember 2019', 'once', '12-01..12-31', '12-31', false],
  ['Januari 2019', 'once', '01-01..01-31', '01-31', false],
  ['Mei 2019', 'once', '05-01..05-31', '05-31', false],
  ['Januari sd Desember 2019', 'window', '01-01..12-31', '12-31', true],
  ['Tribulanan', 'recurring', '', '03-31 06-30 09-30 12-31', false],
  ['Triwulan', 'recurring', '', '03-31 06-30 09-30 12-31', true],
  ['Feb sd Desember 2019', 'window', '02-01..12-31', '12-31', true],
  ['April sd Juni 2019', 'window', '04-01..06-30', '06-30', true],
  ['April sd Nov 2019', 'window', '04-01..11-30', '11-30', true],
  ['Nov sd Des 2019', 'window', '11-01..12-31', '12-31', true],
  ['Per semester', 'recurring', '', '06-30 12-31', false],
  ['', 'unresolved', '', '', true],
  ['Tiap akhir bulan', 'recurring', '', monthEnds, false],
  ['Akhir tahun', 'once', '12-31..12-31', '12-31', true],
  ['Maret sd Desember 2019', 'window', '03-01..12-31', '12-31', true],
  ['Semester Akhir 2019', 'once', '07-01..12-31', '12-31', true],
  ['Akhir Desember 2019', 'once', '12-31..12-31', '12-31', false],
  ['4 bulan', 'duration', '', '', true],
  ['1 minggu', 'duration', '', '', true],
  ['1 bulan', 'duration', '', '', true],
  ['2 bulan', 'duration', '', '', true],
  ['3 bulan', 'duration', '', '', true],
  ['6 bulan', 'recurring', '', '06-30 12-31', true],
]

const short = (reading: ScheduleReading) => ({
  kind: reading.kind,
  windows: reading.windows.map(([from, to]) => `${from.slice(5)}..${to.slice(5)}`).join(' '),
  dates: reading.dates.map(date => date.slice(5)).join(' '),
})
const in2019 = (text: string) => readSchedule(text, { year: 2019 })
const dates = (text: string) => short(in2019(text)).dates
const codes = (text: string) => in2019(text).assumptions.map(({ code }) => code)

describe('the expressions of the work plan', () => {
  it.each(workPlan)('“%s” is read as %s', (text, kind, windows, due, ambiguous) => {
    const reading = in2019(text)
    expect(short(reading)).toEqual({ kind, windows, dates: due })
    expect(reading.ambiguous).toBe(ambiguous)
    expect(reading.text).toBe(text)
  })

  it('every week of 2019 is due on the Sunday that ends it, 52 in all', () => {
    const weekly = in2019('Tiap minggu')
    expect(weekly).toMatchObject({ kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=SU', ambiguous: true })
    expect(weekly.dates).toHaveLength(52)
    expect([weekly.dates[0], weekly.dates.at(-1)]).toEqual(['2019-01-06', '2019-12-29'])
  })

  it.each([
    ['1 minggu', '2019-01-01', '2019-01-07'],
    ['1 bulan', '2019-01-01', '2019-01-31'],
    ['2 bulan', '2019-01-01', '2019-02-28'],
    ['3 bulan', '2019-01-01', '2019-03-31'],
    ['4 bulan', '2019-01-01', '2019-04-30'],
    ['6 bulan', '2019-01-01', '2019-06-30'],
    ['1 minggu', '2019-03-31', '2019-04-07'],
    ['1 bulan', '2019-03-31', '2019-04-30'],
    ['2 bulan', '2019-03-31', '2019-05-31'],
    ['4 bulan', '2019-03-31', '2019-07-31'],
    ['6 bulan', '2019-03-31', '2019-09-30'],
  ] as const)('%s from %s ends on %s', (text, start, due) => {
    expect(readSchedule(text, { year: 2019, start })).toMatchObject({ kind: 'duration', dates: [due] })
  })

  const mission = process.env.ZONA_MISSION
  it.runIf(mission !== undefined)('agrees with the list of the mission on what is ambiguous', () => {
    const listed: { expression: string | null; ambiguous: boolean; kind: string }[] = JSON.parse(
      readFileSync(join(mission ?? '', 'schedules.json'), 'utf8'),
    )
    for (const { expression, ambiguous } of listed)
      expect([expression, in2019(expression ?? '').ambiguous]).toEqual([expression, ambiguous])
  })
})

describe('other ways to write a target time', () => {
  it.each([
    ['TW I', '03-31'],
    ['TW1', '03-31'],
    ['TW-III 2019', '09-30'],
    ['Triwulan ke-2', '06-30'],
    ['Triwulan kedua 2019', '06-30'],
    ['TW I–IV', '03-31 06-30 09-30 12-31'],
    ['Triwulan I s.d. IV', '03-31 06-30 09-30 12-31'],
    ['triwulan I, II, dan III', '03-31 06-30 09-30'],
    ['Semester I', '06-30'],
    ['Semester 2 Tahun 2019', '12-31'],
    ['Januari - Maret', '03-31'],
    ['Jan–Mar 2019', '03-31'],
    ['Januari s.d. Maret 2019', '03-31'],
    ['Januari s/d Maret 2019', '03-31'],
    ['Jan sd. Mar 2019', '03-31'],
    ['Januari sampai dengan Maret 2019', '03-31'],
    ['1 Januari hingga 31 Maret 2019', '03-31'],
    ['5 s.d. 9 Maret 2019', '03-09'],
    ['28 Feb - 3 Maret 2019', '03-03'],
    ['01/03/2019-31/05/2019', '05-31'],
    ['minggu ke-2 Maret', '03-14'],
    ['Maret minggu II', '03-14'],
    ['Minggu II dan IV Februari', '02-14 02-28'],
    ['Maret minggu ke 3 dan 4', '03-21 03-28'],
    ['Bulan 3, 6, 9, 12', '03-31 06-30 09-30 12-31'],
    ['bulan ke-3 dan ke-9', '03-31 09-30'],
    ['Bulan 10 - 12', '12-31'],
    ['Bulan 3, 5 April', '03-31 04-05'],
    ['T.W. I', '03-31'],
    ['T.W.II 2019', '06-30'],
    ['2 kali (Maret dan September)', '03-31 09-30'],
    ['Maret dan September (2x)', '03-31 09-30'],
    ['1 kali (Maret)', '03-31'],
    ['4 kali (TW I, II, III, IV)', '03-31 06-30 09-30 12-31'],
    ['4 kali (TW I - IV)', '03-31 06-30 09-30 12-31'],
    ['minimal 2 kali, TW I dan TW III', '03-31 09-30'],
    ['minggu pertama April', '04-07'],
    ['minggu terakhir Mei 2019', '05-31'],
    ['setiap tanggal 5', '01-05 02-05 03-05 04-05 05-05 06-05 07-05 08-05 09-05 10-05 11-05 12-05'],
    ['setiap bulan', monthEnds],
    ['bulanan', monthEnds],
    ['Perbulan', monthEnds],
    ['12 x setahun', monthEnds],
    ['triwulanan', '03-31 06-30 09-30 12-31'],
    ['setiap enam bulan sekali', '06-30 12-31'],
    ['6 bulan sekali', '06-30 12-31'],
    ['sekali dalam 6 bulan', '06-30 12-31'],
    ['2 x setahun', '06-30 12-31'],
    ['2 kali setahun', '06-30 12-31'],
    ['4x/tahun', '03-31 06-30 09-30 12-31'],
    ['setahun sekali', '12-31'],
    ['setiap akhir tahun', '12-31'],
    ['Setiap 31 Maret dan 30 September', '03-31 09-30'],
    ['Setiap akhir bulan Juni dan Desember', '06-30 12-31'],
    ['Setiap 30 Juni & 31 Desember', '06-30 12-31'],
    ['Maret dan September setiap tahun', '03-31 09-30'],
    ['Desember setiap tahun', '12-31'],
    ['Bulan ketiga setiap triwulan', '03-31 06-30 09-30 12-31'],
    ['Setiap bulan ketiga triwulan', '03-31 06-30 09-30 12-31'],
    ['setiap bulan pertama dalam semester', '01-31 07-31'],
    ['bulan terakhir tiap semester', '06-30 12-31'],
    ['Per-triwulan', '03-31 06-30 09-30 12-31'],
    ['Bulan pertama TW II', '04-30'],
    ['bulan terakhir semester I 2019', '06-30'],
    ['bulan ketiga dalam triwulan', '03-31 06-30 09-30 12-31'],
    ['2019, Maret', '03-31'],
    ['Maret tanggal 15', '03-15'],
    ['Bulan Maret tgl 10 dan 20', '03-10 03-20'],
    ['Maret tanggal 10, 20, dan 30', '03-10 03-20 03-30'],
    ['Maret tanggal 10 dan 20 April', '03-10 04-20'],
    ['Maret tanggal 10, April tanggal 5 dan 6', '03-10 04-05 04-06'],
    ['Maret tanggal 10 s.d. 20', '03-20'],
    ['Bulan Maret tgl. 15 tahun 2019', '03-15'],
    ['Maret 2019 (paling lambat tanggal 15)', '03-15'],
    ['Januari s/dMaret', '03-31'],
    ['Januari sampai dg Maret', '03-31'],
    ['Bulan VI dan XII', '06-30 12-31'],
    ['Bulan B06', '06-30'],
    ['M2 Februari', '02-14'],
    ['Februari M3', '02-21'],
    ['Feb M-II', '02-14'],
    ['Feb W2 - Mar W1', '03-07'],
    ['Mggu ke-2 Februari', '02-14'],
    ['Target: Maret 2019', '03-31'],
    ['MARET 2019;', '03-31'],
    ['setiap tahun pada bulan Maret', '03-31'],
    ['paling lambat 31 Maret', '03-31'],
    ['selambat-lambatnya 31 Maret 2019', '03-31'],
    ['maksimal 30 Juni 2019', '06-30'],
    ['sebelum April 2019', '03-31'],
    ['sebelum akhir tahun', '12-31'],
    ['setiap triwulan I s.d. III', '03-31 06-30 09-30'],
    ['2019/03/05', '03-05'],
    ['awal s.d. akhir Maret', '03-31'],
    ['Januari minggu I, II; Februari minggu I', '01-07 01-14 02-07'],
    ['Januari minggu I dan minggu III, Februari minggu II', '01-07 01-21 02-14'],
    ['Maret minggu II, minggu I April', '03-14 04-07'],
    ['Awal - pertengahan bulan Juni 2019', '06-15'],
    ['Selasa/5 Maret 2019', '03-05'],
    ['Minggu/3 Maret 2019', '03-03'],
    ['Setiap bulan secara rutin', monthEnds],
    ['Agts 2019', '08-31'],
    ['Quartal I', '03-31'],
    ['B3, 6, 9, 12', '03-31 06-30 09-30 12-31'],
    ['B01-12', '12-31'],
    ['B03, 5 April', '03-31 04-05'],
    ['Semester I (Juni) dan II (Desember)', '06-30 12-31'],
    ['TW I (Maret), II (Juni), III (September)', '03-31 06-30 09-30'],
    ['TW I (Maret), 2 April', '03-31 04-02'],
    ['Setiap tanggal 25 bulan berjalan, Oktober s.d. Desember', '10-25 11-25 12-25'],
    ['Akhir bulan berjalan', monthEnds],
    ['5 Maret 2019 pukul 09.00 WIB s.d. selesai', '03-05'],
    ['5 Maret 2019, pukul 09.00 s/d selesai', '03-05'],
    ['5 Maret 2019, 09.00 - 12.00 WIB', '03-05'],
    ['5 Maret 2019 (09.00 WIT)', '03-05'],
    ['awal tahun', '01-31'],
    ['pertengahan tahun', '06-30'],
    ['akhir bulan Maret', '03-31'],
    ['B03', '03-31'],
    ['B03, B06, B09, B12', '03-31 06-30 09-30 12-31'],
    ['Jan, Apr, Jul, Okt', '01-31 04-30 07-31 10-31'],
    ['Maret & Sept', '03-31 09-30'],
    ['Feb s.d. April 2019, setiap bulan', '02-28 03-31 04-30'],
    ['Setiap bulan mulai Oktober 2019', '10-31 11-30 12-31'],
    ['Per semester (Juni dan Desember)', '06-30 12-31'],
    ['5, 12, dan 19 Maret 2019', '03-05 03-12 03-19'],
    ['Februari\n2019\nMaret\n2019', '02-28 03-31'],
    ['Tribulana\nn', '03-31 06-30 09-30 12-31'],
    ['Nov 2018 - Feb 2019', '02-28'],
  ])('“%s” is due on %s', (text, due) => {
    expect(dates(text)).toBe(due)
  })

  it.each([
    'Januari Jan JAN. january Januri',
    'Februari Feb Pebruari Peb february',
    'Maret Mar mar. march',
    'April Apr apr.',
    'Mei May mei',
    'Juni Jun june',
    'Juli Jul july',
    'Agustus Agt Ags Agst Agust Agu Aug august',
    'September Sept Sep sep.',
    'Oktober Okt Oct okt.',
    'November Nov Nopember Nop',
    'Desember Des Dec des.',
  ])('the spellings %s name one month', spellings => {
    const read = spellings.split(' ').map(word => dates(`${word} 2019`))
    expect(new Set(read).size).toBe(1)
    expect(read[0]).toMatch(/^\d\d-\d\d$/)
  })

  it.each([
    'Mar 19',
    '2019/03',
    '2019-03',
    "Mar '19",
    'Mar-19',
    'MAR.\u00a02019',
    ' maret  2019 ',
    'Bln Maret thn 2019',
    'Pada bulan Maret tahun 2019',
    '03/2019',
  ])('“%s” is March 2019', text => {
    expect(short(in2019(text))).toEqual(short(in2019('Maret 2019')))
  })

  it.each([
    'Februari s.d. selesai',
    'Feb s/d seterusnya',
    'Februari - selesai',
    'mulai Februari sampai selesai',
  ])('“%s” is open from February, as “mulai Februari” is', text => {
    const { text: _, ...open } = in2019('mulai Februari')
    expect(in2019(text)).toMatchObject(open)
  })

  it.each([
    ['Senin minggu pertama setiap bulan', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['setiap Senin pertama', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['setiap hari Senin minggu I setiap bulan', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['setiap bulan, hari Senin pada minggu ke-1', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['Selasa dan Kamis kedua tiap bulan', 'FREQ=MONTHLY;BYDAY=2TU,2TH'],
    ['Jumat terakhir setiap bulan', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['Setiap Senin minggu I dan III', 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
    ['Jumat minggu ke-2 dan minggu ke-4 setiap bulan', 'FREQ=MONTHLY;BYDAY=2FR,4FR'],
    ['Setiap Rabu pertama dan ketiga', 'FREQ=MONTHLY;BYDAY=1WE,3WE'],
    ['Minggu ke-1 dan ke-3 setiap bulan', 'FREQ=MONTHLY;BYMONTHDAY=7,21'],
    ['Minggu pertama dan ketiga setiap bulan', 'FREQ=MONTHLY;BYMONTHDAY=7,21'],
    ['Setiap minggu I dan minggu III', 'FREQ=MONTHLY;BYMONTHDAY=7,21'],
    ['Setiap bulan, minggu ke 2 dan 4', 'FREQ=MONTHLY;BYMONTHDAY=14,28'],
    ['setiap minggu ke-2, 3 - 31 Maret 2019', 'FREQ=MONTHLY;BYMONTHDAY=14;UNTIL=20190331'],
    ['tanggal 1 - 10 setiap bulan', 'FREQ=MONTHLY;BYMONTHDAY=10'],
    ['Setiap tanggal 1 s.d. 10', 'FREQ=MONTHLY;BYMONTHDAY=10'],
    ['Tanggal 25 s.d. 31 setiap bulan', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['Sebelum tanggal 10 setiap bulan', 'FREQ=MONTHLY;BYMONTHDAY=9'],
    ['setiap bulan sebelum tanggal 1', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['setiap Senin pertama, Maret s.d. Mei', 'FREQ=MONTHLY;BYDAY=1MO;UNTIL=20190531'],
  ])('“%s” recurs as %s', (text, rule) => {
    expect(in2019(text)).toMatchObject({ kind: 'recurring', rrule: rule })
  })

  it.each([
    ['Mingguan (Senin)', 'FREQ=WEEKLY;BYDAY=MO'],
    ['Mingguan (setiap Senin)', 'FREQ=WEEKLY;BYDAY=MO'],
    ['Seminggu sekali, hari Senin', 'FREQ=WEEKLY;BYDAY=MO'],
    ['1 kali seminggu (Senin)', 'FREQ=WEEKLY;BYDAY=MO'],
    ['Bulanan, tanggal 10', 'FREQ=MONTHLY;BYMONTHDAY=10'],
    ['Bulanan (setiap tanggal 10)', 'FREQ=MONTHLY;BYMONTHDAY=10'],
    ['Bulanan (paling lambat tanggal 10 bulan berikutnya)', 'FREQ=MONTHLY;BYMONTHDAY=10'],
    ['Sebulan sekali (Jumat pertama)', 'FREQ=MONTHLY;BYDAY=1FR'],
    ['Setiap bulan 1 kali (minggu ke-2)', 'FREQ=MONTHLY;BYMONTHDAY=14'],
    ['Tahunan (setiap 10 Desember)', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10'],
  ])('“%s” recurs as %s: the day beside the frequency is its day', (text, rule) => {
    expect(in2019(text)).toMatchObject({ kind: 'recurring', rrule: rule })
    expect(codes(text)).not.toContain('week-ends-on-sunday')
    expect(codes(text)).not.toContain('due-on-last-day')
  })

  it.each([
    'Seminggu sekali (Senin dan Kamis)',
    'Setiap minggu sekali, Senin dan Kamis',
    'Sebulan sekali (tanggal 5 dan 20)',
    'Setiap bulan 1 kali, tanggal 5 dan 20',
    'Mingguan (setiap Senin dan Kamis)',
    'Setiap Selasa (setiap Senin)',
    'Sebulan sekali (Jumat pertama dan ketiga)',
    'Setiap Senin minggu I dan Kamis minggu III',
    'Triwulanan (setiap 10 Maret)',
    'Tiap tanggal 10 Maret s.d. 10 Juni',
    'Setiap tahun, akhir bulan',
    'Mulai April, Juli',
    'Setiap bulan, 31 Desember',
    'Akhir bulan, akhir tahun',
    'Triwulanan bulan ke-3',
    'Per semester, Juni 2019',
    '3 bulan (1 kali)',
  ])('“%s” waits for a person', text => {
    expect(in2019(text).kind).toBe('unresolved')
  })

  it('the first Monday of a month falls on its days 1 to 7, the last Friday on its last seven', () => {
    expect(dates('setiap Senin pertama')).toBe(
      '01-07 02-04 03-04 04-01 05-06 06-03 07-01 08-05 09-02 10-07 11-04 12-02',
    )
    expect(dates('Jumat terakhir setiap bulan')).toBe(
      '01-25 02-22 03-29 04-26 05-31 06-28 07-26 08-30 09-27 10-25 11-29 12-27',
    )
  })

  it.each([
    ['Setiap 3 bulan Januari s.d. Desember 2019', '03-31 06-30 09-30 12-31'],
    ['Setiap 1 bulan Januari s.d. Desember 2019', monthEnds],
    ['Tiap 2 bulan Januari s.d. Juni', '02-28 04-30 06-30'],
    ['Per bulan Januari s.d. Desember 2019', monthEnds],
    ['Per bulan (Oktober - Desember)', '10-31 11-30 12-31'],
  ])('“%s”: the number before “bulan” says how often, the months how long', (text, due) => {
    expect(in2019(text)).toMatchObject({ kind: 'recurring', ambiguous: false })
    expect(dates(text)).toBe(due)
  })

  it.each([
    ['tanggal 3 bulan Maret', '03-03'],
    ['tanggal 5 dan 12 bulan Maret', '03-05 03-12'],
    ['tgl 5 s.d. 12 bulan Maret', '03-12'],
    ['tanggal 5/12 bulan Maret', '03-05 03-12'],
    ['Per bulan Maret 2019', '03-31'],
  ])('“%s” is due on %s: it names a day or a month, and no frequency', (text, due) => {
    expect(in2019(text).rrule).toBeNull()
    expect(dates(text)).toBe(due)
  })

  it.each([
    ['3 bulan (Maret - Mei)', '03-01..05-31', '05-31'],
    ['Maret - Mei (3 bulan)', '03-01..05-31', '05-31'],
    ['12 bulan (Januari - Desember)', '01-01..12-31', '12-31'],
    ['1 bulan Maret', '03-01..03-31', '03-31'],
    ['2 minggu (1 - 14 Maret)', '03-01..03-14', '03-14'],
    ['6 bulan (Juni dan Desember)', '06-01..06-30 12-01..12-31', '06-30 12-31'],
  ])('“%s”: the dates that spell a length out are used, and that is said', (text, windows, due) => {
    expect(short(in2019(text))).toMatchObject({ windows, dates: due })
    expect(codes(text)).toContain('length-beside-dates')
    expect(in2019(text).ambiguous).toBe(true)
  })

  it('weekdays recur on their day, working days from Monday to Friday', () => {
    expect(in2019('setiap Jumat').rrule).toBe('FREQ=WEEKLY;BYDAY=FR')
    expect(in2019('setiap Senin pagi').rrule).toBe('FREQ=WEEKLY;BYDAY=MO')
    expect(in2019('Setiap hari Senin pukul 07.30 - 08.00 WIB').rrule).toBe('FREQ=WEEKLY;BYDAY=MO')
    expect(in2019('setiap Sabtu dan Minggu').rrule).toBe('FREQ=WEEKLY;BYDAY=SA,SU')
    expect(in2019('tiap hari Senin dan Kamis').rrule).toBe('FREQ=WEEKLY;BYDAY=MO,TH')
    expect(in2019('setiap hari Minggu').rrule).toBe('FREQ=WEEKLY;BYDAY=SU')
    expect(in2019('setiap hari').dates).toHaveLength(365)
    expect(in2019('setiap hari kerja')).toMatchObject({ rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' })
    expect(codes('setiap hari kerja')).toContain('holidays-unknown')
  })

  it('weekdays behind “every day” say which days', () => {
    expect(in2019('Setiap hari (Senin-Jumat)').rrule).toBe('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')
    expect(in2019('Setiap hari kerja (Senin-Jumat)').rrule).toBe('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')
    expect(in2019('Setiap hari kerja (Senin s.d. Sabtu)').rrule).toBe('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA')
    expect(codes('Setiap hari kerja (Senin-Jumat)')).toEqual(['holidays-unknown'])
  })
})

describe('what is taken for granted is said', () => {
  it.each([
    ['Maret', 'year-from-plan'],
    ['Mei 2019, Okt', 'year-from-neighbour'],
    ['November, Desember, Januari 2019', 'year-from-neighbour'],
    ['TW IV dan TW I 2019', 'year-from-neighbour'],
    ['Paling lama 6 (enam) bulan', 'duration-needs-start'],
    ['selama 6 bulan', 'duration-needs-start'],
    ['3 - 6 bulan', 'duration-needs-start'],
    ['Des 18', 'two-digit-year'],
    ['Maret 2020', 'outside-plan-year'],
    ['Nov 2019 s.d. Feb 2020', 'outside-plan-year'],
    ['05/03/2019', 'day-before-month'],
    ['s.d. Juni 2019', 'start-from-plan-year'],
    ['TW I-IV', 'each-period-of-range'],
    ['Tanggal 25 bulan berjalan', 'noun-read-as-recurring'],
    ['14 (empat belas) hari kerja', 'duration-needs-start'],
    ['30 (tiga puluh) hari kalender', 'duration-needs-start'],
    ['Semester I/II', 'slash-read-as-list'],
    ['Januari Februari 2019', 'listed-without-separator'],
    ['1. Januari\n2. Maret', 'numbers-read-as-marks'],
    ['Awal Maret, Juni, September', 'part-of-one-month'],
    ['Setiap awal Maret dan September', 'part-of-one-month'],
    ['Awal TW I dan TW III', 'part-of-one-block'],
    ['Pertengahan semester I, semester II', 'part-of-one-block'],
    ['01/02 - 28/02/2019', 'figures-read-as-date'],
    ['31/3', 'figures-read-as-date'],
    ['5/12 Maret', 'slash-read-as-list'],
    ['2019/03', 'month-code'],
    ['Januari 2019 & 2020', 'year-read-as-whole'],
    ['5 Juni 2019 (Senin)', 'weekday-mismatch'],
    ['Februari 2019 | Februari 2019', 'repeated-expression'],
    ['tiap tanggal 31', 'months-without-day'],
    ['2 x setahun', 'spread-evenly'],
    ['Senin, 5 Maret 2019', 'weekday-mismatch'],
    ['Senin, 5 Juni 2019', 'weekday-mismatch'],
    ['Senin, 5 Juni s.d. Jumat, 7 Juni 2019', 'weekday-mismatch'],
    ['Rabu, 5 Juni s.d. Sabtu, 7 Juni 2019', 'weekday-mismatch'],
    ['Senin minggu pertama setiap bulan', 'weeks-of-seven-days'],
    ['Januri 2019', 'spelling'],
    ['1-2 bulan', 'upper-bound-used'],
    ['B03', 'month-code'],
    ['Bulan 3', 'month-code'],
    ['Sebelum tanggal 10 setiap bulan', 'day-before-each-month'],
    ['2 kali (Maret dan September)', 'months-named-beside-frequency'],
  ] as const)('“%s”: %s', (text, code) => {
    expect(codes(text)).toContain(code)
  })

  it.each([
    ['01/02 - 28/02/2019', '02-01..02-28'],
    ['01/02 - 28/02', '02-01..02-28'],
    ['01/02, 15/03/2019', '02-01..02-01 03-15..03-15'],
    ['31/3', '03-31..03-31'],
  ])('“%s”: a day and a month in figures are a date, which a person should confirm', (text, windows) => {
    expect(short(in2019(text)).windows).toBe(windows)
    expect(in2019(text).ambiguous).toBe(true)
  })

  it.each([
    ['Jan 19 - Des 19', '01-01..12-31'],
    ['Feb 19 – Nov 19', '02-01..11-30'],
    ['Mar-19 - Mei-19', '03-01..05-31'],
    ['1 Jan 19 - 31 Mar 19', '01-01..03-31'],
    ['Jan 19 s.d. Des 19', '01-01..12-31'],
  ])(
    '“%s”: the two figures of the plan year at both ends are the year, and that is said',
    (text, windows) => {
      expect(short(in2019(text))).toMatchObject({ kind: 'window', windows })
      expect(in2019(text).assumptions).toContainEqual({
        code: 'two-digit-year',
        printed: '19',
        year: 2019,
        mayBeDay: false,
      })
    },
  )

  it.each(['Jan 20 - Des 20', 'Jan 18 - Des 19', 'Jan 10 - Des 19', 'Jan 19 - Feb 20', 'Jan 19 - Feb'])(
    '“%s”: other figures keep their doubt',
    text => {
      expect(in2019(text).ambiguous).toBe(true)
      expect(codes(text)).toContain('listed-without-separator')
    },
  )

  it.each([
    ['5 April, Juli, Oktober', { unit: 'day', nth: 5, month: 4 }],
    ['Tanggal 5 bulan April dan Juli', { unit: 'day', nth: 5, month: 4 }],
    ['Minggu pertama Januari, April, Juli', { unit: 'week', nth: 1, month: 1 }],
    ['April, Juli, Oktober tanggal 10', { unit: 'day', nth: 10, month: 10 }],
    ['Juni dan Desember 2019 (paling lambat tanggal 15)', { unit: 'day', nth: 15, month: 12 }],
    ['Maret dan September (minggu ke-2)', { unit: 'week', nth: 2, month: 9 }],
  ] as const)(
    '“%s”: a day or a week is read of one month, and not of the others without a word',
    (text, of) => {
      expect(in2019(text).assumptions).toContainEqual({ code: 'day-of-one-month', ...of })
      expect(in2019(text).ambiguous).toBe(true)
    },
  )

  it('a day or a week before each month says nothing of the sort', () => {
    for (const text of [
      '5 April, 6 Juli',
      'Minggu I Januari dan minggu I Juli',
      '5 April, TW III',
      'Maret, 10 April',
      'Maret tanggal 10, April tanggal 5',
    ])
      expect(codes(text)).not.toContain('day-of-one-month')
  })

  it.each([
    ['Januari,s/d Desember', '01-01..12-31', '12-31'],
    ['Maret, s.d. Mei 2019', '03-01..05-31', '05-31'],
    ['2019 Maret', '03-01..03-31', '03-31'],
    ['Tahun 2019 bulan Maret', '03-01..03-31', '03-31'],
    ['Tahun 2019: Maret dan September', '03-01..03-31 09-01..09-30', '03-31 09-30'],
    ['2019: Januari - Maret, Juli', '01-01..03-31 07-01..07-31', '03-31 07-31'],
    ['Januari (TW I)', '01-01..01-31', '01-31'],
    ['TW I (Januari - Maret)', '01-01..03-31', '03-31'],
    ['Semester I (Juni) dan Semester II (Desember)', '06-01..06-30 12-01..12-31', '06-30 12-31'],
    ['TW I (Jan, Feb)', '01-01..01-31 02-01..02-28', '01-31 02-28'],
  ])('“%s” has no date besides those it means', (text, windows, due) => {
    expect(short(in2019(text))).toMatchObject({ windows, dates: due })
    expect(codes(text)).not.toContain('year-from-neighbour')
    expect(codes(text)).not.toContain('listed-without-separator')
  })

  it('a time beside a narrower one is doubtful only where their ends differ', () => {
    expect(in2019('Januari (TW I)').ambiguous).toBe(true)
    expect(codes('Januari (TW I)')).toContain('narrower-used')
    expect(codes('TW I (Maret)')).toContain('narrower-used')
    expect(in2019('TW I (Maret)').ambiguous).toBe(false)
    expect(codes('Januari Februari 2019')).not.toContain('narrower-used')
  })

  it('“awal” is read of one month of a list, and not of the others without a word', () => {
    expect(dates('Awal Maret, Juni, September')).toBe('03-10 06-30 09-30')
    expect(codes('Awal Maret dan awal Juni')).not.toContain('part-of-one-month')
    expect(codes('Akhir Maret, Juni')).not.toContain('part-of-one-month')
    expect(codes('Awal TW I, III')).not.toContain('part-of-one-block')
    expect(codes('2019 dan 2020')).not.toContain('year-read-as-whole')
  })

  it.each([
    ['1. Januari\n2. Maret', ['2019-01-31', '2019-03-31']],
    ['(1) Januari\n(2) Maret', ['2019-01-31', '2019-03-31']],
    ['1) Januari 2) Maret', ['2019-01-31', '2019-03-31']],
    ['1. 5 Januari;\n2. 7 Maret', ['2019-01-05', '2019-03-07']],
    ['1.Januari\n2.Maret', ['2019-01-31', '2019-03-31']],
    ['a. Januari\nb. Maret', ['2019-01-31', '2019-03-31']],
    ['• Januari\n• Maret', ['2019-01-31', '2019-03-31']],
    ['- Januari\n- Maret', ['2019-01-31', '2019-03-31']],
    ['5. Januari\n7. Maret', ['2019-01-05', '2019-03-07']],
    ['1 Januari\n2 Maret', ['2019-01-01', '2019-03-02']],
    ['5 Juni 2019 (Rabu)', ['2019-06-05']],
    ['05/06/2019 (Rabu)', ['2019-06-05']],
  ])('%j: the marks of a list are no days, and a day after its date is one', (text, dates) => {
    expect(in2019(text)).toMatchObject({ dates })
  })

  it('dates of another year are left out, but stay in the windows', () => {
    expect(in2019('Mei 2018, Okt 2019')).toMatchObject({
      dates: ['2019-10-31'],
      windows: [
        ['2018-05-01', '2018-05-31'],
        ['2019-10-01', '2019-10-31'],
      ],
      ambiguous: true,
    })
  })
})

describe('a recurrence within a window', () => {
  it.each([
    ['Setiap 2 bulan mulai Maret', '03-31 05-31 07-31 09-30 11-30'],
    ['Setiap 3 bulan sekali mulai Februari', '02-28 05-31 08-31 11-30'],
    ['Setiap 4 bulan mulai Februari 2019', '02-28 06-30 10-31'],
    ['Setiap 6 bulan sekali mulai Maret 2019', '03-31 09-30'],
    ['Setiap 6 bulan mulai Agustus', '08-31'],
    ['Setiap 3 bulan mulai Maret', '03-31 06-30 09-30 12-31'],
    ['Setiap 3 bulan mulai April', '06-30 09-30 12-31'],
    ['Setiap 6 bulan mulai Juli', '12-31'],
    ['Setiap 5 bulan mulai November 2018', '03-31 08-31'],
    ['Tiap 3 bulan, Februari s.d. November', '02-28 05-31 08-31 11-30'],
    ['Per 3 bulan (Maret s.d. Desember 2019)', '03-31 06-30 09-30 12-31'],
    ['Setiap 2 bulan (Maret - November)', '03-31 05-31 07-31 09-30 11-30'],
    ['Setiap 3 bulan, April s.d. September', '06-30 09-30'],
    ['Setiap 3 bulan, Februari s.d. Desember', '04-30 07-31 10-31'],
  ])('“%s” is counted from its first month, so due on %s, and that is said', (text, due) => {
    expect(short(in2019(text))).toMatchObject({ kind: 'recurring', dates: due })
    expect(codes(text)).toContain('counted-from-month')
    expect(in2019(text).ambiguous).toBe(true)
  })

  it('says which days at its end have no due date', () => {
    expect(in2019('Tiap 3 bulan, Februari s.d. Desember').assumptions).toContainEqual({
      code: 'rest-without-date',
      from: '2019-11-01',
      to: '2019-12-31',
    })
    expect(codes('Setiap 2 bulan mulai Maret')).not.toContain('rest-without-date')
    expect(codes('Setiap 3 bulan, November 2019 s.d. Januari 2020')).not.toContain('rest-without-date')
  })

  it('keeps what is doubtful about its window', () => {
    expect(codes('Setiap hari, minggu ke-2 Maret')).toContain('weeks-of-seven-days')
    expect(codes('Setiap hari mulai minggu ke-2 Maret')).toContain('weeks-of-seven-days')
    expect(codes('Setiap bulan, awal semester II')).toContain('vague-part')
    expect(in2019('Setiap bulan mulai Maret s.d. akhir tahun 2019').ambiguous).toBe(false)
  })

  it('runs from the first of January where only its end is printed', () => {
    expect(dates('Setiap bulan sebelum April')).toBe('01-31 02-28 03-31')
    expect(codes('Setiap bulan sebelum April')).toContain('start-from-plan-year')
    expect(in2019('Setiap bulan sebelum Januari').reason?.code).toBe('contradictory')
  })

  it('names the months of its periods, or its own dates, and never others', () => {
    expect(dates('Tiap akhir semester (Juni, Desember)')).toBe('06-30 12-31')
    expect(dates('Per semester (Maret, September)')).toBe('03-31 09-30')
    expect(dates('Setiap 5 Juni, Juni 2019')).toBe('06-05')
    for (const text of ['Setiap tahun 10 Maret, Juni', 'Setiap TW II, Maret'])
      expect(in2019(text).reason?.code).toBe('contradictory')
  })

  it('keeps the periods of the calendar, and says which is cut short', () => {
    expect(dates('Per semester mulai Maret')).toBe('06-30 12-31')
    expect(in2019('Per semester mulai Maret').assumptions).toContainEqual({
      code: 'partial-first-period',
      from: '2019-03-01',
      to: '2019-06-30',
    })
    expect(in2019('Per semester mulai Juli').ambiguous).toBe(false)
    expect(in2019('Setiap 3 bulan mulai Januari').ambiguous).toBe(false)
    expect(in2019('Setiap tanggal 5, Maret s.d. Juni').ambiguous).toBe(false)
  })
})

describe('a frequency beside a count of its dates', () => {
  it.each([
    ['Setiap bulan (12 kali)', monthEnds],
    ['Setiap bulan 12 kali', monthEnds],
    ['Bulanan, 12 kali', monthEnds],
    ['Setiap bulan, 12 kali setahun', monthEnds],
    ['12 kali (setiap bulan)', monthEnds],
    ['Setiap triwulan (4x)', '03-31 06-30 09-30 12-31'],
    ['Triwulanan sebanyak 4 kali', '03-31 06-30 09-30 12-31'],
    ['4 kali (per triwulan)', '03-31 06-30 09-30 12-31'],
    ['Setiap 3 bulan (triwulan)', '03-31 06-30 09-30 12-31'],
    ['Triwulanan (3 bulan sekali)', '03-31 06-30 09-30 12-31'],
    ['Tiap semester (2 kali setahun)', '06-30 12-31'],
    ['Per semester, 2x', '06-30 12-31'],
    ['Setiap semester (2 kali)', '06-30 12-31'],
    ['6 bulan sekali (semester)', '06-30 12-31'],
    ['Februari s.d. April, setiap bulan (3 kali)', '02-28 03-31 04-30'],
  ])('“%s”: both say the same, so the frequency is read and that is said', (text, due) => {
    expect(in2019(text)).toMatchObject({ kind: 'recurring', ambiguous: false })
    expect(dates(text)).toBe(due)
    expect(codes(text)).toContain('frequency-said-twice')
  })

  it.each([
    ['Setiap bulan (4 kali)', 4, 12],
    ['Setiap bulan 4 kali', 4, 12],
    ['Bulanan, 10 kali', 10, 12],
    ['Setiap triwulan (2x), Januari s.d. Desember', 2, 4],
    ['Setiap minggu (12 kali)', 12, 52],
    ['Februari s.d. April, setiap bulan (4 kali)', 4, 3],
    ['2 kali setahun, Juni', 2, 1],
    ['4 kali setahun (TW I)', 4, 1],
  ])('“%s”: another count waits for a person', (text, times, count) => {
    expect(in2019(text)).toMatchObject({
      kind: 'unresolved',
      reason: { code: 'times-beside-frequency', times, dates: count },
    })
  })

  it('another frequency waits for a person', () => {
    expect(in2019('Setiap bulan (4 kali setahun)').reason?.code).toBe('contradictory')
    expect(in2019('Setiap triwulan (per semester)').reason?.code).toBe('contradictory')
  })

  it('so many times in each period are spread evenly, with a doubt', () => {
    expect(dates('Setiap tahun (2 kali)')).toBe('06-30 12-31')
    expect(dates('Setiap semester 2 kali')).toBe('03-31 06-30 09-30 12-31')
    expect(codes('Setiap semester 2 kali')).toContain('spread-evenly')
    expect(dates('Setiap bulan minimal 1 kali')).toBe(monthEnds)
    expect(codes('Setiap bulan minimal 1 kali')).toContain('minimum-read-as-exact')
  })
})

describe('a schedule with an exception', () => {
  const elevenEnds = monthEnds.replace(' 12-31', '')
  it.each([
    ['Setiap bulan kecuali Desember', elevenEnds],
    ['Setiap bulan (kecuali bulan Desember 2019)', elevenEnds],
    ['Setiap bulan kecuali Desember (11 kali)', elevenEnds],
    ['Kecuali Desember, setiap bulan', elevenEnds],
    ['Setiap bulan, tidak termasuk Desember', elevenEnds],
    ['tiap bulan selain Januari', monthEnds.replace('01-31 ', '')],
    ['Setiap bulan, kecuali Juli dan Agustus', monthEnds.replace('07-31 08-31 ', '')],
    ['Setiap bulan kecuali Juli s.d. September', monthEnds.replace('07-31 08-31 09-30 ', '')],
    ['Setiap bulan kecuali TW I', monthEnds.replace('01-31 02-28 03-31 ', '')],
    ['Setiap triwulan kecuali TW I', '06-30 09-30 12-31'],
    ['Setiap bulan kecuali Mei, mulai Maret', '03-31 04-30 06-30 07-31 08-31 09-30 10-31 11-30 12-31'],
    ['Maret s.d. Juni setiap bulan, kecuali Mei', '03-31 04-30 06-30'],
    ['TW I s.d. IV kecuali TW III', '03-31 06-30 12-31'],
    ['TW I dan II kecuali TW I', '06-30'],
  ])('“%s” is due on %s, and what is left out is said', (text, due) => {
    expect(dates(text)).toBe(due)
    expect(codes(text)).toContain('excepted')
  })

  it.each([
    ['Setiap bulan kecuali Desember', 'FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11;BYMONTHDAY=-1'],
    ['Setiap triwulan kecuali TW I', 'FREQ=YEARLY;BYMONTH=6,9,12;BYMONTHDAY=-1'],
    ['Setiap hari kerja kecuali Jumat', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH'],
    ['Setiap hari kecuali Sabtu dan Minggu', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ])('“%s” recurs as %s', (text, rrule) => {
    expect(in2019(text)).toMatchObject({ kind: 'recurring', rrule })
  })

  it('is a list of dates where no rule of months or weekdays gives them', () => {
    expect(in2019('Setiap Senin kecuali Juli')).toMatchObject({ kind: 'dates', rrule: null })
    expect(in2019('Setiap Senin kecuali Juli').dates).toHaveLength(47)
    expect(short(in2019('TW I dan II kecuali TW I')).kind).toBe('once')
  })

  it('names what it leaves out, and how many dates that is', () => {
    expect(in2019('Setiap bulan, kecuali Juli dan Agustus')).toMatchObject({ ambiguous: false })
    expect(in2019('Setiap bulan, kecuali Juli dan Agustus').assumptions).toContainEqual({
      code: 'excepted',
      phrase: 'kecuali juli dan agustus',
      count: 2,
    })
  })

  it.each([
    ['Setiap bulan kecuali Januari s.d. Desember', 'excepts-everything'],
    ['Maret kecuali Maret', 'excepts-everything'],
    ['Setiap bulan kecuali Desember 2020', 'excepts-nothing'],
    ['Setiap triwulan kecuali Juli', 'excepts-nothing'],
    ['Setiap triwulan kecuali Juni dan Juli', 'excepts-nothing'],
    ['Setiap hari kerja kecuali Sabtu', 'excepts-nothing'],
    ['Januari s.d. Desember kecuali Juni', 'excepts-nothing'],
    ['3 bulan kecuali Juni', 'excepts-nothing'],
    ['Setiap bulan kecuali Desember (12 kali)', 'times-beside-frequency'],
    ['Setiap bulan kecuali Ramadhan', 'not-understood'],
    ['Setiap hari kecuali hari libur', 'not-understood'],
    ['Setiap hari kerja kecuali Jumat minggu ke-2', 'not-understood'],
    ['Setiap bulan kecuali', 'not-understood'],
  ])('“%s” waits for a person', (text, code) => {
    expect(in2019(text).reason?.code).toBe(code)
  })
})

describe('what cannot be read waits for a person', () => {
  it('is as good as at once said of a text of any length', () => {
    for (const text of [
      'Maret'.padEnd(400_000, '/'),
      `Maret${' '.repeat(400_000)}x`,
      `${'-'.repeat(400_000)}x`,
    ]) {
      const { kind, reason } = in2019(text)
      expect([kind, reason]).toEqual([
        'unresolved',
        { code: 'not-understood', part: `${text.slice(0, 60)}…` },
      ])
    }
    expect(in2019(`Maret${' '.repeat(400_000)}`).dates).toEqual(['2019-03-31'])
  })

  it.each([
    ['', { code: 'empty' }],
    [' – ', { code: 'empty' }],
    ['31 Februari', { code: 'no-such-date', day: 31, month: 2, year: 2019 }],
    ['29/02/2019', { code: 'no-such-date', day: 29, month: 2, year: 2019 }],
    ['05/13/2019', { code: 'no-such-date', day: 5, month: 13, year: 2019 }],
    ['5/13', { code: 'no-such-date', day: 5, month: 13, year: 2019 }],
    ['31/2', { code: 'no-such-date', day: 31, month: 2, year: 2019 }],
    ['Triwulan 5', { code: 'no-such-period', unit: 'quarter', nth: 5, count: 4 }],
    ['setiap semester 1 - 999999999', { code: 'no-such-period', unit: 'semester', nth: 999999999, count: 2 }],
    ['minggu ke-5 Februari', { code: 'no-such-week', week: 5, month: 2, year: 2019 }],
    ['Desember s.d. Maret 2019', { code: 'ends-before-start', from: '2019-12-01', to: '2019-03-31' }],
    ['n/a', { code: 'empty' }],
    [' N.A. ', { code: 'empty' }],
    ['Tidak ada', { code: 'empty' }],
    ['(nihil)', { code: 'empty' }],
    ['- nihil -', { code: 'empty' }],
    ['tidak ada rapat', { code: 'not-understood', part: 'tidak ada rapat' }],
    ['apabila diperlukan', { code: 'depends-on-event', phrase: 'apabila diperlukan' }],
    ['Setiap saat', { code: 'depends-on-event', phrase: 'Setiap saat' }],
    ['tiap saat.', { code: 'depends-on-event', phrase: 'tiap saat.' }],
    ['sewaktu - waktu', { code: 'depends-on-event', phrase: 'sewaktu - waktu' }],
    ['Bila perlu', { code: 'depends-on-event', phrase: 'Bila perlu' }],
    ['bila diperlukan', { code: 'depends-on-event', phrase: 'bila diperlukan' }],
    ['sesuai keperluan', { code: 'depends-on-event', phrase: 'sesuai keperluan' }],
    ['Sesuai dengan kebutuhan', { code: 'depends-on-event', phrase: 'Sesuai dengan kebutuhan' }],
    ['H+3 setelah kegiatan', { code: 'depends-on-event', phrase: 'H+3 setelah kegiatan' }],
    ['Paling lambat H-7', { code: 'depends-on-event', phrase: 'Paling lambat H-7' }],
    ['7 hari setelah penetapan', { code: 'depends-on-event', phrase: '7 hari setelah penetapan' }],
    ['Setelah Lebaran', { code: 'depends-on-event', phrase: 'Setelah Lebaran' }],
    ['Setelah Maret', { code: 'not-understood', part: 'Setelah' }],
    ['Kondisional', { code: 'depends-on-event', phrase: 'Kondisional' }],
    ['Terus-menerus', { code: 'no-frequency', phrase: 'Terus-menerus' }],
    ['Secara berkelanjutan', { code: 'no-frequency', phrase: 'Secara berkelanjutan' }],
    ['Tiap2 bulan', { code: 'not-understood', part: 'Tiap2' }],
    ['Maret s.d. Mei s.d. Juli', { code: 'not-understood', part: 'sampai Juli' }],
    ['Insidentil', { code: 'depends-on-event', phrase: 'Insidentil' }],
    ['secara berkala', { code: 'no-frequency', phrase: 'secara berkala' }],
    ['2 kali (Maret)', { code: 'times-without-dates', times: 2 }],
    ['2 kali (April sd Nov 2019)', { code: 'times-without-dates', times: 2 }],
    ['3 kali (Mei dan Juni)', { code: 'contradictory', part: '3 kali mei dan juni' }],
    ['tanggal 25 - 5 setiap bulan', { code: 'not-understood', part: 'tanggal 25 - 5' }],
    ['5x setahun', { code: 'times-without-dates', times: 5 }],
    ['setiap 2 tahun sekali', { code: 'every-several-years', years: 2 }],
    ['Per bulan 3', { code: 'day-without-month', day: 3 }],
    ['tanggal 5', { code: 'day-without-month', day: 5 }],
    ['per semester, Maret 2019', { code: 'contradictory', part: 'per semester , maret 2019' }],
    ['6 bulan Januari 2019', { code: 'contradictory', part: '6 bulan januari 2019' }],
    ['3 bulan (Maret)', { code: 'contradictory', part: '3 bulan maret' }],
    ['Per 3 bulan Maret', { code: 'contradictory', part: 'per 3 bulan maret' }],
    ['5 bulan (Maret - Mei)', { code: 'contradictory', part: '5 bulan maret - mei' }],
    ['Maret 2019 setelah Rapat', { code: 'not-understood', part: 'setelah Rapat' }],
    ['Maret atau April 2019', { code: 'not-understood', part: 'atau' }],
    ['999999999 bulan (Maret)', { code: 'not-understood', part: 'Maret' }],
    ['Maret 28, 2019', { code: 'day-without-month', day: 28 }],
    ['25 (dua puluh) hari', { code: 'day-without-month', day: 25 }],
    ['Januari, Februari, ..., Desember', { code: 'not-understood', part: '...' }],
    ['Minggu II Maret, 5 April', { code: 'not-understood', part: '5 april' }],
    ['Maret minggu 1, 2 April', { code: 'not-understood', part: '2 april' }],
    ['Januari … Desember', { code: 'not-understood', part: '...' }],
    ['bulan pertama', { code: 'not-understood', part: 'bulan pertama' }],
    ['nanti saja', { code: 'not-understood', part: 'nanti saja' }],
  ])('“%s”', (text, reason) => {
    expect(in2019(text)).toMatchObject({ kind: 'unresolved', dates: [], ambiguous: true, reason })
  })
})
