import { defineMessages } from '../ui/messages.ts'

/** The words of the frame around every page. */
export const layoutMessages = defineMessages({
  skip: { id: 'Langsung ke isi', en: 'Skip to main content' },
  menu: { id: 'Menu', en: 'Menu' },
  'nav.label': { id: 'Utama', en: 'Main' },
  'account.label': { id: 'Akun', en: 'Account' },
  'sign-out': { id: 'Keluar', en: 'Sign out' },
  'language.label': { id: 'Bahasa', en: 'Language' },
  help: { id: 'Bantuan', en: 'Help' },
  version: {
    id: (d: { version: string }) => `Zona ${d.version}`,
    en: (d: { version: string }) => `Zona ${d.version}`,
  },
  'footer.about': {
    id: 'Perangkat lunak terbuka untuk pembangunan Zona Integritas.',
    en: 'Open software for building Zona Integritas.',
  },
})
