import type { Context } from 'hono'
import { civilDate } from '../../core/shared/local-date.ts'
import { DataTable } from '../../ui/display/data-table.tsx'
import { Filters, Pagination } from '../../ui/display/navigation.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDate, formatNumber, formatTime, type Zone, zones } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { DateField } from '../../ui/forms/date-field.tsx'
import { CarriedFields } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { get, type Request, type Route, unitOf } from '../context.ts'
import { actionName, actionNames, subjectName, subjectNames } from './action-names.ts'
import { detailText } from './detail-text.ts'
import { recordExport, trailAsCsv } from './export-trail.ts'
import { auditText } from './messages.ts'
import {
  type AuditFilter,
  type AuditReader,
  type AuditRow,
  auditPage,
  auditPeople,
  subjectTitles,
} from './queries.ts'
import { verifyLedger } from './verify-ledger.ts'

const pageSize = 50

function filterOf(c: Context): AuditFilter {
  const text = (name: string) => (c.req.query(name) ?? '').slice(0, 100)
  return {
    person: text('oleh'),
    action: text('aksi'),
    subject: text('hal'),
    subjectId: text('id'),
    from: text('dari'),
    to: text('sampai'),
  }
}

function queryOf(filter: AuditFilter, more: Readonly<Record<string, string>> = {}): string {
  const { person, action, subject, subjectId, from, to } = filter
  const values = { oleh: person, aksi: action, hal: subject, id: subjectId, dari: from, sampai: to, ...more }
  const set = Object.entries(values).filter(([, value]) => value !== '')
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}

const readerOf = (request: Request): AuditReader => ({
  userId: request.actor?.userId ?? '',
  restricted: request.may('evidence.read-restricted'),
})

const byName = <T extends { text: string }>(options: T[]) =>
  options.sort((a, b) => a.text.localeCompare(b.text))

async function FilterForm({
  request,
  filter,
  path,
}: {
  request: Request
  filter: AuditFilter
  path: string
}) {
  const { locale } = request
  const t = auditText(locale)
  const people = await auditPeople(request.db, unitOf(request).id)
  return (
    <Filters locale={locale} action={path} clearHref={queryOf(filter) ? path : undefined}>
      <SelectField
        locale={locale}
        name="oleh"
        label={t('who')}
        empty={t('anyone')}
        value={filter.person}
        options={[
          ...people.map(person => ({ value: person.id, text: person.name })),
          { value: '-', text: t('system') },
        ]}
      />
      <SelectField
        locale={locale}
        name="aksi"
        label={t('what')}
        empty={t('anyAction')}
        value={filter.action}
        options={byName(actionNames.map(value => ({ value, text: actionName(value, locale) })))}
      />
      <SelectField
        locale={locale}
        name="hal"
        label={t('subject')}
        empty={t('anySubject')}
        value={filter.subject}
        options={byName(subjectNames.map(value => ({ value, text: subjectName(value, locale) })))}
      />
      <DateField locale={locale} name="dari" label={t('from')} value={filter.from} bare />
      <DateField locale={locale} name="sampai" label={t('to')} value={filter.to} bare />
      {filter.subjectId ? <CarriedFields values={{ id: filter.subjectId }} /> : null}
    </Filters>
  )
}

async function ChainCheck({ request }: { request: Request }) {
  const { locale } = request
  const t = auditText(locale)
  const { entries, brokenAt } = await verifyLedger(request.db)
  return (
    <Notice locale={locale} tone={brokenAt === null ? 'success' : 'warning'}>
      {brokenAt === null
        ? t('intact', { count: formatNumber(entries, locale) })
        : t('broken', { seq: String(brokenAt) })}
    </Notice>
  )
}

async function trailPage(c: Context, request: Request) {
  const { db, locale } = request
  const unit = unitOf(request)
  const zone = unit.zone as Zone
  const t = auditText(locale)
  const path = `/u/${unit.slug}/jejak`
  const filter = filterOf(c)
  const who = readerOf(request)
  const page = Math.min(Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1), 100_000)
  const { rows, total } = await auditPage(db, { unitId: unit.id, zone, filter, reader: who }, page, pageSize)
  const titles = await subjectTitles(db, rows, who)
  const reader = { locale, zone, titles }
  const about = (row: AuditRow) => {
    const kind = subjectName(row.subjectType, locale)
    const title = titles.get(row.subjectId)
    const whole = title === undefined || row.subjectType === 'plan'
    return (
      <>
        <a
          href={`${path}${queryOf({ ...filter, subject: row.subjectType, subjectId: row.subjectId })}`}
          title={t('sameSubject')}
        >
          {whole ? `${kind} ${title ?? ''}`.trim() : title}
        </a>
        {whole ? null : <span class="sub">{kind}</span>}
      </>
    )
  }
  const check = c.req.query('periksa') === '1' ? await ChainCheck({ request }) : null
  const filters = await FilterForm({ request, filter, path })
  const body = (
    <>
      <PageHead
        title={t('title')}
        note={t('note', { zone: zones[zone] })}
        actions={
          <>
            <ButtonLink href={`${path}${queryOf(filter, { periksa: '1' })}`} kind="quiet">
              {t('check')}
            </ButtonLink>
            <ButtonLink href={`${path}.csv${queryOf(filter)}`} kind="quiet" download>
              {t('export')}
            </ButtonLink>
          </>
        }
      />
      {check}
      {filters}
      <DataTable
        caption={t('title')}
        groups={[...Map.groupBy(rows, row => civilDate(row.at, zone))].map(([day, of]) => ({
          heading: formatDate(day, locale, 'weekday'),
          rows: of,
        }))}
        columns={[
          { header: t('when'), width: 'shrink', cell: row => formatTime(row.at, zone, locale) },
          { header: t('what'), rowHeader: true, cell: row => actionName(row.action, locale) },
          { header: t('subject'), cell: about },
          { header: t('who'), cell: row => row.actor ?? t('system') },
          {
            header: t('detail'),
            width: 'grow',
            cell: row => (row.detail ? detailText(row.detail, reader) : t('confidential')),
          },
        ]}
        empty={{ title: t('empty'), text: t('emptyText') }}
      />
      <Pagination
        locale={locale}
        page={page}
        pageSize={pageSize}
        total={total}
        hrefOf={n => `${path}${queryOf(filter, { page: String(n) })}`}
      />
    </>
  )
  return request.page({ title: t('title'), current: 'audit', body })
}

/** The audit trail of a unit and those below it. */
export const auditRoutes: Route[] = [
  get('/u/:unit/jejak', 'audit.read', trailPage),
  // A reading that is itself recorded: nothing but the trail changes, so a link may ask for it.
  get('/u/:unit/jejak.csv', 'audit.read', async (c, request) => {
    const unit = unitOf(request)
    const scope = { unitId: unit.id, zone: unit.zone as Zone, filter: filterOf(c), reader: readerOf(request) }
    await recordExport(request, scope)
    return new Response(trailAsCsv(request.db, scope, request.locale), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="jejak-${unit.slug}-${request.today}.csv"`,
        'cache-control': 'no-store',
      },
    })
  }),
]
