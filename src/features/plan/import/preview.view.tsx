import { html } from 'hono/html'
import { type Assumption, isDoubtful } from '../../../core/schedule/reading.ts'
import { areaName } from '../../../ui/area-names.ts'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatDate } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { describeAssumption, describeKind } from '../../../ui/schedule-messages.ts'
import { planMessages } from '../messages.ts'
import { isSame } from '../plan-diff.ts'
import { PlanDiffTable } from '../plan-diff.view.tsx'
import type { StoredImport } from '../queries.ts'
import {
  describePlace,
  describeWarning,
  type PlanIndicator,
  type PlanSchedule,
  type PlanWarning,
} from '../read/index.ts'
import { importMessages } from './import-messages.ts'
import type { PlanComparison } from './reimport.ts'

export type PreviewProps = {
  readonly locale: Locale
  readonly stored: StoredImport
  readonly base: string
  /** With the plan that stands, where there is one. */
  readonly comparison: PlanComparison | null
  readonly areas: readonly { readonly value: string; readonly text: string }[]
  /** The plan was approved before, so it changes only with a reason. */
  readonly explains: boolean
  /** As it was typed. */
  readonly reason: string
  readonly errors: readonly FormError[]
  readonly newKey: () => string
}

type Row = {
  readonly indicator: PlanIndicator
  readonly key: string
  readonly warnings: readonly PlanWarning[]
}

const keyOf = (row: { area: number; subComponent: number; indicator: number }) =>
  `${row.area}.${row.subComponent}.${row.indicator}`

function Counts({ locale, diff, stays }: PlanComparison & { locale: Locale }) {
  const t = translator(importMessages, locale)
  const { added, removed, changed, same } = diff
  if (isSame(diff))
    return (
      <Notice locale={locale} tone="info" title={t('diff.same')}>
        <p>{t('diff.same.note')}</p>
      </Notice>
    )
  const counts = {
    added: added.length,
    removed: removed.length - stays.size,
    changed: changed.length + stays.size,
    same,
  }
  return (
    <Notice locale={locale} tone={removed.length > 0 ? 'warning' : 'info'} title={t('diff.counts', counts)}>
      <p>{t('diff.note')}</p>
      {stays.size > 0 ? <p>{t('diff.stay', { n: stays.size })}</p> : null}
    </Notice>
  )
}

/** Everything that was read, with each doubt beside its row. */
export function Preview(p: PreviewProps) {
  const t = translator(importMessages, p.locale)
  const { document, year, fileName, revision } = p.stored
  const byRow = Map.groupBy(document.warnings, ({ row }) => (row === null ? '' : keyOf(row)))
  const { indicators, actions, evidence } = document.counts
  const warnings = document.warnings.length
  return (
    <>
      <PageHead
        title={warnings > 0 ? t('preview.doubts', { n: warnings, year }) : t('preview.clean', { year })}
        note={t('preview.note', { file: fileName, indicators, actions, evidence })}
      />
      <ErrorSummary locale={p.locale} errors={p.errors} />
      {(byRow.get('') ?? []).length > 0 ? (
        <Notice locale={p.locale} tone="info" title={t('general')}>
          <ul>
            {(byRow.get('') ?? []).map(warning => (
              <li>{describeWarning(warning, p.locale)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {document.areas.map((area, index) =>
        area.code === null ? (
          <PostForm action={`${p.base}/area`} csrf="" idempotencyKey={p.newKey()}>
            <CarriedFields values={{ index: String(index), revision: String(revision) }} />
            <SelectField
              locale={p.locale}
              name="code"
              id={`area-${index}`}
              label={t('area.unknown', { label: area.label })}
              options={p.areas}
            />
            <SubmitButton kind="quiet">{t('area.choose')}</SubmitButton>
          </PostForm>
        ) : null,
      )}
      {p.comparison ? <Counts locale={p.locale} {...p.comparison} /> : null}
      {p.comparison && isSame(p.comparison.diff) ? null : (
        <PostForm action={`${p.base}/konfirmasi`} csrf="" idempotencyKey={p.newKey()}>
          <CarriedFields values={{ revision: String(revision) }} />
          {p.explains ? (
            <TextField
              locale={p.locale}
              name="reason"
              label={translator(planMessages, p.locale)('reason.change')}
              value={p.reason}
              error={errorOf(p.errors, 'reason')}
            />
          ) : null}
          <SubmitButton>{t(p.comparison ? 'confirm.again' : 'confirm')}</SubmitButton>
        </PostForm>
      )}
      {p.comparison ? (
        <section class="part">
          <h2>{t('diff.title', { year })}</h2>
          <PlanDiffTable locale={p.locale} caption={t('diff.title', { year })} {...p.comparison} />
          <h2>{t('read.title')}</h2>
        </section>
      ) : null}
      <p class="muted small">{t('common', { year })}</p>
      <DataTable<Row>
        caption={t('preview', { year })}
        columns={[
          {
            header: t('indicator.action'),
            rowHeader: true,
            width: 'grow',
            cell: ({ indicator }) =>
              html`${indicator.id} ${indicator.text}${indicator.actions.map(line)}${indicator.owner ? html`<span class="sub">${t('owner')}: ${indicator.owner}</span>` : ''}`,
          },
          { header: t('evidence'), cell: ({ indicator }) => indicator.evidence.map(line) },
          {
            header: t('schedule'),
            width: 'grow',
            cell: ({ indicator, warnings }) => [
              ...reading(indicator.schedules, p.locale),
              ...warnings.map(warning => doubt(warning, p.locale)),
            ],
          },
          {
            header: t('correct'),
            headerHidden: true,
            width: 'shrink',
            cell: row =>
              html`<a href="${p.base}/baris/${row.key}" aria-label="${t('correct.row', { row: row.indicator.id })}">${t('correct')}</a>`,
          },
        ]}
        groups={document.areas.map((area, a) => ({
          heading: area.code === null ? area.label : areaName(area.code, p.locale),
          rows: area.subComponents.flatMap((sub, s) =>
            sub.indicators.map((indicator, i) => {
              const key = keyOf({ area: a, subComponent: s, indicator: i })
              return { indicator, key, warnings: byRow.get(key) ?? [] }
            }),
          ),
        }))}
        rowId={row => `row-${row.key.replaceAll('.', '-')}`}
        empty={{ title: t('problem.nothing-to-import') }}
      />
    </>
  )
}

const line = (text: string) => html`<span class="sub">${text}</span>`

const doubt = (warning: PlanWarning, locale: Locale) =>
  html`<span class="sub text-due">${describeWarning(warning, locale)}${warning.place ? ` (${describePlace(warning.place, locale)})` : ''}</span>`

/** What nearly every row takes for granted; said once above the table. */
const common: ReadonlySet<Assumption['code']> = new Set<Assumption['code']>([
  'due-on-last-day',
  'year-from-plan',
])

/** The text, what it was taken to mean, and what that rests on; doubtful readings are among the warnings. */
function reading(schedules: readonly PlanSchedule[], locale: Locale) {
  const t = translator(importMessages, locale)
  return schedules.map(({ text, kind, dates, assumptions }) => {
    const shown = dates.map(date => formatDate(date, locale, 'day-month'))
    const all =
      dates.length > 6
        ? `${shown.slice(0, 3).join(', ')} … (${t('dates', { n: dates.length })})`
        : shown.join(', ')
    const sentences = assumptions
      .filter(assumption => !common.has(assumption.code) && !isDoubtful(assumption))
      .map(assumption => describeAssumption(assumption, locale))
    return html`<strong>${text}</strong><span class="sub">${describeKind(kind, locale)}${all ? `: ${all}` : ''}</span>${sentences.map(line)}`
  })
}
