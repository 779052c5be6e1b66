import type { Db } from '../../../db/database.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { AreaBar, nextGap, TotalBar, totalFigure } from '../bars.view.tsx'
import { areaPages, pageName, resultsPage } from '../fill/area-pages.ts'
import { storedInstrument } from '../instruments.ts'
import { messages } from '../messages.ts'
import { answersOf, findCycle } from '../queries.ts'
import { needFigure, scoreFigure } from '../sentences.ts'
import { answersIn, type ScoredSheet, scoreOf } from '../sheet.ts'

/** How a unit's self-assessment of one year stands, for the pages of other features. */
export type AssessmentStanding = { readonly year: number; readonly sheet: ScoredSheet }

/** Null where that year has none. */
export async function assessmentStanding(
  db: Db,
  unitId: string,
  year: number,
): Promise<AssessmentStanding | null> {
  const cycle = await findCycle(db, unitId, year)
  if (!cycle) return null
  const [instrument, answers] = await Promise.all([
    storedInstrument(db, cycle.instrumentHash),
    answersOf(db, [cycle.id]),
  ])
  return {
    year,
    sheet: { cycle, instrument, score: scoreOf(instrument, answersIn(answers), cycle.settings) },
  }
}

/** The answer, the figure and what it is measured against: "Menuju WBK: kurang 4,18", 70,82 of 75. */
export function standingFigures({ sheet }: AssessmentStanding, locale: Locale) {
  const next = sheet.instrument.predicates.find(({ code }) => sheet.score.predicates[code]?.met === false)
  const need = next?.rules.find(({ of }) => of.kind === 'total')?.need ?? sheet.instrument.total
  return {
    answer: nextGap(sheet, locale),
    total: totalFigure(sheet, locale),
    /** The first predicate that is not reached; null where all are. */
    next: next?.code ?? null,
    need: needFigure(need, locale),
    blanks: sheet.score.blanks.length,
  }
}

/** The total and each area of change against their thresholds, a line each; `base` is the sheet's address. */
export function StandingBars(p: { locale: Locale; standing: AssessmentStanding; base: string }) {
  const { locale, base } = p
  const { sheet } = p.standing
  return (
    <ul class="area-bars">
      <li>
        <b>{translator(messages, locale)('total')}</b>
        <TotalBar locale={locale} sheet={sheet} />
        <span class="figures">
          <b>{totalFigure(sheet, locale)}</b> / {needFigure(sheet.instrument.total, locale)}
        </span>
      </li>
      {areaPages(sheet.instrument)
        .filter(({ code }) => code !== resultsPage)
        .map(({ code }) => (
          <li>
            <a href={`${base}/${code}`}>{pageName(sheet, code, locale, code)}</a>
            <AreaBar locale={locale} sheet={sheet} area={code} named={false} />
            <span class="figures">
              <b>{scoreFigure(sheet.score.areas[code]?.percent ?? '0', locale, sheet.instrument, 1)}%</b>
            </span>
          </li>
        ))}
    </ul>
  )
}
