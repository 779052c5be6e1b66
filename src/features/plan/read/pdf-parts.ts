import { headingRole } from './headings.ts'
import { bandsOf, type Heading, type HeadingRow, headingRowOf } from './pdf-columns.ts'
import type { PageContent, TextRun } from './pdf-page.ts'

/** What stands on a page: text around the table, its headings where they are printed, and the table itself. */
export interface PageParts {
  /** From 1. */
  readonly number: number
  readonly loose: readonly (readonly TextRun[])[]
  readonly headings: readonly Heading[]
  readonly body: readonly TextRun[]
}

/** The pages of one table, under the same headings. */
export interface PrintedTable {
  readonly headings: readonly Heading[]
  readonly pages: PageParts[]
}

/** The tables of a file, and the pages before the first. A page may hold several, or the same headings again. */
export function partPages(pages: readonly PageContent[]): { before: PageParts[]; tables: PrintedTable[] } {
  const tables: PrintedTable[] = []
  const before: PageParts[] = []
  const furniture = furnitureOf(pages)
  for (const [at, { words }] of pages.entries()) {
    for (const parts of partPage(words, at + 1, tables.length > 0, furniture)) {
      const open = tables.at(-1)
      if (parts.headings.length > 0 && !(open && sameHeadings(open.headings, parts.headings)))
        tables.push({ headings: parts.headings, pages: [parts] })
      else if (open) open.pages.push(parts)
      else before.push(parts)
    }
  }
  return { before, tables }
}

/** Headers and footers are left out; the first page's header may be the title. */
function partPage(
  words: readonly TextRun[],
  number: number,
  continues: boolean,
  furniture: ReadonlySet<TextRun>,
): PageParts[] {
  const bands = bandsOf(words)
  const found: HeadingRow[] = []
  for (let row = headingRowOf(bands, 0); row !== null; row = headingRowOf(bands, row.end)) found.push(row)
  const [first] = found
  const top = bands.slice(0, first?.from ?? bands.length)
  if (!first && continues) return [{ number, loose: [], headings: [], body: inOrder(words, top, furniture) }]
  const loose = continues ? top.filter(([run]) => run && !furniture.has(run)) : top
  if (!first) return [{ number, loose, headings: [], body: [] }]
  return found.map(({ headings, end }, at) => ({
    number,
    loose: at === 0 ? loose : [],
    headings,
    body: inOrder(words, bands.slice(end, found[at + 1]?.from), furniture),
  }))
}

/** The runs of some lines, in the order in which the file draws them. */
function inOrder(
  words: readonly TextRun[],
  bands: readonly (readonly TextRun[])[],
  furniture: ReadonlySet<TextRun>,
): TextRun[] {
  const wanted = new Set(bands.flat())
  return words.filter(run => wanted.has(run) && !furniture.has(run))
}

const sameHeadings = (a: readonly Heading[], b: readonly Heading[]) =>
  a.length === b.length &&
  a.every(({ text, x0 }, at) => text === b[at]?.text && Math.abs(x0 - (b[at]?.x0 ?? 0)) < 3)

/** Headers and footers: lines apart from the rest that stand on several pages alike, page numbers aside. */
function furnitureOf(pages: readonly PageContent[]): Set<TextRun> {
  const seen = new Map<string, TextRun[][]>()
  for (const { words } of pages) {
    const bands = bandsOf(words)
    for (const [at, beside] of [
      [0, 1],
      [bands.length - 1, bands.length - 2],
    ] as const) {
      const [band, next] = [bands[at], bands[beside]]
      if (!band?.[0] || !next?.[0] || Math.abs(band[0].y - next[0].y) < band[0].size * 1.8) continue
      const text = band.map(run => run.text.replace(/\d+/g, '#')).join(' ')
      const key = `${Math.round(band[0].y / 3)} ${text}`
      seen.set(key, [...(seen.get(key) ?? []), band])
    }
  }
  return new Set([...seen.values()].filter(bands => bands.length > 1).flat(2))
}

/** A heading at the top of a later page that the table lacks: the columns that found no room on the first. */
export function headingApart({ headings, pages }: PrintedTable): { heading: string; page: PageParts } | null {
  const known = new Set(headings.map(({ role }) => role))
  for (const page of pages) {
    const [top] = page.headings.length > 0 ? [] : bandsOf(page.body)
    const roles = top?.map(({ text }) => headingRole(text)) ?? []
    if (roles.length > 0 && roles.every(role => role !== null && !known.has(role)))
      return { heading: top?.map(({ text }) => text.trim()).join(', ') ?? '', page }
  }
  return null
}
