import ExcelJS from 'exceljs'
import { HyperFormula, type RawCellContent } from 'hyperformula'

/** What a recalculation shows, by sheet and cell. */
export type Shown = (sheet: string, cell: string) => unknown

export async function openBook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  await book.xlsx.load(copy)
  return book
}

/** Every formula of a workbook calculated anew by HyperFormula; no value that the file holds is looked at. */
export async function recalculated(bytes: Uint8Array): Promise<Shown> {
  const book = await openBook(bytes)
  const sheets: Record<string, RawCellContent[][]> = {}
  for (const sheet of book.worksheets) {
    const rows: RawCellContent[][] = []
    sheet.eachRow((row, number) => {
      const cells: RawCellContent[] = []
      row.eachCell((cell, column) => {
        if (cell.master === cell) cells[column - 1] = contentOf(cell)
      })
      rows[number - 1] = cells
    })
    sheets[sheet.name] = Array.from(rows, row => Array.from(row ?? [], cell => cell ?? null))
  }
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3', smartRounding: false })
  return (sheet, cell) => {
    const id = engine.getSheetId(sheet)
    const address = engine.simpleCellAddressFromString(cell, id ?? 0)
    return address === undefined ? undefined : engine.getCellValue(address)
  }
}

function contentOf({ value, text, formula }: ExcelJS.Cell): RawCellContent {
  if (formula) return `=${formula}`
  if (typeof value === 'number') return value
  return text === '' ? null : `'${text}`
}
