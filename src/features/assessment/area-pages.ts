import type { Instrument } from '../../core/instrument/instrument.ts'
import type { Locale } from '../../ui/messages.ts'
import { labelText } from './sentences.ts'
import type { Sheet } from './sheet.ts'

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
