import type { Context } from 'hono'
import { z } from 'zod'
import { Card } from '../../../ui/display/card.tsx'
import { EmptyState } from '../../../ui/display/empty-state.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { ButtonLink, ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route } from '../../context.ts'
import { planOf, planPath } from '../plan-of-request.ts'
import { gapRows } from './gap-queries.ts'
import { Gaps } from './gaps.view.tsx'
import { approvePlan, publishPlan, returnPlan, type StatusProblem, submitPlan } from './move-plan.ts'
import { needsConfirmation, planGaps } from './plan-gaps.ts'
import { reviewMessages } from './review-messages.ts'

const words = (request: Request) => translator(reviewMessages, request.locale)
const Form = z.object({ note: z.string().catch('') })

type Failed = { readonly errors: readonly FormError[]; readonly note: string; readonly status: 409 | 422 }

async function show(c: Context, request: Request, failed?: Failed) {
  const plan = await planOf(c, request)
  if (!plan) return request.notFound()
  const t = words(request)
  const here = planPath(request, plan.year)
  const rows = await gapRows(request.db, plan.id)
  const gaps = planGaps(rows)
  const empty = rows.indicators.length === 0
  const submitting = !empty && plan.status === 'draft' && request.may('plan.submit')
  const approving = plan.status === 'submitted' && request.may('plan.approve')
  const { year } = plan
  const complete = t(empty ? 'title.empty' : 'title.none', { year })
  const title = gaps.length === 0 ? complete : t('title', { n: gaps.length, year })
  return request.page({
    title,
    current: 'plan',
    status: failed?.status ?? 200,
    body: (
      <>
        <PageHead
          title={title}
          {...(empty ? {} : { note: t('note') })}
          actions={
            <ButtonLink kind="quiet" href={here}>
              {t('back')}
            </ButtonLink>
          }
        />
        <ErrorSummary locale={request.locale} errors={failed?.errors ?? []} />
        {submitting ? (
          <PostForm action={`${here}/ajukan`} csrf="" idempotencyKey={request.formKey}>
            <SubmitButton>{t('submit')}</SubmitButton>
          </PostForm>
        ) : null}
        {approving ? (
          <Approval
            request={request}
            here={here}
            unclear={gaps.filter(needsConfirmation).length}
            failed={failed}
          />
        ) : null}
        {empty ? (
          <EmptyState
            title={t('plan.empty')}
            text={t('problem.plan-empty')}
            action={
              request.may('plan.edit') ? (
                <ButtonLink href={`${here}/indikator/baru`}>{t('add.title')}</ButtonLink>
              ) : undefined
            }
          />
        ) : (
          <Gaps locale={request.locale} gaps={gaps} base={here} mayEdit={request.may('plan.edit')} />
        )}
      </>
    ),
  })
}

type ApprovalProps = { request: Request; here: string; unclear: number; failed: Failed | undefined }

function Approval({ request, here, unclear, failed }: ApprovalProps) {
  const t = words(request)
  return (
    <Card title={t('approve.title')}>
      <PostForm action={`${here}/setujui`} csrf="" idempotencyKey={request.formKey}>
        <TextArea
          locale={request.locale}
          name="note"
          label={t(unclear > 0 ? 'approve.confirmation' : 'approve.note')}
          hint={unclear > 0 ? t('approve.confirmation.hint', { n: unclear }) : t('approve.note.hint')}
          rows={3}
          value={failed?.note}
          error={errorOf(failed?.errors ?? [], 'note')}
        />
        <ButtonRow>
          <SubmitButton>{t('approve')}</SubmitButton>
          <SubmitButton kind="quiet" formaction={`${here}/kembalikan`}>
            {t('return')}
          </SubmitButton>
        </ButtonRow>
      </PostForm>
    </Card>
  )
}

const steps = {
  submitted: submitPlan,
  approved: approvePlan,
  returned: (deps: Request, { planId, note }: { planId: string; note: string }) =>
    returnPlan(deps, { planId, reason: note }),
  published: publishPlan,
} as const

const move = (kind: keyof typeof steps) => async (c: Context, request: Request) => {
  const plan = await planOf(c, request)
  if (!plan) return request.notFound()
  const { note } = Form.parse(await c.req.parseBody({ all: true }))
  const moved = await steps[kind](request, { planId: plan.id, note })
  if (moved.ok) return request.go(planPath(request, plan.year), words(request)(`done.${kind}`))
  const { problem } = moved
  if (problem.kind === 'not-found') return request.notFound()
  return show(c, request, failure(request, problem, note))
}

function failure(
  request: Request,
  problem: Exclude<StatusProblem, { kind: 'not-found' }>,
  note: string,
): Failed {
  const t = words(request)
  switch (problem.kind) {
    case 'wrong-status':
      return { errors: [{ text: t('problem.wrong-status') }], note, status: 409 }
    case 'plan-empty':
      return { errors: [{ text: t('problem.plan-empty') }], note, status: 409 }
    case 'reason-missing':
      return { errors: [{ field: 'note', text: t('problem.reason-missing') }], note, status: 422 }
    case 'confirmation-missing': {
      const text = t('problem.confirmation-missing', { n: problem.count })
      return { errors: [{ field: 'note', text }], note, status: 422 }
    }
  }
}

const path = '/u/:unit/rencana/:year'
export const reviewRoutes: Route[] = [
  get(`${path}/kekurangan`, 'plan.read', (c, request) => show(c, request)),
  post(`${path}/ajukan`, 'plan.submit', move('submitted')),
  post(`${path}/setujui`, 'plan.approve', move('approved')),
  post(`${path}/kembalikan`, 'plan.approve', move('returned')),
  post(`${path}/terbitkan`, 'plan.publish', move('published')),
]
