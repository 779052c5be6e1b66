import { workbookBytes } from '../../../ui/workbook-bytes.ts'
import { columns, templateHeadings } from './columns.ts'

const headings = columns.map(column => templateHeadings[column])
const widths = [36, 24, 32, 22, 34, 40]

/** The empty list as CSV, with the byte order mark without which Excel misreads it. */
export const csvTemplate = (): string => `\ufeff${headings.join(';')}\r\n`

/** The empty list as a workbook whose cells are text, so that a NIP keeps its digits; the units beside it. */
export async function workbookTemplate(unitNames: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Pegawai', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0, paperSize: 9 },
  })
  sheet.columns = headings.map((header, at) => ({
    header,
    width: widths[at] ?? 24,
    style: { numFmt: '@' },
  }))
  sheet.getRow(1).font = { bold: true }
  // A column's format does not reach cells that a spreadsheet makes anew from another row.
  for (let row = 2; row <= 500; row++)
    for (const [at] of headings.entries()) sheet.getCell(row, at + 1).numFmt = '@'
  const units = book.addWorksheet('Daftar unit')
  units.columns = [{ header: 'Unit yang dapat dipakai', width: 60 }]
  units.addRows(unitNames.map(name => [name]))
  return workbookBytes(book)
}
