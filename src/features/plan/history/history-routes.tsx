import type { Context } from 'hono'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Pagination } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { asZone, formatDateTime } from '../../../ui/format.ts'
import { ButtonLink } from '../../../ui/forms/button.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, type Request, type Route, unitOf } from '../../context.ts'
import { planMessages } from '../messages.ts'
import { planOf, planPath } from '../plan-of-request.ts'
import { changesPerPage, planChanges } from './history-queries.ts'

/** A moment as the unit's clock shows it. */
export const momentAt = (request: Request, at: Date): string =>
  formatDateTime(at, asZone(unitOf(request).zone), request.locale)

const kinds = [
  'imported',
  'begun',
  'copied',
  'submitted',
  'returned',
  'approved',
  'published',
  'added',
  'changed',
  'removed',
  'assigned',
  'frequency-settled',
] as const

async function showChanges(c: Context, request: Request) {
  const t = translator(planMessages, request.locale)
  const plan = await planOf(c, request)
  if (!plan) return request.notFound()
  const page = Math.min(Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1), 100_000)
  const { rows, total } = await planChanges(request.db, plan.id, page)
  const nameOf = (kind: string) => {
    const known = kinds.find(one => one === kind)
    return known ? t(`kind.${known}`) : kind
  }
  return request.page({
    title: t('changes'),
    current: 'plan',
    body: (
      <>
        <PageHead
          title={t('changes')}
          note={t('plan', { year: plan.year })}
          actions={
            <ButtonLink kind="quiet" href={planPath(request, plan.year)}>
              {t('back')}
            </ButtonLink>
          }
        />
        <DataTable
          caption={t('changes')}
          columns={[
            { header: t('when'), cell: one => momentAt(request, one.at), width: 'shrink' },
            {
              header: t('what'),
              cell: one => `${nameOf(one.kind)}${one.subject ? `: ${one.subject}` : ''}`,
              rowHeader: true,
              width: 'grow',
            },
            { header: t('who'), width: 'shrink', cell: one => one.actor ?? '–' },
            { header: t('why'), cell: one => one.reason },
          ]}
          rows={rows}
          empty={{ title: t('changes.empty') }}
        />
        <Pagination
          locale={request.locale}
          page={page}
          pageSize={changesPerPage}
          total={total}
          hrefOf={n => `?page=${n}`}
        />
      </>
    ),
  })
}

export const historyRoutes: Route[] = [get('/u/:unit/rencana/:year/perubahan', 'plan.read', showChanges)]
