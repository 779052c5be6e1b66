import type { ObligationState } from '../../core/schedule/obligation-dates.ts'
import { daysInMonth, type LocalDate, monthOf, yearOf } from '../../core/shared/local-date.ts'
import { obligationStates } from '../display/obligation-state.ts'
import { formatDate, monthName } from '../format.ts'
import { asMarkup, escapeText, type Markup } from '../markup.ts'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'
import { percent } from './parts.ts'

/** One obligation: due on `to`; with a `from` the work runs from there. */
export type GanttMark = { readonly from?: LocalDate; readonly to: LocalDate; readonly state: ObligationState }
export type GanttRow = { readonly name: string; readonly href?: string; readonly marks: readonly GanttMark[] }
export type GanttGroup = { readonly heading?: string; readonly rows: readonly GanttRow[] }

export type GanttProps = {
  readonly locale: Locale
  readonly year: number
  readonly today: LocalDate
  readonly caption: string
  /** Heading of the column of names: "Langkah aksi". */
  readonly nameHeader: string
  readonly groups: readonly GanttGroup[]
}

// A year draws hundreds of dates: the parts are cut from the text, the lengths of its months kept.
const lengths = new Map<string, number>()
function daysOf(date: LocalDate): number {
  const month = date.slice(0, 7)
  const known = lengths.get(month)
  if (known !== undefined) return known
  const days = daysInMonth(yearOf(date), monthOf(date))
  lengths.set(month, days)
  return days
}

/** Where a day stands in its year, 0 to 1, every month equally wide; days of other years are held at the ends. */
export function yearShare(date: LocalDate, year: number, end = false): number {
  const of = Number(date.slice(0, 4))
  if (of !== year) return of < year ? 0 : 1
  const day = Number(date.slice(8)) - (end ? 0 : 1)
  return (Number(date.slice(5, 7)) - 1 + day / daysOf(date)) / 12
}

/** Each state has a shape of its own, around the point (0, 11). */
export const ganttShapes: Record<ObligationState, string> = {
  done: '<circle class="p-done" cy="11" r="5.5"/>',
  due: '<path class="p-due" d="M0 4l7 7-7 7-7-7z"/>',
  late: '<path class="p-late" d="M0 4l7 13H-7z"/>',
  upcoming: '<circle class="p-upcoming" cy="11" r="4.5"/>',
  waived: '<path class="p-waived" d="M-5 9.5h10v3H-5z"/>',
}

const marksInWords = (marks: readonly GanttMark[], locale: Locale) =>
  obligationStates
    .map(state => ({
      state,
      dates: marks.filter(m => m.state === state).map(m => formatDate(m.to, locale, 'day-month')),
    }))
    .filter(g => g.dates.length > 0)
    .map(g => `${uiText[locale](`state.${g.state}`)}: ${g.dates.join(', ')}`)
    .join('. ')

/**
 * The year's work: a row an action, a shape a due date, a bar a period of work, a line for today. Printable.
 * @example <Gantt locale={l} year={2026} today={today} caption="Jadwal 2026" nameHeader="Langkah aksi" groups={groups} />
 */
export function Gantt(p: GanttProps): Markup {
  const now = percent(yearShare(p.today, p.year))
  const todayLine =
    yearOf(p.today) === p.year ? `<line class="today" x1="${now}" x2="${now}" y1="-60" y2="90"/>` : ''

  const mark = (m: GanttMark) => {
    const to = yearShare(m.to, p.year, true)
    const bar =
      m.from === undefined
        ? ''
        : `<rect class="span s-${m.state}" x="${percent(yearShare(m.from, p.year))}" width="${percent(Math.max(to - yearShare(m.from, p.year), 0.004))}" y="7" height="8" rx="4"/>`
    return `${bar}<svg x="${percent(Math.min(to, 0.99))}" overflow="visible">${ganttShapes[m.state]}</svg>`
  }
  const row = (r: GanttRow) => {
    const name = r.href ? `<a href="${escapeText(r.href)}">${escapeText(r.name)}</a>` : escapeText(r.name)
    const words = marksInWords(r.marks, p.locale) || uiText[p.locale]('strip.empty')
    return `<tr><th scope="row">${name}</th><td colspan="12"><svg class="track" role="img" aria-label="${escapeText(words)}" width="100%" height="22">${todayLine}${r.marks.map(mark).join('')}</svg></td></tr>`
  }
  const group = (g: GanttGroup) =>
    `<tbody>${g.heading ? `<tr class="group"><th scope="rowgroup" colspan="13">${escapeText(g.heading)}</th></tr>` : ''}${g.rows.map(row).join('')}</tbody>`

  const months = Array.from({ length: 12 }, (_, i) => {
    const current = yearOf(p.today) === p.year && monthOf(p.today) === i + 1
    const name = (style: 'long' | 'short' | 'narrow') => monthName(i + 1, p.locale, style)
    return `<th scope="col"${current ? ' class="now" aria-current="date"' : ''}><abbr title="${name('long')}"><span class="short">${name('short')}</span><span class="letter" aria-hidden="true">${name('narrow')}</span></abbr></th>`
  })
  const caption = escapeText(p.caption)
  return asMarkup(
    `<div class="table-wrap"><table class="table gantt"><caption class="govuk-visually-hidden">${caption}</caption><thead><tr><th scope="col">${escapeText(p.nameHeader)}</th>${months.join('')}</tr></thead>${p.groups.map(group).join('')}</table></div>`,
  )
}
