import { defineMessages, type Locale, translator } from '../../../ui/messages.ts'
import type { Place } from './place.ts'

const messages = defineMessages({
  cell: {
    id: (p: { sheet: string; cell: string }) => `lembar '${p.sheet}', sel ${p.cell}`,
    en: (p: { sheet: string; cell: string }) => `sheet '${p.sheet}', cell ${p.cell}`,
  },
  sheet: {
    id: (p: { sheet: string }) => `lembar '${p.sheet}'`,
    en: (p: { sheet: string }) => `sheet '${p.sheet}'`,
  },
  page: { id: (p: { page: number }) => `halaman ${p.page}`, en: (p: { page: number }) => `page ${p.page}` },
  pageRow: {
    id: (p: { page: number; row: number }) => `halaman ${p.page}, baris ${p.row}`,
    en: (p: { page: number; row: number }) => `page ${p.page}, row ${p.row}`,
  },
  tableRow: {
    id: (p: { table: number; row: number }) => `tabel ${p.table}, baris ${p.row}`,
    en: (p: { table: number; row: number }) => `table ${p.table}, row ${p.row}`,
  },
  line: { id: (p: { line: number }) => `baris ${p.line}`, en: (p: { line: number }) => `line ${p.line}` },
})

/** A place in a file as people say it: `lembar 'Rencana', sel D12`. */
export function describePlace(place: Place, locale: Locale): string {
  const t = translator(messages, locale)
  switch (place.kind) {
    case 'cell':
      return t('cell', place)
    case 'sheet':
      return t('sheet', place)
    case 'page':
      return t('page', place)
    case 'page-row':
      return t('pageRow', place)
    case 'table-row':
      return t('tableRow', place)
    case 'line':
      return t('line', place)
  }
}
