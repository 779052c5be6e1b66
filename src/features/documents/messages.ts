import { defineMessages } from '../../ui/messages.ts'

export const documentMessages = defineMessages({
  contents: { id: 'Daftar Isi', en: 'Contents' },
  missingTitle: { id: 'Data yang belum diisi', en: 'Figures not filled in' },
  missingText: {
    id: 'Naskah ini menyebut data berikut, tetapi nilainya belum diisi. Di dalam naskah, tempatnya ditandai dengan kurung siku.',
    en: 'This text names the figures below, but nobody has filled them in. Square brackets mark their places.',
  },
  noDate: { id: '……………………', en: '……………………' },
  table: { id: 'Tabel', en: 'Table' },
  figure: { id: 'Gambar', en: 'Figure' },
  page: { id: 'Halaman', en: 'Page' },
  number: { id: 'No.', en: 'No.' },
  total: { id: 'Jumlah', en: 'Total' },
  draft: { id: 'Konsep, belum ditetapkan', en: 'Draft, not adopted' },
})

export const workPlanMessages = defineMessages({
  title: { id: 'Rencana Kerja', en: 'Work Plan' },
  zoneTitle: { id: 'Pembangunan Zona Integritas', en: 'Building the Integrity Zone' },
  subtitleOne: {
    id: 'Menuju Wilayah Bebas dari Korupsi (WBK) dan',
    en: 'Towards a Corruption-Free Area (WBK) and',
  },
  subtitleTwo: {
    id: 'Wilayah Birokrasi Bersih dan Melayani (WBBM)',
    en: 'a Clean and Serving Bureaucracy (WBBM)',
  },
  year: { id: (v: { year: number }) => `Tahun ${v.year}`, en: (v: { year: number }) => `${v.year}` },
  team: {
    id: (v: { unit: string }) => `Tim Pembangunan Zona Integritas ${v.unit}`,
    en: (v: { unit: string }) => `Integrity Zone Team of ${v.unit}`,
  },
  appendix: { id: 'Lampiran I', en: 'Appendix I' },
  appendixTitle: {
    id: (v: { unit: string; year: number }) =>
      `Rencana Aksi Pembangunan Zona Integritas ${v.unit} Tahun ${v.year}`,
    en: (v: { unit: string; year: number }) => `Action Plan of the Integrity Zone, ${v.unit}, ${v.year}`,
  },
  component: { id: 'Komponen', en: 'Component' },
  area: { id: 'Area perubahan', en: 'Area of change' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  action: { id: 'Langkah Aksi', en: 'Action' },
  evidence: { id: 'Bukti Fisik', en: 'Evidence' },
  schedule: { id: 'Target Waktu', en: 'Schedule' },
  owner: { id: 'Penanggung Jawab', en: 'Responsible' },
  emptyPlan: { id: 'Rencana aksi belum berisi kegiatan.', en: 'The action plan holds no actions yet.' },
  noSchedule: { id: 'belum ditetapkan', en: 'not set' },
  summaryCaption: {
    id: 'Ringkasan rencana aksi menurut area perubahan',
    en: 'The action plan by area of change',
  },
  areaCount: { id: 'jumlah area perubahan', en: 'number of areas' },
  componentCount: { id: 'jumlah komponen', en: 'number of components' },
  indicatorCount: { id: 'jumlah indikator', en: 'number of indicators' },
  actionCount: { id: 'jumlah langkah aksi', en: 'number of actions' },
  evidenceCount: { id: 'jumlah bukti fisik', en: 'number of evidence items' },
  planYear: { id: 'tahun rencana', en: 'plan year' },
  unitName: { id: 'nama unit', en: 'name of the unit' },
  unitShort: { id: 'singkatan unit', en: 'short name of the unit' },
  unitAgency: { id: 'nama instansi', en: 'name of the agency' },
  unitPlace: { id: 'tempat kedudukan', en: 'place' },
})

type Progress = { asOf: string; done: string; owed: string; share: string; late: string }

export const monevMessages = defineMessages({
  title: { id: 'Laporan Monitoring dan Evaluasi', en: 'Monitoring and Evaluation Report' },
  zoneTitle: { id: 'Pembangunan Zona Integritas', en: 'Building the Integrity Zone' },
  asOf: {
    id: (v: { year: number; date: string }) => `Rencana Kerja Tahun ${v.year}, keadaan per ${v.date}`,
    en: (v: { year: number; date: string }) => `Work plan ${v.year}, as of ${v.date}`,
  },
  summary: { id: 'Ringkasan', en: 'Summary' },
  lead: {
    id: (v: Progress) =>
      `Sampai dengan ${v.asOf}, ${v.done} dari ${v.owed} kewajiban dalam rencana kerja telah selesai (${v.share}), sedangkan ${v.late} kewajiban terlambat.`,
    en: (v: Progress) =>
      `Up to ${v.asOf}, ${v.done} of the ${v.owed} obligations of the work plan are done (${v.share}), and ${v.late} are late.`,
  },
  longest: {
    id: (v: { days: string; action: string }) =>
      `Keterlambatan terlama ${v.days} hari, yaitu pada kegiatan: ${v.action}.`,
    en: (v: { days: string; action: string }) => `The longest delay is ${v.days} days: ${v.action}.`,
  },
  nothing: {
    id: 'Rencana kerja ini belum memuat kewajiban, sehingga belum ada capaian yang dapat dihitung.',
    en: 'This work plan holds no obligations yet, so there is no progress to compute.',
  },
  measure: { id: 'Ukuran', en: 'Measure' },
  value: { id: 'Nilai', en: 'Value' },
  meaning: { id: 'Penjelasan', en: 'Meaning' },
  all: { id: 'Kewajiban setahun', en: 'Obligations in the year' },
  allMeaning: {
    id: 'Setiap tanggal yang harus dipenuhi oleh satu langkah aksi dihitung satu kewajiban.',
    en: 'Each date that an action has to meet counts as one obligation.',
  },
  done: { id: 'Selesai', en: 'Done' },
  doneMeaning: {
    id: 'Sudah dinyatakan selesai oleh penanggung jawab.',
    en: 'Marked done by the person responsible.',
  },
  late: { id: 'Terlambat', en: 'Late' },
  lateMeaning: {
    id: 'Batas waktunya sudah lewat pada tanggal laporan dan belum selesai.',
    en: 'Past its due date on the day of the report, and not done.',
  },
  due: { id: 'Jatuh tempo', en: 'Due' },
  dueMeaning: {
    id: 'Batas waktunya pada tanggal laporan sampai 7 hari sesudahnya.',
    en: 'Its due date is on the day of the report or up to 7 days after.',
  },
  upcoming: { id: 'Belum waktunya', en: 'Upcoming' },
  upcomingMeaning: {
    id: 'Batas waktunya lebih dari 7 hari setelah tanggal laporan.',
    en: 'Its due date is more than 7 days after the day of the report.',
  },
  waived: { id: 'Ditiadakan', en: 'Waived' },
  waivedMeaning: {
    id: 'Ditiadakan dengan alasan tertulis; tidak ikut dalam persentase.',
    en: 'Waived with a written reason; left out of percentages.',
  },
  yearShare: { id: 'Capaian setahun', en: 'Progress in the year' },
  yearShareMeaning: {
    id: 'Selesai dibagi kewajiban setahun yang tidak ditiadakan.',
    en: 'Done over the obligations of the year that are not waived.',
  },
  dueShare: { id: 'Ketepatan terhadap yang jatuh tempo', en: 'Kept of those due' },
  dueShareMeaning: {
    id: 'Selesai dibagi jumlah selesai dan terlambat.',
    en: 'Done over done and late together.',
  },
  byArea: { id: 'Capaian menurut area perubahan', en: 'Progress by area of change' },
  byMonth: { id: 'Capaian menurut bulan jatuh tempo', en: 'Progress by month due' },
  byPerson: { id: 'Capaian menurut penanggung jawab', en: 'Progress by person responsible' },
  areaWord: { id: 'Area', en: 'Area' },
  monthWord: { id: 'Bulan', en: 'Month' },
  personWord: { id: 'Penanggung jawab', en: 'Responsible' },
  share: { id: 'Capaian', en: 'Progress' },
  lateHeading: { id: 'Kewajiban yang terlambat', en: 'Late obligations' },
  action: { id: 'Langkah aksi', en: 'Action' },
  dueOn: { id: 'Batas waktu', en: 'Due on' },
  daysLate: { id: 'Terlambat (hari)', en: 'Days late' },
  note: { id: 'Keterangan', en: 'Note' },
  nobodyLate: { id: 'Tidak ada kewajiban yang terlambat.', en: 'No obligation is late.' },
  nobody: { id: 'belum ditunjuk', en: 'nobody named' },
  doneHeading: { id: 'Kewajiban yang selesai', en: 'Obligations done' },
  donePeriod: {
    id: (v: { from: string; to: string }) => `Diselesaikan antara ${v.from} dan ${v.to}.`,
    en: (v: { from: string; to: string }) => `Done between ${v.from} and ${v.to}.`,
  },
  lastDoneOn: { id: 'Terakhir selesai', en: 'Last done' },
  dates: {
    id: (v: { count: string; first: string; last: string }) =>
      `${v.count} tanggal, ${v.first} sampai ${v.last}`,
    en: (v: { count: string; first: string; last: string }) => `${v.count} dates, ${v.first} to ${v.last}`,
  },
  noneDone: { id: 'Belum ada kewajiban yang selesai.', en: 'No obligation is done yet.' },
  followUpHeading: { id: 'Tindak lanjut hasil monitoring sebelumnya', en: 'Follow-up of earlier monitoring' },
  finding: { id: 'Temuan', en: 'Finding' },
  followUp: { id: 'Tindak lanjut', en: 'Follow-up' },
  status: { id: 'Status', en: 'Status' },
  noFollowUp: {
    id: 'Tidak ada tindak lanjut dari laporan sebelumnya yang tercatat.',
    en: 'No follow-up from an earlier report is on record.',
  },
  notes: { id: 'Catatan dan kesimpulan', en: 'Notes and conclusion' },
  countsDiffer: {
    id: (v: { areas: string; months: string; people: string }) =>
      `Perhatian: jumlah kewajiban menurut area (${v.areas}), bulan (${v.months}), dan penanggung jawab (${v.people}) tidak sama.`,
    en: (v: { areas: string; months: string; people: string }) =>
      `Note: the obligations counted by area (${v.areas}), month (${v.months}) and person (${v.people}) differ.`,
  },
})
