import { type Archive, attribute, Refusal, readXml } from '../../plan/read/index.ts'
import type { Keeper, Row, TableCell } from './block.ts'
import { partLimits } from './part-limits.ts'

const skipped = new Set(['annotation', 'tracked-changes', 'notes', 'forms'])
/** Repeated cells beyond this are a coloured background, not content. */
const repeatLimit = 64

/** The text of an OpenDocument text, spreadsheet or presentation. Returns how many slides it has. */
export async function readOdfBlocks(archive: Archive, file: string, keeper: Keeper): Promise<number> {
  if (await isLocked(archive, file)) throw new Refusal({ kind: 'encrypted', file })
  const body = new OdfBody(keeper)
  await readXml(archive, file, 'content.xml', partLimits.main, body)
  return body.slides
}

/** A locked OpenDocument says in its list of parts how each is encrypted. */
async function isLocked(archive: Archive, file: string): Promise<boolean> {
  const list = 'META-INF/manifest.xml'
  if (!archive.has(list)) return false
  let locked = false
  await readXml(archive, file, list, partLimits.other, {
    open: name => {
      if (name === 'encryption-data') locked = true
    },
    close() {},
    done: () => locked,
  })
  return locked
}

type OpenCell = { lines: string[]; span: number; repeat: number }
type OpenTable = { rows: Row[]; row: TableCell[]; column: number; cell: OpenCell | null }

class OdfBody {
  slides = 0
  readonly #keeper: Keeper
  readonly #tables: OpenTable[] = []
  #paragraph: { text: string; level: number | null } | null = null
  #skip = 0
  #inSheets = false

  constructor(keeper: Keeper) {
    this.#keeper = keeper
  }

  done() {
    if (this.#keeper.full) this.#keeper.cut()
    return this.#keeper.full
  }

  open(name: string, attributes: Readonly<Record<string, string>>) {
    if (skipped.has(name)) this.#skip += 1
    if (this.#skip > 0) return
    const table = this.#tables.at(-1)
    if (name === 'spreadsheet') this.#inSheets = true
    else if (name === 'page') this.#keeper.mark({ kind: 'slide', number: ++this.slides })
    else if (name === 'table') {
      if (this.#inSheets && this.#tables.length === 0)
        this.#keeper.mark({ kind: 'sheet', name: attribute(attributes, 'name') ?? '' })
      this.#tables.push({ rows: [], row: [], column: 0, cell: null })
    } else if (name === 'table-row' && table) [table.row, table.column] = [[], 0]
    else if ((name === 'table-cell' || name === 'covered-table-cell') && table)
      table.cell = {
        lines: [],
        span: Number(attribute(attributes, 'number-columns-spanned') ?? 1) || 1,
        repeat: Number(attribute(attributes, 'number-columns-repeated') ?? 1) || 1,
      }
    else if (name === 'p' || name === 'h') {
      const level = name === 'h' ? Number(attribute(attributes, 'outline-level') ?? 1) || 1 : null
      this.#paragraph = { text: '', level }
    } else if (!this.#paragraph) return
    else if (name === 's')
      this.#paragraph.text += ' '.repeat(Math.min(64, Number(attribute(attributes, 'c') ?? 1) || 1))
    else if (name === 'tab') this.#paragraph.text += ' '
    else if (name === 'line-break') this.#paragraph.text += '\n'
  }

  close(name: string) {
    if (this.#skip === 0) this.#closeOpen(name)
    if (skipped.has(name)) this.#skip -= 1
  }

  text(text: string) {
    if (this.#paragraph && this.#skip === 0) this.#paragraph.text += text
  }

  #closeOpen(name: string) {
    const table = this.#tables.at(-1)
    if (name === 'p' || name === 'h') this.#closeParagraph()
    else if ((name === 'table-cell' || name === 'covered-table-cell') && table?.cell) {
      const { lines, span, repeat } = table.cell
      const text = lines.join('\n').trim()
      for (let at = 0; text !== '' && at < Math.min(repeat, repeatLimit); at += 1)
        table.row.push({ column: table.column + at * span, columnSpan: Math.min(span, repeatLimit), text })
      table.column += repeat
      table.cell = null
    } else if (name === 'table-row' && table) {
      if (table.row.length > 0) table.rows.push(table.row)
    } else if (name === 'table') this.#closeTable()
  }

  #closeParagraph() {
    const paragraph = this.#paragraph
    this.#paragraph = null
    if (!paragraph) return
    const cell = this.#tables.at(-1)?.cell
    if (cell) cell.lines.push(paragraph.text.trim())
    else if (paragraph.level === null) this.#keeper.text('paragraph', paragraph.text)
    else this.#keeper.text('heading', paragraph.text, Math.min(6, paragraph.level))
  }

  #closeTable() {
    const table = this.#tables.pop()
    if (!table) return
    const outer = this.#tables.at(-1)?.cell
    if (outer) outer.lines.push(...table.rows.map(row => row.map(({ text }) => text).join(' ')))
    else this.#keeper.table(table.rows)
  }
}
