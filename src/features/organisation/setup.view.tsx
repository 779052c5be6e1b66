import { Card } from '../../ui/display/card.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { type Task, TaskList } from '../../ui/display/steps.tsx'
import { defineMessages, type Locale, translator } from '../../ui/messages.ts'
import type { Unit } from '../context.ts'
import type { OrganisationStanding } from './organisation-standing.ts'

type N = { n: number }
type Of = { n: number; all: number }

const words = defineMessages({
  empty: { id: 'Belum ada pegawai selain Anda', en: 'There is nobody here but you yet' },
  accounts: {
    id: (d: Of) => `${d.n} dari ${d.all} pegawai belum punya akun`,
    en: (d: Of) => `${d.n} of ${d.all} people have no account yet`,
  },
  roles: {
    id: (d: Of) => `${d.n} dari ${d.all} pegawai belum punya peran`,
    en: (d: Of) => `${d.n} of ${d.all} people have no role yet`,
  },
  ready: {
    id: (d: N) => `${d.n} pegawai, semuanya punya akun dan peran`,
    en: (d: N) => `${d.n} people, all with an account and a role`,
  },
  note: {
    id: 'Menyiapkan unit, pegawai, dan peran. Rencana dan bukti diurus oleh yang memegang perannya.',
    en: 'Setting up units, people and roles. Plan and evidence are for those who hold their roles.',
  },
  steps: { id: 'Langkah penyiapan', en: 'Setting up' },
  units: { id: 'Unit', en: 'Units' },
  'units.hint': {
    id: 'Bidang, bagian, atau UPT yang punya rencana atau pegawai sendiri.',
    en: 'Divisions and offices that have a plan or people of their own.',
  },
  'units.state': { id: (d: N) => `${d.n} unit`, en: (d: N) => `${d.n} ${d.n === 1 ? 'unit' : 'units'}` },
  people: { id: 'Pegawai', en: 'People' },
  'people.hint': {
    id: 'Impor daftar Excel atau CSV, atau tambah satu per satu.',
    en: 'Import a list from Excel or CSV, or add one by one.',
  },
  'people.none': { id: 'Perlu diisi', en: 'To be filled in' },
  'people.state': {
    id: (d: N) => `${d.n} pegawai`,
    en: (d: N) => `${d.n} ${d.n === 1 ? 'person' : 'people'}`,
  },
  account: { id: 'Akun untuk masuk', en: 'Accounts' },
  'account.hint': {
    id: 'Buka pegawai, lalu buat tautan kata sandinya.',
    en: 'Open a person, then make the link for their password.',
  },
  missing: { id: (d: N) => `${d.n} belum punya`, en: (d: N) => `${d.n} without` },
  all: { id: 'Semua punya', en: 'All have one' },
  role: { id: 'Peran', en: 'Roles' },
  'role.hint': {
    id: 'Pimpinan, ketua tim ZI, koordinator area, pegawai: tanpa peran seseorang tidak melihat apa pun.',
    en: 'Head, ZI team leader, area coordinators, staff: without a role a person sees nothing.',
  },
})

/** The first page of those who set the agency up and see nothing of its programme. */
export function SetupView(p: {
  readonly locale: Locale
  readonly unit: Pick<Unit, 'slug'>
  readonly standing: OrganisationStanding
}) {
  const t = translator(words, p.locale)
  const { units, people, withoutAccount, withoutRole } = p.standing
  const at = (path: string) => `/u/${p.unit.slug}/${path}`
  const lacking = (n: number) =>
    n > 0 ? { tone: 'due' as const, state: t('missing', { n }) } : { tone: 'done' as const, state: t('all') }
  const tasks: readonly Task[] = [
    {
      text: t('units'),
      hint: t('units.hint'),
      href: at('unit'),
      tone: 'done',
      state: t('units.state', { n: units }),
    },
    {
      text: t('people'),
      hint: t('people.hint'),
      href: at(people > 1 ? 'pegawai' : 'pegawai/impor'),
      ...(people > 1
        ? { tone: 'done' as const, state: t('people.state', { n: people }) }
        : { tone: 'due' as const, state: t('people.none') }),
    },
    { text: t('account'), hint: t('account.hint'), href: at('pegawai'), ...lacking(withoutAccount) },
    { text: t('role'), hint: t('role.hint'), href: at('peran'), ...lacking(withoutRole) },
  ]
  const title =
    people <= 1
      ? t('empty')
      : withoutAccount > 0
        ? t('accounts', { n: withoutAccount, all: people })
        : withoutRole > 0
          ? t('roles', { n: withoutRole, all: people })
          : t('ready', { n: people })
  return (
    <>
      <PageHead title={title} note={t('note')} />
      <Card title={t('steps')}>
        <TaskList id="siapkan" items={tasks} />
      </Card>
    </>
  )
}
