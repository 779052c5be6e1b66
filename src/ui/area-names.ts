import type { AreaCode } from '../core/access/role.ts'
import { defineMessages, type Locale } from './messages.ts'

const names = defineMessages({
  MP: { id: 'Manajemen Perubahan', en: 'Change management' },
  TT: { id: 'Penataan Tata Laksana', en: 'Business processes' },
  SDM: { id: 'Penataan Sistem Manajemen SDM Aparatur', en: 'Human resource management' },
  AK: { id: 'Penguatan Akuntabilitas', en: 'Accountability' },
  PW: { id: 'Penguatan Pengawasan', en: 'Oversight' },
  PP: { id: 'Peningkatan Kualitas Pelayanan Publik', en: 'Public service quality' },
})

/** What screens call an area of change, whatever capitals a document prints. */
export const areaName = (code: AreaCode, locale: Locale): string => names[code][locale]
