import type { Context } from 'hono'
import { z } from 'zod'
import { areaCodes } from '../../../core/access/role.ts'
import { isId } from '../../../core/shared/id.ts'
import { areaName } from '../../../ui/area-names.ts'
import { Card, Grid } from '../../../ui/display/card.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { Steps } from '../../../ui/display/steps.tsx'
import { formatBytes } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { FileField } from '../../../ui/forms/file-field.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { planMessages } from '../messages.ts'
import { planPath } from '../plan-of-request.ts'
import { findImport, findPlan } from '../queries.ts'
import { describeReadProblem, fileSizeLimit } from '../read/index.ts'
import { type ConfirmProblem, confirmImport } from './confirm-import.ts'
import { importMessages } from './import-messages.ts'
import { Preview } from './preview.view.tsx'
import { compareWithPlan } from './reimport.ts'
import { readAndSaveImport } from './save-import.ts'

const words = (request: Request) => translator(importMessages, request.locale)
const Upload = z.object({
  file: z.instanceof(File).nullable().catch(null),
  year: z.string().trim().catch(''),
})
const Confirmation = z.object({
  revision: z.coerce.number().pipe(z.int32()).catch(0),
  reason: z.string().trim().catch(''),
})

function uploadPage(request: Request, year: string, errors: FormError[]) {
  const t = words(request)
  return request.page({
    title: t('title'),
    current: 'plan',
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <Steps
          locale={request.locale}
          items={[t('step.file'), t('step.check'), t('step.confirm')]}
          current={0}
        />
        <PageHead title={t('title')} note={t('note')} />
        <ErrorSummary locale={request.locale} errors={errors} />
        <Grid>
          <Card span="two-thirds">
            <PostForm action={planPath(request, 'impor')} csrf="" idempotencyKey={request.formKey} multipart>
              <FileField
                locale={request.locale}
                name="file"
                label={t('file')}
                kinds="Excel (.xlsx), Word (.docx), PDF, CSV"
                limit={formatBytes(fileSizeLimit, request.locale)}
                accept=".xlsx,.docx,.pdf,.csv"
                error={errorOf(errors, 'file')}
              />
              <TextField
                locale={request.locale}
                name="year"
                label={t('plan.year')}
                inputmode="numeric"
                width={4}
                value={year}
                error={errorOf(errors, 'year')}
              />
              <SubmitButton>{t('read')}</SubmitButton>
            </PostForm>
          </Card>
          <Card title={t('how')} span="third">
            <ul>
              <li>{t('how.table')}</li>
              <li>{t('how.schedule')}</li>
              <li>{t('how.doubt')}</li>
            </ul>
            <p>
              <a href={planPath(request, `mulai?tahun=${encodeURIComponent(year)}`)}>{t('how.none')}</a>
            </p>
          </Card>
        </Grid>
      </>
    ),
  })
}

async function upload(c: Context, request: Request) {
  const t = words(request)
  const { file, year } = Upload.parse(await c.req.parseBody({ all: true }))
  const errors: FormError[] = []
  if (!file || file.name === '') errors.push({ field: 'file', text: t('file.missing') })
  if (!/^20\d\d$/.test(year)) errors.push({ field: 'year', text: t('year.wrong') })
  if (errors.length > 0 || !file) return uploadPage(request, year, errors)
  const saved = await readAndSaveImport(request, {
    unit: unitOf(request),
    year: Number(year),
    file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  })
  return saved.ok
    ? request.go(planPath(request, `impor/${saved.value.importId}`))
    : uploadPage(request, year, [{ field: 'file', text: describeReadProblem(saved.problem, request.locale) }])
}

async function preview(
  c: Context,
  request: Request,
  problem?: FormError & { status: 409 | 422; reason: string },
) {
  const stored = await findImport(request.db, unitOf(request).id, c.req.param('id') ?? '')
  if (!stored) return request.notFound()
  const plan = await findPlan(request.db, stored.unitId, stored.year)
  if (stored.status !== 'preview' && plan) return request.go(planPath(request, stored.year))
  const comparison = plan ? await compareWithPlan(request.db, plan, stored.document, request) : null
  const t = words(request)
  return request.page({
    title: t('preview', { year: stored.year }),
    current: 'plan',
    status: problem?.status ?? 200,
    body: (
      <>
        <Steps
          locale={request.locale}
          items={[t('step.file'), t('step.check'), t('step.confirm')]}
          current={1}
        />
        <Preview
          locale={request.locale}
          stored={stored}
          base={planPath(request, `impor/${stored.id}`)}
          comparison={comparison}
          areas={areaCodes.map(code => ({ value: code, text: areaName(code, request.locale) }))}
          explains={plan !== undefined && plan.version > 0}
          reason={problem?.reason ?? ''}
          errors={problem === undefined ? [] : [problem]}
          newKey={request.newId}
        />
      </>
    ),
  })
}

async function confirm(c: Context, request: Request) {
  const t = words(request)
  const { revision, reason } = Confirmation.parse(await c.req.parseBody({ all: true }))
  const importId = c.req.param('id') ?? ''
  if (!isId(importId)) return request.notFound()
  const done = await confirmImport(request, { importId, unitId: unitOf(request).id, revision, reason })
  if (done.ok) {
    const { year, obligations } = done.value
    return request.go(planPath(request, year), t('confirmed', { n: obligations }))
  }
  if (done.problem.kind === 'not-found') return request.notFound()
  const { kind } = done.problem
  const status = kind === 'stale' || kind === 'already-confirmed' ? 409 : 422
  const text = sentence(request, done.problem)
  return preview(c, request, {
    text,
    status,
    reason,
    ...(kind === 'reason-missing' ? { field: 'reason' } : {}),
  })
}

function sentence(request: Request, problem: Exclude<ConfirmProblem, { kind: 'not-found' }>): string {
  const t = words(request)
  if (problem.kind === 'reason-missing') return translator(planMessages, request.locale)('reason.missing')
  return problem.kind === 'unknown-areas'
    ? t('problem.unknown-areas', { labels: problem.labels.join(', ') })
    : t(`problem.${problem.kind}`)
}

export const importRoutes: Route[] = [
  get('/u/:unit/rencana/impor', 'plan.import', (_c, request) =>
    uploadPage(request, request.today.slice(0, 4), []),
  ),
  post('/u/:unit/rencana/impor', 'plan.import', upload),
  get('/u/:unit/rencana/impor/:id', 'plan.import', (c, request) => preview(c, request)),
  post('/u/:unit/rencana/impor/:id/konfirmasi', 'plan.import', confirm),
]
