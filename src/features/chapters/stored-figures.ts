import type { Locale } from '../../ui/messages.ts'
import { type FigureDefinition, type FigureValues, figureCatalogue, isComputed } from '../documents/index.ts'

/** The figures that a person enters; the others are computed from them. */
export const enteredFigures: readonly FigureDefinition[] = figureCatalogue.figures.filter(
  figure => !isComputed(figure),
)

const isNumber = ({ kind }: FigureDefinition) => kind === 'number' || kind === 'decimal' || kind === 'money'

/** Stored texts as values: numbers for the figures that are numbers. Keys the catalogue lacks are left out. */
export function figureValues(stored: Readonly<Record<string, string>>): FigureValues {
  return Object.fromEntries(
    enteredFigures.flatMap(figure => {
      const text = Object.hasOwn(stored, figure.key) ? stored[figure.key] : undefined
      if (text === undefined || text === '') return []
      return [[figure.key, isNumber(figure) ? Number(text) : text]]
    }),
  )
}

export type TypedFigure =
  | { readonly text: string }
  | { readonly problem: 'not-whole' | 'not-decimal' | 'too-long' }

const longest = 10_000

/**
 * What a person typed, as it is stored. Whole numbers may carry thousands marks of either language, and
 * money its "Rp"; in a decimal both marks are the decimal mark. An empty text empties the figure.
 */
export function readFigure({ kind }: Pick<FigureDefinition, 'kind'>, typed: string): TypedFigure {
  const text = typed.replaceAll('\r\n', '\n').trim()
  if (text === '') return { text }
  if (kind === 'number' || kind === 'money') {
    const bare = text.replace(/^rp\.?\s*/i, '').replace(/,-$/, '')
    const whole = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$|^\d+$/.test(bare)
    const digits = bare.replace(/\D/g, '')
    return whole && Number.isSafeInteger(Number(digits))
      ? { text: String(Number(digits)) }
      : { problem: 'not-whole' }
  }
  if (kind === 'decimal')
    return /^\d{1,12}(?:[.,]\d{1,6})?$/.test(text)
      ? { text: String(Number(text.replace(',', '.'))) }
      : { problem: 'not-decimal' }
  return text.length > longest ? { problem: 'too-long' } : { text }
}

/** A stored text as it stands in the form: numbers with the language's own marks. */
export function showFigure({ kind }: Pick<FigureDefinition, 'kind'>, stored: string, locale: Locale): string {
  if (stored === '' || !['number', 'money', 'decimal'].includes(kind)) return stored
  return new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 6 }).format(
    Number(stored),
  )
}
