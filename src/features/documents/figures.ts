import { z } from 'zod'
import data from '../../../data/chapters/figures.json' with { type: 'json' }
import type { Locale } from '../../ui/messages.ts'
import type { MergeField } from './merge-fields.ts'
import { formatMoney, formatNumber, formatPercent } from './numbers.ts'

const words = z.object({ id: z.string().min(1), en: z.string().min(1) })

const figure = z.object({
  key: z.string(),
  group: z.string(),
  /** `percent`, `money-sum` and `change` are computed from `of` and never entered. */
  kind: z.enum(['text', 'list', 'number', 'decimal', 'money', 'percent', 'money-sum', 'change']),
  label: words,
  unit: words.optional(),
  help: words,
  of: z.array(z.string()).optional(),
})

const table = z.object({
  name: z.string(),
  caption: words,
  head: words,
  columns: z.array(words),
  kind: z.enum(['number', 'money']),
  extra: z.enum(['share', 'ratio', 'sum']),
  extraLabel: words,
  rows: z.array(z.object({ label: z.union([words, z.string()]), values: z.array(z.string()) })),
})

const check = z.object({
  kind: z.enum(['sum', 'at-most', 'times', 'same-length']),
  label: words,
  parts: z.array(z.string()),
  total: z.string(),
  factor: z.number().optional(),
  source: z.string().optional(),
})

const catalogue = z.object({
  groups: z.array(z.object({ key: z.string(), label: words })),
  figures: z.array(figure),
  tables: z.array(table),
  checks: z.array(check),
})

export type FigureCatalogue = z.infer<typeof catalogue>
export type FigureDefinition = z.infer<typeof figure>
export type FigureTable = z.infer<typeof table>
export type FigureCheck = z.infer<typeof check>

/** What a unit has entered, by figure key. Lists are texts with a line an entry; money is whole rupiah. */
export type FigureValues = Readonly<Record<string, string | number | null>>

/** The figures a work plan knows, as shipped in data/chapters/figures.json. */
export const figureCatalogue: FigureCatalogue = catalogue.parse(data)

export const isComputed = ({ kind }: FigureDefinition): boolean =>
  kind === 'percent' || kind === 'money-sum' || kind === 'change'

/** A figure as a number, computed ones included; null when it, or a figure it needs, is missing. */
export function figureNumber(key: string, values: FigureValues, from = figureCatalogue): number | null {
  const definition = from.figures.find(candidate => candidate.key === key)
  if (definition?.kind === 'money-sum') {
    const parts = (definition.of ?? []).map(part => figureNumber(part, values, from))
    return parts.every(part => part !== null) ? parts.reduce((sum, part) => sum + part, 0) : null
  }
  const value = Object.hasOwn(values, key) ? values[key] : null
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** Every known figure ready for mergeFields: printed in the language's formats, percentages computed. */
export function resolveFigures(
  values: FigureValues,
  locale: Locale = 'id',
  from = figureCatalogue,
): Record<string, MergeField> {
  return Object.fromEntries(
    from.figures.map(definition => [
      definition.key,
      {
        label: definition.label[locale],
        value: printFigure(definition, values, locale, from),
        source: isComputed(definition) ? (definition.of ?? []).join(' / ') : definition.key,
      },
    ]),
  )
}

function printFigure(
  definition: FigureDefinition,
  values: FigureValues,
  locale: Locale,
  from: FigureCatalogue,
): string | null {
  const { key, kind, of = [] } = definition
  const [first, second] = of.map(part => figureNumber(part, values, from))
  const number = figureNumber(key, values, from)
  switch (kind) {
    case 'percent':
      return first == null || second == null ? null : formatPercent(first, second, locale)
    case 'change':
      return first == null || second == null ? null : printChange(first, second, locale)
    case 'money':
    case 'money-sum':
      return number === null ? null : formatMoney(number, locale)
    case 'number':
    case 'decimal':
      return number === null ? null : formatNumber(number, locale)
    default: {
      const value = Object.hasOwn(values, key) ? values[key] : null
      return value == null ? null : String(value)
    }
  }
}

function printChange(now: number, before: number, locale: Locale): string | null {
  if (now === before) return locale === 'id' ? 'tetap' : 'unchanged'
  const share = formatPercent(Math.abs(now - before), before, locale)
  if (share === null) return null
  if (now > before) return `${locale === 'id' ? 'naik' : 'up'} ${share}`
  return `${locale === 'id' ? 'turun' : 'down'} ${share}`
}
