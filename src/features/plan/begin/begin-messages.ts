import { defineMessages } from '../../../ui/messages.ts'
import { planWords } from '../plan-words.ts'

type Year = { readonly year: string }

export const beginMessages = defineMessages({
  ...planWords,
  title: { id: 'Mulai rencana tanpa dokumen', en: 'Begin a plan without a document' },
  note: {
    id: 'Rencana dimulai kosong; indikatornya ditambahkan satu per satu. Dokumen masih dapat diimpor kemudian.',
    en: 'The plan begins empty; its indicators are added one by one. A document can still be imported later.',
  },
  begin: { id: 'Mulai rencana', en: 'Begin the plan' },
  begun: {
    id: (d: Year) => `Rencana ${d.year} dimulai. Tambahkan indikator pertamanya.`,
    en: (d: Year) => `The plan of ${d.year} has begun. Add its first indicator.`,
  },
  exists: {
    id: (d: Year) => `Rencana ${d.year} sudah ada. Buka rencana itu, atau pilih tahun lain.`,
    en: (d: Year) => `There is a plan of ${d.year} already. Open that plan, or choose another year.`,
  },
})
