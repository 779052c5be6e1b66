import type { Locale } from '../../ui/messages.ts'
import { escapeMarkup } from './inline-text.ts'

/** A figure that a chapter may name. `value` is ready to print; null is "nobody has filled it in". */
export type MergeField = {
  readonly label: string
  readonly value: string | null
  /** Where the value comes from, for the person who checks the text. */
  readonly source: string
}

export type Merged = {
  readonly text: string
  /** Labels of the figures without a value, each once, in order of appearance. */
  readonly missing: readonly string[]
}

const field = /\{\{\s*([a-z0-9][a-z0-9.-]*)\s*\}\}/gi
const listMark = /^[ \t]*(?:\d{1,3}[.)]|[a-z][.)]|[-•–])[ \t]/
const itemOfOneField =
  /^([ \t]*(?:\d{1,3}[.)]|[a-z][.)]|[-•–])[ \t]+)\{\{\s*([a-z0-9][a-z0-9.-]*)\s*\}\}([.;,]?)[ \t]*$/i

/**
 * Puts figures into a chapter. A figure without a value becomes "[belum diisi: label]", never nothing.
 * A list item that is one field (`1. {{unit.fungsi}}`) becomes an item for each line of its value.
 * `{{tabel.…}}` is left for the builder that draws tables.
 */
export function mergeFields(
  text: string,
  fields: Readonly<Record<string, MergeField>>,
  locale: Locale = 'id',
): Merged {
  const missing = new Set<string>()
  const lookUp = (key: string): string | null => {
    const found = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (found && found.value !== null && found.value.trim() !== '') return found.value
    missing.add(found?.label ?? key)
    return null
  }
  const gap = (key: string) => {
    const label = (Object.hasOwn(fields, key) ? fields[key]?.label : undefined) ?? key
    return `[${locale === 'id' ? 'belum diisi' : 'not filled in'}: ${label}]`
  }

  const source = text.split('\n')
  const lines = source.flatMap((line, index) => {
    const item = itemOfOneField.exec(line)
    if (item && !isTable(item[2] ?? '')) {
      const [, mark = '', key = '', end = ''] = item
      const value = lookUp(key.toLowerCase())
      if (value === null) return [`${mark}${gap(key.toLowerCase())}${end}`]
      const entries = value.split('\n').filter(entry => entry.trim() !== '')
      const closes = !listMark.test(source.slice(index + 1).find(next => next.trim() !== '') ?? '')
      return entries.map((entry, at) => {
        const tail = end === ';' ? enumerationEnd(entries.length - at, closes, locale) : end
        return `${mark}${escapeMarkup(entry.trim().replace(/[.;,]$/, ''))}${tail}`
      })
    }
    return line.replace(field, (whole, key: string) => {
      if (isTable(key)) return whole
      const value = lookUp(key.toLowerCase())
      return value === null ? gap(key.toLowerCase()) : escapeMarkup(value.replace(/\s*\n\s*/g, '; '))
    })
  })
  return { text: lines.join('\n'), missing: [...missing] }
}

/** The sign after an entry with `left` entries to go, itself counted: "; … ; dan … ." */
const enumerationEnd = (left: number, closes: boolean, locale: Locale): string => {
  if (!closes || left > 2) return ';'
  return left === 2 ? (locale === 'id' ? '; dan' : '; and') : '.'
}

const isTable = (key: string) => key.toLowerCase().startsWith('tabel.')
