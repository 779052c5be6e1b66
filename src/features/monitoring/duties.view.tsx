import { obligationState } from '../../core/schedule/obligation-dates.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import { areaName } from '../../ui/area-names.ts'
import { Card } from '../../ui/display/card.tsx'
import { DataTable, type RowGroup } from '../../ui/display/data-table.tsx'
import { EmptyState } from '../../ui/display/empty-state.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { Details } from '../../ui/display/summary.tsx'
import { StateTag } from '../../ui/display/tag.tsx'
import { formatDate, relativeDays } from '../../ui/format.ts'
import { InlineForm } from '../../ui/forms/form.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { reminderWords } from './digest-mail.ts'
import { type DutyGroup, dutySections } from './duty-sections.ts'
import { messages } from './messages.ts'
import type { Obligation } from './queries.ts'
import { type Reminder, reminderPath } from './reminder-plan.ts'

export const obligationPath = (o: { readonly id: string; readonly unitSlug: string }): string =>
  `/u/${o.unitSlug}/kewajiban/${o.id}`

export type DutiesProps = {
  readonly locale: Locale
  readonly today: LocalDate
  readonly duties: readonly Obligation[]
  readonly reminders: readonly Reminder<Obligation>[]
  /** The ids of those that are due or late and have no evidence. */
  readonly missing: ReadonlySet<string>
  readonly newKey: () => string
}

const parts = ['late', 'week', 'month', 'later', 'settled'] as const

/** What the signed-in person owes, in every unit, the most pressing first. */
export function DutiesView(p: DutiesProps) {
  const t = translator(messages, p.locale)
  const sections = dutySections(p.duties, p.today)
  const count = (groups: readonly DutyGroup<Obligation>[]) =>
    groups.reduce((sum, group) => sum + 1 + group.others.length, 0)
  return (
    <>
      <PageHead
        title={t('duties.answer', { late: count(sections.late), week: count(sections.week) })}
        note={`${t('duties.title')} · ${t('asOf', { date: formatDate(p.today, p.locale) })}`}
      />
      {p.missing.size > 0 ? (
        <Notice locale={p.locale} tone="warning" title={t('duties.ownMissing', { n: p.missing.size })}>
          <p>{t('duties.ownMissingText')}</p>
        </Notice>
      ) : null}
      {p.reminders.length > 0 ? (
        <Notice locale={p.locale} tone="warning" title={t('duties.remind')}>
          <ul>
            {p.reminders.map(reminder => (
              <li>
                <a href={obligationPath(reminder.duty)}>{reminder.duty.action}</a>:{' '}
                {reminderWords(reminder, t)}
              </li>
            ))}
          </ul>
          <a href={reminderPath}>{t('mail.change')}</a>
        </Notice>
      ) : null}
      {p.duties.length === 0 ? (
        <EmptyState title={t('duties.empty')} text={t('duties.emptyText')} />
      ) : (
        <Card flush>
          <DutyTable
            {...p}
            caption={t('duties.title')}
            parts={parts.map(part => ({
              id: part,
              heading: t(`duties.${part}`),
              note: t('duties.count', { n: count(sections[part]) }),
              rows: sections[part],
            }))}
            showUnit
          />
        </Card>
      )}
    </>
  )
}

type TableProps = Pick<DutiesProps, 'locale' | 'today'> & {
  readonly caption: string
  readonly parts: readonly RowGroup<DutyGroup<Obligation>>[]
  /** Draws the form that says it is done, on those the reader owes. */
  readonly newKey?: () => string
  /** What stands there when there is no row. */
  readonly empty?: string
  /** Where the form leads to afterwards. */
  readonly back?: string
  /** The reader, where only some of the rows are theirs. */
  readonly reader?: string | null
  readonly showPerson?: boolean
  /** For rows of several units. */
  readonly showUnit?: boolean
  /** The ids of those that nothing was brought for. */
  readonly missing?: ReadonlySet<string>
}

/** Duties as rows, an action with several dates once; shared by the duties page and the overview. */
export function DutyTable(p: TableProps) {
  const { locale, today, caption, parts, newKey, reader, showPerson, showUnit } = p
  const t = translator(messages, locale)
  const own = (duty: Obligation) => reader === undefined || (reader !== null && duty.personId === reader)
  return (
    <DataTable
      caption={caption}
      groups={parts}
      empty={{ title: p.empty ?? t('duties.noneHere') }}
      columns={[
        {
          header: t('action'),
          rowHeader: true,
          width: 'grow',
          cell: ({ first, others }) => (
            <>
              <a href={obligationPath(first)}>{first.action}</a>
              <span class="sub">
                {areaName(first.area, locale)}
                {showUnit ? ` · ${first.unitShortName}` : ''}
              </span>
              {others.length > 0 ? (
                <Details summary={t('moreDates', { n: others.length })}>
                  {others.map((other, i) => (
                    <>
                      {i > 0 ? ', ' : ''}
                      <a href={obligationPath(other)}>{formatDate(other.due, locale, 'short')}</a>
                    </>
                  ))}
                </Details>
              ) : null}
              <Missing locale={locale} group={{ first, others }} missing={p.missing} />
            </>
          ),
        },
        ...(showPerson
          ? [
              {
                header: t('person'),
                cell: ({ first }: Group) =>
                  reader !== undefined && own(first) ? t('you') : (first.person ?? t('nobody')),
              },
            ]
          : []),
        { header: t('due'), width: 'shrink', cell: g => formatDate(g.first.due, locale, 'short') },
        {
          header: t('state'),
          width: 'shrink',
          cell: ({ first }) => {
            const state = obligationState(first, today)
            const text = first.stored === 'open' ? { text: relativeDays(first.due, today, locale) } : {}
            return StateTag({ locale, state, ...text })
          },
        },
        ...(newKey
          ? [
              {
                header: t('act'),
                headerHidden: true,
                width: 'shrink' as const,
                cell: ({ first }: Group) =>
                  first.stored === 'open' && own(first) ? (
                    <InlineForm
                      action={`/tugas/${first.id}/selesai`}
                      label={t('markDone')}
                      ariaLabel={`${t('markDone')}: ${first.action}, ${formatDate(first.due, locale)}`}
                      values={{ doneOn: today, note: '', back: p.back ?? '/tugas' }}
                      csrf=""
                      idempotencyKey={newKey()}
                    />
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  )
}

type Group = DutyGroup<Obligation>

/** Says which dates of an action have no evidence, and leads to the first of them. */
function Missing(p: { locale: Locale; group: Group; missing: ReadonlySet<string> | undefined }) {
  const t = translator(messages, p.locale)
  const bare = [p.group.first, ...p.group.others].filter(({ id }) => p.missing?.has(id))
  const [first] = bare
  if (!first) return null
  return (
    <span class="sub text-due">
      {t('duties.bare', { n: bare.length })}{' '}
      <a href={`/u/${first.unitSlug}/bukti/kewajiban/${first.id}`}>
        {t('duties.bring')}
        <span class="govuk-visually-hidden">
          : {first.action}, {formatDate(first.due, p.locale)}
        </span>
      </a>
    </span>
  )
}
