import { obligationState } from '../../core/schedule/obligation-dates.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import { areaName } from '../../ui/area-names.ts'
import { Card, Grid } from '../../ui/display/card.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { SummaryList } from '../../ui/display/summary.tsx'
import { StateTag } from '../../ui/display/tag.tsx'
import { formatDate, relativeDays } from '../../ui/format.ts'
import { SubmitButton } from '../../ui/forms/button.tsx'
import { DateField } from '../../ui/forms/date-field.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextArea } from '../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { type Slot, SlotList } from '../evidence/index.ts'
import { messages } from './messages.ts'
import type { ObligationDetail, Person } from './queries.ts'

/** What was typed into the forms, to be shown again after a mistake. */
export type Typed = {
  readonly doneOn?: string | undefined
  readonly note?: string | undefined
  readonly reason?: string | undefined
  readonly personId?: string | undefined
}

export type ObligationProps = {
  readonly locale: Locale
  readonly today: LocalDate
  readonly obligation: ObligationDetail
  readonly evidence: readonly Slot[]
  readonly people: readonly Person[]
  /** Where the form "done" posts to; null where the reader may not say so. */
  readonly completeAction: string | null
  readonly can: { readonly reopen: boolean; readonly waive: boolean; readonly assign: boolean }
  readonly errors: readonly FormError[]
  readonly typed: Typed
  readonly newKey: () => string
}

/** One obligation: what it is, its state, and what the reader may do about it. */
export function ObligationView(p: ObligationProps) {
  const { locale, today, obligation: o, errors, typed } = p
  const t = translator(messages, locale)
  const base = `/u/${o.unitSlug}/kewajiban/${o.id}`
  const open = o.stored === 'open'
  // Its form is gone when somebody else was quicker; the words are not.
  const unsaved = open ? '' : ((typed.note || typed.reason) ?? '')
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHead
        title={o.action}
        note={
          <>
            <StateTag
              locale={locale}
              state={obligationState(o, today)}
              {...(open ? { text: relativeDays(o.due, today, locale) } : {})}
            />
            {` ${areaName(o.area, locale)} · ${o.unitShortName} · ${o.year}`}
          </>
        }
      />
      {unsaved === '' ? null : (
        <Notice locale={locale} tone="warning" title={t('obligation.unsaved')}>
          <p>{unsaved}</p>
        </Notice>
      )}
      <Grid>
        <Card span="two-thirds">
          <SummaryList
            rows={[
              { key: t('due'), value: formatDate(o.due, locale, 'weekday') },
              { key: t('person'), value: o.person ?? t('nobody') },
              { key: t('indicator'), value: o.indicator },
              { key: t('subComponent'), value: o.subComponent },
              ...(o.schedule ? [{ key: t('schedule'), value: o.schedule }] : []),
              ...(o.doneOn ? [{ key: t('doneOn'), value: formatDate(o.doneOn, locale) }] : []),
              ...(o.note
                ? [{ key: o.stored === 'waived' ? t('obligation.reason') : t('note'), value: o.note }]
                : []),
              {
                key: t('evidence'),
                value: (
                  <SlotList
                    locale={locale}
                    href={`/u/${o.unitSlug}/bukti/kewajiban/${o.id}`}
                    slots={p.evidence}
                    empty={t('obligation.noEvidence')}
                  />
                ),
              },
            ]}
          />
        </Card>
        {open && p.completeAction ? (
          <Card title={t('markDone')} span="third" id="selesai">
            <PostForm action={p.completeAction} csrf="" idempotencyKey={p.newKey()}>
              <DateField
                locale={locale}
                name="doneOn"
                label={t('doneOn')}
                value={typed.doneOn ?? today}
                max={today}
                error={errorOf(errors, 'doneOn')}
              />
              <TextArea locale={locale} name="note" label={t('note')} rows={3} optional value={typed.note} />
              <SubmitButton>{t('markDone')}</SubmitButton>
            </PostForm>
          </Card>
        ) : null}
        {!open && p.can.reopen ? (
          <Card title={t('obligation.reopen')} note={t('obligation.reopenText')} span="third">
            <PostForm action={`${base}/buka`} csrf="" idempotencyKey={p.newKey()}>
              <SubmitButton kind="quiet">{t('obligation.reopen')}</SubmitButton>
            </PostForm>
          </Card>
        ) : null}
        {open && p.can.assign ? (
          <Card title={t('obligation.assign')} span="half">
            <PostForm action={`${base}/penanggung-jawab`} csrf="" idempotencyKey={p.newKey()}>
              <SelectField
                locale={locale}
                name="personId"
                label={t('person')}
                empty={t('obligation.assignNone')}
                value={typed.personId ?? o.personId ?? ''}
                options={p.people.map(person => ({ value: person.id, text: person.name }))}
                error={errorOf(errors, 'personId')}
              />
              <SubmitButton kind="quiet">{t('obligation.save')}</SubmitButton>
            </PostForm>
          </Card>
        ) : null}
        {open && p.can.waive ? (
          <Card title={t('obligation.waive')} note={t('obligation.waiveText')} span="half" id="tiadakan">
            <PostForm action={`${base}/tiadakan`} csrf="" idempotencyKey={p.newKey()}>
              <TextArea
                locale={locale}
                name="reason"
                label={t('obligation.reason')}
                hint={t('obligation.reasonHint')}
                rows={3}
                value={typed.reason}
                error={errorOf(errors, 'reason')}
              />
              <SubmitButton kind="danger">{t('obligation.waive')}</SubmitButton>
            </PostForm>
          </Card>
        ) : null}
      </Grid>
    </>
  )
}
