import { defineMessages, type Locale, type Translator, translator } from './messages.ts'

/** The words that the components themselves say, whichever feature draws with them. */
export const uiMessages = defineMessages({
  'error.prefix': { id: 'Kesalahan:', en: 'Error:' },
  'error-summary.title': { id: 'Ada yang perlu diperbaiki', en: 'There is a problem' },
  /** At a field that somebody else saved while a form was being filled in. */
  'field.stale': {
    id: (v: { label: string; stored: string }) =>
      `${v.label}: orang lain baru saja menyimpan “${v.stored}”. Simpan lagi untuk memakai isian Anda.`,
    en: (v: { label: string; stored: string }) =>
      `${v.label}: somebody else has just saved “${v.stored}”. Save again to use what you typed.`,
  },
  'field.optional': { id: '(boleh kosong)', en: '(optional)' },
  'select.choose': { id: 'Pilih…', en: 'Choose…' },
  'date.hint': {
    id: 'Hari, bulan, tahun. Contoh: 31/03/2026',
    en: 'Day, month, year. For example 31/03/2026',
  },
  'file.limit': {
    id: (d: { kinds: string; size: string }) => `${d.kinds}, paling besar ${d.size}`,
    en: (d: { kinds: string; size: string }) => `${d.kinds}, up to ${d.size}`,
  },
  'filters.apply': { id: 'Terapkan', en: 'Apply' },
  'filters.clear': { id: 'Hapus saringan', en: 'Clear filters' },
  'pagination.label': { id: 'Halaman', en: 'Pages' },
  'pagination.previous': { id: 'Sebelumnya', en: 'Previous' },
  'pagination.next': { id: 'Berikutnya', en: 'Next' },
  'pagination.shown': {
    id: (d: { from: string; to: string; total: string }) => `${d.from}–${d.to} dari ${d.total}`,
    en: (d: { from: string; to: string; total: string }) => `${d.from}–${d.to} of ${d.total}`,
  },
  'breadcrumbs.label': { id: 'Lokasi halaman', en: 'Breadcrumb' },
  'steps.label': { id: 'Langkah', en: 'Steps' },
  'steps.done': { id: 'selesai', en: 'done' },
  'steps.current': { id: 'sekarang', en: 'current' },
  'notice.success': { id: 'Berhasil', en: 'Success' },
  'notice.info': { id: 'Informasi', en: 'Information' },
  'notice.warning': { id: 'Perhatian', en: 'Warning' },
  'confirm.cancel': { id: 'Batal', en: 'Cancel' },
  'state.none': { id: 'tidak ada', en: 'none' },
  'state.upcoming': { id: 'Belum waktunya', en: 'Upcoming' },
  'state.due': { id: 'Jatuh tempo', en: 'Due' },
  'state.late': { id: 'Terlambat', en: 'Late' },
  'state.done': { id: 'Selesai', en: 'Done' },
  'state.waived': { id: 'Ditiadakan', en: 'Waived' },
  'chart.table': { id: 'Lihat angkanya', en: 'See the figures' },
  'chart.total': { id: 'Jumlah', en: 'Total' },
  'chart.month': { id: 'Bulan', en: 'Month' },
  'strip.empty': { id: 'tidak ada jadwal', en: 'nothing scheduled' },
  'calendar.nothing': { id: 'Tidak ada tenggat', en: 'Nothing is due' },
  'calendar.today': { id: 'hari ini', en: 'today' },
  'calendar.previous': { id: 'Bulan sebelumnya', en: 'Previous month' },
  'calendar.next': { id: 'Bulan berikutnya', en: 'Next month' },
  'calendar.more': {
    id: (d: { n: number }) => `${d.n} lagi`,
    en: (d: { n: number }) => `${d.n} more`,
  },
  'gantt.today': { id: 'Hari ini', en: 'Today' },
  'bar.threshold': {
    id: (d: { label: string }) => `ambang ${d.label}`,
    en: (d: { label: string }) => `threshold ${d.label}`,
  },
  'board.empty': { id: 'Kosong', en: 'Empty' },
})

/** The components' own words in one language. */
export const uiText: Record<Locale, Translator<typeof uiMessages>> = {
  id: translator(uiMessages, 'id'),
  en: translator(uiMessages, 'en'),
}
