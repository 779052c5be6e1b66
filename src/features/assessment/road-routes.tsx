import type { Context } from 'hono'
import { effectOf } from '../../core/score/losses.ts'
import { nextSteps, roads } from '../../core/score/road.ts'
import { translator } from '../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../context.ts'
import { type Typed, typedFields } from './fill-form.ts'
import { cycleOf, cyclePath, sheetOf } from './of-request.ts'
import { type Cycle, effortsOf } from './queries.ts'
import { RoadView } from './road.view.tsx'
import { roadMessages } from './road-messages.ts'
import { type EffortProblem, saveEfforts } from './save-efforts.ts'
import { sentences, statusOf } from './sentences.ts'
import { answersIn, isOpen, mayEditArea, type Sheet } from './sheet.ts'

async function showRoad(
  c: Context,
  request: Request,
  cycle: Cycle,
  { typed, problem }: { typed?: Typed; problem?: EffortProblem } = {},
) {
  const sheet = await sheetOf(request, cycle)
  if (sheet.instrument.predicates.length === 0) return request.notFound()
  const efforts = await effortsOf(request.db, cycle.id)
  const answers = answersIn(sheet.answers.values())
  const found = roads(sheet.instrument, answers, Object.fromEntries(efforts), cycle.settings)
  const steps = nextSteps(sheet.instrument, answers, cycle.settings)
  if (!found.ok || !steps.ok) throw new Error('a stored sheet does not score')
  return request.page({
    title: translator(roadMessages, request.locale)('title'),
    current: 'assessment',
    status: problem ? statusOf(problem) : 200,
    body: (
      <RoadView
        locale={request.locale}
        sheet={sheet}
        base={cyclePath(request, cycle)}
        roads={found.value}
        steps={steps.value}
        efforts={efforts}
        typed={typed ?? null}
        effect={effectAsked(sheet, c.req.query('butir'), c.req.query('jadi'))}
        editable={isOpen(cycle) && mayEditArea(request.actor, unitOf(request).path, '', request.today)}
        errors={problem ? sentences(problem, request.locale) : []}
        formKey={request.formKey}
      />
    ),
  })
}

/** What one change would do; nothing where the address names no question or no answer of it. */
function effectAsked(sheet: Sheet, code: string | undefined, to: string | undefined) {
  if (!code || !to) return null
  const effect = effectOf(
    sheet.instrument,
    answersIn(sheet.answers.values()),
    { [code]: to },
    sheet.cycle.settings,
  )
  return effect.ok ? { ...effect.value, code, to } : null
}

async function saveRoad(c: Context, request: Request) {
  const cycle = await cycleOf(c, request)
  if (!cycle) return request.notFound()
  const sheet = await sheetOf(request, cycle)
  const typed = typedFields(await c.req.parseBody({ all: true }))
  const efforts = [...typed].flatMap(([name, text]) =>
    name.startsWith('u.')
      ? [{ code: name.slice(2), effort: /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0 }]
      : [],
  )
  const result = await saveEfforts(request, {
    unitId: unitOf(request).id,
    cycleId: cycle.id,
    known: new Set(sheet.questions.map(({ question }) => question.code)),
    efforts,
  })
  if (result.ok)
    return request.go(
      `${cyclePath(request, cycle)}/jalan`,
      translator(roadMessages, request.locale)('effort.saved'),
    )
  if (result.problem.kind === 'not-found') return request.notFound()
  return showRoad(c, request, cycle, { typed, problem: result.problem })
}

export const roadRoutes: Route[] = [
  get('/u/:unit/lke/:year/jalan', 'assessment.read', async (c, request) => {
    const cycle = await cycleOf(c, request)
    return cycle ? showRoad(c, request, cycle) : request.notFound()
  }),
  post('/u/:unit/lke/:year/jalan', 'assessment.edit', saveRoad),
]
