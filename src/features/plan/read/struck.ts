import type { Cell, Grid } from './grid.ts'

/** Characters that no text may hold: they stand around what is struck through while a cell is put together. */
const [from, to] = ['\ufdd0', '\ufdd1']
const struckPart = new RegExp(`${from}[^${to}]*${to}`, 'g')

/** A run of text with a line through it, line by line. */
export const markStruck = (text: string): string => text.replace(/[^\n]+/g, line => `${from}${line}${to}`)

/** A cell's text without the signs of `markStruck`, and what is left where some of it is struck through. */
export function struckText(text: string): { text: string; unstruck?: string } {
  if (!text.includes(from)) return { text }
  return { text: text.replace(/[\ufdd0\ufdd1]/g, ''), unstruck: unstruckLines(text) }
}

/** A list's marker goes with the item that it stood before. */
function unstruckLines(text: string): string {
  const lines = text.split('\n').flatMap(line => {
    if (!line.includes(from)) return [line]
    const left = line.replace(struckPart, '').replace(/ {2,}/g, ' ').trim()
    return /^\W*(?:\d{1,2}|[a-z])?\W*$/.test(left) ? [] : [left]
  })
  return lines.join('\n')
}

/** The grid as a plan is read from it: struck text is no part of a cell, and is kept beside it to be named. */
export const withoutStruck = (grid: Grid): Grid => ({
  ...grid,
  rows: grid.rows.map(row => ({ ...row, cells: row.cells.map(liveCell) })),
})

const liveCell = (cell: Cell): Cell =>
  cell.unstruck === undefined
    ? cell
    : { ...cell, text: cell.unstruck, struck: cell.text, ...(cell.unstruck === '' ? { formula: null } : {}) }
