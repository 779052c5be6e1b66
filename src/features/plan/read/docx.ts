import { openArchive } from './archive.ts'
import { type Numbering, readNumbering } from './docx-numbering.ts'
import { cellText, closeRow, fillOf, type OpenTable, toCell } from './docx-table.ts'
import { type Grid, type GridFile, type GridRow, type ReaderNote, textCell } from './grid.ts'
import { Refusal } from './problem.ts'
import { markStruck, struckText } from './struck.ts'
import { rowLimit } from './xlsx-sheet.ts'
import { attribute, readXml } from './xml.ts'

const megabyte = 2 ** 20
export const docxLimits = { document: 64 * megabyte, other: 16 * megabyte }

/** Text in these is not the document's: what was deleted, drawings' text boxes, the old form of a new drawing. */
const skipped = new Set([
  'del',
  'moveFrom',
  'txbxContent',
  'Fallback',
  'instrText',
  'delText',
  'footnote',
  'sectPr',
])

/** Characters of symbol fonts that people use as marks and bullets. */
const symbols: Readonly<Record<string, string>> = {
  FC: '✓',
  FE: '✓',
  FB: 'x',
  FD: 'x',
  A8: '',
  '6F': '',
  '71': '',
}

/** Reads the body of a Word document: its paragraphs and tables in order, exactly as written. */
export async function readDocx(file: string, bytes: Uint8Array): Promise<GridFile> {
  const archive = await openArchive(file, bytes)
  const main = archive.names.find(name => /^word\/document\d*\.xml$/.test(name))
  if (main === undefined) throw new Refusal({ kind: 'damaged', file, part: 'word/document.xml' })
  const numbering = await readNumbering(archive, file, docxLimits.other)
  const body = new Body(file, numbering)
  await readXml(archive, file, main, docxLimits.document, body)
  const notes: ReaderNote[] = []
  if (archive.names.some(name => name.endsWith('vbaProject.bin'))) notes.push({ code: 'macros-ignored' })
  if (body.deletions > 0) notes.push({ code: 'tracked-deletions', count: body.deletions })
  return { grids: body.grids, notes }
}

/** Walks the elements of the body; one paragraph, and the tables around it, are open at a time. */
class Body {
  readonly grids: Grid[] = []
  deletions = 0
  readonly #file: string
  readonly #numbering: Numbering
  readonly #tables: OpenTable[] = []
  #loose: GridRow[] = []
  #lines = 0
  #skip = 0
  #inText = false
  #struck = false
  #paragraph: { text: string; list: string | null; level: number; style: string } | null = null
  #tableCount = 0
  #properties: string | null = null

  constructor(file: string, numbering: Numbering) {
    this.#file = file
    this.#numbering = numbering
  }

  open(name: string, attributes: Readonly<Record<string, string>>) {
    const table = this.#tables.at(-1)
    if (this.#properties === 'trPr' && name === 'del' && table?.row) table.row.deleted = true
    if (skipped.has(name)) {
      if (name === 'del' && this.#properties === null) this.deletions += 1
      this.#skip += 1
      return
    }
    if (this.#skip > 0) return
    const value = attribute(attributes, 'val') ?? ''
    switch (name) {
      case 'tbl':
        this.#tables.push({ rows: [], row: null, cell: null, column: 0, tops: new Map() })
        break
      case 'tr':
        if (table) [table.row, table.column] = [{ cells: [], deleted: false }, 0]
        break
      case 'trPr':
      case 'tcPr':
      case 'pPr':
      case 'rPr':
        this.#properties = name
        break
      case 'gridBefore':
        if (table) table.column += Number(value)
        break
      case 'tc':
        if (table)
          table.cell = { column: table.column, span: 1, merge: null, fill: null, lines: [], rowSpan: 1 }
        break
      case 'gridSpan':
        if (table?.cell) table.cell.span = Math.max(1, Math.min(512, Number(value) || 1))
        break
      case 'vMerge':
        if (table?.cell) table.cell.merge = value === 'restart' ? 'restart' : 'continue'
        break
      case 'shd':
        if (table?.cell && this.#properties === 'tcPr')
          table.cell.fill = fillOf(attribute(attributes, 'fill'))
        break
      case 'p':
        this.#paragraph = { text: '', list: null, level: 0, style: '' }
        break
      case 'pStyle':
        if (this.#paragraph) this.#paragraph.style = value
        break
      case 'numId':
        if (this.#paragraph) this.#paragraph.list = value
        break
      case 'ilvl':
        if (this.#paragraph) this.#paragraph.level = Number(value)
        break
      case 'r':
        this.#struck = false
        break
      case 'strike':
      case 'dstrike':
        if (this.#properties === 'rPr') this.#struck ||= !/^(?:0|false|off)$/.test(value)
        break
      case 't':
        this.#inText = true
        break
      case 'br':
      case 'cr':
        this.#append('\n')
        break
      case 'tab':
        if (this.#properties === null) this.#append(' ')
        break
      case 'noBreakHyphen':
        this.#append('-')
        break
      case 'sym':
        this.#append(symbols[(attribute(attributes, 'char') ?? '').slice(-2).toUpperCase()] ?? '•')
        break
    }
  }

  close(name: string) {
    if (skipped.has(name)) {
      this.#skip -= 1
      return
    }
    if (this.#skip > 0) return
    const table = this.#tables.at(-1)
    if (name === 't') this.#inText = false
    else if (name === this.#properties) this.#properties = null
    else if (name === 'p') this.#closeParagraph()
    else if (name === 'tc' && table?.cell && table.row) {
      table.row.cells.push(table.cell)
      table.column += table.cell.span
      table.cell = null
    } else if (name === 'tr' && table?.row) {
      closeRow(table)
      if (table.rows.length > rowLimit) this.#tooMany()
    } else if (name === 'tbl') this.#closeTable()
    else if (name === 'body') this.#flushLoose()
  }

  text(text: string) {
    if (this.#inText && this.#skip === 0) this.#append(this.#struck ? markStruck(text) : text)
  }

  #append(text: string) {
    if (this.#paragraph) this.#paragraph.text += text
  }

  #closeParagraph() {
    const paragraph = this.#paragraph
    this.#paragraph = null
    if (!paragraph) return
    const own = paragraph.text.replace(/[\u00a0\t]/g, ' ').trim()
    const cell = this.#tables.at(-1)?.cell
    const inherited = paragraph.list === null ? this.#numbering.ofStyle(paragraph.style) : null
    const list = paragraph.list ?? inherited?.id ?? null
    // An empty list paragraph shows its number only where a cell holds nothing else: an automatic NO column.
    const marked = list !== null && list !== '0' && (own !== '' || cell?.lines.length === 0)
    const marker = marked ? this.#numbering.next(list, inherited?.level ?? paragraph.level) : null
    const text = [marker, own].filter(part => part).join(' ')
    if (cell) cell.lines.push(text)
    else if (this.#tables.length === 0 && text !== '') {
      this.#loose.push({ index: this.#lines, loose: true, cells: [textCell(0, struckText(text).text)] })
      this.#lines += 1
      if (this.#lines > rowLimit) this.#tooMany()
    }
  }

  #tooMany(): never {
    throw new Refusal({ kind: 'too-many-rows', file: this.#file, place: null, limit: rowLimit })
  }

  #closeTable() {
    const table = this.#tables.pop()
    if (!table) return
    const outer = this.#tables.at(-1)?.cell
    const rows = table.rows.filter(({ deleted }) => !deleted)
    if (outer) {
      // A table inside a cell is read as lines of that cell.
      for (const { cells } of rows) outer.lines.push(cells.map(cellText).filter(Boolean).join(' '))
      return
    }
    this.#flushLoose()
    this.#tableCount += 1
    const made = table.rows.map(
      ({ cells, deleted }, index): GridRow => ({
        index,
        loose: false,
        cells: deleted ? [] : cells.filter(({ merge }) => merge !== 'continue').map(toCell),
      }),
    )
    this.grids.push({
      origin: { kind: 'table', number: this.#tableCount },
      rows: made.filter(({ cells }) => cells.some(({ text }) => text !== '')),
    })
  }

  #flushLoose() {
    if (this.#loose.length > 0) this.grids.push({ origin: { kind: 'text' }, rows: this.#loose })
    this.#loose = []
  }
}
