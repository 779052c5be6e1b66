import type { Context } from 'hono'
import { z } from 'zod'
import { type AreaCode, areaCodes } from '../../../core/access/role.ts'
import { isId } from '../../../core/shared/id.ts'
import { areaName } from '../../../ui/area-names.ts'
import { Card } from '../../../ui/display/card.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { RowFields, rowAsTyped, type TypedRow, typedRow } from '../import/row-form.tsx'
import { planMessages } from '../messages.ts'
import { planOf, planPath } from '../plan-of-request.ts'
import { type Plan, planSubComponents } from '../queries.ts'
import { type AddProblem, type AddTo, addIndicator } from './add-indicator.ts'
import { readTyped, rowError } from './row-problem.ts'

/** `to` is a sub-component's id, or an area for a new one. */
const Place = z.object({ to: z.string().catch(''), name: z.string().trim().catch('') })
type Typed = TypedRow & z.infer<typeof Place>

const nothing = (revision: number): Typed => ({
  ...rowAsTyped({ text: '', actions: [], evidence: [], schedules: [], owner: null }, revision),
  to: '',
  name: '',
})

async function show(request: Request, plan: Plan, typed: Typed, errors: readonly FormError[], status?: 409) {
  const { locale } = request
  const t = translator(planMessages, locale)
  const standing = Map.groupBy(await planSubComponents(request.db, plan.id), sub => sub.area)
  return request.page({
    title: t('add.title'),
    current: 'plan',
    status: errors.length > 0 ? (status ?? 422) : 200,
    body: (
      <>
        <PageHead title={t('add.title')} note={t('plan', { year: plan.year })} />
        <ErrorSummary locale={locale} errors={errors} />
        <Card>
          <PostForm
            action={planPath(request, `${plan.year}/indikator/baru`)}
            csrf=""
            idempotencyKey={request.formKey}
          >
            <CarriedFields values={{ revision: String(typed.revision) }} />
            <SelectField
              locale={locale}
              name="to"
              label={t('component')}
              value={typed.to}
              error={errorOf(errors, 'to')}
              options={areaCodes.map(code => ({
                label: areaName(code, locale),
                options: [
                  ...(standing.get(code) ?? []).map(sub => ({
                    value: sub.id,
                    text: `${sub.no}. ${sub.name}`,
                  })),
                  { value: code, text: t('component.new', { area: areaName(code, locale) }) },
                ],
              }))}
            />
            <TextField
              locale={locale}
              name="name"
              label={t('component.name')}
              hint={t('component.name.hint')}
              optional
              value={typed.name}
              error={errorOf(errors, 'name')}
            />
            <RowFields locale={locale} typed={typed} errors={errors} />
            <TextField
              locale={locale}
              name="reason"
              label={t('reason.change')}
              optional={plan.version === 0}
              value={typed.reason}
              error={errorOf(errors, 'reason')}
            />
            <ButtonRow>
              <SubmitButton>{t('add')}</SubmitButton>
              <a href={planPath(request, plan.year)}>{t('cancel')}</a>
            </ButtonRow>
          </PostForm>
        </Card>
      </>
    ),
  })
}

async function add(c: Context, request: Request) {
  const plan = await planOf(c, request)
  if (!plan) return request.notFound()
  const t = translator(planMessages, request.locale)
  const body = await c.req.parseBody({ all: true })
  const typed = { ...typedRow(body), ...Place.parse(body) }
  const { content, errors } = readTyped(typed, plan, request.locale)
  const to = placeOf(typed)
  const place = placeError(request, to)
  if (!to || place || errors.length > 0)
    return show(request, plan, typed, place ? [place, ...errors] : errors)
  const { revision, reason } = typed
  const { id: unitId } = unitOf(request)
  const added = await addIndicator(request, { unitId, planId: plan.id, revision, reason, to, content })
  if (added.ok) return request.go(planPath(request, `${plan.year}/indikator/${added.value.id}`), t('added'))
  if (added.problem.kind === 'not-found') return request.notFound()
  if (added.problem.kind === 'stale')
    // Nothing that was typed contradicts what somebody else changed: sending it again adds it.
    return show(request, plan, { ...typed, revision: plan.revision }, [{ text: t('add.stale') }], 409)
  return show(request, plan, typed, [addError(request, added.problem)])
}

function placeOf({ to, name }: Typed): AddTo | null {
  const area = areaCodes.find(code => code === to)
  if (area) return { area, name }
  return isId(to) ? { subComponentId: to } : null
}

function placeError(request: Request, to: AddTo | null): FormError | null {
  if (to === null) return addError(request, { kind: 'place-missing' })
  return 'name' in to && to.name === '' ? addError(request, { kind: 'name-missing' }) : null
}

function addError(
  request: Request,
  problem: Exclude<AddProblem, { kind: 'not-found' | 'stale' }>,
): FormError {
  const t = translator(planMessages, request.locale)
  if (problem.kind === 'place-missing') return { field: 'to', text: t('problem.place-missing') }
  if (problem.kind === 'name-missing') return { field: 'name', text: t('problem.name-missing') }
  return rowError(problem, request.locale)
}

const path = '/u/:unit/rencana/:year/indikator/baru'
export const newIndicatorRoutes: Route[] = [
  get(path, 'plan.edit', async (c, request) => {
    const plan = await planOf(c, request)
    if (!plan) return request.notFound()
    const asked: AreaCode | undefined = areaCodes.find(code => code === c.req.query('area'))
    return show(request, plan, { ...nothing(plan.revision), to: asked ?? '' }, [])
  }),
  post(path, 'plan.edit', add),
]
