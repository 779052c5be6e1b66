import type { Context } from 'hono'
import { nextSteps, roads } from '../../../core/score/road.ts'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { type Typed, typedFields } from '../fill/fill-form.ts'
import { cycleOf, cyclePath, sheetOf } from '../of-request.ts'
import { type Cycle, effortsOf } from '../queries.ts'
import { sentences, statusOf } from '../sentences.ts'
import { answersIn, isOpen, mayEditArea } from '../sheet.ts'
import { RoadView } from './road.view.tsx'
import { roadMessages } from './road-messages.ts'
import { type EffortProblem, saveEfforts } from './save-efforts.ts'
import { triedIn } from './try-change.ts'

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
  const tried = triedIn(sheet, c.req.query())
  const wrong = tried
    ? sentences({ kind: 'bad-answers', answers: tried.wrong }, request.locale, sheet.questions)
    : []
  return request.page({
    title: translator(roadMessages, request.locale)('title'),
    current: 'assessment',
    status: problem ? statusOf(problem) : wrong.length > 0 ? 422 : 200,
    body: (
      <RoadView
        locale={request.locale}
        sheet={sheet}
        base={cyclePath(request, cycle)}
        roads={found.value}
        steps={steps.value}
        efforts={efforts}
        typed={typed ?? null}
        tried={tried}
        editable={isOpen(cycle) && mayEditArea(request.actor, unitOf(request).path, '', request.today)}
        errors={problem ? sentences(problem, request.locale) : wrong}
        formKey={request.formKey}
      />
    ),
  })
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
