import {
  type Archive,
  attribute,
  closeRow,
  type Numbering,
  type OpenTable,
  Refusal,
  readNumbering,
  readXml,
  toCell,
} from '../../plan/read/index.ts'
import type { Keeper } from './block.ts'
import { partLimits } from './part-limits.ts'

/** Not the document's text: what was deleted, field codes, the old form of a drawing, notes on it. */
const skipped = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'sectPr'])

/** The style ids of headings in Word in English and in Indonesian. */
const headingStyle = /^(?:heading|judul)\s?([1-6])$/i

/** The paragraphs, headings and tables of a Word document, in order. */
export async function readDocxBlocks(archive: Archive, file: string, keeper: Keeper): Promise<void> {
  const main = archive.names.find(name => /^word\/document\d*\.xml$/.test(name))
  if (main === undefined) throw new Refusal({ kind: 'damaged', file, part: 'word/document.xml' })
  const numbering = await readNumbering(archive, file, partLimits.other)
  await readXml(archive, file, main, partLimits.main, new DocxBody(keeper, numbering))
}

type Paragraph = {
  text: string
  list: string | null
  listLevel: number
  style: string
  outline: number | null
}

class DocxBody {
  readonly #keeper: Keeper
  readonly #numbering: Numbering
  readonly #tables: OpenTable[] = []
  #paragraphs: Paragraph[] = []
  #skip = 0
  #inText = false
  #inTabs = false

  constructor(keeper: Keeper, numbering: Numbering) {
    this.#keeper = keeper
    this.#numbering = numbering
  }

  done() {
    if (this.#keeper.full) this.#keeper.cut()
    return this.#keeper.full
  }

  open(name: string, attributes: Readonly<Record<string, string>>) {
    if (skipped.has(name)) this.#skip += 1
    if (this.#skip > 0) return
    const table = this.#tables.at(-1)
    const paragraph = this.#paragraphs.at(-1)
    const value = attribute(attributes, 'val') ?? ''
    if (name === 'tbl') this.#tables.push({ rows: [], row: null, cell: null, column: 0, tops: new Map() })
    else if (name === 'tr' && table) [table.row, table.column] = [{ cells: [], deleted: false }, 0]
    else if (name === 'tc' && table)
      table.cell = { column: table.column, span: 1, merge: null, fill: null, lines: [], rowSpan: 1 }
    else if (name === 'gridSpan' && table?.cell)
      table.cell.span = Math.max(1, Math.min(64, Number(value) || 1))
    else if (name === 'vMerge' && table?.cell) table.cell.merge = value === 'restart' ? 'restart' : 'continue'
    else if (name === 'p')
      this.#paragraphs.push({ text: '', list: null, listLevel: 0, style: '', outline: null })
    else if (name === 'tabs') this.#inTabs = true
    else if (name === 't') this.#inText = true
    else if (!paragraph) return
    else if (name === 'pStyle') paragraph.style = value
    else if (name === 'outlineLvl') paragraph.outline = Number(value)
    else if (name === 'numId') paragraph.list = value
    else if (name === 'ilvl') paragraph.listLevel = Number(value)
    else if (name === 'br' || name === 'cr') paragraph.text += '\n'
    else if (name === 'tab' && !this.#inTabs) paragraph.text += ' '
    else if (name === 'noBreakHyphen') paragraph.text += '-'
  }

  close(name: string) {
    if (this.#skip === 0) this.#closeOpen(name)
    if (skipped.has(name)) this.#skip -= 1
  }

  text(text: string) {
    const paragraph = this.#paragraphs.at(-1)
    if (this.#inText && this.#skip === 0 && paragraph) paragraph.text += text
  }

  #closeOpen(name: string) {
    const table = this.#tables.at(-1)
    if (name === 't') this.#inText = false
    else if (name === 'tabs') this.#inTabs = false
    else if (name === 'p') this.#closeParagraph()
    else if (name === 'tc' && table?.cell && table.row) {
      table.row.cells.push(table.cell)
      table.column += table.cell.span
      table.cell = null
    } else if (name === 'tr' && table?.row) closeRow(table)
    else if (name === 'tbl') this.#closeTable()
  }

  #closeParagraph() {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    const own = paragraph.text.replace(/[\u00a0\t]/g, ' ').trim()
    const inherited = paragraph.list === null ? this.#numbering.ofStyle(paragraph.style) : null
    const list = paragraph.list ?? inherited?.id ?? null
    const numbered = list !== null && list !== '0' && own !== ''
    const marker = numbered ? this.#numbering.next(list, inherited?.level ?? paragraph.listLevel) : null
    const text = [marker, own].filter(Boolean).join(' ')
    const cell = this.#tables.at(-1)?.cell
    const level = levelOf(paragraph)
    if (cell) cell.lines.push(text)
    else if (level !== null) this.#keeper.text('heading', text, level)
    else this.#keeper.text('paragraph', text)
  }

  #closeTable() {
    const table = this.#tables.pop()
    if (!table) return
    const rows = table.rows.map(({ cells }) => cells.map(toCell))
    const outer = this.#tables.at(-1)?.cell
    // A table inside a cell is read as lines of that cell.
    if (outer) outer.lines.push(...rows.map(row => row.map(({ text }) => text).join(' ')))
    else this.#keeper.table(rows)
  }
}

function levelOf({ style, outline }: Paragraph): number | null {
  if (/^(?:title|judul)$/i.test(style)) return 1
  const numbered = headingStyle.exec(style)?.[1]
  if (numbered !== undefined) return Number(numbered)
  return outline !== null && outline < 6 ? outline + 1 : null
}
