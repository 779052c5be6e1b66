import type { ObligationState } from '../../core/schedule/obligation-dates.ts'
import {
  addDays,
  dayOf,
  firstOfMonth,
  type LocalDate,
  lastOfMonth,
  monthOf,
  weekday,
} from '../../core/shared/local-date.ts'
import { formatDate, weekdayName } from '../format.ts'
import { asMarkup, escapeText, type Markup } from '../markup.ts'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'

export type CalendarItem = {
  readonly date: LocalDate
  readonly text: string
  readonly href: string
  readonly state: ObligationState
}

export type MonthCalendarProps = {
  readonly locale: Locale
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly today: LocalDate
  readonly items: readonly CalendarItem[]
  /** Holidays by date, with their names. */
  readonly holidays?: ReadonlyMap<LocalDate, string>
  readonly previousHref: string
  readonly nextHref: string
  /** Where the whole day is listed; needed for "2 lagi". */
  readonly dayHref?: (date: LocalDate) => string
  /** Items shown in a day before "n lagi"; default 3. */
  readonly perDay?: number
}

/** The weeks that show a month, each from Monday to Sunday; days of other months are null. */
export function weeksOf(year: number, month: number): readonly (readonly (LocalDate | null)[])[] {
  const last = lastOfMonth(year, month)
  const weeks: (LocalDate | null)[][] = []
  let day = addDays(firstOfMonth(year, month), 1 - weekday(firstOfMonth(year, month)))
  while (day <= last) {
    weeks.push(
      Array.from({ length: 7 }, (_, i) => addDays(day, i)).map(d => (monthOf(d) === month ? d : null)),
    )
    day = addDays(day, 7)
  }
  return weeks
}

/**
 * A month as a real table, Monday first; on a phone the days with something to do, as a list.
 * @example <MonthCalendar locale={l} year={2026} month={11} today={today} items={items} previousHref="?m=10" nextHref="?m=12" />
 */
export function MonthCalendar(p: MonthCalendarProps): Markup {
  const t = uiText[p.locale]
  const byDay = Map.groupBy(p.items, i => i.date)
  const perDay = p.perDay ?? 3
  const title = formatDate(firstOfMonth(p.year, p.month), p.locale, 'month')

  const item = (i: CalendarItem) =>
    `<li><a class="cal-item c-${i.state}" href="${escapeText(i.href)}"><span class="govuk-visually-hidden">${t(`state.${i.state}`)}: </span>${escapeText(i.text)}</a></li>`

  const cell = (day: LocalDate | null) => {
    if (day === null) return '<td class="out none"></td>'
    const items = byDay.get(day) ?? []
    const holiday = p.holidays?.get(day)
    const rest = items.length - perDay
    const more =
      rest > 0 && p.dayHref
        ? `<li><a href="${escapeText(p.dayHref(day))}">${t('calendar.more', { n: rest })}</a></li>`
        : ''
    const shown = rest > 0 && p.dayHref ? items.slice(0, perDay) : items
    const cls = [
      items.length === 0 && !holiday ? 'none' : '',
      holiday || weekday(day) > 5 ? 'off' : '',
      day === p.today ? 'today' : '',
    ]
    const now = day === p.today ? `<span class="cal-today"> ${t('calendar.today')}</span>` : ''
    return `<td class="${cls.filter(Boolean).join(' ')}"${day === p.today ? ' aria-current="date"' : ''}><time datetime="${day}"><span class="cal-week">${weekdayName(weekday(day), p.locale)}, </span>${dayOf(day)}<span class="cal-month"> ${title}</span></time>${now}${holiday ? `<span class="cal-holiday">${escapeText(holiday)}</span>` : ''}${items.length > 0 ? `<ul>${shown.map(item).join('')}${more}</ul>` : ''}</td>`
  }

  const heads = [1, 2, 3, 4, 5, 6, 7]
    .map(
      d =>
        `<th scope="col"><abbr title="${weekdayName(d, p.locale)}">${weekdayName(d, p.locale, 'short')}</abbr></th>`,
    )
    .join('')
  const rows = weeksOf(p.year, p.month).map(week => `<tr>${week.map(cell).join('')}</tr>`)
  const nothing = p.items.length === 0 ? `<p class="muted cal-nothing">${t('calendar.nothing')}</p>` : ''
  return asMarkup(
    `<div class="cal-wrap"><div class="cal-head"><a href="${escapeText(p.previousHref)}" aria-label="${t('calendar.previous')}">←</a><h2>${title}</h2><a href="${escapeText(p.nextHref)}" aria-label="${t('calendar.next')}">→</a></div>${nothing}<table class="cal"><caption class="govuk-visually-hidden">${title}</caption><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`,
  )
}
