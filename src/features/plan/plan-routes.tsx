import type { Context } from 'hono'
import { type AreaCode, areaCodes } from '../../core/access/role.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import { keepUntilWritten } from '../../db/keep-until-written.ts'
import { DataTable } from '../../ui/display/data-table.tsx'
import { EmptyState } from '../../ui/display/empty-state.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { Details } from '../../ui/display/summary.tsx'
import { ButtonLink, ButtonRow } from '../../ui/forms/button.tsx'
import { InlineForm } from '../../ui/forms/form.tsx'
import { type Kept, keep, keptPlace } from '../../ui/kept.ts'
import { type Locale, translator } from '../../ui/messages.ts'
import { get, type Request, type Route, unitOf } from '../context.ts'
import { reviewMessages } from './approval/review-messages.ts'
import { mayAssign } from './indicator/assign-people.ts'
import { planMessages } from './messages.ts'
import { isFiltered, matches, type PlanFilter, planFilter } from './plan-filter.ts'
import { PlanFilters } from './plan-filters.view.tsx'
import { planPath } from './plan-of-request.ts'
import { PlanTableView, planIndicators } from './plan-page.view.tsx'
import { isPlanYear } from './plan-year.ts'
import { findPlan, type Plan, type PlanContent, planContent, unitPlans } from './queries.ts'

const words = (request: Request) => translator(planMessages, request.locale)

function statusText(request: Request, plan: Plan): string {
  const t = words(request)
  if (plan.status === 'draft' || plan.status === 'submitted') return t(`status.${plan.status}`)
  return t(`status.${plan.status}`, { version: plan.version })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function waysToBegin(request: Request, year?: number) {
  if (!request.may('plan.import')) return undefined
  const t = words(request)
  return (
    <ButtonRow>
      <ButtonLink href={planPath(request, 'impor')}>{t('import')}</ButtonLink>
      <a href={planPath(request, year === undefined ? 'mulai' : `mulai?tahun=${year}`)}>{t('begin.title')}</a>
    </ButtonRow>
  )
}

async function showYears(_c: Context, request: Request) {
  const t = words(request)
  const plans = await unitPlans(request.db, unitOf(request).id)
  const action = waysToBegin(request)
  return request.page({
    title: t('plans'),
    current: 'plan',
    body: (
      <>
        <PageHead title={t('plans')} note={t('plans.note')} actions={plans.length > 0 ? action : undefined} />
        <DataTable
          caption={t('plans')}
          columns={[
            {
              header: t('plan.one'),
              rowHeader: true,
              cell: plan => (
                <>
                  <a href={planPath(request, plan.year)}>{t('plan', { year: plan.year })}</a>
                  <span class="sub">{plan.title}</span>
                </>
              ),
            },
            { header: t('status'), cell: plan => capital(statusText(request, plan)) },
          ]}
          rows={plans}
          empty={{ title: t('plans.empty'), text: t('plans.empty.text'), action }}
        />
      </>
    ),
  })
}

function showNone(c: Context, request: Request) {
  const t = words(request)
  const year = Number(c.req.param('year'))
  if (!isPlanYear(year)) return request.notFound()
  const title = t('plan', { year })
  return request.page({
    title,
    current: 'plan',
    body: (
      <>
        <PageHead title={title} note={unitOf(request).shortName} />
        <EmptyState
          title={t('plans.empty')}
          text={t('plans.empty.text')}
          action={waysToBegin(request, year)}
        />
      </>
    ),
  })
}

/** Plans with their tables, drawn; one is some 100 KB. */
const keepDrawn = keepUntilWritten<Drawn | null>(200)
type Drawn = {
  readonly plan: Plan
  readonly counts: { readonly indicators: number; readonly actions: number; readonly evidence: number }
  readonly table: Kept
}

async function showPlan(c: Context, request: Request) {
  const { db, today, locale } = request
  const { id: unitId, path: unitPath } = unitOf(request)
  const year = Number(c.req.param('year'))
  if (!isPlanYear(year)) return showNone(c, request)
  const here = planPath(request, year)
  const shown: Shown = {
    locale,
    today,
    here,
    filter: planFilter(c.req.query()),
    mayEdit: request.may('plan.edit'),
    assigns: areaCodes.filter(area => mayAssign(request.actor, { unitPath, area }, today)),
  }
  const drawn = await keepDrawn(
    db,
    await request.written(),
    JSON.stringify([unitId, year, shown]),
    async () => {
      const plan = await findPlan(db, unitId, year)
      return plan ? { plan, ...drawTable(await planContent(db, plan.id), shown) } : null
    },
  )
  if (!drawn) return showNone(c, request)
  const { plan, counts, table } = drawn
  const t = words(request)
  return request.page({
    title: t('plan', { year: plan.year }),
    current: 'plan',
    landscape: true,
    body: (
      <>
        <PageHead
          title={t('plan', { year: plan.year })}
          note={`${t('counts', counts)} · ${statusText(request, plan)}`}
          actions={
            <>
              {shown.mayEdit && counts.indicators > 0 ? (
                <ButtonLink kind="quiet" href={`${here}/indikator/baru`}>
                  {t('add.title')}
                </ButtonLink>
              ) : null}
              {counts.indicators > 0 ? <NextStep request={request} plan={plan} /> : null}
            </>
          }
        />
        <Details summary={t('more')}>
          <Further request={request} here={here} />
        </Details>
        {keptPlace}
      </>
    ),
    kept: table,
  })
}

/** Everything that the table shows beside the plan itself. */
type Shown = {
  readonly locale: Locale
  readonly today: LocalDate
  readonly here: string
  readonly filter: PlanFilter
  readonly mayEdit: boolean
  readonly assigns: readonly AreaCode[]
}

function drawTable(content: PlanContent, shown: Shown): Omit<Drawn, 'plan'> {
  const { locale, today, here, filter, mayEdit, assigns } = shown
  const all = planIndicators(content, today)
  const rows = all.filter(row => matches(row, filter))
  const t = translator(planMessages, locale)
  const found = t('shown', { n: rows.length, all: all.length })
  const nothingYet = (
    <EmptyState
      title={t('plan.empty')}
      text={t('plan.empty.text')}
      action={mayEdit ? <ButtonLink href={`${here}/indikator/baru`}>{t('add.title')}</ButtonLink> : undefined}
    />
  )
  return {
    counts: { indicators: all.length, actions: content.actions.length, evidence: content.evidence.length },
    table: keep(
      all.length === 0 ? (
        nothingYet
      ) : (
        <>
          <PlanFilters locale={locale} action={here} filter={filter} rows={all} />
          {isFiltered(filter) ? <p role="status">{found}</p> : null}
          <PlanTableView
            locale={locale}
            rows={rows}
            base={here}
            mayEdit={mayEdit}
            assigns={new Set(assigns)}
          />
        </>
      ),
    ),
  }
}

/** What the plan waits for, for those who may do it. */
function NextStep({ request, plan }: { request: Request; plan: Plan }) {
  const t = translator(reviewMessages, request.locale)
  const review = planPath(request, `${plan.year}/kekurangan`)
  if (plan.status === 'draft' && request.may('plan.submit'))
    return <ButtonLink href={review}>{t('check.submit')}</ButtonLink>
  if (plan.status === 'submitted' && request.may('plan.approve'))
    return <ButtonLink href={review}>{t('check.approve')}</ButtonLink>
  const action = planPath(request, `${plan.year}/terbitkan`)
  return (
    <>
      <ButtonLink kind="quiet" href={review}>
        {words(request)('gaps')}
      </ButtonLink>
      {plan.status === 'approved' && request.may('plan.publish') ? (
        <InlineForm
          action={action}
          csrf=""
          idempotencyKey={request.formKey}
          kind="primary"
          label={t('publish')}
        />
      ) : null}
    </>
  )
}

function Further({ request, here }: { request: Request; here: string }) {
  const t = words(request)
  const importing = request.may('plan.import')
  return (
    <ul>
      <li>
        <a href={`${here}/perubahan`}>{t('changes')}</a>
      </li>
      <li>
        <a href={`${here}/versi`}>{t('versions')}</a>
      </li>
      <li>
        <a href={`${here}/unduh.xlsx`}>{t('export.xlsx')}</a>
      </li>
      <li>
        <a href={`${here}/unduh.csv`}>{t('export.csv')}</a>
      </li>
      {importing ? (
        <>
          <li>
            <a href={planPath(request, 'impor')}>{t('import')}</a>
          </li>
          <li>
            <a href={`${here}/salin`}>{t('copy')}</a>
          </li>
        </>
      ) : null}
      <li>
        <a href={planPath(request)}>{t('years')}</a>
      </li>
    </ul>
  )
}

export const planTableRoutes: Route[] = [
  get('/u/:unit/rencana', 'plan.read', showYears),
  get('/u/:unit/rencana/:year', 'plan.read', showPlan),
]
