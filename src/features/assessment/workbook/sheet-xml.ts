import { literalText } from '../../../ui/workbook-bytes.ts'
import type { CellEdit, CellValue } from './cell-edits.ts'

const rowPattern = /<((?:\w+:)?)row\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g
const cellPattern = /<((?:\w+:)?)c(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/\1c>)/g

/**
 * The XML of a sheet with other values in some cells; looks stay, and a formula that stood in such a cell goes.
 * Null where the rows cannot be found in it.
 */
export function patchSheet(xml: string, edits: readonly CellEdit[]): string | null {
  const byRow = new Map<number, Map<number, CellValue>>()
  for (const { row, column, value } of edits) {
    const cells = byRow.get(row) ?? new Map<number, CellValue>()
    cells.set(columnNumber(column), value)
    byRow.set(row, cells)
  }
  let at = 0
  const patched = xml.replace(
    rowPattern,
    (whole, prefix: string, attributes: string, content: string | undefined) => {
      const own = /\sr\s*=\s*["'](\d+)["']/.exec(attributes)?.[1]
      at = own === undefined ? at + 1 : Number(own)
      const wanted = byRow.get(at)
      if (!wanted) return whole
      byRow.delete(at)
      const cells = patchCells(content ?? '', prefix, at, wanted)
      // A hint of the row's columns that no longer holds.
      const kept = attributes.replace(/\sspans\s*=\s*["'][^"']*["']/, '')
      return `<${prefix}row${kept}>${cells}</${prefix}row>`
    },
  )
  return byRow.size > 0 ? null : patched
}

function patchCells(
  content: string,
  prefix: string,
  row: number,
  wanted: ReadonlyMap<number, CellValue>,
): string {
  const cells = new Map<number, string>()
  let at = 0
  const rest = content.replace(cellPattern, (whole, _prefix: string, attributes: string) => {
    const reference = /\sr\s*=\s*["']([A-Za-z]+)\d+["']/.exec(attributes)?.[1]
    at = reference === undefined ? at + 1 : columnNumber(reference.toUpperCase())
    const value = wanted.get(at)
    const style = /\ss\s*=\s*["'](\d+)["']/.exec(attributes)?.[1]
    cells.set(at, value === undefined ? whole : cellXml(prefix, row, at, style, value))
    return ''
  })
  for (const [column, value] of wanted)
    if (!cells.has(column) && value.kind !== 'empty')
      cells.set(column, cellXml(prefix, row, column, undefined, value))
  const inOrder = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell)
  return inOrder.join('') + rest.trim()
}

function cellXml(
  prefix: string,
  row: number,
  column: number,
  style: string | undefined,
  value: CellValue,
): string {
  const open = `<${prefix}c r="${columnLetters(column)}${row}"${style === undefined ? '' : ` s="${style}"`}`
  const element = (name: string, content: string) => `<${prefix}${name}>${content}</${prefix}${name}>`
  switch (value.kind) {
    case 'empty':
      return `${open}/>`
    case 'number':
      return `${open}>${element('v', escaped(value.number))}</${prefix}c>`
    case 'text':
      return `${open} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${literalText(escaped(value.text))}</${prefix}t></${prefix}is></${prefix}c>`
    case 'formula':
      return `${open}>${element('f', escaped(value.formula))}</${prefix}c>`
  }
}

/** Formulas without the results that the file remembers of them; shared and array formulas keep their marks. */
export const withoutResults = (xml: string): string =>
  xml.replace(cellPattern, (whole, prefix: string, attributes: string, content: string | undefined) => {
    if (content === undefined || !new RegExp(`<${prefix}f[\\s/>]`).test(content)) return whole
    const kept = content.replace(new RegExp(`<${prefix}v>[\\s\\S]*?</${prefix}v>|<${prefix}v/>`, 'g'), '')
    return `<${prefix}c${attributes.replace(/\st\s*=\s*["'][^"']*["']/, '')}>${kept}</${prefix}c>`
  })

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

function columnLetters(column: number): string {
  const rest = (column - 1) % 26
  const last = String.fromCharCode(65 + rest)
  return column <= 26 ? last : columnLetters((column - 1 - rest) / 26) + last
}
