import { workbookBytes } from '../../../ui/workbook-bytes.ts'
import type { SheetRow } from './plan-sheet.ts'

const widths = [6, 26, 36, 40, 32, 24, 24, 28]

/** The sheet as a workbook. Cells are typed as text: what begins with "=" stays words. */
export async function planWorkbook(sheetName: string, rows: readonly SheetRow[]): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(sheetName, {
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0, paperSize: 9 },
    headerFooter: { oddFooter: '&C&P / &N' },
  })
  sheet.columns = widths.map(width => ({ width }))
  for (const { kind, cells } of rows) {
    const row = sheet.addRow([...cells])
    if (kind === 'title') row.font = { bold: true, size: 13 }
    else row.alignment = { vertical: 'top', wrapText: true }
    if (kind === 'headings') {
      row.font = { bold: true }
      sheet.views = [{ state: 'frozen', ySplit: row.number }]
      sheet.pageSetup.printTitlesRow = `${row.number}:${row.number}`
    }
    if (kind === 'area') row.font = { bold: true }
    if (kind !== 'title')
      for (let column = 1; column <= widths.length; column += 1) {
        row.getCell(column).border = {
          top: { style: 'thin' },
          left: { style: 'thin' },
          bottom: { style: 'thin' },
          right: { style: 'thin' },
        }
      }
  }
  return workbookBytes(workbook)
}

/**
 * The sheet as text, with semicolons as Indonesian spreadsheets expect. What a spreadsheet would run as a
 * formula gets an apostrophe in front (OWASP, CSV injection), which the reader takes off again.
 */
export function planCsv(rows: readonly SheetRow[]): string {
  const field = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return `"${safe.replaceAll('"', '""')}"`
  }
  const line = (cells: readonly string[]) => widths.map((_, at) => field(cells[at] ?? '')).join(';')
  return `\uFEFF${rows.map(({ cells }) => line(cells)).join('\r\n')}\r\n`
}
