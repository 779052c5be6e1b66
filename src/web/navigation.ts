import type { Permission } from '../core/access/permissions.ts'
import type { LocalDate } from '../core/shared/local-date.ts'
import { monthOf, yearOf } from '../core/shared/local-date.ts'
import type { Unit } from '../features/context.ts'
import { defineMessages, type Locale, translator } from '../ui/messages.ts'
import type { NavGroup } from './layout.tsx'

const words = defineMessages({
  home: { id: 'Beranda', en: 'Home' },
  duties: { id: 'Tugas saya', en: 'My duties' },
  build: { id: 'Pembangunan', en: 'Programme' },
  plan: { id: 'Rencana aksi', en: 'Action plan' },
  calendar: { id: 'Kalender', en: 'Calendar' },
  year: { id: 'Linimasa', en: 'Timeline' },
  board: { id: 'Papan', en: 'Board' },
  progress: { id: 'Kemajuan & monev', en: 'Progress & monitoring' },
  evidence: { id: 'Bukti', en: 'Evidence' },
  assessment: { id: 'LKE', en: 'Self-assessment' },
  chapters: { id: 'Naskah rencana kerja', en: 'Work plan document' },
  organisation: { id: 'Organisasi', en: 'Organisation' },
  units: { id: 'Unit', en: 'Units' },
  people: { id: 'Pegawai', en: 'People' },
  roles: { id: 'Peran', en: 'Roles' },
  audit: { id: 'Jejak audit', en: 'Audit trail' },
  mine: { id: 'Akun', en: 'Account' },
  account: { id: 'Akun saya', en: 'My account' },
  feeds: { id: 'Kalender pribadi', en: 'My calendar feed' },
  reminders: { id: 'Pengingat', en: 'Reminders' },
})

type Item = { key: keyof typeof words; path: string; permission: Permission }

/** The entries a person may use, grouped; an entry without the right for it is not shown. */
export function navigation(
  locale: Locale,
  unit: Unit | null,
  year: number | null,
  today: LocalDate,
  current: string | undefined,
  allowed: (permission: Permission) => boolean,
): NavGroup[] {
  const t = translator(words, locale)
  const y = year ?? yearOf(today)
  const at = (path: string) => `/u/${unit?.slug ?? ''}${path}`
  const group = (label: keyof typeof words | null, items: Item[]): NavGroup => ({
    ...(label === null ? {} : { label: t(label) }),
    items: items
      .filter(item => item.permission === 'self' || (unit !== null && allowed(item.permission)))
      .map(({ key, path }) => ({ href: path, text: t(key), current: key === current })),
  })
  return [
    group(null, [
      { key: 'home', path: '/', permission: 'self' },
      { key: 'duties', path: '/tugas', permission: 'self' },
    ]),
    group('build', [
      { key: 'plan', path: at(`/rencana/${y}`), permission: 'plan.read' },
      { key: 'calendar', path: at(`/kalender/${y}/${monthOf(today)}`), permission: 'obligation.read' },
      { key: 'year', path: at(`/linimasa/${y}`), permission: 'obligation.read' },
      { key: 'board', path: at(`/papan/${y}`), permission: 'obligation.read' },
      { key: 'progress', path: at(`/kemajuan/${y}`), permission: 'obligation.read' },
      { key: 'evidence', path: at('/bukti'), permission: 'evidence.read' },
      { key: 'assessment', path: at('/lke'), permission: 'assessment.read' },
      { key: 'chapters', path: at(`/naskah/${y}`), permission: 'document.read' },
    ]),
    group('organisation', [
      { key: 'units', path: at('/unit'), permission: 'units.manage' },
      { key: 'people', path: at('/pegawai'), permission: 'people.read' },
      { key: 'roles', path: at('/peran'), permission: 'roles.manage' },
      { key: 'audit', path: at('/jejak'), permission: 'audit.read' },
    ]),
    group('mine', [
      { key: 'account', path: '/akun', permission: 'self' },
      { key: 'feeds', path: '/akun/kalender', permission: 'self' },
      { key: 'reminders', path: '/akun/pengingat', permission: 'self' },
    ]),
  ].filter(entries => entries.items.length > 0)
}
