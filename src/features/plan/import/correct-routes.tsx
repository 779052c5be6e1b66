import type { Context } from 'hono'
import { z } from 'zod'
import { areaCodes } from '../../../core/access/role.ts'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { ButtonLink, ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, type FormError } from '../../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { findImport } from '../queries.ts'
import { describeWarning, type RowIndex } from '../read/index.ts'
import { indicatorAt } from './correct-document.ts'
import { correctImport } from './correct-import.ts'
import { importMessages } from './import-messages.ts'
import { correctionOf, RowFields, rowAsTyped, startIsReadable, type TypedRow, typedRow } from './row-form.tsx'

const AreaForm = z.object({
  code: z.string().catch(''),
  index: z.coerce.number().int().catch(-1),
  revision: z.coerce.number().pipe(z.int32()).catch(0),
})

const words = (request: Request) => translator(importMessages, request.locale)

function rowOf(key: string): RowIndex | null {
  const [area, subComponent, indicator] = key.split('.').map(Number)
  return area === undefined || subComponent === undefined || indicator === undefined
    ? null
    : { area, subComponent, indicator }
}

async function find(c: Context, request: Request) {
  const stored = await findImport(request.db, unitOf(request).id, c.req.param('id') ?? '')
  const key = c.req.param('row') ?? ''
  const here = `/u/${unitOf(request).slug}/rencana/impor/${stored?.id}`
  return stored ? { stored, key, row: rowOf(key), here } : null
}

async function show(c: Context, request: Request, errors: readonly FormError[] = [], typed?: TypedRow) {
  const at = await find(c, request)
  const indicator = at?.row && indicatorAt(at.stored.document, at.row)
  if (!at || !indicator) return request.notFound()
  const t = words(request)
  const { stored, key, here } = at
  const row = { ...indicator, schedules: indicator.schedules.map(({ text }) => text) }
  const warnings = stored.document.warnings.filter(warning => warning.rowId === indicator.id)
  return request.page({
    title: t('correct.row', { row: indicator.id }),
    current: 'plan',
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <PageHead title={t('correct.row', { row: indicator.id })} note={stored.fileName} />
        <ErrorSummary locale={request.locale} errors={errors} />
        {warnings.length > 0 ? (
          <Notice locale={request.locale} tone="warning">
            <ul>
              {warnings.map(warning => (
                <li>{describeWarning(warning, request.locale)}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <PostForm action={`${here}/baris/${key}`} csrf="" idempotencyKey={request.formKey}>
          <CarriedFields values={{ revision: String(stored.revision) }} />
          <RowFields
            locale={request.locale}
            typed={typed ?? rowAsTyped(row, stored.revision)}
            errors={errors}
          />
          <ButtonRow>
            <SubmitButton>{t('save')}</SubmitButton>
            <ButtonLink kind="quiet" href={here}>
              {t('cancel')}
            </ButtonLink>
          </ButtonRow>
        </PostForm>
      </>
    ),
  })
}

async function save(c: Context, request: Request) {
  const at = await find(c, request)
  if (!at?.row) return request.notFound()
  const t = words(request)
  const typed = typedRow(await c.req.parseBody({ all: true }))
  if (!startIsReadable(typed)) return show(c, request, [{ field: 'start', text: t('problem.start') }], typed)
  const saved = await correctImport(request, {
    importId: at.stored.id,
    unitId: at.stored.unitId,
    revision: typed.revision,
    change: { kind: 'row', row: at.row, correction: correctionOf(typed) },
  })
  if (saved.ok) return request.go(`${at.here}#row-${at.key.replaceAll('.', '-')}`, t('saved'))
  const { kind } = saved.problem
  if (kind === 'not-found') return request.notFound()
  const text = t(`problem.${kind}`)
  return show(c, request, [kind === 'text-missing' ? { field: 'text', text } : { text }], typed)
}

async function setArea(c: Context, request: Request) {
  const at = await find(c, request)
  const form = AreaForm.parse(await c.req.parseBody({ all: true }))
  const code = areaCodes.find(each => each === form.code)
  if (!at || !code) return at ? request.go(at.here) : request.notFound()
  const saved = await correctImport(request, {
    importId: at.stored.id,
    unitId: at.stored.unitId,
    revision: form.revision,
    change: { kind: 'area', area: form.index, code },
  })
  const t = words(request)
  if (saved.ok) return request.go(at.here, t('area.set'))
  return saved.problem.kind === 'not-found'
    ? request.notFound()
    : request.go(at.here, t(`problem.${saved.problem.kind}`))
}

const path = '/u/:unit/rencana/impor/:id'
export const correctRoutes: Route[] = [
  get(`${path}/baris/:row`, 'plan.import', (c, request) => show(c, request)),
  post(`${path}/baris/:row`, 'plan.import', save),
  post(`${path}/area`, 'plan.import', setArea),
]
