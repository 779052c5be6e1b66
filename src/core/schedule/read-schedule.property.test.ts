import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { expect, it } from 'vitest'
import { firstOfMonth, type LocalDate, parseLocalDate, yearOf } from '../shared/local-date.ts'
import { readSchedule } from './read-schedule.ts'

const years = fc.integer({ min: 2000, max: 2100 })
const monthNames =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')
const month = fc.integer({ min: 1, max: 12 })
const name = (index: number) => monthNames[index - 1] ?? ''

const recurring = fc.constantFrom(
  'Tiap minggu',
  'setiap 2 minggu',
  'setiap Jumat',
  'setiap Senin, Rabu dan Jumat',
  'setiap hari kerja',
  'setiap hari',
  'setiap 10 hari',
  'Tiap akhir bulan',
  'setiap awal bulan',
  'setiap tanggal 5 dan 20',
  'setiap tanggal 31',
  'setiap minggu ke-2',
  'setiap Senin pertama',
  'Selasa dan Kamis minggu ke-4 setiap bulan',
  'Jumat terakhir setiap bulan',
  'Per semester',
  'Tribulanan',
  'Setiap bulan, kecuali Juli dan Agustus',
  'setiap tanggal 31 kecuali Maret',
  'Setiap hari kecuali Sabtu dan Minggu',
  'tiap 2 bulan',
  'setiap 3 bulan sekali',
  'setiap 4 bulan',
  'setiap 5 bulan',
  'setahun sekali',
  '2 kali sebulan',
  'setiap bulan Juni dan Desember',
  'setiap 29 Februari',
  '6 bulan',
)
const bounded = fc.oneof(
  fc.tuple(recurring, month, month).map(([rule, a, b]) => ({
    text: `${rule}, ${name(Math.min(a, b))} s.d. ${name(Math.max(a, b))}`,
  })),
  fc.tuple(recurring, month).map(([rule, from]) => ({ text: `${rule}, mulai ${name(from)}` })),
)
const anyText = fc.oneof(
  recurring,
  bounded.map(({ text }) => text),
  month.map(name),
  fc.tuple(month, month).map(([a, b]) => `${name(a)} dan ${name(b)}`),
  fc
    .tuple(month, month, fc.constantFrom('sd', 's.d.', 's/d', '-', '–'))
    .map(([a, b, to]) => `${name(a)} ${to} ${name(b)}`),
  fc.constantFrom(
    'TW I–IV',
    'Semester II',
    'Januari dst',
    'Februari s.d. selesai',
    'setiap saat',
    'nihil',
    'awal tahun',
    'B06',
    'minggu ke-4 Mei',
    '3 bulan',
    'entah',
  ),
)

function expandedElsewhere(rrule: string, from: LocalDate, year: number): string[] {
  const start = `DTSTART:${from.replaceAll('-', '')}T000000Z`
  const rule = new RRuleTemporal({
    rruleString: `${start}\nRRULE:${rrule.replace(/UNTIL=(\d+)/, 'UNTIL=$1T000000Z')}`,
  })
  return rule
    .between(new Date(`${year}-01-01T00:00:00Z`), new Date(`${year}-12-31T00:00:00Z`), true)
    .map(at => at.toString().slice(0, 10))
}

it('a printed recurrence expands to exactly the due dates, by another implementation of RFC 5545', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        recurring,
        bounded.map(({ text }) => text),
      ),
      years,
      (text, year) => {
        const reading = readSchedule(text, { year })
        if (reading.rrule === null) return
        const from = reading.windows[0]?.[0] ?? firstOfMonth(year, 1)
        expect(reading.dates).toEqual(expandedElsewhere(reading.rrule, from, year))
      },
    ),
    { numRuns: 300 },
  )
})

it('capitals and blanks change nothing', () => {
  const blanks = fc.constantFrom('  ', '\u00a0', '\t ', '\n')
  fc.assert(
    fc.property(anyText, years, blanks, fc.boolean(), (text, year, blank, upper) => {
      const other = ` ${(upper ? text.toUpperCase() : text.toLowerCase()).replaceAll(' ', blank)} `
      const { text: _, reason, ...reading } = readSchedule(text, { year })
      const { text: __, reason: otherReason, ...otherReading } = readSchedule(other, { year })
      expect(otherReading).toEqual(reading)
      expect(otherReason?.code).toBe(reason?.code)
    }),
  )
})

it('every due date is a date of the plan year, in order, and no window ends before it starts', () => {
  fc.assert(
    fc.property(anyText, years, (text, year) => {
      const { dates, windows } = readSchedule(text, { year })
      for (const date of dates) expect([parseLocalDate(date), yearOf(date)]).toEqual([date, year])
      expect([...new Set(dates)].sort()).toEqual(dates)
      for (const [from, to] of windows) expect(from <= to).toBe(true)
    }),
  )
})

it('a date reads the same in every form', () => {
  const date = fc.tuple(years, month, fc.integer({ min: 1, max: 28 }))
  fc.assert(
    fc.property(date, ([year, at, day]) => {
      const [mm, dd] = [at, day].map(part => String(part).padStart(2, '0'))
      const forms = [
        `${year}-${mm}-${dd}`,
        `${dd}/${mm}/${year}`,
        `${day}-${at}-${year}`,
        `${dd}.${mm}.${year}`,
        `${day} ${name(at)} ${year}`,
        `${day} ${name(at).slice(0, 3)}. ${year}`,
        `tanggal ${day} bulan ${name(at)} tahun ${year}`,
        `paling lambat ${day} ${name(at)}`,
        `${day}-${name(at).slice(0, 3)}-${year}`,
      ]
      for (const form of forms)
        expect([form, readSchedule(form, { year }).dates]).toEqual([form, [`${year}-${mm}-${dd}`]])
    }),
  )
})

it('no text whatever makes the reader throw', () => {
  const word = fc.constantFrom(
    ...'setiap tiap 2 31 2019 Maret s.d. - , / dan minggu ke II TW semester akhir kali sekali bulan tahun dst ( ) Feb'.split(
      ' ',
    ),
  )
  const soup = fc.array(word, { maxLength: 8 }).map(words => words.join(' '))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), soup), years, (text, year) => {
      const { kind, reason } = readSchedule(text, { year })
      expect(reason === null).toBe(kind !== 'unresolved')
    }),
    { numRuns: 500 },
  )
})
