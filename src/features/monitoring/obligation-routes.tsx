import { z } from 'zod'
import { may } from '../../core/access/may.ts'
import { civilDate, parseLocalDate } from '../../core/shared/local-date.ts'
import { formatDate } from '../../ui/format.ts'
import type { FormError } from '../../ui/forms/error-summary.tsx'
import { translator } from '../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../context.ts'
import { evidenceOf, withoutEvidence } from '../evidence/index.ts'
import { safeNext } from '../organisation/index.ts'
import { type AssignProblem, assignObligation } from './assign-obligation.ts'
import { type CompleteProblem, completeObligation } from './complete-obligation.ts'
import { DutiesView, obligationPath } from './duties.view.tsx'
import { mayAssign, mayComplete, mayReopen, mayWaive } from './may-settle.ts'
import { messages } from './messages.ts'
import { ObligationView, type Typed } from './obligation.view.tsx'
import {
  assignablePeople,
  type ObligationDetail,
  oneObligation,
  personObligations,
  zoneOf,
} from './queries.ts'
import { reminderPlan, usualWishes } from './reminder-plan.ts'
import { reminderWishes } from './reminder-wishes.ts'
import { type ReopenProblem, reopenObligation } from './reopen-obligation.ts'
import { type WaiveProblem, waiveObligation } from './waive-obligation.ts'

const field = z.string().optional().catch(undefined)
const Form = z.object({ doneOn: field, note: field, reason: field, personId: field, back: field })

type Problem = CompleteProblem | WaiveProblem | ReopenProblem | AssignProblem | { readonly kind: 'no-date' }

const fieldOf: Partial<Record<Problem['kind'], string>> = {
  'no-date': 'doneOn',
  'done-in-future': 'doneOn',
  'done-too-early': 'doneOn',
  'reason-too-short': 'reason',
  'no-such-person': 'personId',
}

function sentence(request: Request, problem: Problem): FormError {
  const t = translator(messages, request.locale)
  const text =
    problem.kind === 'done-in-future'
      ? t('problem.done-in-future', { date: formatDate(problem.today, request.locale) })
      : problem.kind === 'done-too-early'
        ? t('problem.done-too-early', { date: formatDate(problem.earliest, request.locale) })
        : problem.kind === 'reason-too-short'
          ? t('problem.reason-too-short', { n: problem.least })
          : t(`problem.${problem.kind}`)
  const name = fieldOf[problem.kind]
  return name === undefined ? { text } : { field: name, text }
}

const statusOf = (problem: Problem) =>
  problem.kind === 'forbidden'
    ? 403
    : problem.kind === 'already-settled' || problem.kind === 'already-open'
      ? 409
      : 422

/** The obligation as it now stands, with the sentences of what went wrong and what was typed. */
async function show(request: Request, id: string, problem?: Problem, typed: Typed = {}) {
  const o = await oneObligation(request.db, id)
  if (!o || problem?.kind === 'not-found') return request.notFound()
  const { actor, today } = request
  const assign = mayAssign(actor, o, today)
  const own = actor?.employeeId != null && actor.employeeId === o.personId
  const complete = own ? `/tugas/${id}/selesai` : `${obligationPath(o)}/selesai`
  return request.page({
    title: o.action,
    current: own ? 'duties' : 'plan',
    status: problem ? statusOf(problem) : 200,
    body: (
      <ObligationView
        locale={request.locale}
        today={today}
        obligation={o}
        evidence={await evidenceOf(request, o)}
        people={assign ? await assignablePeople(request.db, o.unitPath) : []}
        completeAction={mayComplete(actor, o, today) ? complete : null}
        can={{ reopen: mayReopen(actor, o, today), waive: mayWaive(actor, o, today), assign }}
        errors={problem ? [sentence(request, problem)] : []}
        typed={typed}
        newKey={request.newId}
      />
    ),
  })
}

/** The obligation of the address, when it stands in the address's unit. */
async function inUnit(request: Request, id: string): Promise<ObligationDetail | null> {
  const o = await oneObligation(request.db, id)
  return o?.unitId === unitOf(request).id ? o : null
}

async function complete(request: Request, id: string, body: unknown, back: string) {
  const form = Form.parse(body)
  const doneOn = parseLocalDate((form.doneOn ?? '').trim())
  if (!doneOn) return show(request, id, { kind: 'no-date' }, form)
  const result = await completeObligation(request, { id, doneOn, note: form.note ?? '' })
  if (!result.ok) return show(request, id, result.problem, form)
  return request.go(safeNext(form.back, back), translator(messages, request.locale)('obligation.done'))
}

const base = '/u/:unit/kewajiban/:id' as const
const idOf = (c: Parameters<Route['handler']>[0]) => c.req.param('id') ?? ''

export const obligationRoutes: Route[] = [
  get('/tugas', 'self', async (_c, request) => {
    const t = translator(messages, request.locale)
    const employeeId = request.actor?.employeeId
    const today = employeeId ? civilDate(request.now, await zoneOf(request.db, employeeId)) : request.today
    const duties = employeeId ? await personObligations(request.db, employeeId) : []
    const open = duties.filter(duty => duty.stored === 'open' && duty.binding)
    const come = duties.filter(duty => duty.stored !== 'waived' && duty.binding && duty.due <= today)
    const missing = await withoutEvidence(
      request.db,
      come.map(({ id }) => id),
    )
    const times = employeeId ? await reminderWishes(request.db, employeeId) : usualWishes
    return request.page({
      title: t('duties.title'),
      current: 'duties',
      body: (
        <DutiesView
          locale={request.locale}
          today={today}
          duties={duties}
          missing={missing}
          reminders={reminderPlan(open, times, today)}
          newKey={request.newId}
        />
      ),
    })
  }),
  post('/tugas/:id/selesai', 'self', async (c, asked) => {
    const o = await oneObligation(asked.db, idOf(c))
    // The address names no unit, so the day is that of the obligation's.
    const request = o ? { ...asked, today: civilDate(asked.now, o.zone) } : asked
    // What someone else owes is not told apart from what does not exist.
    if (!o || !may(request.actor, 'obligation.read', o, request.today)) return request.notFound()
    return complete(request, o.id, await c.req.parseBody({ all: true }), '/tugas')
  }),
  get(base, 'obligation.read', async (c, request) =>
    (await inUnit(request, idOf(c))) ? show(request, idOf(c)) : request.notFound(),
  ),
  post(`${base}/selesai`, 'obligation.complete', async (c, request) => {
    const o = await inUnit(request, idOf(c))
    if (!o) return request.notFound()
    return complete(request, o.id, await c.req.parseBody({ all: true }), obligationPath(o))
  }),
  post(`${base}/buka`, 'obligation.read', async (c, request) => {
    const o = await inUnit(request, idOf(c))
    if (!o) return request.notFound()
    const form = Form.parse(await c.req.parseBody({ all: true }))
    const result = await reopenObligation(request, { id: o.id })
    if (!result.ok) return show(request, o.id, result.problem)
    const notice = translator(messages, request.locale)('obligation.reopened')
    return request.go(safeNext(form.back, obligationPath(o)), notice)
  }),
  post(`${base}/tiadakan`, 'obligation.waive', async (c, request) => {
    const o = await inUnit(request, idOf(c))
    if (!o) return request.notFound()
    const form = Form.parse(await c.req.parseBody({ all: true }))
    const result = await waiveObligation(request, { id: o.id, reason: form.reason ?? '' })
    if (!result.ok) return show(request, o.id, result.problem, form)
    return request.go(obligationPath(o), translator(messages, request.locale)('obligation.waived'))
  }),
  post(`${base}/penanggung-jawab`, 'plan.assign', async (c, request) => {
    const o = await inUnit(request, idOf(c))
    if (!o) return request.notFound()
    const form = Form.parse(await c.req.parseBody({ all: true }))
    const result = await assignObligation(request, { id: o.id, personId: form.personId || null })
    if (!result.ok) return show(request, o.id, result.problem, form)
    return request.go(obligationPath(o), translator(messages, request.locale)('obligation.assigned'))
  }),
]
