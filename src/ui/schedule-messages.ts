import type { Assumption, Part, ScheduleKind, Unit, UnresolvedReason } from '../core/schedule/reading.ts'
import { type LocalDate, monthOf, yearOf } from '../core/shared/local-date.ts'
import { formatDate, monthName, weekdayName } from './format.ts'
import { defineMessages, type Locale, translator } from './messages.ts'

const units: Record<Locale, Record<Unit, string>> = {
  id: {
    day: 'hari',
    workday: 'hari kerja',
    week: 'minggu',
    month: 'bulan',
    quarter: 'triwulan',
    third: 'caturwulan',
    semester: 'semester',
    year: 'tahun',
  },
  en: {
    day: 'day',
    workday: 'working day',
    week: 'week',
    month: 'month',
    quarter: 'quarter',
    third: 'third of a year',
    semester: 'semester',
    year: 'year',
  },
}
const parts: Record<Locale, Record<Part, string>> = {
  id: { early: 'Awal', mid: 'Pertengahan', late: 'Akhir' },
  en: { early: 'The beginning', mid: 'The middle', late: 'The end' },
}
const english = (count: number, unit: Unit) => `${count} ${units.en[unit]}${count === 1 ? '' : 's'}`
const indonesian = (count: number, unit: Unit) => `${count} ${units.id[unit]}`
const listed = (phrases: readonly string[]) => phrases.map(phrase => `“${phrase}”`).join(', ')

type Of<C extends Assumption['code']> = Extract<Assumption, { code: C }>
type Because<C extends UnresolvedReason['code']> = Extract<UnresolvedReason, { code: C }>

const day = (date: LocalDate, locale: Locale) => formatDate(date, locale)

const nthWeek = (week: number, locale: Locale) => {
  if (locale === 'id') return week < 0 ? 'Minggu terakhir' : `Minggu ke-${week}`
  return week < 0 ? 'The last week' : `Week ${week}`
}

const inMonth = (date: LocalDate, locale: Locale) => `${monthName(monthOf(date), locale)} ${yearOf(date)}`

const assumptions = defineMessages({
  'due-on-last-day': {
    id: 'Jatuh tempo dihitung pada hari terakhir masa yang disebut.',
    en: 'It is taken to be due on the last day of the period named.',
  },
  'year-from-plan': {
    id: (of: Of<'year-from-plan'>) => `Tahun tidak tertulis; dipakai tahun rencana, ${of.year}.`,
    en: (of: Of<'year-from-plan'>) => `No year is printed; the year of the plan, ${of.year}, is used.`,
  },
  'year-from-neighbour': {
    id: (of: Of<'year-from-neighbour'>) =>
      `Sebagian tidak bertahun; dipakai tahun yang tertulis di sebelahnya, ${of.year}.`,
    en: (of: Of<'year-from-neighbour'>) => `Part of it has no year; the year beside it, ${of.year}, is used.`,
  },
  'two-digit-year': {
    id: (of: Of<'two-digit-year'>) =>
      `“${of.printed}” dibaca sebagai tahun ${of.year}${of.mayBeDay ? '; mungkin yang dimaksud tanggal' : ''}.`,
    en: (of: Of<'two-digit-year'>) =>
      `“${of.printed}” is read as the year ${of.year}${of.mayBeDay ? '; it may be meant as a day' : ''}.`,
  },
  'outside-plan-year': {
    id: (of: Of<'outside-plan-year'>) =>
      `${day(of.date, 'id')} berada di luar tahun rencana ${of.year}, jadi tidak dimasukkan.`,
    en: (of: Of<'outside-plan-year'>) =>
      `${day(of.date, 'en')} lies outside the plan year ${of.year} and is left out.`,
  },
  'day-before-month': {
    id: (of: Of<'day-before-month'>) => `“${of.printed}” dibaca tanggal lebih dahulu: ${day(of.date, 'id')}.`,
    en: (of: Of<'day-before-month'>) => `“${of.printed}” is read with the day first: ${day(of.date, 'en')}.`,
  },
  'figures-read-as-date': {
    id: (of: Of<'figures-read-as-date'>) =>
      `“${of.printed}” dibaca sebagai tanggal ${of.day} ${monthName(of.month, 'id')}.`,
    en: (of: Of<'figures-read-as-date'>) =>
      `“${of.printed}” is read as ${of.day} ${monthName(of.month, 'en')}.`,
  },
  'year-read-as-whole': {
    id: (of: Of<'year-read-as-whole'>) =>
      `Tahun ${of.year} tanpa bulan dibaca sebagai setahun penuh; mungkin yang dimaksud bulan yang sama.`,
    en: (of: Of<'year-read-as-whole'>) =>
      `${of.year} without a month is read as the whole year; the same month may be meant.`,
  },
  'window-without-frequency': {
    id: (of: Of<'window-without-frequency'>) =>
      `Rentang tanpa frekuensi: dibaca sekali, selesai paling lambat ${day(of.to, 'id')}.`,
    en: (of: Of<'window-without-frequency'>) =>
      `A window without a frequency: read as once, by ${day(of.to, 'en')}.`,
  },
  'open-without-frequency': {
    id: (of: Of<'open-without-frequency'>) =>
      `Berlaku sejak ${day(of.from, 'id')} tanpa akhir dan tanpa frekuensi; diperiksa sampai ${day(of.until, 'id')}.`,
    en: (of: Of<'open-without-frequency'>) =>
      `In force from ${day(of.from, 'en')} with neither an end nor a frequency; checked until ${day(of.until, 'en')}.`,
  },
  'start-from-plan-year': {
    id: (of: Of<'start-from-plan-year'>) => `Awal rentang tidak tertulis; dipakai ${day(of.from, 'id')}.`,
    en: (of: Of<'start-from-plan-year'>) => `The window has no printed start; ${day(of.from, 'en')} is used.`,
  },
  'uneven-spacing': {
    id: 'Jarak antarbulan tidak sama; mungkin yang dimaksud jadwal berkala.',
    en: 'The months are not evenly apart; a regular interval may be meant.',
  },
  'each-period-of-range': {
    id: (of: Of<'each-period-of-range'>) =>
      `Dibaca sekali pada setiap masa dalam rentang itu, ${of.count} kali.`,
    en: (of: Of<'each-period-of-range'>) => `Read as once in each period of the range, ${of.count} times.`,
  },
  'noun-read-as-recurring': {
    id: (of: Of<'noun-read-as-recurring'>) =>
      `“${of.word}” tanpa kata “setiap” dibaca sebagai setiap ${of.word}.`,
    en: (of: Of<'noun-read-as-recurring'>) => `“${of.word}” without “each” is read as each ${of.word}.`,
  },
  'span-read-as-recurring': {
    id: (of: Of<'span-read-as-recurring'>) =>
      `Tertulis sebagai lama waktu; dibaca berulang setiap ${indonesian(of.count, of.unit)}.`,
    en: (of: Of<'span-read-as-recurring'>) =>
      `Printed as a length of time; read as recurring every ${english(of.count, of.unit)}.`,
  },
  'duration-needs-start': {
    id: 'Tanggal mulai tidak tertulis; isi tanggal mulai agar jatuh temponya dapat dihitung.',
    en: 'No start is printed; enter a start date so that the due date can be counted.',
  },
  'duration-counted-from': {
    id: (of: Of<'duration-counted-from'>) => `Dihitung mulai ${day(of.start, 'id')}, hari itu termasuk.`,
    en: (of: Of<'duration-counted-from'>) => `Counted from ${day(of.start, 'en')}, that day included.`,
  },
  'counted-after-month-end': {
    id: (of: Of<'counted-after-month-end'>) =>
      `Tanggal mulai ${day(of.start, 'id')} adalah akhir bulan; dihitung mulai hari berikutnya.`,
    en: (of: Of<'counted-after-month-end'>) =>
      `The start, ${day(of.start, 'en')}, is the end of a month; counted from the next day.`,
  },
  'duration-may-recur': {
    id: (of: Of<'duration-may-recur'>) =>
      `Mungkin juga yang dimaksud setiap ${indonesian(of.count, of.unit)}.`,
    en: (of: Of<'duration-may-recur'>) => `Every ${english(of.count, of.unit)} may be meant instead.`,
  },
  'length-beside-dates': {
    id: (of: Of<'length-beside-dates'>) =>
      `Lama waktu ${indonesian(of.count, of.unit)} tertulis bersama waktunya; dipakai waktu yang disebut.`,
    en: (of: Of<'length-beside-dates'>) =>
      `A length of ${english(of.count, of.unit)} is printed beside the dates; the dates are used.`,
  },
  'upper-bound-used': {
    id: (of: Of<'upper-bound-used'>) => `Dipakai batas terlama, ${indonesian(of.count, of.unit)}.`,
    en: (of: Of<'upper-bound-used'>) => `The longest time, ${english(of.count, of.unit)}, is used.`,
  },
  'week-ends-on-sunday': {
    id: 'Hari tidak disebut; setiap minggu (Senin–Minggu) jatuh tempo pada hari Minggunya.',
    en: 'No weekday is given; each week (Monday to Sunday) is due on its Sunday.',
  },
  'holidays-unknown': {
    id: 'Hari kerja dihitung Senin–Jumat; hari libur belum diperhitungkan.',
    en: 'Working days are Monday to Friday; holidays are not yet taken out.',
  },
  'vague-part': {
    id: (of: Of<'vague-part'>) =>
      `“${parts.id[of.part]} ${units.id[of.unit]}” dibaca sebagai paling lambat ${latest(of, 'id')}.`,
    en: (of: Of<'vague-part'>) =>
      `${parts.en[of.part]} of the ${units.en[of.unit]} is read as by ${latest(of, 'en')}.`,
  },
  'part-of-one-month': {
    id: (of: Of<'part-of-one-month'>) =>
      `“${parts.id[of.part]}” dibaca hanya untuk ${monthName(of.month, 'id')}, tidak untuk bulan sesudahnya dalam daftar.`,
    en: (of: Of<'part-of-one-month'>) =>
      `${parts.en[of.part]} is read of ${monthName(of.month, 'en')} only, not of the months listed after it.`,
  },
  'part-of-one-block': {
    id: (of: Of<'part-of-one-block'>) =>
      `“${parts.id[of.part]}” dibaca hanya untuk ${units.id[of.unit]} ke-${of.nth}, tidak untuk yang sesudahnya dalam daftar.`,
    en: (of: Of<'part-of-one-block'>) =>
      `${parts.en[of.part]} is read of ${units.en[of.unit]} ${of.nth} only, not of those listed after it.`,
  },
  'day-of-one-month': {
    id: (of: Of<'day-of-one-month'>) =>
      `${of.unit === 'day' ? `Tanggal ${of.nth}` : nthWeek(of.nth, 'id')} dibaca hanya untuk ${monthName(of.month, 'id')}, tidak untuk bulan lain dalam daftar.`,
    en: (of: Of<'day-of-one-month'>) =>
      `${of.unit === 'day' ? `Day ${of.nth}` : nthWeek(of.nth, 'en')} is read of ${monthName(of.month, 'en')} only, not of the other months listed.`,
  },
  'narrower-used': {
    id: (of: Of<'narrower-used'>) =>
      `Dua waktu tertulis berdampingan; dipakai yang lebih sempit${of.endsDiffer ? ', meskipun jatuh temponya berbeda' : ''}.`,
    en: (of: Of<'narrower-used'>) =>
      `Two times stand side by side; the narrower is used${of.endsDiffer ? ', though the other ends on another day' : ''}.`,
  },
  'last-semester-read-as-second': {
    id: '“Semester akhir” dibaca sebagai semester II; mungkin yang dimaksud akhir setiap semester.',
    en: '“Semester akhir” is read as the second semester; the end of each semester may be meant.',
  },
  'weeks-of-seven-days': {
    id: (of: Of<'weeks-of-seven-days'>) =>
      of.week < 0
        ? 'Minggu terakhir dibaca sebagai tujuh hari terakhir bulan itu.'
        : `Minggu ke-${of.week} dibaca sebagai tanggal ${of.week * 7 - 6} sampai ${Math.min(of.week * 7, 31)}.`,
    en: (of: Of<'weeks-of-seven-days'>) =>
      of.week < 0
        ? 'The last week is read as the last seven days of the month.'
        : `Week ${of.week} is read as days ${of.week * 7 - 6} to ${Math.min(of.week * 7, 31)} of the month.`,
  },
  'months-without-day': {
    id: (of: Of<'months-without-day'>) => `Bulan yang tidak mempunyai tanggal ${of.day} dilewati.`,
    en: (of: Of<'months-without-day'>) => `Months without a day ${of.day} are passed over.`,
  },
  'spread-evenly': {
    id: (of: Of<'spread-evenly'>) => `Tanggal tidak disebut; ${of.times} kali dibagi rata.`,
    en: (of: Of<'spread-evenly'>) => `No dates are given; the ${of.times} times are spread evenly.`,
  },
  'counted-from-january': {
    id: (of: Of<'counted-from-january'>) =>
      `Setiap ${indonesian(of.count, of.unit)} dihitung dari awal masa.`,
    en: (of: Of<'counted-from-january'>) =>
      `Every ${english(of.count, of.unit)} is counted from the beginning of the period.`,
  },
  'counted-from-month': {
    id: (of: Of<'counted-from-month'>) =>
      `Setiap ${of.count} bulan dihitung mulai ${inMonth(of.from, 'id')}, jatuh tempo pertama ${day(of.first, 'id')}; ${
        inMonth(of.first, 'id') === inMonth(of.from, 'id')
          ? `mungkin baru pada akhir ${of.count} bulan itu`
          : `mungkin yang pertama sudah jatuh tempo pada ${inMonth(of.from, 'id')}`
      }.`,
    en: (of: Of<'counted-from-month'>) =>
      `Every ${of.count} months is counted from ${inMonth(of.from, 'en')} and first due on ${day(of.first, 'en')}; ${
        inMonth(of.first, 'en') === inMonth(of.from, 'en')
          ? `the end of those ${of.count} months may be meant`
          : `${inMonth(of.from, 'en')} may itself be due first`
      }.`,
  },
  'partial-first-period': {
    id: (of: Of<'partial-first-period'>) =>
      `Masanya mengikuti kalender; yang pertama tidak utuh, dari ${day(of.from, 'id')} sampai ${day(of.to, 'id')}.`,
    en: (of: Of<'partial-first-period'>) =>
      `The periods are those of the calendar; the first is not a whole one, from ${day(of.from, 'en')} to ${day(of.to, 'en')}.`,
  },
  'rest-without-date': {
    id: (of: Of<'rest-without-date'>) =>
      `Sisanya, ${day(of.from, 'id')} sampai ${day(of.to, 'id')}, tidak mendapat jatuh tempo.`,
    en: (of: Of<'rest-without-date'>) =>
      `The rest, ${day(of.from, 'en')} to ${day(of.to, 'en')}, has no due date.`,
  },
  'month-code': {
    id: (of: Of<'month-code'>) => `“${of.printed}” dibaca sebagai bulan ${monthName(of.month, 'id')}.`,
    en: (of: Of<'month-code'>) => `“${of.printed}” is read as ${monthName(of.month, 'en')}.`,
  },
  'day-before': {
    id: (of: Of<'day-before'>) =>
      `“Sebelum” dibaca sebagai paling lambat hari sebelumnya, ${day(of.date, 'id')}.`,
    en: (of: Of<'day-before'>) => `“Before” is read as by the day before, ${day(of.date, 'en')}.`,
  },
  'day-before-each-month': {
    id: (of: Of<'day-before-each-month'>) =>
      `“Sebelum tanggal ${of.day}” dibaca sebagai paling lambat ${of.day === 1 ? 'akhir bulan sebelumnya' : `tanggal ${of.day - 1}`}.`,
    en: (of: Of<'day-before-each-month'>) =>
      `“Before day ${of.day}” is read as by ${of.day === 1 ? 'the end of the month before' : `day ${of.day - 1}`}.`,
  },
  'minimum-read-as-exact': {
    id: 'Jumlah minimal dibaca sebagai jumlah yang direncanakan.',
    en: 'A minimum number is read as the number planned.',
  },
  'report-due-next-month': {
    id: '“Bulan berikutnya”: tiap tanggal menutup bulan sebelumnya, juga yang pertama.',
    en: '“Next month”: each date closes the month before it, the first one too.',
  },
  'months-named-beside-frequency': {
    id: 'Frekuensi dan waktunya disebut bersama; dipakai waktu yang disebut.',
    en: 'Both a frequency and its dates are named; the dates are used.',
  },
  'frequency-said-twice': {
    id: 'Frekuensi disebut dua kali, dan keduanya sama.',
    en: 'The frequency is said twice, the same both times.',
  },
  excepted: {
    id: (of: Of<'excepted'>) => `“${of.phrase}”: ${of.count} tanggal tidak dimasukkan.`,
    en: (of: Of<'excepted'>) =>
      `“${of.phrase}”: ${of.count} ${of.count === 1 ? 'date is' : 'dates are'} left out.`,
  },
  'weekday-mismatch': {
    id: (of: Of<'weekday-mismatch'>) =>
      `Tertulis hari ${weekdayName(of.printed, 'id')}, padahal tanggal itu ${formatDate(of.date, 'id', 'weekday')}.`,
    en: (of: Of<'weekday-mismatch'>) =>
      `${weekdayName(of.printed, 'en')} is printed, but the date is ${formatDate(of.date, 'en', 'weekday')}.`,
  },
  spelling: {
    id: (of: Of<'spelling'>) => `“${of.printed}” dibaca sebagai “${of.read}”.`,
    en: (of: Of<'spelling'>) => `“${of.printed}” is read as “${of.read}”.`,
  },
  'repeated-expression': {
    id: 'Waktu yang sama tertulis lebih dari sekali; dihitung satu kali.',
    en: 'The same time is printed more than once; it is counted once.',
  },
  'slash-read-as-list': {
    id: 'Garis miring dibaca sebagai “dan”; mungkin yang dimaksud “atau”.',
    en: 'The stroke is read as “and”; “or” may be meant.',
  },
  'listed-without-separator': {
    id: 'Beberapa waktu tertulis tanpa tanda pemisah; dibaca sebagai daftar.',
    en: 'Several times are printed without a separator; they are read as a list.',
  },
  'numbers-read-as-marks': {
    id: 'Angka di depan tiap waktu dibaca sebagai nomor urut, bukan tanggal.',
    en: 'The numbers before each time are read as the numbers of a list, not as days.',
  },
  'frequency-from-row': {
    id: (of: Of<'frequency-from-row'>) => `Frekuensi diambil dari uraian baris: ${listed(of.phrases)}.`,
    en: (of: Of<'frequency-from-row'>) =>
      `The frequency is taken from the words of the row: ${listed(of.phrases)}.`,
  },
  'frequency-from-sibling': {
    id: (of: Of<'frequency-from-sibling'>) =>
      `Frekuensi diambil dari baris lain di subkomponen yang sama: ${listed(of.phrases)}.`,
    en: (of: Of<'frequency-from-sibling'>) =>
      `The frequency is taken from another row of the same sub-component: ${listed(of.phrases)}.`,
  },
})

function latest(of: Of<'vague-part'>, locale: Locale): string {
  if (of.date !== null) return day(of.date, locale)
  if (of.unit === 'month') {
    const number = of.part === 'early' ? 10 : 15
    return locale === 'id' ? `tanggal ${number}` : `day ${number}`
  }
  return locale === 'id' ? 'akhir bulan yang bersangkutan' : 'the end of the month concerned'
}

const reasons = defineMessages({
  empty: {
    id: 'Target waktu kosong; isi tanggal atau jadwalnya.',
    en: 'The target time is empty; enter a date or a schedule.',
  },
  'not-understood': {
    id: (of: Because<'not-understood'>) =>
      `Bagian “${of.part}” tidak dapat dibaca; tulis ulang jadwalnya, misalnya “Maret 2019” atau “setiap triwulan”.`,
    en: (of: Because<'not-understood'>) =>
      `The part “${of.part}” cannot be read; rewrite the schedule, for instance “Maret 2019” or “setiap triwulan”.`,
  },
  'no-such-date': {
    id: (of: Because<'no-such-date'>) =>
      `Tanggal ${named(of, 'id')} tidak ada; perbaiki tanggal atau bulannya.`,
    en: (of: Because<'no-such-date'>) => `There is no ${named(of, 'en')}; correct the day or the month.`,
  },
  'no-such-week': {
    id: (of: Because<'no-such-week'>) =>
      `Minggu ke-${of.week} pada ${monthName(of.month, 'id')} ${of.year} tidak ada; perbaiki nomor minggunya.`,
    en: (of: Because<'no-such-week'>) =>
      `${monthName(of.month, 'en')} ${of.year} has no week ${of.week}; correct its number.`,
  },
  'no-such-period': {
    id: (of: Because<'no-such-period'>) =>
      `Tidak ada ${units.id[of.unit]} ke-${of.nth}; setahun hanya mempunyai ${of.count}. Perbaiki nomornya.`,
    en: (of: Because<'no-such-period'>) =>
      `There is no ${units.en[of.unit]} ${of.nth}; a year has only ${of.count}. Correct the number.`,
  },
  'ends-before-start': {
    id: (of: Because<'ends-before-start'>) =>
      `Akhirnya (${day(of.to, 'id')}) mendahului awalnya (${day(of.from, 'id')}); perbaiki urutan atau tahunnya.`,
    en: (of: Because<'ends-before-start'>) =>
      `It ends (${day(of.to, 'en')}) before it starts (${day(of.from, 'en')}); correct the order or the year.`,
  },
  'depends-on-event': {
    id: (of: Because<'depends-on-event'>) =>
      `“${of.phrase}” bergantung pada kejadian; tentukan tanggal pemeriksaannya.`,
    en: (of: Because<'depends-on-event'>) => `“${of.phrase}” depends on an event; set a date to check it.`,
  },
  'no-frequency': {
    id: (of: Because<'no-frequency'>) =>
      `“${of.phrase}” tidak menyebut seberapa sering; tentukan frekuensinya.`,
    en: (of: Because<'no-frequency'>) => `“${of.phrase}” does not say how often; set a frequency.`,
  },
  'times-without-dates': {
    id: (of: Because<'times-without-dates'>) =>
      `${of.times} kali tidak dapat dijadikan tanggal; sebutkan bulannya.`,
    en: (of: Because<'times-without-dates'>) => `${of.times} times gives no dates; name the months.`,
  },
  'times-beside-frequency': {
    id: (of: Because<'times-beside-frequency'>) =>
      `Frekuensinya memberi ${of.dates} tanggal, tetapi tertulis ${of.times} kali; sebutkan tanggal atau bulannya.`,
    en: (of: Because<'times-beside-frequency'>) =>
      `The frequency gives ${of.dates} ${of.dates === 1 ? 'date' : 'dates'}, but ${of.times} times is printed; name the dates or months.`,
  },
  'excepts-nothing': {
    id: (of: Because<'excepts-nothing'>) =>
      `“${of.phrase}”, atau sebagian darinya, tidak mengenai tanggal mana pun; perbaiki pengecualiannya.`,
    en: (of: Because<'excepts-nothing'>) =>
      `“${of.phrase}”, or a part of it, leaves out none of the dates; correct the exception.`,
  },
  'excepts-everything': {
    id: (of: Because<'excepts-everything'>) =>
      `“${of.phrase}” mengenai semua tanggal jadwalnya; perbaiki pengecualiannya.`,
    en: (of: Because<'excepts-everything'>) => `“${of.phrase}” leaves out every date; correct the exception.`,
  },
  'every-several-years': {
    id: 'Berulang dengan jarak lebih dari setahun; sebutkan tahun dan bulannya.',
    en: 'It recurs less than once a year; name the year and the month.',
  },
  'day-without-month': {
    id: (of: Because<'day-without-month'>) =>
      `Tanggal ${of.day} tanpa bulan; tambahkan bulannya, atau tulis “setiap tanggal ${of.day}”.`,
    en: (of: Because<'day-without-month'>) =>
      `Day ${of.day} without a month; add the month, or write “setiap tanggal ${of.day}”.`,
  },
  contradictory: {
    id: (of: Because<'contradictory'>) =>
      `Frekuensi atau lamanya tidak sejalan dengan waktunya pada “${of.part}”; pilih salah satu.`,
    en: (of: Because<'contradictory'>) =>
      `The frequency or length and the dates of “${of.part}” do not agree; keep one of them.`,
  },
})

const named = ({ day, month, year }: Because<'no-such-date'>, locale: Locale) =>
  month >= 1 && month <= 12 ? `${day} ${monthName(month, locale)} ${year}` : `${day}/${month}/${year}`

const kinds = defineMessages({
  once: { id: 'Satu kali', en: 'Once' },
  dates: { id: 'Beberapa tanggal', en: 'Several dates' },
  window: { id: 'Rentang waktu', en: 'Window' },
  recurring: { id: 'Berulang', en: 'Recurring' },
  open: { id: 'Mulai suatu waktu, tanpa akhir', en: 'From a date on, without an end' },
  duration: { id: 'Lama waktu', en: 'Duration' },
  unresolved: { id: 'Belum dapat dibaca', en: 'Unresolved' },
})

type Sentence = string | ((value: unknown) => string)
type Coded<C extends string> = Readonly<
  Record<C, { readonly [L in Locale]: string | ((value: never) => string) }>
>

/** The sentence of a code; the catalogues above hold one for every code of the union. */
function sentence<C extends string>(
  catalogue: Coded<C>,
  value: { readonly code: C },
  locale: Locale,
): string {
  const text = catalogue[value.code][locale] as Sentence
  return typeof text === 'string' ? text : text(value)
}

/** One assumption of a schedule's reading as a sentence. */
export const describeAssumption = (assumption: Assumption, locale: Locale): string =>
  sentence<Assumption['code']>(assumptions, assumption, locale)

/** Why a schedule gives no dates, and what to do about it. */
export const describeReason = (reason: UnresolvedReason, locale: Locale): string =>
  sentence<UnresolvedReason['code']>(reasons, reason, locale)

export const describeKind = (kind: ScheduleKind, locale: Locale): string => translator(kinds, locale)(kind)
