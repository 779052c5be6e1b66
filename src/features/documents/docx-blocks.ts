import {
  AlignmentType,
  HeadingLevel,
  type ILevelsOptions,
  ImageRun,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { translator } from '../../ui/messages.ts'
import type { Block, Heading, Image, OfficialDocument, Picture, Signature } from './document.ts'
import { missingBox } from './docx-missing.ts'
import { cm, listLevel } from './docx-styles.ts'
import { docxBars, docxTable } from './docx-tables.ts'
import { textRuns } from './docx-text.ts'
import { documentMessages } from './messages.ts'
import { formatDate } from './numbers.ts'
import { printable } from './printable.ts'

/** Where a block is drawn. `lists` collects a numbering for each list met on the way. */
export type DocxContext = {
  readonly document: OfficialDocument
  /** Width between the margins, in twips. */
  readonly width: number
  readonly lists: { reference: string; levels: ILevelsOptions[] }[]
}

type Child = Paragraph | Table

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }
const sides = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
}

export function docxBlocks(blocks: readonly Block[], context: DocxContext): Child[] {
  return blocks.flatMap((block, index) =>
    docxBlock(block, context, { first: index === 0, next: blocks[index + 1]?.kind }),
  )
}

type Around = { readonly first: boolean; readonly next: Block['kind'] | undefined }

function docxBlock(block: Block, context: DocxContext, { first, next }: Around): Child[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block, !first)]
    case 'paragraph':
      return [
        new Paragraph({
          alignment: sides[block.align ?? 'justify'],
          keepNext: block.keepWithNext ?? false,
          ...(block.indent ? { indent: { firstLine: cm(1.25) } } : {}),
          children: textRuns(block.runs),
        }),
      ]
    case 'list':
      return listParagraphs(block, context, 0)
    case 'table':
      return [
        ...(block.caption
          ? [new Paragraph({ style: 'Caption', children: textRuns([{ text: block.caption, bold: true }]) })]
          : []),
        docxTable(block, context.width, next === 'signature'),
        gap(next === 'signature'),
      ]
    case 'bars':
      return [...docxBars(block, context.width), gap(false)]
    case 'image':
      return imageParagraphs(block)
    case 'missing':
      return [missingBox(block.labels, context)]
    case 'signature':
      return signatureParagraphs(block.signature, context)
    case 'page-break':
      // A chapter breaks the page itself; two breaks would leave a page blank.
      return next === 'heading' ? [] : [new Paragraph({ pageBreakBefore: true, children: [] })]
    case 'landscape':
      return docxBlocks(block.blocks, context)
  }
}

const gap = (keepNext: boolean) => new Paragraph({ spacing: { line: 200, after: 0 }, keepNext, children: [] })

function headingParagraph({ level, number, text }: Heading, newPage: boolean): Paragraph {
  const title = printable(level === 1 ? text.toUpperCase() : text)
  const lead = number === null ? [] : [new TextRun({ text: printable(number) })]
  const body = new TextRun(
    level === 1 && number !== null
      ? { text: title, break: 1 }
      : { text: number === null ? title : `\t${title}` },
  )
  return new Paragraph({
    heading: headings[level],
    pageBreakBefore: level === 1 && newPage,
    children: [...lead, body],
  })
}

function listParagraphs(
  list: Extract<Block, { kind: 'list' }>,
  context: DocxContext,
  depth: number,
): Child[] {
  const reference = `list-${context.lists.length + 1}`
  context.lists.push({ reference, levels: [listLevel(list.style, depth, list.start ?? 1)] })
  return list.items.flatMap(blocks =>
    blocks.flatMap((block, index): Child[] => {
      if (block.kind === 'list') return listParagraphs(block, context, depth + 1)
      if (block.kind !== 'paragraph') return docxBlock(block, context, { first: true, next: undefined })
      return [
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          ...(index === 0
            ? { numbering: { reference, level: 0 } }
            : { indent: { left: cm(0.8 * (depth + 1)) } }),
          children: textRuns(block.runs),
        }),
      ]
    }),
  )
}

/** A transparent dot: what a Word too old for SVG shows in its place. */
const emptyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=',
  'base64',
)

export function imageRun(picture: Picture, widthCm: number, heightCm: number, alt: string): ImageRun {
  const pixels = (centimetres: number) => Math.round(centimetres * 37.8)
  const look = {
    transformation: { width: pixels(widthCm), height: pixels(heightCm) },
    altText: { name: printable(alt), description: printable(alt), title: printable(alt) },
  }
  return picture.format === 'png'
    ? new ImageRun({ ...look, type: 'png', data: Buffer.from(picture.png) })
    : new ImageRun({
        ...look,
        type: 'svg',
        data: Buffer.from(picture.svg),
        fallback: { type: 'png', data: emptyPng },
      })
}

function imageParagraphs({ picture, widthCm, heightCm, alt, caption }: Image): Child[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: caption !== undefined,
      children: [imageRun(picture, widthCm, heightCm, alt)],
    }),
    ...(caption ? [new Paragraph({ style: 'Caption', children: textRuns([{ text: caption }]) })] : []),
  ]
}

function signatureParagraphs(signature: Signature, { document, width }: DocxContext): Child[] {
  const t = translator(documentMessages, document.locale)
  const date = signature.date ? formatDate(signature.date, document.locale) : t('noDate')
  const line = (
    text: string,
    more: { bold?: boolean; underline?: boolean; before?: number; last?: boolean } = {},
  ) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      indent: { left: width - cm(8) },
      spacing: { line: 260, before: more.before ?? 0, after: 0 },
      keepNext: !more.last,
      keepLines: true,
      children: textRuns([{ text, bold: more.bold ?? false, underline: more.underline ?? false }]),
    })
  const below = [signature.rank, signature.nip ? `NIP ${signature.nip}` : null].filter(text => text != null)
  return [
    line(`${signature.place}, ${date}`, { before: 360 }),
    line(signature.role.endsWith(',') ? signature.role : `${signature.role},`),
    line(signature.name, { bold: true, underline: true, before: cm(2.2), last: below.length === 0 }),
    ...below.map((text, index) => line(text, { last: index === below.length - 1 })),
  ]
}
