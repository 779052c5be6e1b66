import type { Finding } from '../../../core/evidence/findings.ts'
import { formatDate, formatDateTime, formatNumber, type Zone } from '../../../ui/format.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import { findingMessages } from './messages.ts'

type Link = { readonly title: string; readonly href: string }

/** What the ids of a finding stand for. */
export interface FindingNames {
  piece(id: string): Link
  obligation(id: string): Link
  indicator(id: string): string
  slot(id: string): string
  deadline(id: string): string
  /** Null for a unit that the reader may not know of. */
  unit(id: string): string | null
}

/** One sentence with the facts of a finding. */
export function describeFinding(finding: Finding, names: FindingNames, locale: Locale, zone: Zone): string {
  const t = translator(findingMessages, locale)
  const kind = translator(messages, locale)
  const list = (texts: readonly string[], last = '') =>
    new Intl.ListFormat(locale, { type: last === 'or' ? 'disjunction' : 'conjunction' }).format(texts)
  const day = (date: Parameters<typeof formatDate>[0]) => formatDate(date, locale)
  switch (finding.code) {
    case 'same-file-several-indicators':
      return t(`fact.${finding.code}`, { names: finding.indicatorIds.map(names.indicator).join('; ') })
    case 'same-file-earlier-year':
      return t(`fact.${finding.code}`, { names: list(finding.years.map(String)) })
    case 'same-file-other-unit':
      return t(`fact.${finding.code}`, {
        names: list([...new Set(finding.unitIds.map(id => names.unit(id) ?? t('otherUnit')))]),
      })
    case 'date-outside-proven-period':
      return t(`fact.${finding.code}`, {
        date: day(finding.documentDate),
        from: day(finding.period.from),
        to: day(finding.period.to),
      })
    case 'date-outside-obligation':
      return t(`fact.${finding.code}`, {
        date: day(finding.documentDate),
        from: day(finding.period.from),
        to: day(finding.period.to),
        name: names.obligation(finding.obligationId).title,
      })
    case 'kind-does-not-fit':
      return t(`fact.${finding.code}`, {
        kind: kind(`kind.${finding.kind}`),
        asked: list(
          finding.asked.map(each => kind(`kind.${each}`)),
          'or',
        ),
        name: names.slot(finding.slotId),
      })
    case 'bulk-before-deadline':
      return t(`fact.${finding.code}`, {
        count: formatNumber(finding.count, locale),
        hours: formatNumber(finding.hours, locale),
        name: names.deadline(finding.deadlineId),
        at: formatDateTime(new Date(finding.at), zone, locale),
      })
    case 'expired':
      return t(`fact.${finding.code}`, { date: day(finding.validUntil), needed: day(finding.neededOn) })
    case 'due-without-evidence':
      return t(`fact.${finding.code}`, { date: day(finding.due) })
  }
}
