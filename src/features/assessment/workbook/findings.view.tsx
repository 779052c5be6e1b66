import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Details } from '../../../ui/display/summary.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import type { Diagnostic } from './diagnostics.ts'
import { describeDiagnostic, placeText } from './messages.ts'
import { pageMessages } from './page-messages.ts'
import type { StoredBook } from './store-book.ts'

const rank = { error: 0, warning: 1, note: 2 }

/** What is said about the figures that a workbook shows, of which a wrong one at the bottom brings many. */
const aboutFigures: readonly Diagnostic['kind'][] = [
  'total-differs',
  'total-error',
  'total-stale',
  'counted-twice',
  'blank-skipped',
]

type OfBook = { readonly locale: Locale; readonly book: StoredBook }

/** What was met while reading, the wrong first. */
export function Findings({ locale, book }: OfBook) {
  const t = translator(pageMessages, locale)
  const met = book.found.diagnostics.filter(({ kind }) => !aboutFigures.includes(kind))
  if (met.length === 0) return null
  const title = t('diagnostics', { n: formatNumber(met.length, locale) })
  return (
    <Card title={title} note={t('diagnostics.note')} flush>
      <FindingTable locale={locale} book={book} title={title} met={met} />
    </Card>
  )
}

/** The figures that do not follow from the answers, folded. */
export function Totals({ locale, book }: OfBook) {
  const t = translator(pageMessages, locale)
  const met = book.found.diagnostics.filter(({ kind }) => aboutFigures.includes(kind))
  if (met.length === 0) return null
  const title = t('totals', { n: formatNumber(met.length, locale) })
  return (
    <Details summary={title}>
      <FindingTable locale={locale} book={book} title={title} met={met} />
    </Details>
  )
}

function FindingTable({
  locale,
  book,
  title,
  met,
}: OfBook & { readonly title: string; readonly met: readonly Diagnostic[] }) {
  const t = translator(pageMessages, locale)
  return (
    <DataTable
      caption={title}
      rows={[...met].sort((a, b) => rank[a.level] - rank[b.level])}
      columns={[
        {
          header: t('where'),
          rowHeader: true,
          width: 'shrink',
          cell: one => placeText(one) || book.fileName,
        },
        { header: t('weight'), width: 'shrink', cell: one => t(`level.${one.level}`) },
        { header: t('what'), width: 'grow', cell: one => sentence(describeDiagnostic(one, locale)) },
      ]}
      empty={{ title: '' }}
    />
  )
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
