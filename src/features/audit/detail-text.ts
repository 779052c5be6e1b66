import { type Role, roles } from '../../core/access/role.ts'
import { parseLocalDate } from '../../core/shared/local-date.ts'
import { formatDate } from '../../ui/format.ts'
import { defineMessages, type Locale, translator } from '../../ui/messages.ts'
import { roleName } from '../../ui/role-names.ts'

const labels = defineMessages({
  active: { id: 'aktif', en: 'active' },
  added: { id: 'ditambah', en: 'added' },
  areas: { id: 'area', en: 'areas' },
  before: { id: 'sebelumnya', en: 'before' },
  changed: { id: 'diubah', en: 'changed' },
  counts: { id: 'jumlah', en: 'counts' },
  days: { id: 'hari', en: 'days' },
  doneOn: { id: 'selesai pada', en: 'done on' },
  due: { id: 'tenggat', en: 'due' },
  ended: { id: 'berakhir', en: 'ended' },
  entries: { id: 'catatan', en: 'entries' },
  failures: { id: 'kegagalan', en: 'failures' },
  faults: { id: 'baris salah', en: 'faulty rows' },
  file: { id: 'berkas', en: 'file' },
  fileName: { id: 'berkas', en: 'file' },
  from: { id: 'dari', en: 'from' },
  fromYear: { id: 'dari tahun', en: 'from year' },
  kind: { id: 'sebab', en: 'cause' },
  locale: { id: 'bahasa', en: 'language' },
  locked: { id: 'dikunci', en: 'locked' },
  method: { id: 'cara', en: 'by' },
  name: { id: 'nama', en: 'name' },
  note: { id: 'catatan', en: 'note' },
  obligations: { id: 'tugas', en: 'duties' },
  reason: { id: 'alasan', en: 'reason' },
  role: { id: 'peran', en: 'role' },
  row: { id: 'baris', en: 'row' },
  rows: { id: 'baris', en: 'rows' },
  scope: { id: 'cakupan', en: 'scope' },
  shortName: { id: 'nama pendek', en: 'short name' },
  size: { id: 'ukuran', en: 'size' },
  title: { id: 'judul', en: 'title' },
  to: { id: 'menjadi', en: 'to' },
  toYear: { id: 'ke tahun', en: 'to year' },
  validFrom: { id: 'mulai', en: 'from' },
  validTo: { id: 'berakhir', en: 'until' },
  version: { id: 'versi', en: 'version' },
  was: { id: 'semula', en: 'was' },
  year: { id: 'tahun', en: 'year' },
  zone: { id: 'zona waktu', en: 'time zone' },
})

const isLabel = (key: string): key is keyof typeof labels => Object.hasOwn(labels, key)
/** Of a list of more things an entry says how many they are. */
const mostParts = 6

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{64}$/.test(text)

/** What an entry says besides, in one line. Ids and hashes are cut: the export has them whole. */
export function detailText(detail: Readonly<Record<string, unknown>>, locale: Locale): string {
  const t = translator(labels, locale)
  return Object.entries(detail)
    .map(([key, value]) => [isLabel(key) ? t(key) : key, valueText(value, locale)] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join(' · ')
    .slice(0, 300)
}

function valueText(value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return locale === 'id' ? (value ? 'ya' : 'tidak') : value ? 'yes' : 'no'
  if (typeof value === 'string') {
    const role: Role | undefined = roles.find(candidate => candidate === value)
    if (role) return roleName(role, locale)
    const date = parseLocalDate(value)
    if (date) return formatDate(date, locale, 'short')
    return isId(value) ? `${value.slice(0, 8)}…` : value
  }
  if (Array.isArray(value)) {
    const simple = value.every(item => typeof item === 'string' && !isId(item))
    return simple ? value.map(item => valueText(item, locale)).join(', ') : String(value.length)
  }
  if (typeof value === 'object') {
    const parts = Object.entries(value)
    if (parts.length > mostParts) return String(parts.length)
    return parts
      .map(([key, inner]) => [key, valueText(inner, locale)] as const)
      .filter(([, text]) => text !== '')
      .map(([key, text]) => `${key} ${text}`)
      .join(', ')
  }
  return String(value)
}
