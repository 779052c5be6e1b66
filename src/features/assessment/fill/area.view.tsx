import type { PlacedQuestion } from '../../../core/instrument/instrument.ts'
import { Card } from '../../../ui/display/card.tsx'
import { EmptyState } from '../../../ui/display/empty-state.tsx'
import { Breadcrumbs, Tabs } from '../../../ui/display/navigation.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import type { Zone } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, type FormError } from '../../../ui/forms/error-summary.tsx'
import { HiddenFields } from '../../../ui/forms/form.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { labelMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import type { AreaOffer } from '../prove/evidence-queries.ts'
import { ScoreLine } from '../score-line.view.tsx'
import { cycleName, figure, gapFigure, pointsOf, scoreFigure } from '../sentences.ts'
import { isOpen, type Sheet } from '../sheet.ts'
import { areaPages, pageName, resultsPage, shortName } from './area-pages.ts'
import type { Typed } from './fill-form.ts'
import { QuestionRow } from './row.view.tsx'
import { type RowFilter, rowFilters } from './row-state.ts'

export type AreaProps = {
  readonly locale: Locale
  readonly zone: Zone
  readonly sheet: Sheet
  readonly page: { readonly code: string; readonly areas: readonly string[] }
  readonly flagsOf: (code: string) => ReadonlySet<RowFilter>
  readonly filter: RowFilter | null
  readonly mayEdit: boolean
  readonly base: string
  readonly planHref: string
  readonly offer: AreaOffer | undefined
  /** How many pieces of the store fit each item. */
  readonly suggestions: ReadonlyMap<string, number>
  readonly typed: Typed | null
  readonly errors: readonly FormError[]
  readonly formKey: string
}

export function AreaView(p: AreaProps) {
  const { locale, sheet, page, base } = p
  const t = translator(messages, locale)
  const editable = p.mayEdit && isOpen(sheet.cycle)
  const all = sheet.questions.filter(({ area }) => page.areas.includes(area))
  const { filter } = p
  const shown = filter ? all.filter(({ question }) => p.flagsOf(question.code).has(filter)) : all
  const count = (which: RowFilter) => all.filter(({ question }) => p.flagsOf(question.code).has(which)).length
  const here = `${base}/${page.code}`
  const blank = new Set(sheet.score.blanks)
  return (
    <zona-autosave
      data-saving={t('auto.saving')}
      data-wrong={t('auto.wrong')}
      data-failed={t('auto.failed')}
      data-conflict={t('auto.conflict')}
    >
      <Breadcrumbs
        locale={locale}
        items={[
          { text: cycleName(sheet.cycle, locale), href: base },
          { text: pageName(sheet, page.code, locale, t('area.results')) },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={headline(p)}
        note={
          <>
            {`${t('answered.of', { n: all.length - count('blank'), all: all.length })} · ${t(`state.${sheet.cycle.state}`)}`}
            {editable ? <span class="auto-note">{` · ${t('auto.note')}`}</span> : null}
          </>
        }
      />
      <Tabs
        label={t('areas.nav')}
        items={areaPages(sheet.instrument).map(({ code, areas }) => {
          const blanks = sheet.questions.filter(
            ({ question, area }) => areas.includes(area) && blank.has(question.code),
          ).length
          return {
            text: code === resultsPage ? t('area.results') : shortName(code, locale),
            href: `${base}/${code}`,
            current: code === page.code,
            ...(blanks > 0 ? { count: blanks } : {}),
          }
        })}
      />
      {sheet.cycle.state === 'submitted' || sheet.cycle.state === 'closed' ? (
        <Notice locale={locale} tone="info">
          {t(`locked.${sheet.cycle.state}`)}
        </Notice>
      ) : p.mayEdit ? null : (
        <Notice locale={locale} tone="info">
          {t('not-yours')}
        </Notice>
      )}
      <nav class="row-filters" aria-label={t('filter.label')}>
        <a href={here} aria-current={filter === null ? 'page' : undefined}>
          {t('filter.all')} <span class="count">{all.length}</span>
        </a>
        {rowFilters
          .filter(which => which === filter || count(which) > 0)
          .map(which => (
            <a href={`${here}?saring=${which}`} aria-current={filter === which ? 'page' : undefined}>
              {t(`filter.${which}`)} <span class="count">{count(which)}</span>
            </a>
          ))}
      </nav>
      {p.offer && p.offer.obligations > 0 ? (
        <p class="small muted">
          {t('offer', { done: p.offer.done, all: p.offer.obligations, evidence: p.offer.evidence })}{' '}
          <a href={p.planHref}>{t('offer.link')}</a>
        </p>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState title={t('filter.empty')} text={t('filter.empty.text')} />
      ) : (
        <form method="post" action={here} novalidate>
          <HiddenFields csrf="" idempotencyKey={p.formKey} />
          {groupsOf(shown).map(group => (
            <>
              <h2 class="pillar">{group.pillar}</h2>
              {group.subItems.map(([first, ...rest]) => (
                <SubItemCard {...p} rows={[first, ...rest]} first={first} editable={editable} />
              ))}
            </>
          ))}
          {editable ? <SubmitButton>{t('page.save')}</SubmitButton> : null}
        </form>
      )}
      <ScoreLine
        locale={locale}
        sheet={sheet}
        area={page.areas.length === 1 ? page.code : null}
        base={base}
      />
    </zona-autosave>
  )

  function groupsOf(rows: readonly PlacedQuestion[]) {
    return [...Map.groupBy(rows, ({ pillar }) => pillar)].map(([pillar, below]) => ({
      pillar: labelMarkup(pillar.title, locale),
      subItems: [...Map.groupBy(below, ({ subItem }) => subItem).values()].flatMap(
        ([first, ...rest]): [PlacedQuestion, ...PlacedQuestion[]][] => (first ? [[first, ...rest]] : []),
      ),
    }))
  }
}

function SubItemCard(
  p: AreaProps & {
    readonly rows: readonly PlacedQuestion[]
    readonly first: PlacedQuestion
    readonly editable: boolean
  },
) {
  const { locale, sheet } = p
  const t = translator(messages, locale)
  const { subItem } = p.first
  const scored = sheet.score.subItems[subItem.code]
  return (
    <Card>
      <h3 class="sub-item" id={subItem.code.replaceAll('.', '-')}>
        {`${subItem.code.split('.').at(-1)} · `}
        {labelMarkup(subItem.title, locale)}{' '}
        <span class="muted small" data-score={subItem.code}>
          {t('sub.weight', {
            max: figure(scored?.max ?? '0', locale),
            score: pointsOf(scored?.score ?? '0', scored?.max ?? '0', locale),
          })}
        </span>
      </h3>
      {p.rows.map(placed => (
        <QuestionRow
          locale={locale}
          zone={p.zone}
          sheet={sheet}
          placed={placed}
          flags={p.flagsOf(placed.question.code)}
          editable={p.editable}
          base={p.base}
          typed={p.typed}
          errors={p.errors}
          suggested={p.suggestions.get(placed.question.code) ?? 0}
        />
      ))}
    </Card>
  )
}

function headline({ locale, sheet, page }: AreaProps): string {
  const t = translator(messages, locale)
  const name = pageName(sheet, page.code, locale, t('area.results'))
  const area = sheet.score.areas[page.code]
  if (!area) return name
  const gap = sheet.instrument.predicates
    .map(({ code }) => ({
      code,
      gap: sheet.score.predicates[code]?.unmet.find(({ rule }) => rule === `area.${page.code}`),
    }))
    .find(one => one.gap)
  const percent = `${scoreFigure(area.percent, locale, sheet.instrument, 1)}%`
  const short = gap?.gap
    ? `, ${t('short.of', { predicate: gap.code, short: `${gapFigure(gap.gap.short, locale, 1)}%` })}`
    : ''
  return `${name}: ${percent}${short}`
}
