import type { Role } from '../core/access/role.ts'
import { defineMessages, type Locale } from './messages.ts'

const names = defineMessages({
  head: { id: 'Pimpinan', en: 'Head' },
  'team-leader': { id: 'Ketua Tim ZI', en: 'ZI team leader' },
  'area-coordinator': { id: 'Koordinator area', en: 'Area coordinator' },
  staff: { id: 'Pegawai', en: 'Staff' },
  officer: { id: 'Petugas', en: 'Officer' },
  assessor: { id: 'Penilai internal (TPI)', en: 'Internal assessor' },
  'assessor-lead': { id: 'Ketua TPI', en: 'Lead assessor' },
  'agency-admin': { id: 'Admin instansi', en: 'Agency administrator' },
  auditor: { id: 'Auditor', en: 'Auditor' },
})

export const roleName = (role: Role, locale: Locale): string => names[role][locale]
