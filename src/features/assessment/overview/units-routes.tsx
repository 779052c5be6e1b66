import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import { sharedLosses } from '../../../core/score/losses.ts'
import type { Score } from '../../../core/score/score.ts'
import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { EmptyState } from '../../../ui/display/empty-state.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import type { Markup } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { get, type Request, type Route, unitOf } from '../../context.ts'
import { subtree } from '../../organisation/index.ts'
import { shortName } from '../fill/area-pages.ts'
import { storedInstrument } from '../instruments.ts'
import { labelMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import { lkePath } from '../of-request.ts'
import { answersOf, cyclesOf } from '../queries.ts'
import { figure, labelText, scoreFigure } from '../sentences.ts'
import { answersIn, scoreOf } from '../sheet.ts'

const shownLosses = 10

const questionText = (instrument: Instrument, code: string, locale: Locale): Markup | string => {
  const placed = questionsOf(instrument).find(({ question }) => question.code === code)
  return placed ? labelMarkup(placed.question.text, locale) : code
}

type UnitScore = {
  readonly slug: string
  readonly name: string
  readonly score: Score | null
  readonly instrument: Instrument | null
}

/** Every unit of the subtree with its score of that year, in two queries whatever their number. */
async function unitScores(request: Request, year: number): Promise<UnitScore[]> {
  const units = await subtree(request.db, unitOf(request).id)
  const cycles = await cyclesOf(
    request.db,
    units.map(({ id }) => id),
    year,
  )
  const answers = Map.groupBy(
    await answersOf(
      request.db,
      cycles.map(({ id }) => id),
    ),
    ({ cycleId }) => cycleId,
  )
  const hashes = [...new Set(cycles.map(({ instrumentHash }) => instrumentHash))]
  const instruments = new Map(
    await Promise.all(hashes.map(async hash => [hash, await storedInstrument(request.db, hash)] as const)),
  )
  return units.map(({ id, slug, shortName: name }) => {
    const cycle = cycles.find(({ unitId }) => unitId === id)
    const instrument = cycle ? (instruments.get(cycle.instrumentHash) ?? null) : null
    const score =
      cycle && instrument ? scoreOf(instrument, answersIn(answers.get(cycle.id) ?? []), cycle.settings) : null
    return { slug, name, score, instrument }
  })
}

async function showUnits(request: Request, year: number) {
  const t = translator(messages, request.locale)
  const units = await unitScores(request, year)
  const scored = units.flatMap(unit => (unit.score ? [{ ...unit, score: unit.score }] : []))
  const instrument = scored[0]?.instrument
  const areas = instrument ? weakestFirst(instrument, scored, request.locale) : []
  const first = areas[0]
  const title =
    first && first.below > 0
      ? t('units.weakest', { area: first.name, n: first.below, all: scored.length })
      : t('units.title', { year })
  return request.page({
    title: t('units.title', { year }),
    current: 'assessment',
    body: (
      <>
        <Breadcrumbs
          locale={request.locale}
          items={[
            { text: t('lke.year', { year }), href: `${lkePath(request)}/${year}` },
            { text: t('to.units') },
          ]}
        />
        <PageHead title={title} note={t('units.note')} />
        {scored.length === 0 ? (
          <EmptyState title={t('units.none')} />
        ) : (
          <Card flush>
            <section class="table-wrap" aria-label={t('units.title', { year })} tabindex={0}>
              <table class="table dense heat">
                <caption class="govuk-visually-hidden">{t('units.title', { year })}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('unit')}</th>
                    <th scope="col" class="num">
                      {t('total')}
                    </th>
                    {areas.map(({ code, name }) => (
                      <th scope="col" class="num">
                        <abbr title={name}>{shortName(code, request.locale)}</abbr>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {units.map(({ slug, name, score, instrument }) => (
                    <tr>
                      <th scope="row">{score ? <a href={`/u/${slug}/lke/${year}`}>{name}</a> : name}</th>
                      {score && instrument ? (
                        <>
                          <td class="num">{scoreFigure(score.total, request.locale, instrument)}</td>
                          {areas.map(({ code }) => (
                            <HeatCell
                              score={score}
                              area={code}
                              locale={request.locale}
                              instrument={instrument}
                            />
                          ))}
                        </>
                      ) : (
                        <td class="muted" colspan={areas.length + 1}>
                          {t('units.empty')}
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <td>{t('units.below')}</td>
                    <td />
                    {areas.map(({ below }) => (
                      <td class="num">{`${below} / ${scored.length}`}</td>
                    ))}
                  </tr>
                </tfoot>
              </table>
            </section>
          </Card>
        )}
        {instrument && scored.length > 1 ? (
          <Card title={t('units.shared')} note={t('units.shared.note')} flush>
            <DataTable
              caption={t('units.shared')}
              dense
              rows={sharedLosses(
                instrument,
                scored.filter(unit => unit.instrument === instrument).map(({ score }) => score),
              )
                .filter(({ units: n }) => n > 1)
                .slice(0, shownLosses)}
              empty={{ title: t('units.shared.none') }}
              columns={[
                {
                  header: t('rule'),
                  rowHeader: true,
                  width: 'grow',
                  cell: loss => (
                    <>
                      {questionText(instrument, loss.code, request.locale)}
                      <span class="sub">{loss.code}</span>
                    </>
                  ),
                },
                {
                  header: t('unit'),
                  numeric: true,
                  width: 'shrink',
                  cell: loss => `${loss.units} / ${scored.length}`,
                },
                {
                  header: t('units.lost'),
                  numeric: true,
                  width: 'shrink',
                  cell: loss => `−${figure(loss.loss, request.locale)}`,
                },
              ]}
            />
          </Card>
        ) : null}
      </>
    ),
  })
}

/** A cell says the figure; its ground repeats how many thresholds are met, and a mark says it without colour. */
function HeatCell({
  score,
  area,
  locale,
  instrument,
}: {
  score: Score | null
  area: string
  locale: Locale
  instrument: Instrument
}) {
  const scored = score?.areas[area]
  if (!score || !scored) return <td class="num">–</td>
  const predicates = Object.values(score.predicates)
  const met = predicates.filter(({ unmet }) => !unmet.some(({ rule }) => rule === `area.${area}`)).length
  const tone = met === predicates.length ? 'done' : met > 0 ? 'due' : 'late'
  const mark = { done: '✓', due: '●', late: '!' }[tone]
  return <td class={`num h-${tone}`}>{`${mark} ${scoreFigure(scored.percent, locale, instrument, 1)}%`}</td>
}

function weakestFirst(
  instrument: Instrument,
  units: readonly { readonly score: Score }[],
  locale: Locale,
): { readonly code: string; readonly name: string; readonly below: number }[] {
  const first = instrument.predicates[0]?.code
  return instrument.areas
    .filter(({ code }) => units.some(({ score }) => score.areas[code] !== undefined))
    .map(({ code, title }) => ({
      code,
      name: labelText(title, locale),
      below: units.filter(({ score }) =>
        score.predicates[first ?? '']?.unmet.some(({ rule }) => rule === `area.${code}`),
      ).length,
    }))
    .sort((a, b) => b.below - a.below)
}

export const unitsRoutes: Route[] = [
  get('/u/:unit/lke/:year/satuan', 'assessment.read', async (c, request) => {
    const year = c.req.param('year') ?? ''
    return /^\d{4}$/.test(year) ? showUnits(request, Number(year)) : request.notFound()
  }),
]
