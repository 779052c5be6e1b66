import { formatDate } from '../../../ui/format.ts'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import { type EvidenceFacts, factFields, languages, type TypedFacts, typedFrom } from './facts.ts'

/** What somebody else stored, at each field where it is not what was typed. */
export function factsBetween(typed: TypedFacts, stored: EvidenceFacts, locale: Locale): FormError[] {
  const t = translator(messages, locale)
  const day = (date: EvidenceFacts['documentDate']) => (date === null ? '' : formatDate(date, locale))
  const nameOf = (code: string) => {
    const known = languages.find(one => one === code)
    return known === undefined ? code : t(`language.${known}`)
  }
  const shown: Readonly<Record<(typeof factFields)[number], string>> = {
    ...{ title: stored.title, documentNumber: stored.documentNumber, page: stored.page },
    kind: t(`kind.${stored.kind}`),
    documentDate: day(stored.documentDate),
    periodFrom: day(stored.periodFrom),
    periodTo: day(stored.periodTo),
    validUntil: day(stored.validUntil),
    language: nameOf(stored.language),
    keywords: stored.keywords.join(', '),
    confidentiality: t(`confidentiality.${stored.confidentiality}`),
  }
  const before = typedFrom(stored)
  return factFields
    .filter(field => (typed[field] ?? '') !== (before[field] ?? ''))
    .map(field => ({
      field,
      text: t('problem.stale-fact', { label: t(field), stored: shown[field] || '–' }),
    }))
}
