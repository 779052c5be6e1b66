import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { translator } from '../../ui/messages.ts'
import type { OfficialDocument } from './document.ts'
import { textRuns } from './docx-text.ts'
import { documentMessages } from './messages.ts'

/** The figures that the text names and nobody filled, in two columns once one would be long. */
export function missingBox(
  labels: readonly string[],
  { document, width }: { readonly document: OfficialDocument; readonly width: number },
): Table {
  const t = translator(documentMessages, document.locale)
  const columns = labels.length > 12 ? 2 : 1
  const columnWidth = Math.floor(width / columns)
  const edge = { style: BorderStyle.SINGLE, size: 8, color: '8A5A00' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const line = (text: string, bold = false) =>
    new Paragraph({ style: 'TableText', children: textRuns([{ text, bold }]) })
  const item = (text: string) =>
    new Paragraph({
      style: 'TableText',
      numbering: { reference: 'cell-dash', level: 0 },
      children: textRuns([{ text }]),
    })
  const cell = (children: Paragraph[], span = 1) =>
    new TableCell({
      columnSpan: span,
      width: { size: columnWidth * span, type: WidthType.DXA },
      shading: { type: ShadingType.CLEAR, fill: 'FFF8DC', color: 'auto' },
      children,
    })
  const perColumn = Math.ceil(labels.length / columns)
  return new Table({
    width: { size: columnWidth * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => columnWidth),
    layout: TableLayoutType.FIXED,
    margins: { left: 160, right: 160, top: 60, bottom: 60 },
    borders: {
      top: edge,
      bottom: edge,
      left: edge,
      right: edge,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({ children: [cell([line(t('missingTitle'), true), line(t('missingText'))], columns)] }),
      new TableRow({
        children: Array.from({ length: columns }, (_, at) =>
          cell(labels.slice(at * perColumn, (at + 1) * perColumn).map(item)),
        ),
      }),
    ],
  })
}
