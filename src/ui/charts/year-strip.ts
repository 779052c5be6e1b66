import type { ObligationState } from '../../core/schedule/obligation-dates.ts'
import { obligationStates, worstState } from '../display/obligation-state.ts'
import { monthName } from '../format.ts'
import { asMarkup, type Markup } from '../markup.ts'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'

/** January to December; null where the month asks nothing. */
export type YearMonths = readonly (ObligationState | null)[]

export type YearStripProps = { readonly locale: Locale; readonly months: YearMonths }

/** A year of dated obligations as twelve months, each with the state that needs a person most. */
export function monthsOf(
  obligations: readonly { readonly month: number; readonly state: ObligationState }[],
): YearMonths {
  const states = Array.from({ length: 12 }, (): ObligationState[] => [])
  for (const o of obligations) states[o.month - 1]?.push(o.state)
  return states.map(worstState)
}

/** The strip in words: "Terlambat: Okt. Selesai: Jan–Sep." */
export function yearInWords(locale: Locale, months: YearMonths): string {
  const t = uiText[locale]
  const name = (i: number) => monthName(i + 1, locale, 'short')
  const parts = obligationStates.flatMap(state => {
    const runs: string[] = []
    for (let i = 0; i < months.length; i++) {
      if (months[i] !== state) continue
      const from = i
      while (months[i + 1] === state) i++
      runs.push(from === i ? name(i) : `${name(from)}–${name(i)}`)
    }
    return runs.length > 0 ? [`${t(`state.${state}`)}: ${runs.join(', ')}.`] : []
  })
  return parts.length > 0 ? parts.join(' ') : t('strip.empty')
}

const cellOf: Record<ObligationState, string> = {
  done: '<i class="d"></i>',
  due: '<i class="u"></i>',
  late: '<i class="l"></i>',
  upcoming: '<i class="w"></i>',
  waived: '<i class="x"></i>',
}

/** The months' letters, to stand above a column of strips. */
export const yearHead = (locale: Locale): Markup =>
  asMarkup(
    `<span class="yr yr-head" aria-hidden="true">${Array.from({ length: 12 }, (_, i) => `<i>${monthName(i + 1, locale, 'narrow')}</i>`).join('')}</span>`,
  )

// A plan draws the same few patterns many times over.
const drawn = new Map<string, Markup>()

/**
 * Twelve months of obligations in one row of a table: the whole year at a glance.
 * A plain string, since a plan page holds seventy of them.
 * @example <YearStrip locale={l} months={monthsOf(row.obligations)} />
 */
export function YearStrip(p: YearStripProps): Markup {
  const key = `${p.locale}${p.months.join()}`
  const known = drawn.get(key)
  if (known) return known
  const cells = p.months.map(state => (state === null ? '<i></i>' : cellOf[state])).join('')
  const made = asMarkup(
    `<span class="yr" role="img" aria-label="${yearInWords(p.locale, p.months)}">${cells}</span>`,
  )
  if (drawn.size > 5000) drawn.clear()
  drawn.set(key, made)
  return made
}
