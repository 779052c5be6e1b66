import { isDoubtful } from '../../../core/schedule/reading.ts'
import { formatNumber } from '../../../ui/format.ts'
import { defineMessages, type Locale, translator } from '../../../ui/messages.ts'
import { describeAssumption, describeReason } from '../../../ui/schedule-messages.ts'
import type { PlanWarning } from './plan-document.ts'

type Quoted = { text: string }
type Cells = { cells: string }
type Counted = { count: string }

const messages = defineMessages({
  'schedule-missing': {
    id: 'Target waktu kosong; isi kapan langkah aksi ini jatuh tempo.',
    en: 'The target time is empty; fill in when this is due.',
  },
  'schedule-ambiguous': {
    id: (p: { text: string; why: string }) =>
      `Target waktu '${p.text}' dapat dibaca lebih dari satu cara: ${p.why} Periksa tanggalnya dan betulkan bila perlu.`,
    en: (p: { text: string; why: string }) =>
      `The target time '${p.text}' can be read in more than one way: ${p.why} Check the dates and correct them if needed.`,
  },
  'schedule-unresolved': {
    id: (p: { text: string; why: string }) =>
      `Target waktu '${p.text}' tidak dapat dibaca: ${p.why} Tulis ulang, misalnya 'Maret 2019' atau '31 Maret 2019'.`,
    en: (p: { text: string; why: string }) =>
      `The target time '${p.text}' cannot be read: ${p.why} Rewrite it, for example 'Maret 2019' or '31 Maret 2019'.`,
  },
  'frequency-conflict': {
    id: (p: { phrases: string; schedule: string }) =>
      `Baris ini menyebut ${p.phrases}, tetapi target waktunya '${p.schedule}'; tentukan mana yang berlaku lalu samakan keduanya.`,
    en: (p: { phrases: string; schedule: string }) =>
      `This row says ${p.phrases}, but its target time is '${p.schedule}'; decide which holds and make both agree.`,
  },
  'schedules-for-all-actions': {
    id: 'Jumlah target waktu tidak sama dengan jumlah langkah aksi, jadi setiap waktu berlaku untuk setiap langkah aksi; bila tidak demikian, tulis satu waktu untuk satu langkah aksi, urutannya sama, masing-masing di barisnya sendiri.',
    en: 'There are not as many target times as actions, so each time holds for each action; if that is not meant, write one time for one action, in the same order, each on its own line.',
  },
  'schedules-paired-across-rows': {
    id: 'Target waktu dan langkah aksi dipasangkan menurut urutannya, padahal di barisnya masing-masing jumlahnya tidak sama; periksa pasangannya, atau tulis satu waktu di baris setiap langkah aksi.',
    en: 'Target times and actions are paired in their order, though in their own rows there are not as many of each; check the pairs, or write one time in the row of each action.',
  },
  'marks-without-action': {
    id: 'Ada baris tanda bulan tanpa langkah aksi; tandanya ikut dihitung pada indikator ini. Hapus bila baris itu berisi realisasi.',
    en: 'A row of marks has no action; its marks count for this indicator. Remove them if that row says what was done.',
  },
  'marks-beside-schedule': {
    id: 'Baris ini memuat target waktu dan juga tanda di kolom bulan; yang dibaca target waktunya, samakan keduanya bila berbeda.',
    en: 'This row has a target time and marks in month columns too; the target time is read, make both agree if they differ.',
  },
  'marks-read-as-days': {
    id: (p: Cells) =>
      `Angka di kolom bulan (${p.cells}) dibaca sebagai tanggal di bulan itu; tulis satuannya bila maksudnya jumlah.`,
    en: (p: Cells) =>
      `Numbers in month columns (${p.cells}) are read as days of that month; write their unit if they count something.`,
  },
  'marks-with-words': {
    id: (p: Cells) =>
      `Isi kolom bulan (${p.cells}) dibaca sebagai tanda biasa, jatuh tempo di akhir bulannya; tulis tanggalnya bila lebih awal, atau kosongkan bila tidak dijadwalkan.`,
    en: (p: Cells) =>
      `What stands in month columns (${p.cells}) is read as a plain mark, due at the end of its month; write the day if it is earlier, or leave it empty if nothing is planned.`,
  },
  'marks-not-counted': {
    id: (p: Cells) =>
      `Isi kolom bulan (${p.cells}) tidak dihitung sebagai jatuh tempo; ganti dengan tanda bila tetap dijadwalkan.`,
    en: (p: Cells) =>
      `What stands in month columns (${p.cells}) gives no due date; put a mark there if the work is still planned.`,
  },
  'action-without-schedule': {
    id: (p: { action: string }) =>
      `Target waktu langkah aksi '${p.action}' kosong; waktunya diambil dari baris lain indikator ini. Isi waktunya sendiri bila berbeda.`,
    en: (p: { action: string }) =>
      `The action '${p.action}' has no target time of its own; it takes that of the other rows of this indicator. Fill in its own time if it differs.`,
  },
  'action-missing': {
    id: 'Langkah aksi kosong; isi apa yang akan dikerjakan.',
    en: 'The action is empty; fill in what will be done.',
  },
  'evidence-missing': {
    id: 'Bukti fisik kosong; isi dokumen apa yang membuktikan pelaksanaannya.',
    en: 'The evidence is empty; fill in which document will prove it.',
  },
  'indicator-missing': {
    id: 'Indikator kosong; isi apa yang hendak dicapai baris ini.',
    en: 'The indicator is empty; fill in what this row is to achieve.',
  },
  'indicators-share-row': {
    id: (p: Counted) =>
      `Satu baris memuat ${p.count} indikator; langkah aksi dan bukti fisiknya dicatat pada indikator pertama, bagilah bila seharusnya milik yang lain.`,
    en: (p: Counted) =>
      `One row holds ${p.count} indicators; its actions and evidence are kept with the first, divide them if they belong to the others.`,
  },
  'duplicate-row': {
    id: (p: { first: string }) =>
      `Baris ini sama dengan baris ${p.first}; hapus salah satu bila tertulis dua kali.`,
    en: (p: { first: string }) => `This row equals row ${p.first}; remove one if it was typed twice.`,
  },
  'row-longer-than-headings': {
    id: 'Baris ini berisi lebih banyak sel daripada judul kolomnya, jadi isinya mungkin bergeser; apit teks yang memuat tanda pemisah dengan tanda kutip ganda lalu ulangi.',
    en: 'This row has more cells than there are headings, so its content may have shifted; put double quotes around text that holds the separator and try again.',
  },
  'struck-text': {
    id: (p: { texts: string }) =>
      `Bagian yang dicoret di ${p.texts} tidak dibaca; hilangkan coretannya bila masih berlaku, atau hapus teksnya.`,
    en: (p: { texts: string }) =>
      `What is struck through in ${p.texts} is not read; remove the line if it still holds, or delete the text.`,
  },
  'formula-cell': {
    id: (p: Quoted) =>
      `Sel berisi rumus; yang dipakai hasil tersimpannya, '${p.text}'. Ganti rumus dengan nilainya bila hasil itu sudah usang.`,
    en: (p: Quoted) =>
      `The cell holds a formula; its stored result '${p.text}' is used. Replace the formula with its value if that is out of date.`,
  },
  'cell-error': {
    id: (p: Quoted) => `Sel berisi galat rumus '${p.text}'; betulkan rumusnya atau tulis nilainya.`,
    en: (p: Quoted) =>
      `The cell holds the formula error '${p.text}'; correct the formula or write the value.`,
  },
  'unknown-area': {
    id: (p: { label: string }) =>
      `'${p.label}' bukan salah satu dari enam area perubahan; barisnya tetap dibaca, pilih areanya sebelum menyimpan.`,
    en: (p: { label: string }) =>
      `'${p.label}' is none of the six areas of change; its rows are kept, choose their area before saving.`,
  },
  'area-empty': {
    id: (p: { label: string }) =>
      `Area '${p.label}' tidak memiliki satu baris pun; isi rencananya bila area itu ikut dibangun.`,
    en: (p: { label: string }) =>
      `The area '${p.label}' has no rows; fill in its plan if the area takes part.`,
  },
  'area-missing': {
    id: 'Ada baris tanpa area perubahan di atasnya; pilih areanya sebelum menyimpan.',
    en: 'There are rows without an area of change above them; choose their area before saving.',
  },
  'owner-column-missing': {
    id: 'Tabel tidak memiliki kolom penanggung jawab; tentukan orangnya setelah rencana diimpor.',
    en: 'The table has no column for the person in charge; assign people after the import.',
  },
  'evidence-column-missing': {
    id: 'Tabel tidak memiliki kolom bukti fisik; tambahkan bukti tiap langkah aksi setelah rencana diimpor.',
    en: 'The table has no evidence column; add the evidence of each action after the import.',
  },
  'schedule-column-missing': {
    id: 'Tabel tidak memiliki kolom target waktu; isi tanggal tiap baris setelah rencana diimpor.',
    en: 'The table has no target time column; fill in the dates of each row after the import.',
  },
  'target-read-as-schedule': {
    id: "Kolom 'Target' berisi waktu, jadi dibaca sebagai target waktu; ubah judulnya menjadi 'Target Waktu' agar pasti.",
    en: "The column 'Target' holds times, so it is read as the target time; head it 'Target Waktu' to be sure.",
  },
  'indicator-column-missing': {
    id: 'Tabel tidak memiliki kolom indikator; langkah aksi pertama tiap baris dipakai sebagai indikatornya.',
    en: 'The table has no indicator column; the first action of each row stands for its indicator.',
  },
  'columns-ignored': {
    id: (p: { names: string }) =>
      `Kolom ${p.names} tidak dibaca; pindahkan isinya ke kolom lain bila termasuk rencana.`,
    en: (p: { names: string }) =>
      `The columns ${p.names} are not read; move their content if it belongs to the plan.`,
  },
  'rows-ignored': {
    id: (p: Counted & Quoted) =>
      `${p.count} baris tidak dibaca sebagai rencana, mulai dari '${p.text}'; periksa apakah memang bukan bagian rencana.`,
    en: (p: Counted & Quoted) =>
      `${p.count} rows were not read as part of the plan, beginning with '${p.text}'; check that they are not.`,
  },
  'marks-read-as-due-dates': {
    id: 'Tanda di kolom bulan dibaca sebagai satu jatuh tempo pada akhir setiap bulan yang ditandai; ubah menjadi rentang bila kegiatannya berlangsung terus.',
    en: 'Marks in month columns are read as one due date at the end of each marked month; change them to a range where the work goes on throughout.',
  },
  'months-headed-twice': {
    id: "Ada bulan atau triwulan yang menjadi judul dua kolom tanpa judul pembeda di atasnya, jadi tanda di keduanya dibaca sebagai target; tulis 'Realisasi' di atas kolom yang bukan target.",
    en: "A month or quarter heads two columns and no heading above tells them apart, so marks in both are read as targets; write 'Realisasi' above the columns that are none.",
  },
  'tables-joined': {
    id: (p: Counted) =>
      `${p.count} tabel dengan kolom yang sama dan area yang berbeda dibaca sebagai satu rencana; periksa apakah semuanya memang satu rencana.`,
    en: (p: Counted) =>
      `${p.count} tables with the same columns and different areas are read as one plan; check that they are.`,
  },
  'other-table': {
    id: (p: { number: number }) =>
      `Tabel ke-${p.number} tidak dibaca karena kolomnya tidak lengkap; bila itu rencananya, pilih dengan --table ${p.number}.`,
    en: (p: { number: number }) =>
      `Table ${p.number} is not read because its columns are incomplete; if it is the plan, choose it with --table ${p.number}.`,
  },
  'year-missing': {
    id: 'Tahun rencana tidak tercantum, jadi tanggal belum dapat dihitung; tulis tahunnya di judul atau beri --year.',
    en: 'The plan year is not printed, so dates cannot be counted; write it in the title or give --year.',
  },
  'year-conflict': {
    id: (p: { printed: number; used: number }) =>
      `Judul menyebut tahun ${p.printed}, tetapi yang diminta ${p.used}; tanggal dihitung untuk ${p.used}, periksa mana yang benar.`,
    en: (p: { printed: number; used: number }) =>
      `The title says ${p.printed}, but ${p.used} was asked for; dates are counted for ${p.used}, check which is right.`,
  },
  'year-from-schedules': {
    id: (p: { year: number }) =>
      `Judul tidak menyebut tahun; ${p.year} diambil dari target waktu, beri --year bila keliru.`,
    en: (p: { year: number }) =>
      `The title names no year; ${p.year} is taken from the target times, give --year if that is wrong.`,
  },
  'hidden-sheet': {
    id: (p: { sheet: string }) =>
      `Lembar '${p.sheet}' tersembunyi dan tidak dibaca; tampilkan bila berisi rencana.`,
    en: (p: { sheet: string }) =>
      `The sheet '${p.sheet}' is hidden and not read; show it if it holds the plan.`,
  },
  'hidden-rows': {
    id: (p: { sheet: string; count: string }) =>
      `${p.count} baris tersembunyi di lembar '${p.sheet}' tidak dibaca; tampilkan bila termasuk rencana.`,
    en: (p: { sheet: string; count: string }) =>
      `${p.count} hidden rows of the sheet '${p.sheet}' are not read; show them if they belong to the plan.`,
  },
  'hidden-columns': {
    id: (p: { sheet: string; columns: string }) =>
      `Kolom tersembunyi ${p.columns} di lembar '${p.sheet}' tidak dibaca; tampilkan bila termasuk rencana.`,
    en: (p: { sheet: string; columns: string }) =>
      `The hidden columns ${p.columns} of the sheet '${p.sheet}' are not read; show them if they belong to the plan.`,
  },
  'empty-rows': {
    id: (p: { sheet: string; row: string }) =>
      `Lembar '${p.sheet}' berisi ribuan baris kosong berformat; pembacaan berhenti di baris ${p.row}, hapus baris kosong itu bila masih ada isi di bawahnya.`,
    en: (p: { sheet: string; row: string }) =>
      `The sheet '${p.sheet}' holds thousands of empty formatted rows; reading stopped at row ${p.row}, delete them if there is more below.`,
  },
  'tracked-deletions': {
    id: (p: Counted) =>
      `${p.count} bagian yang dicoret (lacak perubahan) tidak dibaca; terima atau tolak perubahannya di Word agar pasti.`,
    en: (p: Counted) =>
      `${p.count} passages deleted with tracked changes are not read; accept or reject the changes in Word to be sure.`,
  },
  'no-rules': {
    id: 'Tabel di PDF ini tercetak tanpa garis, jadi kolom dan barisnya dikenali dari letak tulisannya; cocokkan hasilnya dengan aslinya, atau berikan berkas .xlsx atau .docx-nya, atau cetak ulang dengan garis tabel.',
    en: 'The table of this PDF is printed without rules, so its columns and rows are told by where the text stands; compare the result with the original, or give its .xlsx or .docx file, or print it again with borders.',
  },
  'macros-ignored': {
    id: 'Makro di dalam berkas diabaikan; periksa hasilnya bila isi tabel bergantung pada makro.',
    en: 'Macros in the file are ignored; check the result if the table depends on them.',
  },
})

const quoted = (texts: readonly string[], locale: Locale) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(texts.map(text => `'${text}'`))

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
const sentences = (texts: readonly string[]) =>
  texts.map(text => (/[.!?]$/.test(text) ? text : `${text}.`)).join(' ')

/** A warning as one or two sentences with what to do about it. */
export function describeWarning(warning: PlanWarning, locale: Locale): string {
  const t = translator(messages, locale)
  const counted = (count: number) => formatNumber(count, locale, 0)
  switch (warning.code) {
    case 'schedule-ambiguous': {
      const { text, assumptions } = warning.schedule
      return t('schedule-ambiguous', {
        text: short(text),
        why: sentences(assumptions.filter(isDoubtful).map(each => describeAssumption(each, locale))),
      })
    }
    case 'schedule-unresolved': {
      const { text, reason } = warning.schedule
      return t('schedule-unresolved', {
        text: short(text),
        why: sentences(reason ? [describeReason(reason, locale)] : []),
      })
    }
    case 'frequency-conflict':
      return t('frequency-conflict', {
        phrases: quoted(warning.phrases, locale),
        schedule: short(warning.schedule),
      })
    case 'indicators-share-row':
    case 'tables-joined':
    case 'tracked-deletions':
      return t(warning.code, { count: counted(warning.count) })
    case 'rows-ignored':
      return t('rows-ignored', { count: counted(warning.count), text: short(warning.text) })
    case 'formula-cell':
    case 'cell-error':
      return t(warning.code, { text: short(warning.text) })
    case 'struck-text':
      return t('struck-text', { texts: quoted(warning.texts.map(short), locale) })
    case 'marks-read-as-days':
    case 'marks-with-words':
    case 'marks-not-counted':
      return t(warning.code, { cells: quoted(warning.cells.map(short), locale) })
    case 'columns-ignored':
      return t('columns-ignored', { names: quoted(warning.names.map(short), locale) })
    case 'hidden-rows':
      return t('hidden-rows', { sheet: warning.sheet, count: counted(warning.count) })
    case 'empty-rows':
      return t('empty-rows', { sheet: warning.sheet, row: counted(warning.row) })
    case 'action-without-schedule':
      return t(warning.code, { action: short(warning.action) })
    case 'duplicate-row':
      return t('duplicate-row', warning)
    case 'unknown-area':
    case 'area-empty':
      return t(warning.code, { label: short(warning.label) })
    case 'other-table':
      return t('other-table', warning)
    case 'year-conflict':
      return t('year-conflict', warning)
    case 'year-from-schedules':
      return t('year-from-schedules', warning)
    case 'hidden-sheet':
      return t('hidden-sheet', warning)
    case 'hidden-columns':
      return t('hidden-columns', warning)
    default:
      return t(warning.code)
  }
}
