import { html } from 'hono/html'
import type { PlacedQuestion } from '../../../core/instrument/instrument.ts'
import { civilDate } from '../../../core/shared/local-date.ts'
import { tagMarkup } from '../../../ui/display/tag.tsx'
import type { Zone } from '../../../ui/format.ts'
import { formatDate } from '../../../ui/format.ts'
import { errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { fieldId } from '../../../ui/forms/field.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { asMarkup } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { labelMarkup, markedLabel, sentenceMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import type { CitedEvidence } from '../prove/evidence-queries.ts'
import { answerText, figure, pointsOf } from '../sentences.ts'
import type { Sheet } from '../sheet.ts'
import { AnswerControl } from './answer-control.view.tsx'
import { criteria } from './criteria.view.ts'
import { answerField, explanationField, type Typed, typedValue, versionField } from './fill-form.ts'
import { fullScore, type RowFilter, raise } from './row-state.ts'

export type RowProps = {
  readonly locale: Locale
  readonly zone: Zone
  readonly sheet: Sheet
  readonly placed: PlacedQuestion
  readonly flags: ReadonlySet<RowFilter>
  readonly editable: boolean
  /** The page of the sheet: `/u/…/lke/2026`. */
  readonly base: string
  readonly typed: Typed | null
  readonly errors: readonly FormError[]
  readonly suggested: number
  /** On its own page, which has its name as the heading and its evidence and history below. */
  readonly alone?: boolean
}

/** Of the sheet's page, the unit's: `/u/…`. */
export const unitPath = (base: string): string => base.replace(/\/lke\/[^/]+$/, '')

export const rowPath = (base: string, code: string): string => `${base}/butir/${encodeURIComponent(code)}`

/** One question of the sheet: what is asked, the answer, its proof, and what it is worth. A page holds dozens. */
export function QuestionRow(p: RowProps) {
  const { locale, sheet, placed } = p
  const { question } = placed
  const { code } = question
  const t = texts[locale]
  const id = fieldId(code)
  const stored = sheet.answers.get(code)
  const values = p.typed ?? new Map(typedValue(code, stored?.value))
  const explanation = p.typed?.get(explanationField(code)) ?? stored?.explanation ?? ''
  const own = p.errors.filter(
    error => error.field !== undefined && (error.field === `e.${code}` || isFieldOf(error.field, code)),
  )
  const save = rowPath(p.base, code)
  const version = p.typed?.get(versionField(code)) ?? String(stored?.version ?? 0)
  return html`<article class="question${p.alone ? ' is-alone' : ''}${own.length > 0 ? ' is-wrong' : ''}" id="${id}" data-row="${code}">${p.alone ? '' : html`<span class="no">${numberOf(code)}</span>`}<div><h4 id="${id}-text"${p.alone ? hidden : ''}>${labelMarkup(question.text, locale)}</h4>${criteria(
    sheet.instrument,
    placed,
    locale,
  )}${AnswerControl({ locale, placed, sheet, values, errors: own, editable: p.editable })}${Explanation({
    ...{ locale, code, value: explanation, errors: own, editable: p.editable },
  })}<div class="row-foot"><ul class="chips">${(sheet.evidence.get(code) ?? []).map(piece => Piece(piece, unitPath(p.base), t))}${
    p.flags.has('unproven') ? html`<li class="is-missing">${t('evidence.none')}</li>` : ''
  }${
    p.editable && !p.alone
      ? html`<li><a href="${save}#bukti">${p.suggested > 0 ? t('evidence.suggested', { n: p.suggested }) : t('evidence.cite')}<span class="govuk-visually-hidden"> ${t('evidence.of', { code })}</span></a></li>`
      : ''
  }</ul>${
    p.editable
      ? html`<div class="row-save"><span class="save-state" role="status"></span><input type="hidden" name="${versionField(code)}" value="${version}"/><button type="submit" class="btn btn-quiet btn-small" formaction="${save}" aria-label="${t('row.save.of', { code })}">${t('row.save')}</button></div>`
      : ''
  }</div></div>${Side(p)}</article>`
}

const texts = { id: translator(messages, 'id'), en: translator(messages, 'en') }

function Piece(piece: CitedEvidence, unit: string, t: (typeof texts)[Locale]) {
  const title =
    piece.title === ''
      ? t('evidence.restricted')
      : html`<a href="${unit}/bukti/${piece.evidenceId}">${piece.title}</a>`
  const page =
    piece.page === '' ? '' : html`<span class="muted"> ${t('evidence.page', { text: piece.page })}</span>`
  const state =
    piece.state === 'returned' ? html`<span class="text-late"> · ${t('evidence.returned')}</span>` : ''
  return html`<li>${title}${page}${state}</li>`
}

const isFieldOf = (field: string, code: string): boolean =>
  field === answerField(code) ||
  (field.startsWith(`${answerField(code)}.`) && !field.slice(code.length + 3).includes('.'))

/** `P.PW.1.a` as one reads it within its area: `1.a`; what has no numbered sub-item above it is `a`. */
function numberOf(code: string): string {
  const [subItem = '', letter = ''] = code.split('.').slice(-2)
  return /^\d/.test(subItem) ? `${subItem}.${letter}` : letter
}

type FactsProps = Pick<RowProps, 'locale' | 'zone' | 'placed'> & {
  readonly sheet: Pick<Sheet, 'instrument' | 'answers' | 'score'>
}

/** What a row says of itself that a saved answer changes, as markup by the name that the island finds it under. */
export function rowFacts({ locale, zone, sheet, placed }: FactsProps) {
  const t = texts[locale]
  const { code } = placed.question
  const stored = sheet.answers.get(code)
  const full = fullScore(placed).toDecimal()
  const better = raise(sheet, placed)
  const score = pointsOf(sheet.score.items[code]?.score ?? '0', full, locale)
  return {
    state: stored?.returnedReason
      ? tagMarkup('late', t('row.returned'))
      : (stored?.value ?? null) === null
        ? tagMarkup('wait', t('row.blank'))
        : tagMarkup('done', t('row.filled')),
    score: sentenceMarkup(t('row.score', { score, max: figure(full, locale) })),
    raise: better ? sentenceMarkup(t('row.raise', { to: better.to, gain: figure(better.gain, locale) })) : '',
    by: stored
      ? sentenceMarkup(
          t('row.by', {
            by: stored.updatedBy,
            at: formatDate(civilDate(stored.updatedAt, zone), locale, 'short'),
          }),
        )
      : '',
  }
}

function Side({ locale, zone, sheet, placed, flags, base, alone }: RowProps) {
  const t = texts[locale]
  const { code } = placed.question
  const stored = sheet.answers.get(code)
  const facts = rowFacts({ locale, zone, sheet, placed })
  const last = sheet.before?.answers.get(code)
  const lastText = last && answerText(last.value, placed, locale, markedLabel)
  return html`<div class="question-side"><span data-fact="state">${facts.state}</span>${
    flags.has('changed') ? tagMarkup('due', t('row.changed')) : ''
  }${
    stored?.returnedReason ? html`<p class="text-late">${stored.returnedReason}</p>` : ''
  }<p class="num" data-fact="score">${facts.score}</p><p class="muted" data-fact="raise">${facts.raise}</p>${
    sheet.score.undivided.includes(code) ? html`<p class="text-due">${t('row.undivided')}</p>` : ''
  }${
    lastText && sheet.before
      ? html`<p class="muted">${sentenceMarkup(t('row.last', { year: sheet.before.year, value: lastText }))}</p>`
      : ''
  }<p class="muted" data-fact="by">${facts.by}</p>${
    alone
      ? ''
      : html`<p><a href="${rowPath(base, code)}" aria-label="${t('row.open.of', { code })}">${t('row.open')}</a></p>`
  }</div>`
}

function Explanation(p: {
  readonly locale: Locale
  readonly code: string
  readonly value: string
  readonly errors: readonly FormError[]
  readonly editable: boolean
}) {
  const t = texts[p.locale]
  const name = explanationField(p.code)
  const error = errorOf(p.errors, name)
  if (!p.editable) return p.value === '' ? '' : html`<p class="pre small">${p.value}</p>`
  const open = p.value !== '' || error !== undefined ? openAttribute : ''
  return html`<details${open}><summary>${p.value === '' ? t('explanation.add') : t('explanation')}</summary>${(
    <TextArea
      locale={p.locale}
      name={name}
      label={`${t('explanation')} ${p.code}`}
      labelHidden
      rows={2}
      value={p.value}
      error={error}
    />
  )}</details>`
}

const hidden = asMarkup(' class="govuk-visually-hidden"')
const openAttribute = asMarkup(' open=""')
