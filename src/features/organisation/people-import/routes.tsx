import type { Context } from 'hono'
import { isId } from '../../../core/shared/id.ts'
import { Card, Grid } from '../../../ui/display/card.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { Steps } from '../../../ui/display/steps.tsx'
import { ButtonLink, ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { FileField } from '../../../ui/forms/file-field.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { formText } from '../form-text.ts'
import { subtree } from '../subtree.ts'
import { comparePeople } from './compare-people.ts'
import { confirmList } from './confirm-list.ts'
import { loadKnown } from './load-known.ts'
import { csvTemplate, workbookTemplate } from './make-template.ts'
import { describeConfirmProblem, describeListProblem, importText } from './messages.ts'
import { ImportPreview } from './preview.view.tsx'
import { findList, storeList } from './store-list.ts'

const base = '/u/:unit/pegawai/impor'
const at = (request: Request) => `/u/${unitOf(request).slug}/pegawai/impor`

function uploadPage(request: Request, errors: readonly FormError[]) {
  const { locale } = request
  const t = importText(locale)
  const body = (
    <>
      <Steps locale={locale} items={[t('step.file'), t('step.check'), t('step.done')]} current={0} />
      <PageHead title={t('title')} note={t('note')} />
      <ErrorSummary locale={locale} errors={errors} />
      <Grid>
        <Card span="two-thirds">
          {' '}
          <PostForm action={at(request)} csrf="" idempotencyKey={request.formKey} multipart>
            <FileField
              locale={locale}
              name="file"
              label={t('file')}
              hint={t('fileHint')}
              kinds={t('kinds')}
              limit="5 MB"
              accept=".xlsx,.csv"
              error={errorOf(errors, 'file')}
            />
            <SubmitButton>{t('read')}</SubmitButton>
          </PostForm>
        </Card>
        <Card span="third" title={t('templates')}>
          {' '}
          <p>{t('templateText')}</p>
          <ButtonRow>
            <ButtonLink href={`${at(request)}/templat.xlsx`} kind="quiet" download>
              {t('templateXlsx')}
            </ButtonLink>
            <ButtonLink href={`${at(request)}/templat.csv`} kind="quiet" download>
              {t('templateCsv')}
            </ButtonLink>
          </ButtonRow>
        </Card>
        <Card title={t('rules')}>
          {' '}
          <ul class="govuk-list govuk-list--bullet">
            <li>{t('rule.match')}</li>
            <li>{t('rule.empty')}</li>
            <li>{t('rule.account')}</li>
          </ul>
        </Card>
      </Grid>
    </>
  )
  return request.page({ title: t('title'), current: 'people', status: errors.length > 0 ? 422 : 200, body })
}

async function previewPage(request: Request, id: string, problem?: string) {
  const { db, actor, locale } = request
  const { id: unitId } = unitOf(request)
  const list = isId(id) ? await findList(db, { id, unitId, userId: actor?.userId ?? '' }) : null
  if (!list) return uploadPage(request, [{ text: importText(locale)('gone') }])
  const { known } = await loadKnown(db, unitId, list.content.rows, request.today)
  const faulty = new Set(list.content.faults.map(fault => fault.row))
  const { added, changed, ...rest } = comparePeople(list.content.rows, known)
  const body = (
    <ImportPreview
      locale={locale}
      list={list}
      comparison={{
        ...rest,
        added: added.filter(({ row }) => !faulty.has(row)),
        changed: changed.filter(({ row }) => !faulty.has(row)),
      }}
      units={known.units}
      ownId={actor?.employeeId ?? null}
      path={`${at(request)}/${id}`}
      formKey={request.formKey}
      problem={problem}
    />
  )
  return request.page({
    title: importText(locale)('previewTitle'),
    current: 'people',
    status: problem ? 409 : 200,
    body,
  })
}

async function upload(c: Context, request: Request) {
  const t = importText(request.locale)
  const { file } = await c.req.parseBody({ all: true })
  if (!(file instanceof File) || file.name === '')
    return uploadPage(request, [{ field: 'file', text: t('missingFile') }])
  const stored = await storeList(request, {
    unitId: unitOf(request).id,
    file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  })
  if (stored.ok) return request.go(`${at(request)}/${stored.value.id}`)
  const text = describeListProblem(stored.problem, file.name, request.locale)
  return uploadPage(request, [{ field: 'file', text }])
}

async function confirm(c: Context, request: Request) {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) return request.notFound()
  const form = await c.req.parseBody({ all: true })
  const result = await confirmList(request, {
    id,
    unitId: unitOf(request).id,
    seen: formText(form, 'seen'),
    lockMissing: formText(form, 'missing') === 'lock',
  })
  if (result.ok)
    return request.go(`/u/${unitOf(request).slug}/pegawai`, importText(request.locale)('done', result.value))
  return previewPage(request, id, describeConfirmProblem(result.problem, request.locale))
}

const download = (body: BodyInit, type: string, name: string) =>
  new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })

/** A list of employees from a workbook or a CSV file: read, compared, confirmed. */
export const peopleImportRoutes: Route[] = [
  get(base, 'people.manage', (_c, request) => uploadPage(request, [])),
  post(base, 'people.manage', upload),
  get(`${base}/templat.csv`, 'people.manage', () =>
    download(csvTemplate(), 'text/csv; charset=utf-8', 'pegawai.csv'),
  ),
  get(`${base}/templat.xlsx`, 'people.manage', async (_c, request) => {
    const units = await subtree(request.db, unitOf(request).id)
    return download(
      await workbookTemplate(units.map(unit => unit.name)),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'pegawai.xlsx',
    )
  }),
  get(`${base}/:id`, 'people.manage', (c, request) => previewPage(request, c.req.param('id') ?? '')),
  post(`${base}/:id`, 'people.manage', confirm),
]
