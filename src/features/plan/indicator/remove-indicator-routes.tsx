import type { Context } from 'hono'
import { z } from 'zod'
import { isId } from '../../../core/shared/id.ts'
import { Card } from '../../../ui/display/card.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { ButtonLink, ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { planMessages } from '../messages.ts'
import { changeableFrom, isRecord } from '../plan-diff.ts'
import { planOf, planPath } from '../plan-of-request.ts'
import { findIndicator } from '../queries.ts'
import { everApproved } from './change-plan.ts'
import { removeIndicator } from './remove-indicator.ts'

const Typed = z.object({
  revision: z.coerce.number().pipe(z.int32()).catch(0),
  reason: z.string().trim().catch(''),
})

async function show(
  c: Context,
  request: Request,
  failed?: { readonly error: FormError; readonly reason: string; readonly status: 409 | 422 },
) {
  const plan = await planOf(c, request)
  const found = plan && (await findIndicator(request.db, plan.id, c.req.param('id') ?? ''))
  if (!plan || !found) return request.notFound()
  const t = translator(planMessages, request.locale)
  const { indicator, obligations } = found
  const here = planPath(request, `${plan.year}/indikator/${indicator.id}`)
  const bound = await everApproved(request.db, plan.id, indicator.id)
  const from = changeableFrom(bound ? plan : { ...plan, version: 0 }, request.today)
  const stays = obligations.filter(row => isRecord(row, from)).length
  const errors = failed ? [failed.error] : []
  return request.page({
    title: t('remove.title'),
    current: 'plan',
    status: failed?.status ?? 200,
    body: (
      <>
        <PageHead title={t('remove.title')} note={indicator.text} />
        <ErrorSummary locale={request.locale} errors={errors} />
        {stays > 0 ? (
          <>
            <Notice locale={request.locale} tone="warning" title={t('remove.stays', { n: stays })}>
              <p>{t('remove.stays.text')}</p>
            </Notice>
            <ButtonLink kind="quiet" href={here}>
              {t('remove.back')}
            </ButtonLink>
          </>
        ) : (
          <Card>
            <p>{t('remove.text', { n: obligations.length })}</p>
            <PostForm action={`${here}/hapus`} csrf="" idempotencyKey={request.formKey}>
              <CarriedFields values={{ revision: String(plan.revision) }} />
              <TextField
                locale={request.locale}
                name="reason"
                label={t('reason.change')}
                optional={plan.version === 0}
                value={failed?.reason}
                error={errorOf(errors, 'reason')}
              />
              <ButtonRow>
                <SubmitButton kind="danger">{t('remove')}</SubmitButton>
                <a href={here}>{t('cancel')}</a>
              </ButtonRow>
            </PostForm>
          </Card>
        )}
      </>
    ),
  })
}

async function remove(c: Context, request: Request) {
  const plan = await planOf(c, request)
  const indicatorId = c.req.param('id') ?? ''
  if (!plan || !isId(indicatorId)) return request.notFound()
  const t = translator(planMessages, request.locale)
  const { revision, reason } = Typed.parse(await c.req.parseBody({ all: true }))
  const { id: unitId } = unitOf(request)
  const removed = await removeIndicator(request, { unitId, planId: plan.id, indicatorId, revision, reason })
  if (removed.ok) return request.go(planPath(request, plan.year), t('removed'))
  switch (removed.problem.kind) {
    case 'not-found':
      return request.notFound()
    case 'stale':
      return show(c, request, { error: { text: t('remove.stale') }, reason, status: 409 })
    case 'dates-stay':
      return show(c, request, { error: { text: t('remove.stays.text') }, reason, status: 409 })
    case 'reason-missing':
      return show(c, request, { error: { field: 'reason', text: t('reason.missing') }, reason, status: 422 })
  }
}

const path = '/u/:unit/rencana/:year/indikator/:id/hapus'
export const removeIndicatorRoutes: Route[] = [
  get(path, 'plan.edit', (c, request) => show(c, request)),
  post(path, 'plan.edit', remove),
]
