import type { Context } from 'hono'
import { isBlank } from '../../../core/score/answers.ts'
import { nextSteps } from '../../../core/score/road.ts'
import { workbookFigure } from '../../../core/score/workbook-figure.ts'
import { formatDate } from '../../../ui/format.ts'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { subtree } from '../../organisation/index.ts'
import { type MoveProblem, reopenCycle, submitCycle } from '../cycle/move-cycle.ts'
import { SubmitView } from '../cycle/submit.view.tsx'
import { afterSave } from '../fill/area-routes.tsx'
import { filledRows, type Typed, typedFields } from '../fill/fill-form.ts'
import { saveAnswers } from '../fill/save-answers.ts'
import { storedInstrument } from '../instruments.ts'
import { messages } from '../messages.ts'
import { cycleOf, cyclePath, lkePath, sheetOf, zoneOf } from '../of-request.ts'
import type { Cycle } from '../queries.ts'
import { type AnyProblem, cycleName, scoreFigure, sentences, statusOf } from '../sentences.ts'
import { answersIn, isOpen, mayEditArea } from '../sheet.ts'
import { OverviewView } from './overview.view.tsx'

type Shown = { readonly problem?: AnyProblem; readonly typed?: Typed }

export async function showOverview(request: Request, cycle: Cycle, { problem, typed }: Shown = {}) {
  const sheet = await sheetOf(request, cycle)
  const unit = unitOf(request)
  const steps = nextSteps(sheet.instrument, answersIn(sheet.answers.values()), cycle.settings)
  const workbook = workbookFigure(sheet.instrument, answersIn(sheet.answers.values()))
  return request.page({
    title: cycleName(cycle, request.locale),
    current: 'assessment',
    status: problem ? statusOf(problem) : 200,
    body: (
      <OverviewView
        locale={request.locale}
        zone={zoneOf(request)}
        today={formatDate(request.today, request.locale)}
        sheet={sheet}
        base={cyclePath(request, cycle)}
        can={{
          edit: mayEditArea(request.actor, unit.path, '', request.today),
          submit: request.may('assessment.submit'),
          reopen: request.may('assessment.reopen'),
          close: request.may('assessment.close'),
        }}
        several={(await subtree(request.db, unit.id)).length > 1}
        workbookTotal={workbook.total !== sheet.score.total ? workbook.total : null}
        steps={steps.ok ? steps.value : []}
        errors={problem ? sentences(problem, request.locale, sheet.questions) : []}
        typedReason={typed?.get('reason') ?? ''}
        newKey={request.newId}
      />
    ),
  })
}

/** What is missing, before it is too late to change it. */
async function showSubmit(request: Request, cycle: Cycle, problem?: MoveProblem) {
  const sheet = await sheetOf(request, cycle)
  const t = translator(messages, request.locale)
  if (!isOpen(cycle)) return showOverview(request, cycle, { problem: { kind: 'stale', state: cycle.state } })
  return request.page({
    title: t('submit.title', { year: cycle.year }),
    current: 'assessment',
    status: problem ? statusOf(problem) : 200,
    body: (
      <SubmitView
        locale={request.locale}
        sheet={sheet}
        base={cyclePath(request, cycle)}
        errors={problem ? sentences(problem, request.locale) : []}
        formKey={request.formKey}
      />
    ),
  })
}

const versionOf = (typed: Typed): number => Number(/^\d{1,9}$/.exec(typed.get('version') ?? '')?.[0] ?? 0)

type Mover = (
  request: Request,
  which: { readonly unitId: string; readonly cycleId: string; readonly version: number },
  typed: Typed,
) => ReturnType<typeof submitCycle>

function moving(
  move: Mover,
  notice: (
    request: Request,
    moved: { readonly total: string; readonly cycle: Cycle },
  ) => string | Promise<string>,
  wrong: (
    request: Request,
    cycle: Cycle,
    problem: MoveProblem,
    typed: Typed,
  ) => ReturnType<typeof showOverview>,
): Route['handler'] {
  return async (c, request) => {
    const cycle = await cycleOf(c, request)
    if (!cycle) return request.notFound()
    const typed = typedFields(await c.req.parseBody({ all: true }))
    const which = { unitId: unitOf(request).id, cycleId: cycle.id, version: versionOf(typed) }
    const result = await move(request, which, typed)
    if (result.ok)
      return request.go(cyclePath(request, cycle), await notice(request, { ...result.value, cycle }))
    return wrong(request, cycle, result.problem, typed)
  }
}

const words = (request: Request) => translator(messages, request.locale)

async function saveConditions(c: Context, request: Request) {
  const cycle = await cycleOf(c, request)
  if (!cycle) return request.notFound()
  const instrument = await storedInstrument(request.db, cycle.instrumentHash)
  const typed = typedFields(await c.req.parseBody({ all: true }))
  const result = await saveAnswers(request, {
    unit: unitOf(request),
    cycleId: cycle.id,
    rows: filledRows(instrument, [], typed),
  })
  return afterSave(request, {
    cycle,
    questions: [],
    result,
    back: `${cyclePath(request, cycle)}#syarat`,
    wrong: problem => showOverview(request, cycle, { problem }),
    notice: words(request)('conditions.saved'),
  })
}

export const overviewRoutes: Route[] = [
  get('/u/:unit/lke/:year', 'assessment.read', async (c, request) => {
    const cycle = await cycleOf(c, request)
    return cycle
      ? showOverview(request, cycle)
      : request.go(`${lkePath(request)}?tahun=${encodeURIComponent((c.req.param('year') ?? '').slice(0, 4))}`)
  }),
  get('/u/:unit/lke/:year/jawaban.json', 'assessment.read', async (c, request) => {
    const cycle = await cycleOf(c, request)
    if (!cycle) return request.notFound()
    const sheet = await sheetOf(request, cycle)
    const answers = Object.fromEntries(
      Object.entries(answersIn(sheet.answers.values())).filter(([, answer]) => !isBlank(answer)),
    )
    c.header('content-disposition', `attachment; filename="lke-${unitOf(request).slug}-${cycle.year}.json"`)
    return c.json({ instrument: cycle.instrumentId, answers })
  }),
  post('/u/:unit/lke/:year/syarat', 'assessment.edit', saveConditions),
  get('/u/:unit/lke/:year/ajukan', 'assessment.submit', async (c, request) => {
    const cycle = await cycleOf(c, request)
    return cycle ? showSubmit(request, cycle) : request.notFound()
  }),
  post(
    '/u/:unit/lke/:year/ajukan',
    'assessment.submit',
    moving(
      (request, which, typed) =>
        submitCycle(request, { ...which, acceptsBlanks: typed.has('acceptsBlanks') }),
      async (request, { total, cycle }) => {
        const instrument = await storedInstrument(request.db, cycle.instrumentHash)
        return words(request)('submit.done', { score: scoreFigure(total, request.locale, instrument) })
      },
      (request, cycle, problem) => showSubmit(request, cycle, problem),
    ),
  ),
  post(
    '/u/:unit/lke/:year/buka',
    'assessment.reopen',
    moving(
      (request, which, typed) => reopenCycle(request, { ...which, reason: typed.get('reason') ?? '' }),
      request => words(request)('reopen.done'),
      (request, cycle, problem, typed) => showOverview(request, cycle, { problem, typed }),
    ),
  ),
]
