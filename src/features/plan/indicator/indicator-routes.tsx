import type { Context } from 'hono'
import { z } from 'zod'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { describeGap } from '../approval/describe-gap.ts'
import { gapRows } from '../approval/gap-queries.ts'
import { planGaps } from '../approval/plan-gaps.ts'
import { settleFrequency } from '../approval/settle-frequency.ts'
import { type TypedRow, typedRow } from '../import/row-form.tsx'
import { planMessages } from '../messages.ts'
import { planOf, planPath } from '../plan-of-request.ts'
import { findIndicator, unitPeople } from '../queries.ts'
import { assignPeople, mayAssign } from './assign-people.ts'
import { editIndicator } from './edit-indicator.ts'
import { IndicatorView } from './indicator.view.tsx'
import { typedPeople } from './person-form.tsx'
import { readTyped, rowError } from './row-problem.ts'

const words = (request: Request) => translator(planMessages, request.locale)
const Settled = z.object({ settled: z.string().catch('') })

async function find(c: Context, request: Request) {
  const plan = await planOf(c, request)
  const found = plan && (await findIndicator(request.db, plan.id, c.req.param('id') ?? ''))
  if (!plan || !found) return null
  const { id } = found.indicator
  return { plan, found, id, here: planPath(request, `${plan.year}/indikator/${id}`) }
}

type Failed = {
  readonly errors: readonly FormError[]
  readonly typed?: TypedRow
  readonly reason?: string
  readonly status?: 403 | 409
}

async function show(c: Context, request: Request, failed?: Failed) {
  const at = await find(c, request)
  if (!at) return request.notFound()
  const { plan, found } = at
  const { path: unitPath, slug } = unitOf(request)
  const assigns = mayAssign(request.actor, { unitPath, area: found.indicator.area }, request.today)
  const gaps = planGaps(await gapRows(request.db, plan.id, at.id))
  return request.page({
    title: found.indicator.text,
    current: 'plan',
    status: failed ? (failed.status ?? 422) : 200,
    body: (
      <IndicatorView
        locale={request.locale}
        today={request.today}
        plan={plan}
        found={found}
        people={assigns ? await unitPeople(request.db, unitPath) : null}
        mayEdit={request.may('plan.edit')}
        conflict={gaps.find(gap => gap.kind === 'frequency-conflict') ?? null}
        unclear={gaps.flatMap(gap =>
          gap.kind === 'schedule-unresolved' ? [describeGap(gap, request.locale)] : [],
        )}
        unitBase={`/u/${slug}`}
        errors={failed?.errors ?? []}
        typed={failed?.typed}
        stale={failed?.typed !== undefined && failed.status === 409}
        typedReason={failed?.reason ?? ''}
        newKey={request.newId}
      />
    ),
  })
}

async function edit(c: Context, request: Request) {
  const at = await find(c, request)
  if (!at) return request.notFound()
  const t = words(request)
  const typed = typedRow(await c.req.parseBody({ all: true }))
  const { content, errors } = readTyped(typed, at.plan, request.locale)
  if (errors.length > 0) return show(c, request, { errors, typed })
  const saved = await editIndicator(request, {
    unitId: unitOf(request).id,
    planId: at.plan.id,
    indicatorId: at.id,
    revision: typed.revision,
    content,
    reason: typed.reason,
  })
  if (saved.ok) return request.go(at.here, t('rescheduled'))
  switch (saved.problem.kind) {
    case 'not-found':
      return request.notFound()
    case 'stale': {
      // What was typed is kept, against the plan as it is now: saving again is a decision, not an accident.
      const fresh = { ...typed, revision: at.plan.revision }
      return show(c, request, { errors: [{ text: t('problem.stale') }], typed: fresh, status: 409 })
    }
    default:
      return show(c, request, { errors: [rowError(saved.problem, request.locale)], typed })
  }
}

async function assign(c: Context, request: Request) {
  const at = await find(c, request)
  if (!at) return request.notFound()
  const { id: unitId, path: unitPath } = unitOf(request)
  const saved = await assignPeople(request, {
    planId: at.plan.id,
    unitId,
    unitPath,
    indicatorId: at.id,
    people: typedPeople(await c.req.parseBody({ all: true }), at.found.actions),
  })
  const t = words(request)
  if (saved.ok) return request.go(at.here, t('assigned'))
  switch (saved.problem.kind) {
    case 'not-found':
      return request.notFound()
    case 'forbidden':
      return show(c, request, { errors: [{ text: t('owner.forbidden') }], status: 403 })
    case 'no-such-person':
      return show(c, request, { errors: [{ text: t('owner.gone') }] })
  }
}

async function settle(c: Context, request: Request) {
  const at = await find(c, request)
  if (!at) return request.notFound()
  const t = words(request)
  const { settled: reason } = Settled.parse(await c.req.parseBody({ all: true }))
  const done = await settleFrequency(request, { planId: at.plan.id, indicatorId: at.id, reason })
  if (done.ok) return request.go(at.here, t('conflict.settled'))
  switch (done.problem.kind) {
    case 'not-found':
      return request.notFound()
    case 'reason-missing':
      return show(c, request, { errors: [{ field: 'settled', text: t('conflict.missing') }] })
    case 'no-conflict':
      return request.go(at.here)
  }
}

const path = '/u/:unit/rencana/:year/indikator/:id'
export const indicatorRoutes: Route[] = [
  get(path, 'plan.read', (c, request) => show(c, request)),
  post(path, 'plan.edit', edit),
  post(`${path}/orang`, 'plan.assign', assign),
  post(`${path}/frekuensi`, 'plan.edit', settle),
]
