import type { Context } from 'hono'
import { questionsOf } from '../../../core/instrument/instrument.ts'
import { formatTime } from '../../../ui/format.ts'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { storedInstrument } from '../instruments.ts'
import { messages } from '../messages.ts'
import { cycleOf, cyclePath, sheetOf, zoneOf } from '../of-request.ts'
import { planOffers } from '../prove/evidence-queries.ts'
import { suggestionCounts } from '../prove/suggest-evidence.ts'
import type { Cycle } from '../queries.ts'
import { type AnyProblem, sentences, statusOf } from '../sentences.ts'
import { mayEditArea, type Sheet } from '../sheet.ts'
import { AreaView } from './area.view.tsx'
import { areaPages, pageName } from './area-pages.ts'
import { ConflictView } from './conflict.view.tsx'
import { filledRows, type Typed, typedFields } from './fill-form.ts'
import { rowFilters, rowFlags } from './row-state.ts'
import { type SaveOutcome, type SaveProblem, saveAnswers } from './save-answers.ts'

type Shown = { readonly typed?: Typed; readonly problem?: AnyProblem }

async function showArea(c: Context, request: Request, cycle: Cycle, { typed, problem }: Shown = {}) {
  const unit = unitOf(request)
  const [sheet, offers] = await Promise.all([
    sheetOf(request, cycle),
    planOffers(request.db, unit.id, cycle.year),
  ])
  const page = areaPages(sheet.instrument).find(({ code }) => code === c.req.param('area'))
  if (!page) return request.notFound()
  const filter = rowFilters.find(one => one === c.req.query('saring')) ?? null
  const t = translator(messages, request.locale)
  return request.page({
    title: pageName(sheet, page.code, request.locale, t('area.results')),
    current: 'assessment',
    status: problem ? statusOf(problem) : 200,
    islands: ['autosave'],
    body: (
      <AreaView
        locale={request.locale}
        zone={zoneOf(request)}
        sheet={sheet}
        page={page}
        flagsOf={rowFlags(sheet)}
        filter={filter}
        mayEdit={mayEditArea(request.actor, unit.path, page.code, request.today)}
        base={cyclePath(request, cycle)}
        planHref={`/u/${unit.slug}/rencana/${cycle.year}?area=${page.code}`}
        offer={offers.find(({ area }) => area === page.code)}
        suggestions={await suggestionCounts(request, sheet, page)}
        typed={typed ?? null}
        errors={problem ? sentences(problem, request.locale, sheet.questions) : []}
        formKey={request.formKey}
      />
    ),
  })
}

async function saveArea(c: Context, request: Request) {
  const cycle = await cycleOf(c, request)
  if (!cycle) return request.notFound()
  const instrument = await storedInstrument(request.db, cycle.instrumentHash)
  const questions = questionsOf(instrument)
  const typed = typedFields(await c.req.parseBody({ all: true }))
  const rows = filledRows(instrument, questions, typed)
  const result = await saveAnswers(request, { unit: unitOf(request), cycleId: cycle.id, rows })
  const here = `${cyclePath(request, cycle)}/${c.req.param('area')}`
  return afterSave(request, {
    cycle,
    questions,
    result,
    back: here,
    wrong: problem => showArea(c, request, cycle, { typed, problem }),
  })
}

/** What a person sees after saving: the page again, both texts of a conflict, or what was wrong. */
export async function afterSave(
  request: Request,
  p: {
    readonly cycle: Cycle
    readonly questions: Sheet['questions']
    readonly result: Awaited<ReturnType<typeof saveAnswers>>
    readonly back: string
    readonly wrong: (problem: SaveProblem) => Response | Promise<Response>
    readonly notice?: string
  },
): Promise<Response> {
  const t = translator(messages, request.locale)
  const { result } = p
  const conflicts = conflictsOf(result)
  if (conflicts.length > 0)
    return request.page({
      title: t('conflict.title'),
      current: 'assessment',
      status: 409,
      body: (
        <ConflictView
          locale={request.locale}
          zone={zoneOf(request)}
          questions={p.questions}
          conflicts={conflicts}
          saved={result.ok ? result.value.saved.length : 0}
          base={cyclePath(request, p.cycle)}
          back={p.back}
          newKey={request.newId}
        />
      ),
    })
  if (result.ok) {
    const at = formatTime(request.now, zoneOf(request), request.locale)
    return request.go(p.back, p.notice ?? t('saved.n', { n: result.value.saved.length, at }))
  }
  if (result.problem.kind === 'nothing-changed') return request.go(p.back, t('saved.none'))
  if (result.problem.kind === 'not-found') return request.notFound()
  return p.wrong(result.problem)
}

export const conflictsOf = (
  result: { ok: true; value: SaveOutcome } | { ok: false; problem: SaveProblem },
): SaveOutcome['conflicts'] =>
  result.ok ? result.value.conflicts : result.problem.kind === 'conflict' ? result.problem.conflicts : []

export const areaRoutes: Route[] = [
  get('/u/:unit/lke/:year/:area', 'assessment.read', async (c, request) => {
    const cycle = await cycleOf(c, request)
    return cycle ? showArea(c, request, cycle) : request.notFound()
  }),
  post('/u/:unit/lke/:year/:area', 'assessment.edit', saveArea),
]
