import { lossesOf } from '../../../core/score/losses.ts'
import type { Road } from '../../../core/score/road.ts'
import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { Details } from '../../../ui/display/summary.tsx'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx'
import { HiddenFields } from '../../../ui/forms/form.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { nextGap } from '../bars.view.tsx'
import { areaPages, resultsPage } from '../fill/area-pages.ts'
import { figure } from '../sentences.ts'
import { areaTitle, changeText, effortInput, helpsText, itemCell, tryLink } from './road-cells.view.tsx'
import { roadMessages } from './road-messages.ts'
import type { RoadProps } from './road-props.ts'
import { TryCard } from './try-change.view.tsx'

const shownSteps = 15
const shownLosses = 4

/** Which answers to raise, in what order, and what each brings. */
export function RoadView(p: RoadProps) {
  const { locale, sheet, base } = p
  const t = translator(roadMessages, locale)
  const next = p.roads.find(road => road.improvements.length > 0)
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[{ text: t('lke.year', { year: sheet.cycle.year }), href: base }, { text: t('title') }]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={
          next
            ? t('head', {
                predicate: next.predicate,
                n: next.improvements.length,
                gain: figure(next.gain, locale),
              })
            : t('head.reached')
        }
        note={`${nextGap(sheet, locale)} · ${t('note')}`}
      />
      {p.tried ? <TryCard {...p} tried={p.tried} /> : null}
      <RoadHelp locale={locale} />
      <form method="post" action={`${base}/jalan`} novalidate>
        <HiddenFields csrf="" idempotencyKey={p.formKey} />
        {p.roads.map((road, index) => (
          <RoadCard {...p} road={road} asks={askedHere(p.roads, index)} />
        ))}
        <OtherEfforts {...p} />
        {p.editable ? <SubmitButton>{t('effort.save')}</SubmitButton> : null}
      </form>
      <Card title={t('steps')} note={t('steps.note')} flush>
        <DataTable
          caption={t('steps')}
          dense
          rows={p.steps.slice(0, shownSteps)}
          empty={{ title: t('steps.none') }}
          columns={[
            { header: t('item'), rowHeader: true, width: 'grow', cell: step => itemCell(p, step.code) },
            { header: t('change'), width: 'shrink', cell: step => changeText(p, step) },
            {
              header: t('gain'),
              numeric: true,
              width: 'shrink',
              cell: step => `+${figure(step.gain, locale)}`,
            },
            { header: t('helps'), cell: step => helpsText(p, step) },
            { header: t('try'), headerHidden: true, width: 'shrink', cell: step => tryLink(p, step) },
          ]}
        />
      </Card>
      <Card title={t('losses')} note={t('losses.note')} flush>
        <DataTable
          caption={t('losses')}
          dense
          empty={{ title: t('steps.none') }}
          groups={areaPages(sheet.instrument)
            .filter(({ code }) => code !== resultsPage)
            .map(({ code }) => ({
              heading: areaTitle(p, code),
              rows: lossesOf(sheet.instrument, sheet.score, code).slice(0, shownLosses),
            }))}
          columns={[
            { header: t('item'), rowHeader: true, width: 'grow', cell: loss => itemCell(p, loss.code) },
            {
              header: t('loss'),
              numeric: true,
              width: 'shrink',
              cell: loss => `−${figure(loss.loss, locale)}`,
            },
          ]}
        />
      </Card>
    </>
  )
}

/** A question stands in the roads of several predicates; its effort is asked once, in the first. */
const askedHere = (roads: readonly Road[], index: number): ReadonlySet<string> => {
  const earlier = new Set(roads.slice(0, index).flatMap(road => road.improvements.map(({ code }) => code)))
  return new Set(
    (roads[index]?.improvements ?? []).map(({ code }) => code).filter(code => !earlier.has(code)),
  )
}

function RoadCard(p: RoadProps & { readonly road: Road; readonly asks: ReadonlySet<string> }) {
  const { locale, road } = p
  const t = translator(roadMessages, locale)
  if (road.improvements.length === 0)
    return (
      <Card title={t('road', { predicate: road.predicate })}>
        <p>{t('road.reached', { predicate: road.predicate })}</p>
      </Card>
    )
  return (
    <Card
      title={t('road', { predicate: road.predicate })}
      note={`${t('road.sum', { n: road.improvements.length, effort: road.effort, gain: figure(road.gain, locale) })} ${t(road.proven ? 'road.proven' : 'road.good')}`}
      id={`jalan-${road.predicate}`}
      flush
    >
      <DataTable
        caption={t('road', { predicate: road.predicate })}
        dense
        rows={road.improvements}
        empty={{ title: '–' }}
        columns={[
          { header: t('item'), rowHeader: true, width: 'grow', cell: one => itemCell(p, one.code) },
          { header: t('change'), width: 'shrink', cell: one => changeText(p, one) },
          { header: t('gain'), numeric: true, width: 'shrink', cell: one => `+${figure(one.gain, locale)}` },
          {
            header: t('effort'),
            width: 'shrink',
            cell: one =>
              p.editable && p.asks.has(one.code)
                ? effortInput(p, one.code)
                : String(p.efforts.get(one.code) ?? 1),
          },
          { header: t('try'), headerHidden: true, width: 'shrink', cell: one => tryLink(p, one) },
        ]}
        footer={[t('sum'), '', `+${figure(road.gain, locale)}`, String(road.effort), '']}
      />
    </Card>
  )
}

/** What the unit called hard and the roads therefore go round. */
function OtherEfforts(p: RoadProps) {
  const t = translator(roadMessages, p.locale)
  const shown = new Set(p.roads.flatMap(road => road.improvements.map(({ code }) => code)))
  const rows = [...p.efforts].filter(([code, effort]) => !shown.has(code) && effort !== 1)
  if (rows.length === 0) return null
  return (
    <Card title={t('avoided')} note={t('avoided.note')} flush>
      <DataTable
        caption={t('avoided')}
        dense
        rows={rows}
        empty={{ title: '–' }}
        columns={[
          { header: t('item'), rowHeader: true, width: 'grow', cell: ([code]) => itemCell(p, code) },
          {
            header: t('effort'),
            width: 'shrink',
            cell: ([code, effort]) => (p.editable ? effortInput(p, code) : String(effort)),
          },
        ]}
      />
    </Card>
  )
}

const RoadHelp = ({ locale }: { readonly locale: Locale }) => {
  const t = translator(roadMessages, locale)
  return (
    <Details summary={t('help')}>
      <p>{t('help.effort')}</p>
      <p>{t('help.exact')}</p>
    </Details>
  )
}
