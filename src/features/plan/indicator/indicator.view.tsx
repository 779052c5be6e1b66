import type { FrequencyConflict } from '../../../core/schedule/frequency-conflict.ts'
import { obligationState } from '../../../core/schedule/obligation-dates.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import { areaName } from '../../../ui/area-names.ts'
import { StateLegend } from '../../../ui/charts/state-legend.tsx'
import { Card, Grid } from '../../../ui/display/card.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { toneOf } from '../../../ui/display/obligation-state.ts'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { SummaryList } from '../../../ui/display/summary.tsx'
import { formatDate } from '../../../ui/format.ts'
import { ButtonLink, ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { uiText } from '../../../ui/ui-messages.ts'
import { RowFields, rowAsTyped, type TypedRow } from '../import/row-form.tsx'
import { planMessages } from '../messages.ts'
import type { findIndicator, Plan, unitPeople } from '../queries.ts'
import { describeWarning } from '../read/index.ts'
import { PersonForm } from './person-form.tsx'

export type IndicatorProps = {
  readonly locale: Locale
  readonly today: LocalDate
  readonly plan: Plan
  readonly found: NonNullable<Awaited<ReturnType<typeof findIndicator>>>
  /** Null where this actor may not assign here. */
  readonly people: Awaited<ReturnType<typeof unitPeople>> | null
  readonly mayEdit: boolean
  readonly conflict: Conflict | null
  /** What is wrong with each schedule that gives no date. */
  readonly unclear: readonly string[]
  readonly unitBase: string
  readonly errors: readonly FormError[]
  readonly typed: TypedRow | undefined
  /** What was typed was drawn from an older state than `found`. */
  readonly stale: boolean
  readonly typedReason: string
  readonly newKey: () => string
}
export type Conflict = { readonly phrases: readonly string[]; readonly schedule: FrequencyConflict['cell'] }

/** One indicator: its dates, its people, what contradicts itself, and everything that can be changed. */
export function IndicatorView(p: IndicatorProps) {
  const { locale, plan, found, people } = p
  const t = translator(planMessages, locale)
  const { indicator, actions, schedules, obligations } = found
  const planPage = `${p.unitBase}/rencana/${plan.year}`
  const here = `${planPage}/indikator/${indicator.id}`
  const assigning = people !== null && actions.length > 0
  return (
    <>
      <PageHead
        title={indicator.text}
        note={[areaName(indicator.area, locale), indicator.subName].filter(Boolean).join(' · ')}
        actions={
          <ButtonLink kind="quiet" href={`${planPage}#i-${indicator.id}`}>
            {t('back')}
          </ButtonLink>
        }
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      {schedules.length === 0 ? (
        <Notice locale={locale} tone="warning">
          <p>{t('schedule.empty')}</p>
        </Notice>
      ) : null}
      {p.unclear.length > 0 ? (
        <Notice locale={locale} tone="warning" title={t('unclear')}>
          {p.unclear.map(text => (
            <p>{text}</p>
          ))}
          <p>{t('unclear.text')}</p>
        </Notice>
      ) : null}
      {p.conflict ? <ConflictNotice {...p} here={here} conflict={p.conflict} /> : null}
      <Grid>
        <Card title={t('obligations.of')} span={assigning ? 'half' : 'full'}>
          {obligations.length === 0 ? (
            <p class="muted">{t('obligations.none')}</p>
          ) : (
            <StateLegend locale={locale} />
          )}
          {[...Map.groupBy(obligations, ({ action }) => action)].map(([action, own]) => (
            <>
              {actions.length > 1 ? <h3>{action}</h3> : null}
              <ul class="date-tags">
                {own.map(({ id, due, state }) => (
                  <li>
                    <DateLink {...p} id={id} due={due} stored={state} />
                  </li>
                ))}
              </ul>
            </>
          ))}
        </Card>
        {assigning ? (
          <Card title={t('owner')} span="half" id="person">
            <PersonForm
              locale={locale}
              action={`${here}/orang`}
              idempotencyKey={p.newKey()}
              actions={actions}
              people={people ?? []}
              errors={p.errors}
            />
          </Card>
        ) : null}
        {p.stale ? <Stored found={found} locale={locale} /> : null}
        {p.mayEdit ? <EditForm {...p} here={here} /> : <Parts found={found} locale={locale} />}
      </Grid>
    </>
  )
}

/** A date with its state as colour, mark and word. */
function DateLink(p: IndicatorProps & { id: string; due: LocalDate; stored: 'open' | 'done' | 'waived' }) {
  const state = obligationState({ stored: p.stored, due: p.due }, p.today)
  return (
    <a class={`tag ${toneOf[state]} is-${state}`} href={`${p.unitBase}/kewajiban/${p.id}`}>
      {formatDate(p.due, p.locale, 'short')}
      <span class="govuk-visually-hidden">, {uiText[p.locale](`state.${state}`)}</span>
    </a>
  )
}

function ConflictNotice(p: IndicatorProps & { here: string; conflict: Conflict }) {
  const t = translator(planMessages, p.locale)
  const { phrases, schedule } = p.conflict
  const warning = {
    code: 'frequency-conflict',
    phrases,
    schedule,
    place: null,
    row: null,
    rowId: null,
  } as const
  return (
    <Notice locale={p.locale} tone="warning" title={t('conflict.title')}>
      <p>{describeWarning(warning, p.locale)}</p>
      {p.mayEdit ? (
        <PostForm action={`${p.here}/frekuensi`} csrf="" idempotencyKey={p.newKey()}>
          <TextField
            locale={p.locale}
            name="settled"
            label={t('conflict.reason')}
            hint={t('conflict.hint')}
            value={p.typedReason}
            error={errorOf(p.errors, 'settled')}
          />
          <SubmitButton kind="quiet">{t('conflict.settle')}</SubmitButton>
        </PostForm>
      ) : null}
    </Notice>
  )
}

const texts = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text)

function EditForm(p: IndicatorProps & { here: string }) {
  const t = translator(planMessages, p.locale)
  const { plan, found, typed } = p
  const { indicator, actions, evidence, schedules } = found
  const row = {
    text: indicator.text,
    actions: texts(actions),
    evidence: texts(evidence),
    schedules: texts(schedules),
    owner: indicator.owner,
    start: schedules.find(schedule => schedule.start !== null)?.start ?? null,
  }
  return (
    <Card title={t('edit.title')} id="schedule">
      <PostForm action={p.here} csrf="" idempotencyKey={p.newKey()}>
        <CarriedFields values={{ revision: String(plan.revision) }} />
        <RowFields locale={p.locale} typed={typed ?? rowAsTyped(row, plan.revision)} errors={p.errors} />
        <TextField
          locale={p.locale}
          name="reason"
          label={t('reason.change')}
          optional={plan.version === 0}
          value={typed?.reason}
          error={errorOf(p.errors, 'reason')}
        />
        <ButtonRow>
          <SubmitButton>{t('save')}</SubmitButton>
          <a href={`${p.here}/hapus`}>{t('remove.title')}</a>
        </ButtonRow>
      </PostForm>
    </Card>
  )
}

type StoredProps = Pick<IndicatorProps, 'found' | 'locale'>

function partsOf({ found, locale }: StoredProps) {
  const t = translator(planMessages, locale)
  const list = (rows: readonly { readonly text: string }[]) => (
    <ul>
      {texts(rows).map(text => (
        <li>{text}</li>
      ))}
    </ul>
  )
  return [
    { key: t('actions'), value: list(found.actions) },
    { key: t('evidence'), value: list(found.evidence) },
    { key: t('schedule'), value: list(found.schedules) },
  ]
}

const Parts = (p: StoredProps) => (
  <>
    {partsOf(p).map(({ key, value }) => (
      <Card title={key} span="third">
        {value}
      </Card>
    ))}
  </>
)

/** What somebody else saved meanwhile, beside what was typed. */
function Stored(p: StoredProps) {
  const t = translator(planMessages, p.locale)
  const { text, owner } = p.found.indicator
  const rows = [
    { key: t('indicator'), value: text },
    ...partsOf(p),
    { key: t('owner'), value: owner ?? t('owner.none') },
  ]
  return (
    <Card title={t('stale.title')}>
      <SummaryList rows={rows} />
    </Card>
  )
}
