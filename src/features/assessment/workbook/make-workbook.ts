import type * as Excel from 'exceljs'
import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import { workbookBytes } from '../../../ui/workbook-bytes.ts'
import { answerEdits, type CellEdit, type CellValue, type Filled, valueEdits } from './cell-edits.ts'
import { keyOf, type Meaning, officialRows } from './meanings.ts'
import { addNoteSheet } from './note-sheet.ts'
import { answerSheet, headings, values } from './official-columns.ts'
import { weightOf } from './row-labels.ts'
import { addSummarySheet } from './summary-writing.ts'
import type { Wording } from './words.ts'
import { writeRow } from './write-row.ts'

const ink = 'FF1D3A5F'

/**
 * The assessment as a workbook in the official layout, with formulas that go on living: the same sheets, columns,
 * rows and codes, in Zona's wording or the agency's own.
 */
export async function makeWorkbook(
  instrument: Instrument,
  filled: Filled,
  { unit, wording }: { readonly unit: string; readonly wording: Wording },
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  book.calcProperties.fullCalcOnLoad = true
  const rows = officialRows(instrument)
  const byKey = new Map(rows.map(({ row, meaning }) => [keyOf(meaning), row]))
  const rowOf = (key: string) => byKey.get(key) ?? null
  addSummarySheet(book, instrument, filled, { name: 'Unit', unit, value: 'W', rowOf })
  addSummarySheet(book, instrument, filled, { name: 'TPI Unit', unit, value: 'P', rowOf })
  addSummarySheet(book, instrument, filled, { name: 'TPI Instansi', unit, value: 'T', rowOf })

  const sheet = book.addWorksheet(answerSheet, {
    views: [{ state: 'frozen', xSplit: 7, ySplit: 1, zoomScale: 85 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
    headerFooter: { oddFooter: '&C&P / &N' },
  })
  // On paper the unit's own columns; those of its assessors would make the letters too small to read.
  sheet.pageSetup.printArea = `A$1:M$${Math.max(...rows.map(({ row }) => row))}`
  sheet.pageSetup.printTitlesRow = '1:1'
  for (const [column, text, width] of headings) {
    sheet.getColumn(column).width = width
    sheet.getCell(`${column}1`).value = text
  }
  for (const [column, width] of [
    ['C', 5],
    ['D', 4],
    ['E', 5],
    ['F', 4],
    ['G', 70],
  ] as const)
    sheet.getColumn(column).width = width
  sheet.mergeCells('B1:G1')
  sheet.getRow(1).eachCell(cell => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ink } }
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  })
  const questions = new Map(questionsOf(instrument).map(placed => [placed.question.code, placed]))
  for (const row of rows) writeRow(sheet, instrument, questions, wording, row)
  const columns = { answer: 'K', explanation: 'L', evidence: 'M' }
  const edits: CellEdit[] = answerEdits(instrument, filled, rowOf, columns)
  for (const { value, percent, answers } of values) {
    edits.push(...valueEdits(instrument, filled, rows, { rowOf, answers, value }))
    for (const { row, meaning } of rows)
      if (weightOf(instrument, questions, meaning) !== null && hasPercent(meaning))
        edits.push({
          row,
          column: percent,
          value: { kind: 'formula', formula: `${value}${row}/H${row}`, result: 0 },
        })
  }
  for (const { row, column, value } of edits) {
    const cell = sheet.getCell(`${column}${row}`)
    cell.value = excelValue(value, cell)
  }
  addNoteSheet(book, instrument, filled, { sheet: answerSheet, value: 'W', answers: ['K'], rowOf })
  return workbookBytes(book)
}

const hasPercent = ({ kind }: Meaning) => kind !== 'question' && kind !== 'operand' && kind !== 'heading'

/** A percentage's cached value follows from the two cells that it divides. */
function excelValue(value: CellValue, cell: Excel.Cell): Excel.CellValue {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'number':
      return Number(value.number)
    case 'empty':
      return null
    case 'formula': {
      const divides = /^([A-Z]+\d+)\/(H\d+)$/.exec(value.formula)
      const shown = (address: string | undefined) => {
        const found = address === undefined ? null : cell.worksheet.getCell(address).value
        return found !== null && typeof found === 'object' && 'result' in found ? found.result : found
      }
      const [over, under] = [shown(divides?.[1]), shown(divides?.[2])]
      const result = typeof over === 'number' && typeof under === 'number' ? over / under : value.result
      return { formula: value.formula, result, date1904: false }
    }
  }
}
