import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type ISectionOptions,
  LineRuleType,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import { translator } from '../../ui/messages.ts'
import {
  type Block,
  boundMargins,
  type Cover,
  type Letterhead,
  type Margins,
  type OfficialDocument,
} from './document.ts'
import { type DocxContext, docxBlocks, imageRun } from './docx-blocks.ts'
import { cellDash, cm, docxStyles } from './docx-styles.ts'
import { textRuns } from './docx-text.ts'
import { documentMessages } from './messages.ts'
import { printable } from './printable.ts'

const landscapeMargins: Margins = { left: 2.5, right: 2, top: 2.5, bottom: 2 }
const paper = { width: 21, height: 29.7 }

/**
 * The document for Word: the same content as the PDF, in styles, lists and tables a person can edit.
 * Estimating the page numbers of the contents takes seconds; render.ts calls this in a worker.
 */
export async function makeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const margins = document.margins ?? boundMargins
  const lists: DocxContext['lists'] = [{ reference: 'cell-dash', levels: [cellDash] }]
  const portrait: DocxContext = { document, lists, width: cm(paper.width - margins.left - margins.right) }
  const sideways: DocxContext = {
    document,
    lists,
    width: cm(paper.height - landscapeMargins.left - landscapeMargins.right),
  }

  const sections: ISectionOptions[] = []
  if (document.cover) {
    sections.push({ properties: { page: page(margins, false) }, children: coverParagraphs(document.cover) })
  }
  if (document.front.length > 0 || document.contents) {
    sections.push({
      properties: {
        type: SectionType.NEXT_PAGE,
        page: { ...page(margins, false), pageNumbers: { start: 1, formatType: NumberFormat.LOWER_ROMAN } },
      },
      footers: { default: footer(document, portrait.width) },
      children: [...docxBlocks(document.front, portrait), ...(document.contents ? contents(document) : [])],
    })
  }
  const letterhead = document.letterhead ? letterheadParagraphs(document.letterhead) : []
  splitSections(document.blocks).forEach(({ landscape, blocks }, index) => {
    const context = landscape ? sideways : portrait
    const numbers = { formatType: NumberFormat.DECIMAL, ...(index === 0 ? { start: 1 } : {}) }
    sections.push({
      properties: {
        type: SectionType.NEXT_PAGE,
        page: { ...page(landscape ? landscapeMargins : margins, landscape), pageNumbers: numbers },
      },
      footers: { default: footer(document, context.width) },
      children: [...(index === 0 ? letterhead : []), ...docxBlocks(blocks, context)],
    })
  })

  const file = new Document({
    title: printable(document.title),
    subject: printable(document.subtitle),
    creator: printable(document.author),
    lastModifiedBy: printable(document.author),
    styles: docxStyles(document.locale),
    numbering: { config: lists },
    ...(hasEndlessWord(document) ? {} : { pageNumbers: estimatePageNumbers }),
    sections,
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/**
 * The estimate's time grows with the square of a word's length (3,000 letters: 20 seconds). With such a
 * word the contents are left for Word to number when it opens the file.
 */
const hasEndlessWord = ({ front, blocks }: OfficialDocument): boolean =>
  /\S{300}/.test(words([front, blocks]).join(' '))

function words(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  return Object.entries(value).flatMap(([key, part]) => (key === 'picture' ? [] : words(part)))
}

const page = (margins: Margins, landscape: boolean) => ({
  size: {
    width: cm(paper.width),
    height: cm(paper.height),
    orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
  margin: {
    left: cm(margins.left),
    right: cm(margins.right),
    top: cm(margins.top),
    bottom: cm(margins.bottom),
  },
})

/** Landscape parts are sections of their own, as Word wants them. */
function splitSections(blocks: readonly Block[]): { landscape: boolean; blocks: readonly Block[] }[] {
  const sections: { landscape: boolean; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'landscape') {
      sections.push({ landscape: true, blocks: [...block.blocks] })
      continue
    }
    const last = sections.at(-1)
    if (last && !last.landscape) last.blocks.push(block)
    else sections.push({ landscape: false, blocks: [block] })
  }
  return sections
}

function contents(document: OfficialDocument): (Paragraph | TableOfContents)[] {
  const title = translator(documentMessages, document.locale)('contents')
  return [
    new Paragraph({
      pageBreakBefore: document.front.length > 0,
      alignment: AlignmentType.CENTER,
      spacing: { after: 300 },
      children: textRuns([{ text: title.toUpperCase(), bold: true }], { size: 28 }),
    }),
    new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-3' }),
  ]
}

function footer(document: OfficialDocument, width: number): Footer {
  const note = document.footnote ? printable(document.footnote) : ''
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: 'center', position: Math.round(width / 2) }],
        children: [
          new TextRun({ text: note, italics: true, size: 17 }),
          new TextRun({ children: ['\t', PageNumber.CURRENT], size: 20 }),
        ],
      }),
    ],
  })
}

function coverParagraphs(cover: Cover): Paragraph[] {
  const line = (text: string, size: number, bold: boolean, before = 0) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, after: 60 },
      children: textRuns([{ text, bold }], { size }),
    })
  const logo = cover.logo
    ? [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: cm(1) },
          children: [imageRun(cover.logo, 3, 3.6, cover.agency[0] ?? '')],
        }),
      ]
    : []
  return [
    ...logo,
    ...cover.title.map((text, index) =>
      line(text.toUpperCase(), 36, true, index === 0 ? cm(cover.logo ? 3 : 6) : 0),
    ),
    ...cover.subtitle.map((text, index) => line(text, 28, false, index === 0 ? cm(1.5) : 0)),
    ...cover.agency.map((text, index) => line(text.toUpperCase(), 28, true, index === 0 ? cm(6) : 0)),
    line(cover.year.toUpperCase(), 28, true, 160),
  ]
}

function letterheadParagraphs({ agency, unit, address, logo }: Letterhead): Paragraph[] {
  const line = (text: string, size: number, bold: boolean, last: boolean) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 264, lineRule: LineRuleType.AUTO, after: last ? 300 : 0 },
      ...(last
        ? {
            border: {
              bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 6, color: '000000' },
            },
          }
        : {}),
      children: textRuns([{ text, bold }], { size }),
    })
  return [
    ...(logo
      ? [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [imageRun(logo, 1.7, 2, agency ?? unit)],
          }),
        ]
      : []),
    ...(agency ? [line(agency.toUpperCase(), 26, false, false)] : []),
    line(unit.toUpperCase(), 32, true, !address),
    ...(address ? [line(address, 19, false, true)] : []),
  ]
}
