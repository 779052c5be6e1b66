import { daysBetween, type LocalDate } from '../../core/shared/local-date.ts'
import { type Locale, translator } from '../../ui/messages.ts'
import type { Bars, Cell, Column, Row, Table } from './document.ts'
import { documentMessages, monevMessages } from './messages.ts'
import type { DoneObligation, FollowUp, LateObligation, StateCounts } from './monev-input.ts'
import { formatDate, formatNumber, formatPercent } from './numbers.ts'

type Counted = { readonly label: string; readonly counts: StateCounts }

const states = ['done', 'late', 'due', 'upcoming', 'waived'] as const
const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ runs: [{ text }], ...more })
const header = (words: readonly string[]): readonly Row[] => [{ cells: words.map(word => cell(word)) }]
const total = (c: StateCounts) => states.reduce((sum, state) => sum + c[state], 0)
const yearShare = (c: StateCounts, locale: Locale) =>
  formatPercent(c.done, total(c) - c.waived, locale) ?? '–'

/** The report's numbers with what each means, so that nobody has to ask how they were counted. */
export function summaryTable(all: StateCounts, locale: Locale): Table {
  const t = translator(monevMessages, locale)
  const print = (value: number) => formatNumber(value, locale)
  const rows: readonly (readonly [string, string, string])[] = [
    [t('all'), print(total(all)), t('allMeaning')],
    [t('done'), print(all.done), t('doneMeaning')],
    [t('late'), print(all.late), t('lateMeaning')],
    [t('due'), print(all.due), t('dueMeaning')],
    [t('upcoming'), print(all.upcoming), t('upcomingMeaning')],
    [t('waived'), print(all.waived), t('waivedMeaning')],
    [t('yearShare'), yearShare(all, locale), t('yearShareMeaning')],
    [t('dueShare'), formatPercent(all.done, all.done + all.late, locale) ?? '–', t('dueShareMeaning')],
  ]
  return {
    kind: 'table',
    columns: [{ width: 4 }, { width: 1.8, align: 'right' }, { width: 8 }],
    header: header([t('measure'), t('value'), t('meaning')]),
    rows: rows.map(texts => ({ cells: texts.map(text => cell(text)) })),
  }
}

export function stateTable(first: string, caption: string, list: readonly Counted[], locale: Locale): Table {
  const t = translator(monevMessages, locale)
  const words = translator(documentMessages, locale)
  const numbers = (c: StateCounts): Cell[] => [
    ...[total(c), ...states.map(state => c[state])].map(value => cell(formatNumber(value, locale))),
    cell(yearShare(c, locale)),
  ]
  const sum = states.map(state => [state, list.reduce((all, { counts }) => all + counts[state], 0)] as const)
  const totals = Object.fromEntries(sum) as StateCounts
  return {
    kind: 'table',
    caption,
    columns: [
      { width: 4 },
      ...Array.from({ length: 6 }, (): Column => ({ width: 1.62, align: 'right' })),
      { width: 1.7, align: 'right' },
    ],
    header: header([first, words('total'), ...states.map(state => t(state)), t('share')]),
    rows: [
      ...list.map(({ label, counts }): Row => ({ cells: [cell(label), ...numbers(counts)] })),
      { role: 'total', cells: [cell(words('total')), ...numbers(totals)] },
    ],
    dense: true,
  }
}

export function stateBars(caption: string, list: readonly Counted[], locale: Locale): Bars {
  const t = translator(monevMessages, locale)
  return {
    kind: 'bars',
    caption,
    series: states.map(state => ({ label: t(state), shade: state })),
    rows: list.map(({ label, counts }) => ({ label, values: states.map(state => counts[state]) })),
  }
}

/**
 * Longest delay first; days counted from the earliest due date to the day of the report. The dates of one
 * action with one person share a row.
 */
export function lateTable(list: readonly LateObligation[], asOf: LocalDate, locale: Locale): Table {
  const t = translator(monevMessages, locale)
  const number = translator(documentMessages, locale)('number')
  return {
    kind: 'table',
    columns: [
      { width: 0.9, align: 'center' },
      { width: 5 },
      { width: 3.4 },
      { width: 3 },
      { width: 3 },
      { width: 1.9, align: 'right' },
      { width: 2.4 },
    ],
    header: header([
      number,
      t('action'),
      t('areaWord'),
      t('personWord'),
      t('dueOn'),
      t('daysLate'),
      t('note'),
    ]),
    rows: together(list).map(({ first, last, all }, index) => ({
      cells: [
        cell(String(index + 1)),
        cell(first.action),
        cell(first.area),
        person(first.person, t('nobody')),
        cell(dates(first.dueOn, last.dueOn, all.length, locale)),
        cell(formatNumber(daysBetween(first.dueOn, asOf), locale)),
        cell([...new Set(all.flatMap(late => late.note ?? []))].join('; ')),
      ],
    })),
    dense: true,
    whenEmpty: t('nobodyLate'),
  }
}

/** What was done, by its earliest due date; the dates of one action with one person share a row. */
export function doneTable(list: readonly DoneObligation[], locale: Locale): Table {
  const t = translator(monevMessages, locale)
  const number = translator(documentMessages, locale)('number')
  return {
    kind: 'table',
    columns: [
      { width: 0.9, align: 'center' },
      { width: 5.4 },
      { width: 3.4 },
      { width: 3.2 },
      { width: 3.4 },
      { width: 2.6 },
    ],
    header: header([number, t('action'), t('areaWord'), t('personWord'), t('dueOn'), t('lastDoneOn')]),
    rows: together(list).map(({ first, last, all }, index) => {
      const latest =
        all
          .map(({ doneOn }) => doneOn)
          .toSorted()
          .at(-1) ?? first.doneOn
      return {
        cells: [
          cell(String(index + 1)),
          cell(first.action),
          cell(first.area),
          person(first.person, t('nobody')),
          cell(dates(first.dueOn, last.dueOn, all.length, locale)),
          cell(formatDate(latest, locale)),
        ],
      }
    }),
    dense: true,
    whenEmpty: t('noneDone'),
  }
}

type Dated = {
  readonly action: string
  readonly area: string
  readonly person: string | null
  readonly dueOn: LocalDate
}
type Together<T> = { readonly first: T; readonly last: T; readonly all: readonly T[] }

/** Rows of the same action, area and person, by their earliest date. */
function together<T extends Dated>(list: readonly T[]): readonly Together<T>[] {
  const byDate = list.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  const groups = Map.groupBy(byDate, one => JSON.stringify([one.action, one.area, one.person]))
  return [...groups.values()].flatMap(all => {
    const [first] = all
    return first ? [{ first, last: all.at(-1) ?? first, all }] : []
  })
}

function dates(first: LocalDate, last: LocalDate, count: number, locale: Locale): string {
  if (count === 1) return formatDate(first, locale)
  const words = {
    count: formatNumber(count, locale),
    first: formatDate(first, locale),
    last: formatDate(last, locale),
  }
  return translator(monevMessages, locale)('dates', words)
}

export function followUpTable(list: readonly FollowUp[], locale: Locale): Table {
  const t = translator(monevMessages, locale)
  const number = translator(documentMessages, locale)('number')
  return {
    kind: 'table',
    columns: [
      { width: 0.9, align: 'center' },
      { width: 4.4 },
      { width: 4.4 },
      { width: 3 },
      { width: 2.5 },
      { width: 2.4 },
    ],
    header: header([number, t('finding'), t('followUp'), t('personWord'), t('dueOn'), t('status')]),
    rows: list.map((item, index) => ({
      cells: [
        cell(String(index + 1)),
        cell(item.finding),
        cell(item.action),
        person(item.person, t('nobody')),
        cell(item.dueOn ? formatDate(item.dueOn, locale) : '–'),
        cell(item.status),
      ],
    })),
    dense: true,
    whenEmpty: t('noFollowUp'),
  }
}

const person = (name: string | null, nobody: string): Cell =>
  name === null ? { runs: [{ text: nobody, italic: true }] } : cell(name)
