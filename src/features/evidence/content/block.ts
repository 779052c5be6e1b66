/** A piece of a document as it is read on a screen. Text only: nothing of the file's own markup gets this far. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly Row[] }
  | { readonly kind: 'sheet'; readonly name: string }
  | { readonly kind: 'page'; readonly number: number }
  | { readonly kind: 'slide'; readonly number: number }
  | Letter

/** What stands above a letter (EML); empty where it says nothing. */
export interface Letter {
  readonly kind: 'letter'
  readonly from: string
  readonly to: string
  readonly cc: string
  readonly date: string
  readonly attachments: string
}

export type Row = readonly TableCell[]

export interface TableCell {
  /** Counts from 0; columns that are left out are empty. */
  readonly column: number
  readonly columnSpan: number
  readonly text: string
}

/** Something about what was read that a person should know. */
export type ContentWarning =
  /** Only the beginning was kept. */
  | 'cut'
  /** Pages without a text layer: scans. */
  | 'no-text'
  | 'macros'
  | 'hidden-parts'

export interface Content {
  readonly blocks: readonly Block[]
  /** Pages of a PDF, slides of a presentation; null where the format has none. */
  readonly pages: number | null
  /** As the file's own properties say. */
  readonly title: string | null
  readonly warnings: readonly ContentWarning[]
}

export interface KeepLimits {
  readonly characters: number
  readonly rows: number
}

/** Keeps blocks until the limits are reached; readers ask `full` and stop. */
export class Keeper {
  readonly blocks: Block[] = []
  readonly warnings = new Set<ContentWarning>()
  #characters: number
  #rows: number

  constructor({ characters, rows }: KeepLimits) {
    this.#characters = characters
    this.#rows = rows
  }

  get full(): boolean {
    return this.#characters <= 0 || this.#rows <= 0
  }

  text(kind: 'paragraph', text: string): void
  text(kind: 'heading', text: string, level: number): void
  text(kind: 'paragraph' | 'heading', text: string, level = 1) {
    const kept = this.#take(text.trim())
    if (kept === '') return
    this.blocks.push(kind === 'heading' ? { kind, level, text: kept } : { kind, text: kept })
  }

  mark(block: Extract<Block, { kind: 'sheet' | 'page' | 'slide' | 'letter' }>) {
    if (!this.full) this.blocks.push(block)
  }

  table(rows: Iterable<Row>) {
    const kept: Row[] = []
    for (const row of rows) {
      if (this.full) break
      const cells = row
        .map(cell => ({ ...cell, text: this.#take(cell.text.trim()) }))
        .filter(({ text }) => text !== '')
      this.#rows -= 1
      if (cells.length > 0) kept.push(cells)
    }
    if (kept.length > 0) this.blocks.push({ kind: 'table', rows: kept })
  }

  /** Says that something was left out. */
  cut() {
    this.warnings.add('cut')
  }

  #take(text: string): string {
    if (text.length > this.#characters || this.full) this.cut()
    const kept = text.length > this.#characters ? text.slice(0, Math.max(0, this.#characters)) : text
    this.#characters -= kept.length + 1
    return kept
  }
}

/** The text alone: a line a paragraph or table row, cells apart by tabs. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .flatMap(block => {
      if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text]
      if (block.kind === 'sheet') return [block.name]
      if (block.kind === 'letter') return [block.from, block.to, block.cc, block.date, block.attachments]
      if (block.kind === 'table') return block.rows.map(row => row.map(({ text }) => text).join('\t'))
      return []
    })
    .filter(line => line !== '')
    .join('\n')
}
