import { type EvidenceKind, evidenceKinds } from '../../../core/evidence/kind.ts'
import { type LocalDate, parseLocalDate } from '../../../core/shared/local-date.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'

export const confidentialities = ['open', 'internal', 'restricted'] as const
export type Confidentiality = (typeof confidentialities)[number]
export const languages = ['id', 'en', 'other'] as const

/** What people say about a piece of evidence. */
export type EvidenceFacts = {
  readonly title: string
  readonly kind: EvidenceKind
  readonly documentNumber: string
  readonly documentDate: LocalDate | null
  readonly periodFrom: LocalDate | null
  readonly periodTo: LocalDate | null
  readonly validUntil: LocalDate | null
  readonly page: string
  readonly language: string
  readonly keywords: readonly string[]
  readonly confidentiality: Confidentiality
}

export const factFields = [
  'title',
  'kind',
  'documentNumber',
  'documentDate',
  'periodFrom',
  'periodTo',
  'validUntil',
  'page',
  'language',
  'keywords',
  'confidentiality',
] as const
export type FactField = (typeof factFields)[number]
export type TypedFacts = Readonly<Partial<Record<FactField, string>>>

export type FactMistake =
  | { readonly kind: 'missing'; readonly field: 'title' | 'kind' }
  | {
      readonly kind: 'no-date' | 'turned' | 'too-long' | 'not-offered'
      readonly field: FactField
    }

const longest: Partial<Record<FactField, number>> = {
  title: 300,
  documentNumber: 120,
  page: 60,
  keywords: 500,
}

/** Reads the facts of a form. A title may be left out where the file's name can stand in. */
export function readFacts(typed: TypedFacts, titleNeeded: boolean): Result<EvidenceFacts, FactMistake[]> {
  const mistakes: FactMistake[] = []
  const text = (field: FactField) => {
    const value = (typed[field] ?? '').trim().replace(/\s+/g, ' ')
    if (value.length > (longest[field] ?? 60)) mistakes.push({ field, kind: 'too-long' })
    return value
  }
  const date = (field: FactField) => {
    const value = text(field)
    const read = value === '' ? null : parseLocalDate(value)
    if (value !== '' && !read) mistakes.push({ field, kind: 'no-date' })
    return read
  }
  const choice = <T extends string>(field: FactField, offered: readonly T[], otherwise: T) => {
    const value = text(field)
    const chosen = value === '' ? otherwise : offered.find(one => one === value)
    if (chosen === undefined) mistakes.push({ field, kind: 'not-offered' })
    return chosen ?? otherwise
  }
  const title = text('title')
  if (title === '' && titleNeeded) mistakes.push({ field: 'title', kind: 'missing' })
  if ((typed.kind ?? '') === '') mistakes.push({ field: 'kind', kind: 'missing' })
  const facts: EvidenceFacts = {
    title,
    kind: choice('kind', evidenceKinds, 'other'),
    documentNumber: text('documentNumber'),
    documentDate: date('documentDate'),
    periodFrom: date('periodFrom'),
    periodTo: date('periodTo'),
    validUntil: date('validUntil'),
    page: text('page'),
    language: choice('language', languages, 'id'),
    keywords: [
      ...new Set(
        text('keywords')
          .split(/[,;]/)
          .map(word => word.trim())
          .filter(Boolean),
      ),
    ],
    confidentiality: choice('confidentiality', confidentialities, 'internal'),
  }
  if (facts.periodFrom && facts.periodTo && facts.periodTo < facts.periodFrom)
    mistakes.push({ field: 'periodTo', kind: 'turned' })
  return mistakes.length > 0 ? err(mistakes) : ok(facts)
}

export const typedFrom = (facts: EvidenceFacts): TypedFacts => ({
  title: facts.title,
  kind: facts.kind,
  documentNumber: facts.documentNumber,
  documentDate: facts.documentDate ?? '',
  periodFrom: facts.periodFrom ?? '',
  periodTo: facts.periodTo ?? '',
  validUntil: facts.validUntil ?? '',
  page: facts.page,
  language: facts.language,
  keywords: facts.keywords.join(', '),
  confidentiality: facts.confidentiality,
})

export const factColumns = (facts: EvidenceFacts) => ({
  title: facts.title,
  kind: facts.kind,
  document_number: facts.documentNumber,
  document_date: facts.documentDate,
  period_from: facts.periodFrom,
  period_to: facts.periodTo,
  valid_until: facts.validUntil,
  page: facts.page,
  language: facts.language,
  keywords: [...facts.keywords],
  confidentiality: facts.confidentiality,
})
