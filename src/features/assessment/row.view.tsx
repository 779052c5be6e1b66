import type { PlacedQuestion } from '../../core/instrument/instrument.ts'
import { Tag } from '../../ui/display/tag.tsx'
import type { Zone } from '../../ui/format.ts'
import { formatDateTime } from '../../ui/format.ts'
import { SubmitButton } from '../../ui/forms/button.tsx'
import { errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { FieldNotes, fieldId } from '../../ui/forms/field.tsx'
import { TextArea, TextField } from '../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { answerField, explanationField, type Typed, typedValue, versionField } from './fill-form.ts'
import { messages } from './messages.ts'
import { fullScore, type RowFilter, raise } from './row-state.ts'
import { answerText, figure, labelText, pointsOf } from './sentences.ts'
import type { Sheet } from './sheet.ts'

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
}

export const rowPath = (base: string, code: string): string => `${base}/butir/${encodeURIComponent(code)}`

/** One question of the sheet: what is asked, the answer, its proof, and what it is worth. */
export function QuestionRow(p: RowProps) {
  const { locale, sheet, placed } = p
  const { question } = placed
  const { code } = question
  const t = translator(messages, locale)
  const stored = sheet.answers.get(code)
  const values = p.typed ?? new Map(typedValue(code, stored?.value))
  const explanation = p.typed?.get(explanationField(code)) ?? stored?.explanation ?? ''
  const own = p.errors.filter(
    error => error.field !== undefined && (error.field === `e.${code}` || isFieldOf(error.field, code)),
  )
  const save = rowPath(p.base, code)
  return (
    <article class={own.length > 0 ? 'question is-wrong' : 'question'} id={fieldId(code)} data-row={code}>
      <span class="no">{numberOf(code)}</span>
      <div>
        <h4 id={`${fieldId(code)}-text`}>{labelText(question.text, locale)}</h4>
        <Criteria locale={locale} placed={placed} sheet={sheet} />
        <AnswerControl {...p} values={values} errors={own} />
        <Explanation locale={locale} code={code} value={explanation} errors={own} editable={p.editable} />
        <div class="row-foot">
          <ul class="chips">
            {(sheet.evidence.get(code) ?? []).map(piece => (
              <li>
                {piece.title === '' ? t('evidence.restricted') : piece.title}
                {piece.page === '' ? null : (
                  <span class="muted"> {t('evidence.page', { text: piece.page })}</span>
                )}
                {piece.state === 'returned' ? (
                  <span class="text-late"> · {t('evidence.returned')}</span>
                ) : null}
              </li>
            ))}
            {p.flags.has('unproven') ? <li class="is-missing">{t('evidence.none')}</li> : null}
            {p.editable ? (
              <li>
                <a href={`${save}#bukti`}>
                  {p.suggested > 0 ? t('evidence.suggested', { n: p.suggested }) : t('evidence.cite')}
                  <span class="govuk-visually-hidden"> {t('evidence.of', { code })}</span>
                </a>
              </li>
            ) : null}
          </ul>
          {p.editable ? (
            <div class="row-save">
              <span class="save-state" role="status" />
              <input
                type="hidden"
                name={versionField(code)}
                value={p.typed?.get(versionField(code)) ?? String(stored?.version ?? 0)}
              />
              <SubmitButton kind="quiet" small formaction={save} ariaLabel={t('row.save.of', { code })}>
                {t('row.save')}
              </SubmitButton>
              <span class="save-state" role="status" />
            </div>
          ) : null}
        </div>
      </div>
      <Side {...p} />
    </article>
  )
}

const isFieldOf = (field: string, code: string): boolean =>
  field === answerField(code) ||
  (field.startsWith(`${answerField(code)}.`) && !field.slice(code.length + 3).includes('.'))

/** `P.PW.1.a` as one reads it within its area: `1.a`. */
const numberOf = (code: string): string => code.split('.').slice(-2).join('.')

function Side({ locale, zone, sheet, placed, flags, base }: RowProps) {
  const t = translator(messages, locale)
  const { code } = placed.question
  const stored = sheet.answers.get(code)
  const item = sheet.score.items[code]
  const better = raise(sheet, placed)
  const last = sheet.before?.answers.get(code)
  const lastText = last && answerText(last.value, placed, locale)
  return (
    <div class="question-side">
      {flags.has('returned') ? (
        <Tag tone="late">{t('row.returned')}</Tag>
      ) : flags.has('blank') ? (
        <Tag tone="wait">{t('row.blank')}</Tag>
      ) : (
        <Tag tone="done">{t('row.filled')}</Tag>
      )}
      {flags.has('changed') ? <Tag tone="due">{t('row.changed')}</Tag> : null}
      {stored?.returnedReason ? <p class="text-late">{stored.returnedReason}</p> : null}
      <p class="num">
        {t('row.score', {
          score: pointsOf(item?.score ?? '0', fullScore(placed).toDecimal(), locale),
          max: figure(fullScore(placed).toDecimal(), locale),
        })}
      </p>
      {better ? (
        <p class="muted">{t('row.raise', { to: better.to, gain: figure(better.gain, locale) })}</p>
      ) : null}
      {sheet.score.undivided.includes(code) ? <p class="text-due">{t('row.undivided')}</p> : null}
      {lastText && sheet.before ? (
        <p class="muted">{t('row.last', { year: sheet.before.year, value: lastText })}</p>
      ) : null}
      {stored ? (
        <p class="muted">
          {t('row.by', { by: stored.updatedBy, at: formatDateTime(stored.updatedAt, zone, locale) })}
        </p>
      ) : null}
      <p>
        <a href={rowPath(base, code)} aria-label={t('row.open.of', { code })}>
          {t('row.open')}
        </a>
      </p>
    </div>
  )
}

function Criteria({
  locale,
  placed,
  sheet,
}: {
  readonly locale: Locale
  readonly placed: PlacedQuestion
  readonly sheet: Sheet
}) {
  const t = translator(messages, locale)
  const { answer } = placed.question
  if (answer === null) return null
  if (answer.kind === 'index')
    return (
      <details>
        <summary>{t('criteria.formula')}</summary>
        <p class="criteria">{t('formula.index', { min: answer.min, max: answer.max })}</p>
      </details>
    )
  if (answer.kind === 'ratio') {
    const names = ({ plus, minus }: { plus: readonly string[]; minus: readonly string[] }) =>
      [
        plus.map(name => operandText(answer.operands, name, locale)).join(' + '),
        ...minus.map(name => `− ${operandText(answer.operands, name, locale)}`),
      ].join(' ')
    const recorded = answer.operands.filter(({ use }) => use === 'record')
    return (
      <details>
        <summary>{t('criteria.formula')}</summary>
        <p class="criteria">
          {t('formula.ratio', { over: names(answer.numerator), under: names(answer.denominator) })}{' '}
          {recorded.length === 0
            ? ''
            : t('formula.record', { text: recorded.map(({ label }) => labelText(label, locale)).join(', ') })}
        </p>
      </details>
    )
  }
  const options = sheet.instrument.scales[answer.scale]?.options ?? []
  return (
    <details>
      <summary>{t('criteria', { text: options.map(({ key }) => key).join(' / ') })}</summary>
      <ul class="criteria">
        {options.map(({ key }) => {
          const meaning = answer.criteria[key]
          return (
            <li>
              <b>{key}</b>
              <span>{meaning ? labelText(meaning, locale) : ''}</span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

type Operands = Extract<NonNullable<PlacedQuestion['question']['answer']>, { kind: 'ratio' }>['operands']

const operandText = (operands: Operands, name: string, locale: Locale): string => {
  const found = operands.find(operand => operand.name === name)
  const text = found ? labelText(found.label, locale) : name
  return `"${text}"`
}

type ControlProps = Pick<RowProps, 'locale' | 'placed' | 'sheet' | 'errors' | 'editable'> & {
  readonly values: Typed
}

export function AnswerControl({ locale, placed, sheet, values, errors, editable }: ControlProps) {
  const t = translator(messages, locale)
  const { code, answer } = placed.question
  const name = answerField(code)
  if (answer === null) return null
  if (answer.kind === 'index')
    return (
      <TextField
        locale={locale}
        name={name}
        label={t('index')}
        value={values.get(name)?.replace('.', locale === 'id' ? ',' : '.') ?? ''}
        width={5}
        inputmode="decimal"
        error={errorOf(errors, name)}
        disabled={!editable}
      />
    )
  if (answer.kind === 'ratio')
    return (
      <div class="operands">
        {answer.operands.map(operand => {
          const field = answerField(code, operand.name)
          return (
            <TextField
              locale={locale}
              name={field}
              label={labelText(operand.label, locale)}
              value={values.get(field) ?? ''}
              width={5}
              inputmode="numeric"
              error={errorOf(errors, field)}
              disabled={!editable}
            />
          )
        })}
      </div>
    )
  const options = sheet.instrument.scales[answer.scale]?.options ?? []
  const chosen = values.get(name) ?? ''
  const error = errorOf(errors, name)
  const id = fieldId(name)
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="govuk-visually-hidden">{t('answer.of', { code })}</legend>
      <FieldNotes id={id} locale={locale} error={error} />
      <div class="letters">
        {options.map(({ key }, index) => (
          <label>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={name}
              value={key}
              checked={chosen === key}
              disabled={!editable}
            />
            {key}
          </label>
        ))}
        {editable ? (
          <label class="none">
            <input type="radio" name={name} value="" checked={chosen === ''} />
            {t('answer.none')}
          </label>
        ) : null}
      </div>
    </fieldset>
  )
}

function Explanation(p: {
  readonly locale: Locale
  readonly code: string
  readonly value: string
  readonly errors: readonly FormError[]
  readonly editable: boolean
}) {
  const t = translator(messages, p.locale)
  const name = explanationField(p.code)
  const error = errorOf(p.errors, name)
  if (!p.editable) return p.value === '' ? null : <p class="pre small">{p.value}</p>
  return (
    <details open={p.value !== '' || error !== undefined}>
      <summary>{p.value === '' ? t('explanation.add') : t('explanation')}</summary>
      <TextArea
        locale={p.locale}
        name={name}
        label={`${t('explanation')} ${p.code}`}
        labelHidden
        rows={2}
        value={p.value}
        error={error}
      />
    </details>
  )
}
