import type { Instrument } from '../../../core/instrument/instrument.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import { labelText } from '../sentences.ts'
import type { Sheet } from '../sheet.ts'

export const resultsPage = 'HASIL'

/** The areas of change, each a page of its own; what measures the results shares one. */
export function areaPages(
  instrument: Instrument,
): { readonly code: string; readonly areas: readonly string[] }[] {
  const enabling = new Set(
    instrument.pillars
      .filter(({ role }) => role === 'enabler')
      .flatMap(({ areas }) => areas.map(({ area }) => area)),
  )
  const changing = instrument.areas.map(({ code }) => code).filter(code => enabling.has(code))
  const results = instrument.areas.map(({ code }) => code).filter(code => !enabling.has(code))
  return [
    ...changing.map(code => ({ code, areas: [code] })),
    ...(results.length > 0 ? [{ code: resultsPage, areas: results }] : []),
  ]
}

export function pageName(
  sheet: Pick<Sheet, 'instrument'>,
  code: string,
  locale: Locale,
  results: string,
): string {
  const area = sheet.instrument.areas.find(one => one.code === code)
  return area ? labelText(area.title, locale) : results
}

const shortNames = ['MP', 'TT', 'SDM', 'AK', 'PW', 'PP'] as const

/** A word for an area where its whole name has no room: a tab, the corner of a chart, the head of a column. */
export function shortName(code: string, locale: Locale): string {
  const known = shortNames.find(one => one === code)
  return known ? translator(messages, locale)(`short.${known}`) : code
}
