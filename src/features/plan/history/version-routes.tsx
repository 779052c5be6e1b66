import type { Context } from 'hono'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Tabs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { ButtonLink } from '../../../ui/forms/button.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, type Request, type Route } from '../../context.ts'
import { standingRows } from '../import/standing-rows.ts'
import { planDiff } from '../plan-diff.ts'
import { PlanDiffTable } from '../plan-diff.view.tsx'
import { planOf, planPath } from '../plan-of-request.ts'
import { findVersion, planVersions } from './history-queries.ts'
import { momentAt } from './history-routes.tsx'
import { readSnapshot } from './plan-snapshot.ts'
import { VersionTable } from './version.view.tsx'
import { versionMessages } from './version-messages.ts'

async function showAll(c: Context, request: Request) {
  const plan = await planOf(c, request)
  if (!plan) return request.notFound()
  const t = translator(versionMessages, request.locale)
  const here = planPath(request, plan.year)
  return request.page({
    title: t('title', { year: plan.year }),
    current: 'plan',
    body: (
      <>
        <PageHead
          title={t('title', { year: plan.year })}
          note={t('note')}
          actions={
            <ButtonLink kind="quiet" href={here}>
              {t('back')}
            </ButtonLink>
          }
        />
        <DataTable
          caption={t('title', { year: plan.year })}
          columns={[
            {
              header: t('version'),
              rowHeader: true,
              width: 'shrink',
              cell: one => <a href={`${here}/versi/${one.version}`}>{`${t('version')} ${one.version}`}</a>,
            },
            { header: t('when'), cell: one => momentAt(request, one.at) },
            { header: t('who'), cell: one => one.by ?? '–' },
            { header: t('notes'), cell: one => one.note, width: 'grow' },
          ]}
          rows={await planVersions(request.db, plan.id)}
          empty={{ title: t('empty'), text: t('empty.text') }}
        />
      </>
    ),
  })
}

const showOne = (view: 'table' | 'difference') => async (c: Context, request: Request) => {
  const plan = await planOf(c, request)
  const stored = plan && (await findVersion(request.db, plan.id, Number(c.req.param('version'))))
  if (!plan || !stored) return request.notFound()
  const t = translator(versionMessages, request.locale)
  const { locale } = request
  const { year } = plan
  const { version } = stored
  const here = planPath(request, `${year}/versi/${version}`)
  const snapshot = readSnapshot(stored.content)
  const diff = view === 'table' ? null : planDiff(await standingRows(request.db, plan.id), snapshot)
  const approval = t('approved.by', { when: momentAt(request, stored.at), by: stored.by ?? '–' })
  const title = t(diff ? 'difference' : 'one', { year, version })
  return request.page({
    title,
    current: 'plan',
    body: (
      <>
        <PageHead
          title={title}
          note={stored.note === '' ? approval : `${approval} · ${stored.note}`}
          actions={
            <ButtonLink kind="quiet" href={planPath(request, `${year}/versi`)}>
              {t('all.versions')}
            </ButtonLink>
          }
        />
        <Tabs
          label={t('views')}
          items={[
            { text: t('as.approved'), href: here, current: diff === null },
            { text: t('difference.tab'), href: `${here}/beda`, current: diff !== null },
          ]}
        />
        {diff ? (
          <>
            <p>
              {t('difference.note', {
                added: diff.added.length,
                removed: diff.removed.length,
                changed: diff.changed.length,
                same: diff.same,
              })}
            </p>
            <PlanDiffTable locale={locale} caption={title} diff={diff} />
          </>
        ) : (
          <VersionTable locale={locale} caption={title} snapshot={snapshot} />
        )}
      </>
    ),
  })
}

const path = '/u/:unit/rencana/:year/versi'
export const versionRoutes: Route[] = [
  get(path, 'plan.read', showAll),
  get(`${path}/:version`, 'plan.read', showOne('table')),
  get(`${path}/:version/beda`, 'plan.read', showOne('difference')),
]
