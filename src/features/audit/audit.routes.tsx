import { sql } from 'kysely'
import { DataTable } from '../../ui/display/data-table.tsx'
import { Pagination } from '../../ui/display/navigation.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDateTime, formatNumber, type Zone } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { get, type Route, unitOf } from '../context.ts'
import { auditText } from './messages.ts'
import { verifyLedger } from './verify-ledger.ts'

const pageSize = 50

/** The audit trail of a unit and those below it. */
export const auditRoutes: Route[] = [
  get('/u/:unit/jejak', 'audit.read', async (c, request) => {
    const { db, locale } = request
    const unit = unitOf(request)
    const t = auditText(locale)
    const page = Math.min(Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1), 100_000)
    const inUnit = sql<boolean>`a.unit_id in (
      with recursive down as (
        select id from unit where id = ${unit.id}
        union all select u.id from unit u join down on u.parent_id = down.id
      ) select id from down)`
    const from = db.selectFrom('audit_entry as a').where(inUnit)
    const { total } = await from
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await from
      .leftJoin('auth_user', 'auth_user.id', 'a.actor_id')
      .select(['a.seq', 'a.at', 'a.action', 'a.subject_type', 'a.detail', 'auth_user.name'])
      .orderBy('a.seq', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute()
    const check = c.req.query('periksa') === '1' ? await verifyLedger(db) : null
    const path = `/u/${unit.slug}/jejak`
    const body = (
      <>
        <PageHead
          title={t('title')}
          note={t('note')}
          actions={
            <ButtonLink href={`${path}?periksa=1`} kind="quiet">
              {t('check')}
            </ButtonLink>
          }
        />
        {check ? (
          <Notice locale={locale} tone={check.brokenAt === null ? 'success' : 'warning'}>
            {check.brokenAt === null
              ? t('intact', { count: formatNumber(check.entries, locale) })
              : t('broken', { seq: String(check.brokenAt) })}
          </Notice>
        ) : null}
        <DataTable
          caption={t('title')}
          rows={rows}
          columns={[
            { header: t('when'), cell: row => formatDateTime(row.at, unit.zone as Zone, locale) },
            { header: t('who'), cell: row => row.name ?? t('system') },
            { header: t('what'), rowHeader: true, cell: row => `${row.action} (${row.subject_type})` },
            { header: t('detail'), wideOnly: true, cell: row => detailText(row.detail) },
          ]}
          empty={{ title: t('empty') }}
        />
        <Pagination
          locale={locale}
          page={page}
          pageSize={pageSize}
          total={Number(total)}
          hrefOf={n => `${path}?page=${n}`}
        />
      </>
    )
    return request.page({ title: t('title'), current: 'audit', body })
  }),
]

const detailText = (detail: Readonly<Record<string, unknown>>) =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' · ')
    .slice(0, 300)
