import { lossesOf } from '../../core/score/losses.ts'
import type { Improvement, NextStep, Road } from '../../core/score/road.ts'
import { Fraction } from '../../core/shared/fraction.ts'
import { Card } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { Breadcrumbs } from '../../ui/display/navigation.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { Details } from '../../ui/display/summary.tsx'
import { tagMarkup } from '../../ui/display/tag.tsx'
import { SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, type FormError } from '../../ui/forms/error-summary.tsx'
import { fieldId } from '../../ui/forms/field.tsx'
import { HiddenFields } from '../../ui/forms/form.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { areaPages, resultsPage } from './area-pages.ts'
import { nextGap } from './bars.view.tsx'
import { roadMessages } from './road-messages.ts'
import { rowPath } from './row.view.tsx'
import { figure, inFull, labelText, ruleName } from './sentences.ts'
import type { Sheet } from './sheet.ts'
import type { Tried } from './try-change.ts'
import { TryCard } from './try-change.view.tsx'

export type RoadProps = {
  readonly locale: Locale
  readonly sheet: Sheet
  readonly base: string
  readonly roads: readonly Road[]
  readonly steps: readonly NextStep[]
  readonly efforts: ReadonlyMap<string, number>
  readonly typed: ReadonlyMap<string, string> | null
  readonly tried: Tried | null
  readonly editable: boolean
  readonly errors: readonly FormError[]
  readonly formKey: string
}

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
            {
              header: t('item'),
              rowHeader: true,
              width: 'shrink',
              cell: step => <a href={rowPath(base, step.code)}>{step.code}</a>,
            },
            { header: t('question'), cell: step => questionText(p, step.code) },
            { header: t('change'), width: 'shrink', cell: step => changeText(p, step) },
            {
              header: t('gain'),
              numeric: true,
              width: 'shrink',
              cell: step => `+${figure(step.gain, locale)}`,
            },
            { header: t('helps'), width: 'shrink', cell: step => helpsText(p, step) },
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
            {
              header: t('item'),
              rowHeader: true,
              width: 'shrink',
              cell: loss => <a href={rowPath(base, loss.code)}>{loss.code}</a>,
            },
            { header: t('question'), cell: loss => questionText(p, loss.code) },
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
          {
            header: t('item'),
            rowHeader: true,
            width: 'shrink',
            cell: one => <a href={rowPath(p.base, one.code)}>{one.code}</a>,
          },
          { header: t('question'), cell: one => questionText(p, one.code) },
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
        footer={[t('sum'), '', '', `+${figure(road.gain, locale)}`, String(road.effort), '']}
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
          { header: t('item'), rowHeader: true, cell: ([code]) => code },
          { header: t('question'), cell: ([code]) => questionText(p, code) },
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

const effortInput = (p: RoadProps, code: string) => {
  const name = `u.${code}`
  const wrong = p.errors.some(error => error.field === name)
  return (
    <input
      class={`govuk-input govuk-input--width-2 effort${wrong ? ' govuk-input--error' : ''}`}
      id={fieldId(name)}
      name={name}
      inputmode="numeric"
      value={p.typed?.get(name) ?? String(p.efforts.get(code) ?? 1)}
      aria-label={translator(roadMessages, p.locale)('effort.of', { code })}
      aria-invalid={wrong ? 'true' : undefined}
    />
  )
}

const placedOf = ({ sheet }: RoadProps, code: string) =>
  sheet.questions.find(({ question }) => question.code === code)

const questionText = (p: RoadProps, code: string): string => {
  const placed = placedOf(p, code)
  return placed ? labelText(placed.question.text, p.locale) : code
}

const areaTitle = ({ sheet, locale }: RoadProps, code: string): string => {
  const area = sheet.instrument.areas.find(one => one.code === code)
  return area ? labelText(area.title, locale) : code
}

/** `B → A`, `3,41 → 3,6`, `71,4% → 100%`. */
function changeText(p: RoadProps, { code, from, to }: Pick<Improvement, 'code' | 'from' | 'to'>) {
  const t = translator(roadMessages, p.locale)
  const kind = kindOf(p, code)
  const text = (value: string) =>
    kind === 'ratio' ? `${percentText(value, p.locale)}%` : kind === 'index' ? inFull(value, p.locale) : value
  return (
    <>
      <span class="nowrap">{`${from === null ? t('blank') : text(from)} → ${text(to)}`}</span>
      {kind === 'ratio' ? <span class="sub">{t('step.ratio')}</span> : null}
      {kind === 'index' ? (
        <span class="sub">{t(isTop(p, code, to) ? 'step.most' : 'step.index')}</span>
      ) : null}
    </>
  )
}

const isTop = (p: RoadProps, code: string, to: string): boolean => {
  const answer = placedOf(p, code)?.question.answer
  return (
    answer?.kind === 'index' && Fraction.parse(answer.max)?.compare(Fraction.parse(to) ?? Fraction.zero) === 0
  )
}

const kindOf = (p: RoadProps, code: string) => placedOf(p, code)?.question.answer?.kind

const percentText = (share: string, locale: Locale): string =>
  figure((Fraction.parse(share) ?? Fraction.zero).times(Fraction.of(100n)).toDecimal(), locale, 'down', 0)

function helpsText(p: RoadProps, step: NextStep) {
  const t = translator(roadMessages, p.locale)
  const words = { total: t('total'), enabler: t('enabler'), result: t('result') }
  const closes = step.helps.filter(help => help.closes)
  const name = ({ predicate, rule }: { predicate: string; rule: string }) =>
    `${predicate} ${rule.startsWith('area.') ? rule.slice('area.'.length) : ruleName(p.sheet.instrument, rule, p.locale, words)}`
  if (closes.length > 0) return tagMarkup('done', t('closes', { text: closes.map(name).join(' · ') }))
  const predicates = [...new Set(step.helps.map(({ predicate }) => predicate))]
  return predicates.length === 0
    ? '–'
    : predicates
        .map(predicate =>
          t('helps.n', { predicate, n: step.helps.filter(help => help.predicate === predicate).length }),
        )
        .join(' · ')
}

/** To a change that an option or an index names; a ratio needs its counts, which its form asks for. */
const tryLink = (p: RoadProps, { code, to }: Pick<Improvement, 'code' | 'to'>) => {
  const t = translator(roadMessages, p.locale)
  const ratio = kindOf(p, code) === 'ratio'
  const query = new URLSearchParams(ratio ? { butir: code } : { butir: code, jadi: to })
  return (
    <a
      href={`${p.base}/jalan?${query}#coba`}
      aria-label={ratio ? t('try.counts', { code }) : t('try.of', { code, to: inFull(to, p.locale) })}
    >
      {t('try')}
    </a>
  )
}

/** The steps that bring most towards the first predicate that is not reached, for a corner of another page. */
export function NearestSteps(p: {
  readonly locale: Locale
  readonly sheet: Sheet
  readonly base: string
  readonly steps: readonly NextStep[]
}) {
  const t = translator(roadMessages, p.locale)
  const open = p.sheet.instrument.predicates.find(({ code }) => p.sheet.score.predicates[code]?.met === false)
  const helping = p.steps
    .map(step => ({ step, n: step.helps.filter(help => help.predicate === open?.code).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, 4)
  if (!open || helping.length === 0) return null
  return (
    <>
      <h3 class="nearest">{t('nearest', { predicate: open.code })}</h3>
      <ul class="nearest-steps">
        {helping.map(({ step }) => {
          const placed = p.sheet.questions.find(({ question }) => question.code === step.code)
          return (
            <li>
              <a href={rowPath(p.base, step.code)}>
                {placed ? labelText(placed.question.text, p.locale) : step.code}
              </a>
              <span class="num"> +{figure(step.gain, p.locale)}</span>
            </li>
          )
        })}
      </ul>
      <p class="small">
        <a href={`${p.base}/jalan`}>{t('nearest.all')}</a>
      </p>
    </>
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
