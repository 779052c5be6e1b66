import type { Cell, Workbook, Worksheet } from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const lineHeight = 15
/** Points, the most that Excel allows a row. */
const tallest = 409

/** The XML of a text in which `_x0041_` stays what it is: a spreadsheet would read an escaped letter in it. */
export const literalText = (xml: string): string => xml.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** The workbook as a file whose rows are as tall as their wrapped text in every program that opens it. */
export async function workbookBytes(book: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  for (const sheet of book.worksheets) fitRows(sheet)
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()))
  for (const [name, part] of Object.entries(parts)) {
    // The library reads such escapes and writes none.
    if (name === 'xl/sharedStrings.xml') parts[name] = strToU8(literalText(strFromU8(part)))
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      // A height that counts as set by hand would no longer grow with what somebody types.
      parts[name] = strToU8(strFromU8(part).replace(/(<row [^>]*?) customHeight="1"/g, '$1'))
  }
  return zipSync(parts)
}

function fitRows(sheet: Worksheet): void {
  sheet.eachRow(row => {
    let lines = 1
    row.eachCell(cell => {
      if (typeof cell.value === 'string' && cell.alignment?.wrapText && !cell.isMerged)
        lines = Math.max(lines, linesOf(cell))
    })
    if (lines > 1) row.height = Math.min(tallest, lines * lineHeight)
  })
}

/** Lines that the words take when as many as fit stand on each; a sign counts as wide as a digit. */
function linesOf({ text, worksheet, col }: Cell): number {
  const room = Math.max(1, (worksheet.getColumn(col).width ?? 9) - 1)
  return text.split('\n').reduce((sum, paragraph) => {
    let lines = 1
    let used = 0
    for (const { length } of paragraph.split(' ')) {
      if (used > 0 && used + 1 + length > room) {
        lines += 1
        used = 0
      }
      lines += Math.max(0, Math.ceil(length / room) - 1)
      used = length > room ? length % room : used === 0 ? length : used + 1 + length
    }
    return sum + lines
  }, 0)
}
