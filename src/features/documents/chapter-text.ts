import type { Block, ListStyle } from './document.ts'
import { parseRuns, plainText } from './inline-text.ts'

/** A chapter's text as blocks; `insert` stands where `{{tabel.name}}` is a paragraph of its own. */
export type ChapterBlock = Block | { readonly kind: 'insert'; readonly name: string }

type Line = { readonly indent: number; readonly text: string }
type Marker = { readonly style: ListStyle; readonly number: number; readonly rest: string }

const numbered = /^(\d{1,3})([.)])[ \t]+(?=\S)/
const lettered = /^([a-z])([.)])[ \t]+(?=\S)/
const dashed = /^[-•–][ \t]+(?=\S)/
const headingMark = /^(#{1,2})[ \t]+(?=\S)/
const typedNumber = /^(\d+(?:\.\d+)*\.?|[A-Z]\.)[ \t]+(?=\S)/
const tableField = /^\{\{\s*tabel\.([a-z0-9-]+)\s*\}\}$/

/**
 * Reads the markup a person types in a chapter: paragraphs between blank lines, `# ` and `## ` headings,
 * `1. `, `1) `, `a. `, `a) ` and `- ` lists nested by indentation, `**bold**`, `*italic*`.
 * Anything else stays as typed. Headings are numbered from `chapter` (2 gives 2.1, 2.2, 2.2.1)
 * unless they bring a number of their own; null leaves them without.
 */
export function parseChapter(text: string, chapter: number | null = null): readonly ChapterBlock[] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n').map(toLine)
  return numberHeadings(parseLines(lines, 0), chapter)
}

function toLine(raw: string): Line {
  const expanded = raw.replace(/^[ \t]+/, space => space.replaceAll('\t', '    '))
  const text = expanded.trim()
  return { indent: text === '' ? 0 : expanded.length - expanded.trimStart().length, text }
}

/** Lists in lists; what stands deeper is text. */
const deepest = 9

function parseLines(lines: readonly Line[], depth: number): ChapterBlock[] {
  const blocks: ChapterBlock[] = []
  let numberBefore = 0
  let open: string[] = []
  const closeParagraph = () => {
    if (open.length === 0) return
    const text = open.join(' ')
    const insert = depth === 0 ? tableField.exec(text)?.[1] : undefined
    blocks.push(insert ? { kind: 'insert', name: insert } : { kind: 'paragraph', runs: parseRuns(text) })
    open = []
  }

  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? { indent: 0, text: '' }
    const marker = depth < deepest ? readMarker(line.text) : null
    const heading = headingMark.exec(line.text)
    if (line.text === '') {
      closeParagraph()
      at++
    } else if (heading) {
      closeParagraph()
      const title = plainText(parseRuns(line.text.slice(heading[0].length)))
      blocks.push({ kind: 'heading', level: heading[1] === '#' ? 2 : 3, number: null, text: title })
      at++
    } else if (marker) {
      closeParagraph()
      const end = endOfItem(lines, at)
      const inside = [{ indent: 0, text: marker.rest }, ...lines.slice(at + 1, end)]
      addItem(blocks, marker, numberBefore, parseLines(inside, depth + 1).filter(isBlock))
      numberBefore = marker.number
      at = end
    } else {
      open.push(line.text)
      at++
    }
  }
  closeParagraph()
  return blocks
}

const isBlock = (block: ChapterBlock): block is Block => block.kind !== 'insert'

function readMarker(text: string): Marker | null {
  const number = numbered.exec(text)
  if (number) {
    const style = number[2] === '.' ? 'decimal' : 'decimal-paren'
    return marker(style, Number(number[1]), text, number[0].length)
  }
  const letter = lettered.exec(text)
  if (letter) {
    const style = letter[2] === '.' ? 'alpha' : 'alpha-paren'
    return marker(style, (letter[1] ?? 'a').charCodeAt(0) - 96, text, letter[0].length)
  }
  const dash = dashed.exec(text)
  return dash ? marker('bullet', 1, text, dash[0].length) : null
}

const marker = (style: ListStyle, number: number, text: string, width: number): Marker => ({
  style,
  number,
  rest: text.slice(width),
})

/** The line after the item that starts at `start`: its deeper lines and the wrapped text under it belong to it. */
function endOfItem(lines: readonly Line[], start: number): number {
  const own = lines[start]?.indent ?? 0
  let afterBlank = false
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.text === '') {
      afterBlank = true
      continue
    }
    const opensOther = readMarker(line.text) !== null || headingMark.test(line.text)
    if (line.indent <= own && (afterBlank || opensOther)) return at
    afterBlank = false
  }
  return lines.length
}

/** Typing 1. 1. 1. means 1. 2. 3.; a 1. after 1. 2. begins another list. */
function addItem(blocks: ChapterBlock[], mark: Marker, numberBefore: number, item: readonly Block[]): void {
  const { style, number } = mark
  const last = blocks.at(-1)
  const goesOn = style === 'bullet' || number !== 1 || numberBefore === 1
  if (last?.kind === 'list' && last.style === style && goesOn) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, item] }
  } else {
    blocks.push({ kind: 'list', style, ...(number === 1 ? {} : { start: number }), items: [item] })
  }
}

function numberHeadings(blocks: readonly ChapterBlock[], chapter: number | null): readonly ChapterBlock[] {
  let section = 0
  let part = 0
  return blocks.map(block => {
    if (block.kind !== 'heading') return block
    const typed = typedNumber.exec(block.text)
    if (typed)
      return {
        ...block,
        number: (typed[1] ?? '').replace(/(\d)\.$/, '$1'),
        text: block.text.slice(typed[0].length),
      }
    if (chapter === null) return block
    if (block.level === 2) {
      section++
      part = 0
      return { ...block, number: `${chapter}.${section}` }
    }
    part++
    return { ...block, number: `${chapter}.${section}.${part}` }
  })
}
