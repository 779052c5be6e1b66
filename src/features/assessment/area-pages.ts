import type { Locale } from '../../ui/messages.ts'
import { labelText } from './sentences.ts'
import type { Sheet } from './sheet.ts'

export const resultsPage = 'HASIL'

/** The areas of change, each a page of its own; what measures the results shares one. */
export function areaPages(sheet: Sheet): { readonly code: string; readonly areas: readonly string[] }[] {
  const scored = sheet.instrument.areas.map(({ code }) => code)
  const changing = scored.filter(code => sheet.score.areas[code] !== undefined)
  const results = scored.filter(code => !changing.includes(code))
  return [
    ...changing.map(code => ({ code, areas: [code] })),
    ...(results.length > 0 ? [{ code: resultsPage, areas: results }] : []),
  ]
}

export function pageName(sheet: Sheet, code: string, locale: Locale, results: string): string {
  const area = sheet.instrument.areas.find(one => one.code === code)
  return area ? labelText(area.title, locale) : results
}
