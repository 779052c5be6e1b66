import { Radar } from '../../../ui/charts/radar.ts'
import { Card, Grid } from '../../../ui/display/card.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { Details } from '../../../ui/display/summary.tsx'
import { ButtonLink } from '../../../ui/forms/button.tsx'
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx'
import { translator } from '../../../ui/messages.ts'
import { AreaBar, nextGap, ResultBar, TotalBar, totalFigure } from '../bars.view.tsx'
import { MoveCards } from '../cycle/moves.view.tsx'
import { areaPages, pageName, resultsPage, shortName } from '../fill/area-pages.ts'
import { labelMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import { cycleName, drawnShare, figure, labelText, needFigure, scoreFigure } from '../sentences.ts'
import { ConditionsCard } from './conditions.view.tsx'
import { NearestSteps } from './nearest-steps.view.tsx'
import { Figures } from './overview-figures.view.tsx'
import type { OverviewProps } from './overview-props.ts'
import { ThresholdsCard } from './thresholds.view.tsx'

/** The state of a year: how far, against which thresholds, and what comes next. */
export function OverviewView(p: OverviewProps) {
  const { locale, sheet, base } = p
  const t = translator(messages, locale)
  const blank = new Set(sheet.score.blanks)
  const firstBlank = areaPages(sheet.instrument).find(({ areas }) =>
    sheet.questions.some(({ question, area }) => areas.includes(area) && blank.has(question.code)),
  )?.code
  // A list of conditions has no thresholds; it counts.
  const isCounted = sheet.instrument.predicates.length === 0
  const digits = isCounted ? 0 : 2
  const closed = sheet.cycle.state === 'closed'
  const submittable = sheet.cycle.state === 'open' || sheet.cycle.state === 'reopened'
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[
          { text: t('lke'), href: base.replace(/\/[^/]+$/, '') },
          { text: cycleName(sheet.cycle, locale) },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={nextGap(sheet, locale)}
        note={
          isCounted
            ? t('head.counted', { date: p.today, state: t(`state.${sheet.cycle.state}`) })
            : t('head.note', {
                date: p.today,
                score: totalFigure(sheet, locale),
                state: t(`state.${sheet.cycle.state}`),
              })
        }
        actions={
          <>
            {isCounted || closed ? null : (
              <ButtonLink href={`${base}/jalan`} {...(firstBlank ? {} : { kind: 'quiet' as const })}>
                {t('to.road')}
              </ButtonLink>
            )}
            {sheet.cycle.kind === 'scored' ? (
              <ButtonLink href={`${base}/buku-kerja`} kind="quiet">
                {t('to.workbook')}
              </ButtonLink>
            ) : null}
            {p.can.submit && submittable ? (
              <ButtonLink href={`${base}/ajukan`} {...(firstBlank ? { kind: 'quiet' as const } : {})}>
                {t('to.submit')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Figures {...p} firstBlank={firstBlank} />
      <Grid>
        <Card
          title={t(isCounted ? 'areas.counted' : 'areas')}
          note={isCounted ? undefined : t('areas.note')}
          span="two-thirds"
        >
          {isCounted ? null : TotalRow(p)}
          <ul class="area-bars">
            {areaPages(sheet.instrument)
              .filter(({ code }) => code !== resultsPage)
              .map(({ code }) => (
                <li>
                  <a href={`${base}/${code}`}>{pageName(sheet, code, locale, code)}</a>
                  <AreaBar locale={locale} sheet={sheet} area={code} named={false} />
                  <span class="figures">
                    <b>
                      {scoreFigure(sheet.score.areas[code]?.percent ?? '0', locale, sheet.instrument, 1)}%
                    </b>
                    <span class="of">{`${scoreFigure(sheet.score.areas[code]?.score ?? '0', locale, sheet.instrument, digits)} / ${needFigure(sheet.score.areas[code]?.max ?? '0', locale)}`}</span>
                  </span>
                </li>
              ))}
            {areaPages(sheet.instrument)
              .filter(({ code }) => code === resultsPage)
              .flatMap(({ areas }) => areas)
              .map(code => (
                <ResultRow {...p} code={code} />
              ))}
          </ul>
        </Card>
        <Card title={t('radar.title')} span="third">
          <RadarOf {...p} />
          {closed ? null : <NearestSteps locale={locale} sheet={sheet} base={base} steps={p.steps} />}
        </Card>
        <ThresholdsCard locale={locale} sheet={sheet} />
        <ConditionsCard
          locale={locale}
          sheet={sheet}
          base={base}
          editable={p.can.edit && submittable}
          formKey={p.newKey()}
        />
        <MoveCards {...p} />
      </Grid>
      <Details summary={t('more')}>
        <ul class="govuk-list">
          <li>
            <a href={`${base}/jawaban.json`} download>
              {t('to.json')}
            </a>
          </li>
          {p.several ? (
            <li>
              <a href={`${base}/satuan`}>{t('to.units')}</a>
            </li>
          ) : null}
          <li>{`${labelText(sheet.instrument.title, locale)} · SHA-256 ${sheet.cycle.instrumentHash.slice(0, 16)}…`}</li>
          {p.workbookTotal ? <li>{t('workbook.note', { total: figure(p.workbookTotal, locale) })}</li> : null}
        </ul>
      </Details>
    </>
  )
}

const TotalRow = ({ locale, sheet }: OverviewProps) => (
  <ul class="area-bars is-total">
    <li>
      <b>{translator(messages, locale)('total')}</b>
      <TotalBar locale={locale} sheet={sheet} />
      <span class="figures">
        <b>{totalFigure(sheet, locale)}</b>
        <span class="of">{`/ ${needFigure(sheet.instrument.total, locale)}`}</span>
      </span>
    </li>
  </ul>
)

function ResultRow({ locale, sheet, base, code }: OverviewProps & { readonly code: string }) {
  const subItems = [
    ...new Set(sheet.questions.filter(({ area }) => area === code).map(({ subItem }) => subItem)),
  ]
  return (
    <>
      {subItems.map(subItem => (
        <li>
          <a href={`${base}/${resultsPage}`}>{labelMarkup(subItem.title, locale)}</a>
          <ResultBar locale={locale} sheet={sheet} subItem={subItem} named={false} />
          <span class="figures">
            <b>{scoreFigure(sheet.score.subItems[subItem.code]?.score ?? '0', locale, sheet.instrument)}</b>
            <span class="of">{`/ ${needFigure(sheet.score.subItems[subItem.code]?.max ?? '0', locale)}`}</span>
          </span>
        </li>
      ))}
    </>
  )
}

function RadarOf({ locale, sheet }: OverviewProps) {
  const t = translator(messages, locale)
  const axes = areaPages(sheet.instrument)
    .filter(({ code }) => code !== resultsPage)
    .map(({ code }) => {
      const percent = sheet.score.areas[code]?.percent ?? '0'
      return {
        name: shortName(code, locale),
        note: `${scoreFigure(percent, locale, sheet.instrument, 1)}%`,
        value: drawnShare(percent, '100'),
      }
    })
  const rings = sheet.instrument.predicates.flatMap(({ code, rules }) => {
    const rule = rules.find(({ of }) => of.kind === 'area')
    return rule ? [{ code, need: rule.need }] : []
  })
  return (
    <>
      {Radar({
        label: t('radar.label', { text: axes.map(({ name, note }) => `${name} ${note}`).join(', ') }),
        axes,
        thresholds: rings.map(({ need }) => drawnShare(need, '100')),
      })}
      <p class="ring-key">
        {rings.map(({ code, need }, index) => (
          <span>{`${index === 0 ? '– –' : '· · ·'} ${code} ${needFigure(need, locale)}%`}</span>
        ))}
      </p>
    </>
  )
}
