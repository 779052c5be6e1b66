import type { Context } from 'hono'
import { parseLocalDate, yearOf } from '../../../core/shared/local-date.ts'
import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { tagMarkup } from '../../../ui/display/tag.tsx'
import { formatDate } from '../../../ui/format.ts'
import { ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { Checkbox } from '../../../ui/forms/choice-group.tsx'
import { ErrorSummary, errorOf } from '../../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { type Typed, typedFields } from '../fill/fill-form.ts'
import { availableInstruments, storedInstrument } from '../instruments.ts'
import { messages } from '../messages.ts'
import { cyclePath, lkePath } from '../of-request.ts'
import { answersOf, type Cycle, unitCycles } from '../queries.ts'
import { cycleName, labelText, scoreFigure, sentences, statusOf } from '../sentences.ts'
import { answersIn, scoreOf } from '../sheet.ts'
import { PreviewView } from './preview.view.tsx'
import { previewStart } from './preview-start.ts'
import { type StartProblem, startCycle } from './start-cycle.ts'

const words = (request: Request) => translator(messages, request.locale)

async function scoredCycles(request: Request, cycles: readonly Cycle[]) {
  const answers = Map.groupBy(
    await answersOf(
      request.db,
      cycles.map(({ id }) => id),
    ),
    ({ cycleId }) => cycleId,
  )
  return Promise.all(
    cycles.map(async cycle => {
      const instrument = await storedInstrument(request.db, cycle.instrumentHash)
      const score = scoreOf(instrument, answersIn(answers.get(cycle.id) ?? []), cycle.settings)
      return { cycle, instrument, score, all: Object.keys(score.items).length }
    }),
  )
}

async function showCycles(
  request: Request,
  { typed, problem }: { typed?: Typed; problem?: StartProblem } = {},
) {
  const t = words(request)
  const { locale } = request
  const rows = await scoredCycles(request, await unitCycles(request.db, unitOf(request).id))
  const known = request.may('assessment.start') ? await availableInstruments(request.db) : []
  const errors = problem ? sentences(problem, locale) : []
  return request.page({
    title: t('lke'),
    current: 'assessment',
    status: problem ? statusOf(problem) : 200,
    body: (
      <>
        <ErrorSummary locale={locale} errors={errors} />
        <PageHead title={t('cycles.title')} note={t('cycles.note')} />
        <DataTable
          caption={t('cycles.title')}
          rows={rows}
          empty={{ title: t('cycles.empty'), text: t('cycles.empty.text') }}
          columns={[
            {
              header: t('year'),
              rowHeader: true,
              width: 'shrink',
              cell: ({ cycle }) => (
                <a href={cyclePath(request, cycle)}>
                  {cycle.kind === 'checklist' ? cycleName(cycle, locale) : cycle.year}
                </a>
              ),
            },
            {
              header: t('instrument'),
              width: 'grow',
              cell: ({ instrument }) => labelText(instrument.title, locale),
            },
            {
              header: t('total'),
              numeric: true,
              cell: ({ score, instrument }) => scoreFigure(score.total, locale, instrument),
            },
            {
              header: t('progress'),
              cell: ({ score, all }) => t('answered.of', { n: all - score.blanks.length, all }),
            },
            {
              header: t('state'),
              cell: ({ cycle }) =>
                tagMarkup(
                  cycle.state === 'submitted' || cycle.state === 'closed' ? 'done' : 'due',
                  t(`state.${cycle.state}`),
                ),
            },
          ]}
        />
        {known.length > 0 ? (
          <Card title={t('start.title')}>
            <form method="get" action={`${lkePath(request)}/mulai`} class="form" novalidate>
              <TextField
                locale={locale}
                name="tahun"
                label={t('year')}
                value={typed?.get('tahun') ?? nextYear(rows, yearOf(request.today))}
                width={4}
                inputmode="numeric"
                error={errorOf(errors, 'tahun')}
              />
              <SelectField
                locale={locale}
                name="instrumen"
                label={t('instrument')}
                empty={false}
                value={typed?.get('instrumen') ?? known[0]?.hash}
                options={known.map(({ hash, instrument }) => ({
                  value: hash,
                  text: labelText(instrument.title, locale),
                }))}
                error={errorOf(errors, 'instrumen')}
              />
              <SubmitButton>{t('start.look')}</SubmitButton>
            </form>
          </Card>
        ) : null}
      </>
    ),
  })
}

/** The first year from this one on that no self-assessment was started for. */
function nextYear(rows: readonly { readonly cycle: Cycle }[], from: number): number {
  const started = new Set(rows.filter(({ cycle }) => cycle.kind === 'scored').map(({ cycle }) => cycle.year))
  let year = from
  while (started.has(year)) year += 1
  return year
}

/** The year and the instrument that a form names. */
async function wanted(request: Request, typed: Typed) {
  const text = (typed.get('tahun') ?? '').trim()
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  const known = await availableInstruments(request.db)
  const chosen = known.find(({ hash }) => hash === typed.get('instrumen'))
  const problem: StartProblem | null =
    year < 2000 || year > 2100 ? { kind: 'no-year' } : chosen ? null : { kind: 'no-instrument' }
  return { year, chosen, problem }
}

async function showStart(c: Context, request: Request) {
  const typed = typedFields(c.req.query())
  // Nobody asked for a year yet: there is no mistake to show.
  if (!typed.has('tahun')) return request.go(lkePath(request))
  const { year, chosen, problem } = await wanted(request, typed)
  if (problem || !chosen) return showCycles(request, { typed, ...(problem ? { problem } : {}) })
  const preview = await previewStart(request.db, unitOf(request).id, year, chosen)
  const name = cycleName({ year, kind: chosen.instrument.kind }, request.locale)
  const t = words(request)
  const { locale } = request
  const from = parseLocalDate(chosen.instrument.validity.from)
  return request.page({
    title: t('start.preview', { name }),
    current: 'assessment',
    body: (
      <>
        <Breadcrumbs
          locale={locale}
          items={[{ text: t('lke'), href: lkePath(request) }, { text: t('start.title') }]}
        />
        <PageHead title={t('start.preview', { name })} note={t('start.preview.note')} />
        {from && yearOf(from) > year ? (
          <Notice locale={locale} tone="warning">
            {t('start.outside', { from: formatDate(from, locale), year })}
          </Notice>
        ) : null}
        <Card
          title={labelText(chosen.instrument.title, locale)}
          note={from ? t('start.valid', { from: formatDate(from, locale) }) : undefined}
        >
          <PostForm action={lkePath(request)} csrf="" idempotencyKey={request.formKey}>
            <CarriedFields values={{ tahun: String(year), instrumen: chosen.hash }} />
            {preview && preview.carried.length > 0 ? (
              <Checkbox
                name="bawa"
                label={t('start.carry', { year: preview.before.year, n: preview.carried.length })}
              />
            ) : null}
            <ButtonRow>
              <SubmitButton>{t('start.go', { name })}</SubmitButton>
              <a href={lkePath(request)}>{t('cycles.back')}</a>
            </ButtonRow>
          </PostForm>
        </Card>
        {preview ? (
          <PreviewView locale={locale} preview={preview} next={chosen.instrument} />
        ) : (
          <p class="muted">{t('start.first')}</p>
        )}
      </>
    ),
  })
}

async function start(c: Context, request: Request) {
  const typed = typedFields(await c.req.parseBody({ all: true }))
  const { year, chosen, problem } = await wanted(request, typed)
  if (problem || !chosen) return showCycles(request, { typed, ...(problem ? { problem } : {}) })
  const unitId = unitOf(request).id
  const preview = typed.has('bawa') ? await previewStart(request.db, unitId, year, chosen) : null
  const result = await startCycle(request, {
    unitId,
    year,
    chosen,
    carried: preview?.carried ?? [],
    readAgain: words(request)('start.read-again'),
  })
  if (!result.ok) return showCycles(request, { typed, problem: result.problem })
  return request.go(
    cyclePath(request, { year, kind: chosen.instrument.kind }),
    words(request)('start.started', {
      name: cycleName({ year, kind: chosen.instrument.kind }, request.locale),
    }),
  )
}

export const cycleRoutes: Route[] = [
  get('/u/:unit/lke', 'assessment.read', (c, request) =>
    showCycles(request, { typed: typedFields(c.req.query()) }),
  ),
  get('/u/:unit/lke/mulai', 'assessment.start', showStart),
  post('/u/:unit/lke', 'assessment.start', start),
]
