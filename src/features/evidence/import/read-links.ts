import { meaningfulWords } from '../../../core/evidence/words.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type ReadProblem, readTableIsolated } from '../../plan/read/index.ts'

/** One link of an old list, with where the list says it belongs. */
export interface LinkRow {
  /** Of the table, from 1, as a person counts. */
  readonly row: number
  readonly url: string
  readonly title: string
  /** Area, sub-component and indicator as written, then the title: a path that `matchFiles` reads. */
  readonly path: string
}

export interface LinkRowProblem {
  readonly row: number
  readonly text: string
  readonly why: 'no-link' | 'not-an-address' | 'not-on-the-web' | 'same-link'
}

export interface LinkList {
  readonly links: readonly LinkRow[]
  readonly problems: readonly LinkRowProblem[]
}

export type LinkListProblem = ReadProblem | { readonly kind: 'no-link-column'; readonly file: string }

type Column = 'url' | 'title' | 'area' | 'sub' | 'indicator'
/** The words of a heading that tell a column, the most telling first; a column is taken once. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ['url', /\b(?:link|url|tautan|alamat|drive)\b/i],
  ['area', /\barea\b|\bpokja\b/i],
  ['sub', /\bsub\b|\bkomponen\b/i],
  ['indicator', /\bindikator\b|\bpertanyaan\b/i],
  ['title', /\b(?:nama|judul|uraian|bukti|eviden\w*|dokumen|data dukung|keterangan)\b/i],
]
const address = /\bhttps?:\/\/[^\s"<>]+|\bwww\.[^\s"<>]+/gi

/** Reads a list of old links (CSV or XLSX). Columns are found by their headings, the links also by their looks. */
export async function readLinks(name: string, bytes: Uint8Array): Promise<Result<LinkList, LinkListProblem>> {
  const table = await readTableIsolated({ name, bytes })
  if (!table.ok) return table
  const rows = table.value.grids.flatMap(({ rows: each }) => each)
  const texts = rows.map(({ index, cells }) => ({
    row: index + 1,
    at: new Map(cells.map(({ column, text }) => [column, text])),
  }))
  const head = texts.slice(0, 20).findIndex(({ at }) => [...at.values()].some(isLinkHeading))
  const columns = head < 0 ? new Map<Column, number>() : columnsOf(texts[head]?.at ?? new Map())
  const url = columns.get('url') ?? columnOfLinks(texts.map(({ at }) => at))
  if (url === undefined) return err({ kind: 'no-link-column', file: name })

  const links: LinkRow[] = []
  const problems: LinkRowProblem[] = []
  const seen = new Set<string>()
  const above: Partial<Record<Column, string>> = {}
  for (const { row, at } of texts.slice(head + 1)) {
    const cell = (column: Column) => at.get(columns.get(column) ?? -1) ?? ''
    // Merged cells leave the rows below them empty: what stood above still holds.
    for (const column of ['area', 'sub', 'indicator'] as const) {
      if (cell(column) === '') continue
      above[column] = cell(column)
      if (column === 'area') above.sub = ''
      if (column !== 'indicator') above.indicator = cell('indicator')
    }
    const text = at.get(url) ?? ''
    const title = cell('title')
    if (text === '' && title === '') continue
    const found = linksIn(text)
    if (typeof found === 'string') {
      problems.push({ row, text: (text || title).slice(0, 200), why: found })
      continue
    }
    for (const link of found) {
      if (seen.has(link)) {
        problems.push({ row, text: link.slice(0, 200), why: 'same-link' })
        continue
      }
      seen.add(link)
      const parts = [above.area, above.sub, above.indicator, title || lastPart(link)]
      const path = parts
        .filter(part => part !== undefined && part !== '')
        .map(part => part?.replace(/[/\\\n]+/g, ' '))
        .join('/')
      links.push({ row, url: link, title, path })
    }
  }
  return ok({ links, problems })
}

const isLinkHeading = (text: string) =>
  text.length < 60 && !/https?:/i.test(text) && (headings[0]?.[1].test(text) ?? false)

function columnsOf(head: ReadonlyMap<number, string>): Map<Column, number> {
  const columns = new Map<Column, number>()
  const taken = new Set<number>()
  for (const [column, words] of headings) {
    const found = [...head].find(([at, text]) => !taken.has(at) && words.test(text))
    if (!found) continue
    columns.set(column, found[0])
    taken.add(found[0])
  }
  return columns
}

/** The column that holds the most addresses. */
function columnOfLinks(rows: readonly ReadonlyMap<number, string>[]): number | undefined {
  const counts = new Map<number, number>()
  for (const row of rows)
    for (const [column, text] of row)
      if (text.match(address)) counts.set(column, (counts.get(column) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
}

function linksIn(text: string): string[] | LinkRowProblem['why'] {
  if (text === '') return 'no-link'
  const found = text.match(address)
  if (!found) return /^[a-z][a-z0-9+.-]{1,20}:/i.test(text) ? 'not-on-the-web' : 'not-an-address'
  const links = found.flatMap(link => {
    const whole = /^www\./i.test(link) ? `https://${link}` : link
    const trimmed = whole.replace(/[.,;)\]]+$/, '')
    return URL.canParse(trimmed) ? [new URL(trimmed).href] : []
  })
  return links.length > 0 ? links : 'not-an-address'
}

function lastPart(link: string): string {
  const { pathname, hostname } = new URL(link)
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  let name = last
  try {
    name = decodeURIComponent(last)
  } catch {
    // Not encoded as it should be: shown as it is.
  }
  return meaningfulWords(name).length > 0 ? name : hostname
}
