import type { Context } from 'hono'
import { areaCodes } from '../../core/access/role.ts'
import { DataTable } from '../../ui/display/data-table.tsx'
import { EmptyState } from '../../ui/display/empty-state.tsx'
import { Filters, Pagination } from '../../ui/display/navigation.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { Steps } from '../../ui/display/steps.tsx'
import { formatBytes, formatDateTime } from '../../ui/format.ts'
import { ButtonLink, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { FileField } from '../../ui/forms/file-field.tsx'
import { InlineForm, PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { translator } from '../../ui/messages.ts'
import { uiText } from '../../ui/ui-messages.ts'
import { get, post, type Request, type Route, unitOf } from '../context.ts'
import { confirmImport } from './confirm-import.ts'
import { correctRoutes } from './correct-routes.tsx'
import { indicatorRoutes } from './indicator-routes.tsx'
import { planMessages } from './messages.ts'
import { approvePlan, publishPlan, returnPlan, submitPlan } from './move-plan.ts'
import { matches, PlanTableView, planIndicators } from './plan-page.view.tsx'
import { Preview } from './preview.view.tsx'
import {
  changesPerPage,
  findImport,
  findPlan,
  type Plan,
  planChanges,
  planContent,
  unitPlans,
} from './queries.ts'
import { describeReadProblem, fileSizeLimit } from './read/index.ts'
import { compareWithPlan } from './reimport.ts'
import { readAndSaveImport } from './save-import.ts'

const words = (request: Request) => translator(planMessages, request.locale)
const base = (request: Request, rest = '') => `/u/${unitOf(request).slug}/rencana${rest}`
const field = (form: Record<string, unknown>, name: string) =>
  typeof form[name] === 'string' ? form[name] : ''

function statusText(request: Request, plan: Plan): string {
  const t = words(request)
  if (plan.status === 'draft' || plan.status === 'submitted') return t(`status.${plan.status}`)
  return t(`status.${plan.status}`, { version: plan.version })
}

async function showYears(_c: Context, request: Request) {
  const t = words(request)
  const plans = await unitPlans(request.db, unitOf(request).id)
  const action = request.may('plan.import') ? (
    <ButtonLink href={base(request, '/impor')}>{t('import')}</ButtonLink>
  ) : undefined
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
              header: t('year'),
              rowHeader: true,
              cell: plan => <a href={base(request, `/${plan.year}`)}>{plan.year}</a>,
            },
            { header: t('indicator'), cell: plan => plan.title, width: 'grow' },
            { header: t('status'), cell: plan => statusText(request, plan) },
          ]}
          rows={plans}
          empty={{ title: t('plans.empty'), text: t('plans.empty.text'), action }}
        />
      </>
    ),
  })
}

const uploadPage = (request: Request, year: string, errors: FormError[]) => {
  const t = words(request)
  return request.page({
    title: t('import.title'),
    current: 'plan',
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <Steps
          locale={request.locale}
          items={[t('step.file'), t('step.check'), t('step.confirm')]}
          current={0}
        />
        <PageHead title={t('import.title')} note={t('import.note')} />
        <ErrorSummary locale={request.locale} errors={errors} />
        <PostForm action={base(request, '/impor')} csrf="" idempotencyKey={request.formKey} multipart>
          <FileField
            locale={request.locale}
            name="file"
            label={t('import.file')}
            kinds="Excel (.xlsx), Word (.docx), PDF, CSV"
            limit={formatBytes(fileSizeLimit, request.locale)}
            accept=".xlsx,.docx,.pdf,.csv"
            error={errorOf(errors, 'file')}
          />
          <TextField
            locale={request.locale}
            name="year"
            label={t('import.year')}
            inputmode="numeric"
            width={4}
            value={year}
            error={errorOf(errors, 'year')}
          />
          <SubmitButton>{t('import.read')}</SubmitButton>
        </PostForm>
      </>
    ),
  })
}

async function upload(c: Context, request: Request) {
  const t = words(request)
  const form = await c.req.parseBody({ all: true })
  const year = field(form, 'year').trim()
  const errors: FormError[] = []
  const file = form.file
  if (!(file instanceof File) || file.name === '') errors.push({ field: 'file', text: t('import.missing') })
  if (!/^20\d\d$/.test(year)) errors.push({ field: 'year', text: t('import.year.missing') })
  if (errors.length > 0 || !(file instanceof File)) return uploadPage(request, year, errors)
  const saved = await readAndSaveImport(request, {
    unit: unitOf(request),
    year: Number(year),
    file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  })
  return saved.ok
    ? request.go(base(request, `/impor/${saved.value.importId}`))
    : uploadPage(request, year, [{ field: 'file', text: describeReadProblem(saved.problem, request.locale) }])
}

async function preview(c: Context, request: Request, problem?: string) {
  const stored = await findImport(request.db, unitOf(request).id, c.req.param('id') ?? '')
  if (!stored) return request.notFound()
  const plan = await findPlan(request.db, stored.unitId, stored.year)
  if (stored.status !== 'preview' && plan) return request.go(base(request, `/${stored.year}`))
  const diff = plan ? await compareWithPlan(request.db, plan.id, stored.document, request.newId) : null
  return request.page({
    title: words(request)('step.check'),
    current: 'plan',
    status: problem === undefined ? 200 : 409,
    body: (
      <Preview
        locale={request.locale}
        stored={stored}
        base={base(request, `/impor/${stored.id}`)}
        diff={diff}
        areas={areaCodes.map(code => ({ value: code, text: code }))}
        errors={problem === undefined ? [] : [{ text: problem }]}
        newKey={request.newId}
      />
    ),
  })
}

async function confirm(c: Context, request: Request) {
  const t = words(request)
  const form = await c.req.parseBody({ all: true })
  const importId = c.req.param('id') ?? ''
  const stored = await findImport(request.db, unitOf(request).id, importId)
  if (!stored) return request.notFound()
  const done = await confirmImport(request, {
    importId,
    unitId: unitOf(request).id,
    revision: Number(field(form, 'revision')),
  })
  if (done.ok) return request.go(base(request, `/${stored.year}`), t('moved'))
  switch (done.problem.kind) {
    case 'unknown-areas':
      return preview(c, request, t('preview.unknown-area', { labels: done.problem.labels.join(', ') }))
    case 'plan-exists':
      return preview(c, request, t('preview.exists', { year: stored.year }))
    case 'nothing-to-import':
      return preview(c, request, t('preview.empty'))
    case 'stale':
      return preview(c, request, t('preview.stale'))
    default:
      return preview(c, request, t('preview.gone'))
  }
}

async function showPlan(c: Context, request: Request, errors: FormError[] = []) {
  const t = words(request)
  const year = Number(c.req.param('year'))
  const plan = Number.isInteger(year) ? await findPlan(request.db, unitOf(request).id, year) : undefined
  const here = base(request, `/${year}`)
  if (!plan) {
    return request.page({
      title: t('plan', { year: Number.isInteger(year) ? year : Number(request.today.slice(0, 4)) }),
      current: 'plan',
      body: (
        <>
          <h1>{t('plans.empty')}</h1>
          <EmptyState
            title={t('plans.empty')}
            text={t('plans.empty.text')}
            action={
              request.may('plan.import') ? (
                <ButtonLink href={base(request, '/impor')}>{t('import')}</ButtonLink>
              ) : undefined
            }
          />
        </>
      ),
    })
  }
  const filter = {
    q: c.req.query('q') ?? '',
    area: c.req.query('area') ?? '',
    state: c.req.query('state') ?? '',
  }
  const content = await planContent(request.db, plan.id)
  const all = planIndicators(content, request.today)
  const rows = all.filter(row => matches(row, filter))
  const labels = new Map(content.indicators.map(one => [one.area, one.areaLabel]))
  const filtered = filter.q !== '' || filter.area !== '' || filter.state !== ''
  const step = (name: string, label: string) => (
    <InlineForm action={`${here}/${name}`} csrf="" idempotencyKey={request.formKey} label={label} />
  )
  const evidence = content.parts.filter(part => part.part === 'evidence').length
  return request.page({
    title: t('plan', { year }),
    current: 'plan',
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <PageHead
          title={t('plan', { year })}
          note={`${t('counts', { indicators: all.length, actions: content.actions.length, evidence })} · ${statusText(request, plan)}`}
          actions={
            <>
              <ButtonLink kind="quiet" href={`${here}/perubahan`}>
                {t('changes')}
              </ButtonLink>
              {plan.status === 'draft' && request.may('plan.submit') ? step('ajukan', t('submit')) : null}
              {plan.status === 'approved' && request.may('plan.publish')
                ? step('terbitkan', t('publish'))
                : null}
              {request.may('plan.import') ? (
                <ButtonLink kind="quiet" href={base(request, '/impor')}>
                  {t('import')}
                </ButtonLink>
              ) : null}
            </>
          }
        />
        <ErrorSummary locale={request.locale} errors={errors} />
        {plan.status === 'submitted' && request.may('plan.approve') ? (
          <Approval request={request} here={here} />
        ) : null}
        <Filters locale={request.locale} action={here} clearHref={filtered ? here : undefined}>
          <TextField
            locale={request.locale}
            name="q"
            label={t('search')}
            labelHidden
            placeholder={t('search')}
            value={filter.q}
          />
          <SelectField
            locale={request.locale}
            name="area"
            label={t('all.areas')}
            labelHidden
            empty={t('all.areas')}
            value={filter.area}
            options={areaCodes.map(code => ({ value: code, text: labels.get(code) ?? code }))}
          />
          <SelectField
            locale={request.locale}
            name="state"
            label={t('all.states')}
            labelHidden
            empty={t('all.states')}
            value={filter.state}
            options={[
              ...(['late', 'due', 'upcoming', 'done', 'waived'] as const).map(state => ({
                value: state,
                text: uiText[request.locale](`state.${state}`),
              })),
              { value: 'incomplete', text: t('state.incomplete') },
            ]}
          />
        </Filters>
        <PlanTableView locale={request.locale} rows={rows} base={here} mayEdit={request.may('plan.edit')} />
      </>
    ),
  })
}

function Approval({ request, here }: { request: Request; here: string }) {
  const t = words(request)
  return (
    <section class="card">
      <PostForm action={`${here}/setujui`} csrf="" idempotencyKey={request.formKey}>
        <TextField locale={request.locale} name="note" label={t('approve.note')} optional />
        <p>
          <label>
            <input type="checkbox" name="gaps" value="1" /> {t('approve.gaps')}
          </label>
        </p>
        <SubmitButton>{t('approve')}</SubmitButton>{' '}
        <SubmitButton kind="quiet" formaction={`${here}/kembalikan`}>
          {t('return')}
        </SubmitButton>
      </PostForm>
    </section>
  )
}

type Step = 'ajukan' | 'setujui' | 'kembalikan' | 'terbitkan'

const move = (step: Step) => async (c: Context, request: Request) => {
  const t = words(request)
  const plan = await findPlan(request.db, unitOf(request).id, Number(c.req.param('year')))
  if (!plan) return request.notFound()
  const form = await c.req.parseBody({ all: true })
  const planId = plan.id
  const note = field(form, 'note').trim()
  if (step === 'kembalikan' && note === '')
    return showPlan(c, request, [{ field: 'note', text: t('return.missing') }])
  const moved =
    step === 'ajukan'
      ? await submitPlan(request, { planId })
      : step === 'setujui'
        ? await approvePlan(request, { planId, note, acceptGaps: form.gaps === '1' })
        : step === 'kembalikan'
          ? await returnPlan(request, { planId, reason: note })
          : await publishPlan(request, { planId })
  if (moved.ok) return request.go(base(request, `/${plan.year}`), t('moved'))
  const text =
    moved.problem.kind === 'gaps' ? t('approve.refused', { n: moved.problem.count }) : t('moved.late')
  return showPlan(c, request, [{ text }])
}

async function showChanges(c: Context, request: Request) {
  const t = words(request)
  const plan = await findPlan(request.db, unitOf(request).id, Number(c.req.param('year')))
  if (!plan) return request.notFound()
  const page = Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1)
  const { rows, total } = await planChanges(request.db, plan.id, page)
  const kinds = [
    'imported',
    'submitted',
    'returned',
    'approved',
    'published',
    'added',
    'changed',
    'removed',
    'assigned',
  ] as const
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
            <ButtonLink kind="quiet" href={base(request, `/${plan.year}`)}>
              {t('indicator.back')}
            </ButtonLink>
          }
        />
        <DataTable
          caption={t('changes')}
          columns={[
            {
              header: t('when'),
              cell: one => formatDateTime(one.at, 'Asia/Jakarta', request.locale),
              rowHeader: true,
            },
            {
              header: t('what'),
              cell: one => `${nameOf(one.kind)}${one.subject ? `: ${one.subject}` : ''}`,
              width: 'grow',
            },
            { header: t('who'), cell: one => one.actor ?? '–' },
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

export const planRoutes: Route[] = [
  get('/u/:unit/rencana', 'plan.read', showYears),
  get('/u/:unit/rencana/impor', 'plan.import', (_c, request) =>
    uploadPage(request, request.today.slice(0, 4), []),
  ),
  post('/u/:unit/rencana/impor', 'plan.import', upload),
  get('/u/:unit/rencana/impor/:id', 'plan.import', (c, request) => preview(c, request)),
  post('/u/:unit/rencana/impor/:id/konfirmasi', 'plan.import', confirm),
  ...correctRoutes,
  ...indicatorRoutes,
  get('/u/:unit/rencana/:year', 'plan.read', (c, request) => showPlan(c, request)),
  get('/u/:unit/rencana/:year/perubahan', 'plan.read', showChanges),
  post('/u/:unit/rencana/:year/ajukan', 'plan.submit', move('ajukan')),
  post('/u/:unit/rencana/:year/setujui', 'plan.approve', move('setujui')),
  post('/u/:unit/rencana/:year/kembalikan', 'plan.approve', move('kembalikan')),
  post('/u/:unit/rencana/:year/terbitkan', 'plan.publish', move('terbitkan')),
]
