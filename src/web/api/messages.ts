import { defineMessages, type Locale, translator } from '../../ui/messages.ts'

/** One sentence an operation, by its id. */
const operations = defineMessages({
  getMe: {
    id: 'Pemilik token dan perannya di setiap unit',
    en: 'The token’s person and their roles in each unit',
  },
  listPlans: {
    id: 'Rencana aksi sebuah unit, tahun terbaru di atas',
    en: 'A unit’s action plans, newest year first',
  },
  getPlan: {
    id: 'Satu rencana beserta isinya: area, subkomponen, indikator, langkah aksi, bukti, jadwal',
    en: 'One plan with its content: areas, sub-components, indicators, actions, evidence, schedules',
  },
  getProgress: {
    id: 'Kemajuan rencana hari ini: jumlah kewajiban menurut keadaan, per area, bulan, dan orang',
    en: 'How the plan stands today: obligations by state, per area, month and person',
  },
  listObligations: {
    id: 'Kewajiban unit dalam satu tahun rencana, urut tanggal, sehalaman demi sehalaman',
    en: 'A unit’s obligations of one plan year by date, a page at a time',
  },
  listMyObligations: {
    id: 'Kewajiban pemilik token di semua unit',
    en: 'What the token’s person owes, in every unit',
  },
  getObligation: { id: 'Satu kewajiban', en: 'One obligation' },
  completeObligation: {
    id: 'Menandai kewajiban selesai pada suatu hari, paling lambat hari ini',
    en: 'Marks an obligation done on a day, not after today',
  },
  waiveObligation: {
    id: 'Meniadakan kewajiban dengan alasan, paling sedikit 10 huruf',
    en: 'Waives an obligation with a reason of at least 10 letters',
  },
  verifyAuditChain: {
    id: 'Memeriksa seluruh rantai jejak audit dan menyebut ujungnya',
    en: 'Checks the whole audit chain and names its head',
  },
})
export type OperationId = keyof typeof operations
export const isOperation = (id: string): id is OperationId => Object.hasOwn(operations, id)
export const operationText = (id: OperationId, locale: Locale): string => translator(operations, locale)(id)

const pageWords = defineMessages({
  title: { id: 'API Zona', en: 'Zona API' },
  note: {
    id: 'Untuk program yang membaca rencana, kewajiban, dan kemajuan, atau menandai kewajiban selesai',
    en: 'For programs that read plans, obligations and progress, or mark obligations done',
  },
  description: {
    id: 'Uraian lengkap (OpenAPI 3.1)',
    en: 'Full description (OpenAPI 3.1)',
  },
  token: { id: 'Buat token', en: 'Create a token' },
  how: { id: 'Cara memanggil', en: 'How to call' },
  auth: {
    id: 'Sertakan token pribadi pada setiap panggilan. Program mendapat hak pemilik token, tidak lebih.',
    en: 'Send a personal token with every call. The program may what the token’s person may, and no more.',
  },
  key: {
    id: 'Pada POST, sertakan Idempotency-Key yang baru untuk setiap maksud. Panggilan yang diulang dengan kunci sama pada alamat sama tidak berakibat dua kali.',
    en: 'On POST, send an Idempotency-Key that is new for each intent. Calling again with the same key at the same address has no second effect.',
  },
  cursor: {
    id: 'Daftar panjang datang sehalaman demi sehalaman: kirim isi "next" sebagai cursor sampai isinya null.',
    en: 'Long lists come in pages: send "next" as the cursor until it is null.',
  },
  operations: { id: 'Operasi', en: 'Operations' },
  address: { id: 'Alamat', en: 'Address' },
  does: { id: 'Kegunaan', en: 'What it does' },
  permission: { id: 'Hak', en: 'Permission' },
  query: { id: 'Parameter', en: 'Parameters' },
  problems: { id: 'Penolakan', en: 'Problems' },
  problemsNote: {
    id: 'Setiap penolakan berupa application/problem+json dengan salah satu kode ini.',
    en: 'Every refusal is application/problem+json with one of these codes.',
  },
  code: { id: 'Kode', en: 'Code' },
  status: { id: 'Status', en: 'Status' },
  meaning: { id: 'Arti', en: 'Meaning' },
})
export const pageText = (locale: Locale) => translator(pageWords, locale)
