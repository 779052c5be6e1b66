import type { Context } from 'hono'
import { z } from 'zod'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { ButtonLink, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { planOf, planPath } from '../plan-of-request.ts'
import { isPlanYear } from '../plan-year.ts'
import { findPlan, type Plan } from '../queries.ts'
import { copiedPlan } from './copied-plan.ts'
import { CopyPreview, needsLook } from './copy.view.tsx'
import { copyMessages } from './copy-messages.ts'
import { type CopyProblem, copyPlan } from './copy-plan.ts'
import { copySource } from './copy-source.ts'

const words = (request: Request) => translator(copyMessages, request.locale)
const Form = z.object({
  ke: z.string().trim().max(20).catch(''),
  revision: z.coerce.number().catch(0),
})

type Failed = { readonly problem: CopyProblem; readonly ke: string }

/** The year as it was asked for, and why the plan cannot be copied to it. */
async function target(request: Request, plan: Plan, ke: string): Promise<Failed | { readonly to: number }> {
  const to = /^\d{4}$/.test(ke) ? Number(ke) : 0
  if (!isPlanYear(to) || to === plan.year) return { problem: { kind: 'year-wrong' }, ke }
  return (await findPlan(request.db, plan.unitId, to)) ? { problem: { kind: 'plan-exists' }, ke } : { to }
}

function sentence(request: Request, { problem, ke }: Failed): FormError | null {
  const t = words(request)
  switch (problem.kind) {
    case 'not-found':
      return null
    case 'stale':
      return { text: t('problem.stale') }
    case 'plan-exists':
      return { field: 'ke', text: t('problem.plan-exists', { to: Number(ke) }) }
    case 'year-wrong':
      return { field: 'ke', text: t('problem.year-wrong') }
  }
}

async function show(c: Context, request: Request, asked: string | null, refused?: CopyProblem) {
  const plan = await planOf(c, request)
  if (!plan || refused?.kind === 'not-found') return request.notFound()
  const t = words(request)
  const { locale } = request
  const here = planPath(request, plan.year)
  const ke = asked ?? String(plan.year + 1)
  const at = await target(request, plan, ke)
  const failed = 'problem' in at ? at : refused ? { problem: refused, ke } : null
  // The next year is only a suggestion: that it is taken is no mistake of the person.
  const error = failed && (asked !== null || refused) ? sentence(request, failed) : null
  const errors = error ? [error] : []
  return request.page({
    title: t('title', { from: plan.year }),
    current: 'plan',
    status: error ? (refused?.kind === 'stale' ? 409 : 422) : 200,
    body: (
      <>
        <PageHead
          title={t('title', { from: plan.year })}
          note={t('note')}
          actions={
            <ButtonLink kind="quiet" href={here}>
              {t('back')}
            </ButtonLink>
          }
        />
        <ErrorSummary locale={locale} errors={errors} />
        <form method="get" action={`${here}/salin`} class="form">
          <TextField
            locale={locale}
            name="ke"
            label={t('to.year')}
            inputmode="numeric"
            width={4}
            value={ke}
            error={errorOf(errors, 'ke')}
          />
          <SubmitButton kind="quiet">{t('look')}</SubmitButton>
        </form>
        {'to' in at ? await preview(request, plan, at.to) : null}
      </>
    ),
  })
}

async function preview(request: Request, plan: Plan, to: number) {
  const t = words(request)
  const years = { from: plan.year, to }
  const source = await copySource(request.db, plan.id, unitOf(request).path)
  const { rows, moved } = copiedPlan(source, years, plan.id, request.newId)
  const here = planPath(request, plan.year)
  return (
    <section>
      <h2>{t('preview', years)}</h2>
      <p>
        {t('summary', {
          indicators: moved.length,
          dates: rows.obligations.length,
          doubts: moved.filter(needsLook).length,
        })}{' '}
        {t('left.behind')}
      </p>
      {moved.length > 0 ? (
        <PostForm action={`${here}/salin`} csrf="" idempotencyKey={request.formKey}>
          <CarriedFields values={{ ke: String(to), revision: String(plan.revision) }} />
          <SubmitButton>{t('copy', years)}</SubmitButton>
        </PostForm>
      ) : null}
      <CopyPreview locale={request.locale} years={years} moved={moved} base={here} />
    </section>
  )
}

async function copy(c: Context, request: Request) {
  const plan = await planOf(c, request)
  if (!plan) return request.notFound()
  const { ke, revision } = Form.parse(await c.req.parseBody({ all: true }))
  const unit = unitOf(request)
  const done = await copyPlan(request, {
    planId: plan.id,
    unitId: unit.id,
    unitPath: unit.path,
    toYear: Number(ke),
    revision,
  })
  if (!done.ok) return show(c, request, ke, done.problem)
  return request.go(planPath(request, ke), words(request)('done', { n: done.value.obligations }))
}

const path = '/u/:unit/rencana/:year/salin'
export const copyRoutes: Route[] = [
  get(path, 'plan.import', (c, request) => show(c, request, c.req.query('ke') ?? null)),
  post(path, 'plan.import', copy),
]
