import type { Context } from 'hono'
import { z } from 'zod'
import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import { formatTime } from '../../../ui/format.ts'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { setZeroDenominator } from '../cycle/set-zero-denominator.ts'
import { storedInstrument } from '../instruments.ts'
import { messages } from '../messages.ts'
import { cycleOf, cyclePath, sheetOf, zoneOf } from '../of-request.ts'
import { type CiteProblem, citeEvidence, uncite } from '../prove/cite-evidence.ts'
import { storeEvidence } from '../prove/evidence-queries.ts'
import { askedBy, fitOf } from '../prove/fit-evidence.ts'
import { answerHistory, answersOf, type Cycle } from '../queries.ts'
import { ScoreLine } from '../score-line.view.tsx'
import { type AnyProblem, figure, labelText, pointsOf, sentences, statusOf } from '../sentences.ts'
import { answersIn, isOpen, mayEditArea, type Sheet, scoreOf } from '../sheet.ts'
import { areaPages } from './area-pages.ts'
import { afterSave, conflictsOf } from './area-routes.tsx'
import { filledRows, type Typed, typedFields } from './fill-form.ts'
import { returnAnswer } from './return-answer.ts'
import { rowFacts, rowPath } from './row.view.tsx'
import { RowPageView } from './row-page.view.tsx'
import { rowFlags } from './row-state.ts'
import { saveAnswers } from './save-answers.ts'

const base = '/u/:unit/lke/:year/butir/:code' as const
const uuid = z.uuid().catch('')

const placedOf = (c: Context, sheet: Pick<Sheet, 'questions'>) =>
  sheet.questions.find(({ question }) => question.code === c.req.param('code'))

/** The page that a question stands on. */
const pageOf = (instrument: Instrument, area: string): string =>
  areaPages(instrument).find(({ areas }) => areas.includes(area))?.code ?? area

async function showRow(
  c: Context,
  request: Request,
  cycle: Cycle,
  { typed, problem }: { typed?: Typed; problem?: AnyProblem } = {},
) {
  const sheet = await sheetOf(request, cycle)
  const placed = placedOf(c, sheet)
  if (!placed) return request.notFound()
  const unit = unitOf(request)
  const search = (c.req.query('cari') ?? '').trim().slice(0, 100)
  const pieces = await storeEvidence(request.db, unit.id, {
    year: cycle.year,
    area: placed.area,
    search,
    mayReadRestricted: request.may('evidence.read-restricted'),
    limit: 100,
  })
  const asked = askedBy(placed, cycle.year)
  const store = pieces.map(piece => ({ ...piece, fit: fitOf(piece)(asked) })).sort((a, b) => b.fit - a.fit)
  const open = isOpen(cycle)
  return request.page({
    title: `${placed.question.code} · ${labelText(placed.question.text, request.locale)}`,
    current: 'assessment',
    status: problem ? statusOf(problem) : 200,
    body: (
      <RowPageView
        locale={request.locale}
        zone={zoneOf(request)}
        sheet={sheet}
        placed={placed}
        flags={rowFlags(sheet)(placed.question.code)}
        base={cyclePath(request, cycle)}
        page={pageOf(sheet.instrument, placed.area)}
        editable={open && mayEditArea(request.actor, unit.path, placed.area, request.today)}
        mayReturn={open && request.may('assessment.return') && sheet.answers.has(placed.question.code)}
        maySetZero={open && request.may('assessment.submit')}
        history={await answerHistory(request.db, cycle.id, placed.question.code)}
        store={store}
        search={search}
        uploadHref={request.may('evidence.add') ? `/u/${unit.slug}/bukti/baru` : null}
        typed={typed ?? null}
        errors={problem ? sentences(problem, request.locale, sheet.questions) : []}
        newKey={request.newId}
      />
    ),
  })
}

/** A row saved by its button, or by the island, which asks for JSON and draws nothing itself. */
async function saveRow(c: Context, request: Request) {
  const cycle = await cycleOf(c, request)
  if (!cycle) return request.notFound()
  const instrument = await storedInstrument(request.db, cycle.instrumentHash)
  const questions = questionsOf(instrument)
  const placed = placedOf(c, { questions })
  if (!placed) return request.notFound()
  const typed = typedFields(await c.req.parseBody({ all: true }))
  const rows = filledRows(instrument, [placed], typed).filter(row => row.code === placed.question.code)
  const result = await saveAnswers(request, { unit: unitOf(request), cycleId: cycle.id, rows })
  if (c.req.header('accept') === 'application/json') return answerIsland(c, request, cycle, placed, result)
  const area = `${cyclePath(request, cycle)}/${pageOf(instrument, placed.area)}`
  const { code } = placed.question
  return afterSave(request, {
    cycle,
    questions,
    result,
    back:
      typed.get('kembali') === 'butir'
        ? rowPath(cyclePath(request, cycle), code)
        : `${area}#${code.replaceAll('.', '-')}`,
    wrong: problem => showRow(c, request, cycle, { typed, problem }),
  })
}

async function answerIsland(
  c: Context,
  request: Request,
  cycle: Cycle,
  placed: Sheet['questions'][number],
  result: Awaited<ReturnType<typeof saveAnswers>>,
) {
  const t = translator(messages, request.locale)
  if (conflictsOf(result).length > 0) return c.json({ state: 'conflict' }, 409)
  if (!result.ok && result.problem.kind !== 'nothing-changed') {
    const texts = sentences(result.problem, request.locale, [placed]).map(({ text }) => text)
    return c.json({ state: 'wrong', texts }, statusOf(result.problem))
  }
  const instrument = await storedInstrument(request.db, cycle.instrumentHash)
  const stored = await answersOf(request.db, [cycle.id])
  const score = scoreOf(instrument, answersIn(stored), cycle.settings)
  const answers = new Map(stored.map(answer => [answer.code, answer]))
  const page = pageOf(instrument, placed.area)
  const scored = score.subItems[placed.subItem.code]
  return c.json({
    state: 'saved',
    text: t('saved', { at: formatTime(request.now, zoneOf(request), request.locale) }),
    version: answers.get(placed.question.code)?.version ?? 0,
    facts: rowFacts({
      ...{ locale: request.locale, zone: zoneOf(request), placed },
      sheet: { instrument, answers, score },
    }),
    subItem: placed.subItem.code,
    subScore: t('sub.weight', {
      max: figure(scored?.max ?? '0', request.locale),
      score: pointsOf(scored?.score ?? '0', scored?.max ?? '0', request.locale),
    }),
    scoreLine: String(
      <ScoreLine
        locale={request.locale}
        sheet={{ cycle, instrument, score }}
        area={score.areas[page] ? page : null}
        base={cyclePath(request, cycle)}
      />,
    ),
  })
}

async function afterCite(
  c: Context,
  request: Request,
  cycle: Cycle,
  result: { ok: true } | { ok: false; problem: CiteProblem },
  notice: string,
) {
  if (!result.ok && result.problem.kind === 'not-found') return request.notFound()
  if (!result.ok) return showRow(c, request, cycle, { problem: result.problem })
  return request.go(`${rowPath(cyclePath(request, cycle), c.req.param('code') ?? '')}#bukti`, notice)
}

export const rowRoutes: Route[] = [
  get(base, 'assessment.read', async (c, request) => {
    const cycle = await cycleOf(c, request)
    return cycle ? showRow(c, request, cycle) : request.notFound()
  }),
  post(base, 'assessment.edit', saveRow),
  post(`${base}/bukti`, 'assessment.edit', async (c, request) => {
    const cycle = await cycleOf(c, request)
    if (!cycle) return request.notFound()
    const form = typedFields(await c.req.parseBody({ all: true }))
    const result = await citeEvidence(request, {
      unit: unitOf(request),
      cycleId: cycle.id,
      code: c.req.param('code') ?? '',
      evidenceId: uuid.parse(form.get('evidence')),
      page: form.get('page') ?? '',
    })
    return afterCite(c, request, cycle, result, translator(messages, request.locale)('evidence.added'))
  }),
  post(`${base}/lepas`, 'assessment.edit', async (c, request) => {
    const cycle = await cycleOf(c, request)
    if (!cycle) return request.notFound()
    const form = typedFields(await c.req.parseBody({ all: true }))
    const linkId = uuid.parse(form.get('link'))
    if (linkId === '') return request.notFound()
    const result = await uncite(request, {
      unit: unitOf(request),
      cycleId: cycle.id,
      code: c.req.param('code') ?? '',
      linkId,
    })
    return afterCite(c, request, cycle, result, translator(messages, request.locale)('evidence.removed'))
  }),
  post(`${base}/kembalikan`, 'assessment.return', async (c, request) => {
    const cycle = await cycleOf(c, request)
    if (!cycle) return request.notFound()
    const typed = typedFields(await c.req.parseBody({ all: true }))
    const code = c.req.param('code') ?? ''
    const result = await returnAnswer(request, {
      unitId: unitOf(request).id,
      cycleId: cycle.id,
      code,
      reason: typed.get('reason') ?? '',
    })
    if (result.ok)
      return request.go(
        rowPath(cyclePath(request, cycle), code),
        translator(messages, request.locale)('return.done'),
      )
    if (result.problem.kind === 'not-found') return request.notFound()
    return showRow(c, request, cycle, { typed, problem: result.problem })
  }),
  post(`${base}/nol`, 'assessment.submit', async (c, request) => {
    const cycle = await cycleOf(c, request)
    if (!cycle) return request.notFound()
    const typed = typedFields(await c.req.parseBody({ all: true }))
    const code = c.req.param('code') ?? ''
    const worth = (['0', '1'] as const).find(one => one === typed.get('nilai')) ?? null
    const unitId = unitOf(request).id
    const result = await setZeroDenominator(request, { unitId, cycleId: cycle.id, code, worth })
    if (result.ok)
      return request.go(
        `${rowPath(cyclePath(request, cycle), code)}#nol`,
        translator(messages, request.locale)('zero.saved'),
      )
    if (result.problem.kind === 'not-found') return request.notFound()
    return showRow(c, request, cycle, { problem: result.problem })
  }),
]
