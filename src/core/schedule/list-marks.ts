/** How a list in a cell marks its items: a bullet, "1.", "(2)", "a)". */
const mark = /^\s*(?:[•●○▪◦‣·*\u2022\uf0b7–—-]|\(?(?<number>\d{1,2})[.)](?!\d)|[a-h][.)])\s*/u
const markBeforeBlank = new RegExp(`${mark.source}(?<=\\s)`, 'u')

/** The line without the mark that stands before its text, or null where it has none. */
export function withoutMark(line: string): string | null {
  const found = markBeforeBlank.exec(line)
  return found === null ? null : line.slice(found[0].length)
}

export type MarkedList = {
  readonly text: string
  /** The marks are numbers, which could be days of the month: "1. Januari, 2. Februari". */
  readonly numbered: boolean
}

/**
 * The items of a list that is nothing but marked items, parted by semicolons instead of their marks; null where the
 * text is no such list. Numbers are marks when they count from one.
 */
export function readMarkedList(text: string): MarkedList | null {
  const items = text
    .split(/[\n\r;\u2028\u2029]+|\s(?=\(?\d{1,2}[.)]\s*\p{L})/u)
    .filter(item => item.trim() !== '')
  if (items.length < 2) return null
  const marks = items.map(item => mark.exec(item))
  const rests = items.map((item, at) => item.slice(marks[at]?.[0].length ?? 0).trim())
  if (marks.some(found => found === null) || rests.includes('')) return null
  const numbers = marks.flatMap(found => found?.groups?.number ?? [])
  const counts = numbers.every((number, at) => Number(number) === at + 1)
  if (numbers.length > 0 && !(counts && numbers.length === items.length)) return null
  return { text: rests.map(rest => rest.replace(/[,;]$/, '')).join('; '), numbered: numbers.length > 0 }
}
