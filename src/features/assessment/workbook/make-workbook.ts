import type * as Excel from 'exceljs'
import { type Instrument, type PlacedQuestion, questionsOf } from '../../../core/instrument/instrument.ts'
import { answerEdits, type CellEdit, type CellValue, type Filled, valueEdits } from './cell-edits.ts'
import { keyOf, type Meaning, type OfficialRow, officialRows } from './meanings.ts'
import { addNoteSheet } from './note-sheet.ts'
import { plainText } from './plain-text.ts'
import { addSummarySheet } from './summary-writing.ts'
import type { Wording } from './words.ts'

/** The sheet of answers, as the official workbook calls it. */
export const answerSheet = 'Jawaban'

const headings = [
  ['A', 'ID', 8],
  ['B', 'Penilaian', 5],
  ['H', 'Bobot', 10],
  ['I', 'Kriteria Nilai', 60],
  ['J', 'Pilihan Jawaban', 18],
  ['K', 'Jawaban Unit', 18],
  ['L', 'Catatan/Keterangan/Penjelasan (Unit)', 50],
  ['M', 'Daftar Bukti Dukung (Unit)', 50],
  ['N', 'Tautan Bukti Dukung', 30],
  ['O', 'Jawaban TPI', 18],
  ['P', 'Nilai', 12],
  ['Q', ' %', 10],
  ['R', 'Catatan/Keterangan/Penjelasan (TPI)', 50],
  ['S', 'Jawaban TPI Instansi', 18],
  ['T', 'Nilai', 12],
  ['U', ' %', 10],
  ['V', 'Catatan/Keterangan/Penjelasan (TPI Instansi)', 50],
  ['W', 'Nilai (Unit)', 12],
  ['X', ' % (Unit)', 10],
] as const

/** Whose answers a column of values takes: the first that is filled. */
const values = [
  { value: 'P', percent: 'Q', answers: ['O', 'K'] },
  { value: 'T', percent: 'U', answers: ['S', 'O', 'K'] },
  { value: 'W', percent: 'X', answers: ['K'] },
] as const

const ink = 'FF1D3A5F'
const pale = 'FFEAF0F7'
const input = 'FFFFF8E1'

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
  })
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
  for (const row of rows) writeLabels(sheet, instrument, questions, wording, row)
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
  return new Uint8Array(await book.xlsx.writeBuffer())
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

type Questions = ReadonlyMap<string, PlacedQuestion>

function weightOf(instrument: Instrument, questions: Questions, meaning: Meaning): string | null {
  switch (meaning.kind) {
    case 'role':
    case 'role-total':
      return instrument.roles.find(({ code }) => code === meaning.role)?.weight ?? null
    case 'pillar':
      return instrument.pillars.find(({ code }) => code === meaning.code)?.weight ?? null
    case 'area':
      return (
        instrument.pillars
          .find(({ code }) => code === meaning.pillar)
          ?.areas.find(({ area }) => area === meaning.area)?.weight ?? null
      )
    case 'sub-item':
      return subItemOf(instrument, meaning.code)?.weight ?? null
    case 'question':
      return questions.get(meaning.code)?.question.weight ?? null
    case 'total':
      return instrument.total
    default:
      return null
  }
}

const subItemOf = ({ pillars }: Instrument, code: string) =>
  pillars.flatMap(({ areas }) => areas.flatMap(({ subItems }) => subItems)).find(one => one.code === code)

const markers = 'BCDEFGH'

function writeLabels(
  sheet: Excel.Worksheet,
  instrument: Instrument,
  questions: Questions,
  wording: Wording,
  { row, path, meaning }: OfficialRow,
): void {
  const line = sheet.getRow(row)
  const put = (column: string, value: Excel.CellValue) => {
    sheet.getCell(`${column}${row}`).value = value
  }
  if (meaning.kind !== 'role-total' && meaning.kind !== 'total') put('A', row)
  const { depth, number, text } = labelOf(instrument, questions, wording, path, meaning)
  if (number !== null) put(markers.charAt(depth), number)
  put(number === null ? (depth === 0 ? 'B' : 'G') : markers.charAt(depth + 1), plainText(text))
  const weight = weightOf(instrument, questions, meaning)
  if (weight !== null) put('H', Number(weight))
  sheet.getCell(`H${row}`).numFmt = '0.00'
  const head = meaning.kind !== 'question' && meaning.kind !== 'operand' && meaning.kind !== 'heading'
  if (head) {
    line.font = { bold: true }
    for (const [column] of headings)
      sheet.getCell(`${column}${row}`).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: pale } }
    for (const column of 'CDEFG')
      sheet.getCell(`${column}${row}`).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: pale } }
  }
  for (const { value, percent } of values) {
    sheet.getCell(`${value}${row}`).numFmt = '0.00'
    sheet.getCell(`${percent}${row}`).numFmt = '0.00%'
  }
  for (const column of ['G', 'I', 'L', 'M', 'N', 'R', 'V'])
    sheet.getCell(`${column}${row}`).alignment = { wrapText: true, vertical: 'top' }
  for (const column of ['L', 'M', 'N', 'R', 'V']) sheet.getCell(`${column}${row}`).numFmt = '@'
  writeAnswering(sheet, instrument, questions, wording, row, meaning)
}

function labelOf(
  instrument: Instrument,
  questions: Questions,
  wording: Wording,
  path: readonly string[],
  meaning: Meaning,
): { depth: number; number: string | null; text: string } {
  const last = path.at(-1) ?? ''
  const own = (code: string, text: string | undefined) => wording[code]?.text ?? text ?? ''
  switch (meaning.kind) {
    case 'role': {
      const title = instrument.roles.find(({ code }) => code === meaning.role)?.title.id ?? ''
      return { depth: 0, number: `${last}.`, text: title.toUpperCase() }
    }
    case 'pillar': {
      const title = instrument.pillars.find(({ code }) => code === meaning.code)?.title.id ?? ''
      return { depth: 1, number: `${last}.`, text: title.toUpperCase() }
    }
    case 'area': {
      const title = instrument.areas.find(({ code }) => code === meaning.area)?.title.id ?? ''
      return { depth: 2, number: `${last}.`, text: title.toUpperCase() }
    }
    case 'sub-item':
      return {
        depth: path.length === 2 ? 1 : 3,
        number: `${last}.`,
        text: own(meaning.code, subItemOf(instrument, meaning.code)?.title.id),
      }
    case 'question': {
      const text = own(meaning.code, questions.get(meaning.code)?.question.text.id)
      return { depth: path.length === 3 ? 2 : 4, number: `${last}.`, text }
    }
    case 'heading': {
      const text = questions.get(meaning.code)?.question.text.id ?? ''
      return meaning.line === 'part'
        ? { depth: 3, number: `${last}.`, text }
        : { depth: 4, number: '-', text: 'Jumlah yang wajib melapor' }
    }
    case 'operand': {
      const answer = questions.get(meaning.code)?.question.answer
      const label =
        answer?.kind === 'ratio' ? answer.operands.find(({ name }) => name === meaning.operand)?.label.id : ''
      return { depth: 4, number: null, text: `• ${own(`${meaning.code}.${meaning.operand}`, label)}` }
    }
    case 'role-total': {
      const title = instrument.roles.find(({ code }) => code === meaning.role)?.title.id ?? ''
      return { depth: 0, number: null, text: `TOTAL ${title.toUpperCase()}` }
    }
    case 'total':
      return { depth: 0, number: null, text: 'NILAI HASIL EVALUASI ZONA INTEGRITAS' }
  }
}

/** What may be answered, what each answer means, and a list to choose from. */
function writeAnswering(
  sheet: Excel.Worksheet,
  instrument: Instrument,
  questions: Questions,
  wording: Wording,
  row: number,
  meaning: Meaning,
): void {
  const inputs = ['K', 'O', 'S'].map(column => sheet.getCell(`${column}${row}`))
  const open = (validation: Excel.DataValidation) => {
    for (const cell of inputs) {
      cell.dataValidation = validation
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: input } }
      cell.alignment = { horizontal: 'center', vertical: 'top' }
    }
  }
  if (meaning.kind === 'operand') {
    sheet.getCell(`J${row}`).value = 'Jumlah'
    open({
      type: 'whole',
      operator: 'between',
      formulae: [0, Number(instrument.operandLimit)],
      allowBlank: true,
      showErrorMessage: true,
    })
    return
  }
  if (meaning.kind !== 'question') return
  const { answer = null } = questions.get(meaning.code)?.question ?? {}
  if (answer?.kind === 'ratio') sheet.getCell(`J${row}`).value = '%'
  if (answer?.kind === 'index') {
    sheet.getCell(`J${row}`).value = `Nilai (${answer.min}-${answer.max})`
    open({
      type: 'decimal',
      operator: 'between',
      formulae: [Number(answer.min), Number(answer.max)],
      allowBlank: true,
      showErrorMessage: true,
    })
  }
  if (answer?.kind !== 'choice' && answer?.kind !== 'yes-no') return
  const keys = (instrument.scales[answer.scale]?.options ?? []).map(({ key }) => key)
  sheet.getCell(`J${row}`).value = keys.join('/')
  sheet.getCell(`I${row}`).value = plainText(
    keys
      .flatMap(key => {
        const text = wording[meaning.code]?.criteria[key] ?? answer.criteria[key]?.id
        return text ? [`${answer.kind === 'yes-no' ? key : key.toLowerCase()}. ${text}`] : []
      })
      .join('\n'),
  )
  open({ type: 'list', formulae: [`"${keys.join(',')}"`], allowBlank: true, showErrorMessage: true })
}
