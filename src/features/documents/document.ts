import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Locale } from '../../ui/messages.ts'

/** A piece of running text. `missing` marks a figure nobody has filled in; every renderer makes it visible. */
export type Run = {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly missing?: boolean
}

export type Align = 'left' | 'center' | 'right' | 'justify'

/** 1. · a. · 1) · a) · a dash */
export type ListStyle = 'decimal' | 'alpha' | 'decimal-paren' | 'alpha-paren' | 'bullet'

/** `level` 1 opens a chapter on a new page ("BAB I" over its title); `number` is printed as given. */
export type Heading = {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly number: string | null
  readonly text: string
}

export type Paragraph = {
  readonly kind: 'paragraph'
  readonly runs: readonly Run[]
  readonly align?: Align
  /** First line set in, as body text of a chapter is. */
  readonly indent?: boolean
  readonly keepWithNext?: boolean
}

export type List = {
  readonly kind: 'list'
  readonly style: ListStyle
  /** Number of the first item; 1 when absent. */
  readonly start?: number
  readonly items: readonly (readonly Block[])[]
}

export type Column = {
  /** Share of the width, relative to the other columns. */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
}

export type Cell = {
  readonly runs: readonly Run[]
  readonly columnSpan?: number
  readonly rowSpan?: number
  readonly align?: 'left' | 'center' | 'right'
  /** The text is a list inside the cell: each run is one item with a dash, when there are several. */
  readonly itemised?: boolean
}

export type Row = { readonly cells: readonly Cell[]; readonly role?: 'body' | 'group' | 'total' }

/** `header` rows repeat on every page the table reaches. */
export type Table = {
  readonly kind: 'table'
  readonly caption?: string
  readonly columns: readonly Column[]
  readonly header: readonly Row[]
  readonly rows: readonly Row[]
  /** Small type, for wide appendices. */
  readonly dense?: boolean
  /** A sentence in place of the rows when there are none. */
  readonly whenEmpty?: string
}

export type Picture =
  | { readonly format: 'svg'; readonly svg: string }
  | { readonly format: 'png'; readonly png: Uint8Array }

export type Image = {
  readonly kind: 'image'
  readonly picture: Picture
  readonly alt: string
  readonly widthCm: number
  readonly heightCm: number
  readonly caption?: string
}

/** How a share of a bar is drawn; each differs in pattern too, so a black-and-white copy can be read. */
export type Shade = 'done' | 'late' | 'due' | 'upcoming' | 'waived'

/** Horizontal stacked bars, each with its numbers beside it. */
export type Bars = {
  readonly kind: 'bars'
  readonly caption: string
  readonly series: readonly { readonly label: string; readonly shade: Shade }[]
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[]
}

/** Names every figure that the text needs and nobody has filled in. */
export type MissingCallout = { readonly kind: 'missing'; readonly labels: readonly string[] }

export type Signature = {
  readonly place: string
  readonly date: LocalDate | null
  /** The office that signs, for instance "Kepala Dinas". */
  readonly role: string
  readonly name: string
  /** Rank, as "Pembina Utama Muda". */
  readonly rank?: string | null
  readonly nip?: string | null
}

export type SignatureBlock = { readonly kind: 'signature'; readonly signature: Signature }

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Image
  | Bars
  | MissingCallout
  | SignatureBlock
  | { readonly kind: 'page-break' }
  | { readonly kind: 'landscape'; readonly blocks: readonly Block[] }

export type Letterhead = {
  readonly agency: string | null
  readonly unit: string
  readonly address?: string | null
  readonly logo?: Picture | null
}

export type Cover = {
  /** Lines above the title, such as the kind of document. */
  readonly title: readonly string[]
  readonly subtitle: readonly string[]
  readonly agency: readonly string[]
  readonly year: string
  readonly logo?: Picture | null
}

/** Paper margins in centimetres. */
export type Margins = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A document in official layout, before anyone decided whether it becomes PDF or Word. */
export type OfficialDocument = {
  readonly kind: 'work-plan' | 'monev-report' | 'evidence-book' | 'letter'
  readonly locale: Locale
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly place: string
  /** The day the document speaks for; also its creation date in the file, so that bytes repeat. */
  readonly date: LocalDate
  readonly margins?: Margins
  readonly cover?: Cover
  readonly letterhead?: Letterhead
  /** Printed small at the foot of each page, for instance that it is a draft. */
  readonly footnote?: string | null
  /** Pages before the table of contents, numbered i, ii, iii. */
  readonly front: readonly Block[]
  readonly contents: boolean
  readonly blocks: readonly Block[]
  /** Labels of figures the text asks for that nobody has filled in. */
  readonly missing: readonly string[]
}

/** Left 4 cm for binding, 3 cm elsewhere: the custom for bound plans and reports. */
export const boundMargins: Margins = { left: 4, right: 3, top: 3, bottom: 3 }

export const plainRun = (text: string): readonly Run[] => [{ text }]

export const paragraph = (text: string, options: Omit<Paragraph, 'kind' | 'runs'> = {}): Paragraph => ({
  kind: 'paragraph',
  runs: plainRun(text),
  ...options,
})
