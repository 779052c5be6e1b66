import type * as Excel from 'exceljs'
import type { Instrument } from '../../../core/instrument/instrument.ts'
import type { Meaning, OfficialRow } from './meanings.ts'
import { headings, values } from './official-columns.ts'
import { plainText } from './plain-text.ts'
import { labelOf, type Questions, weightOf } from './row-labels.ts'
import type { Wording } from './words.ts'

const pale = 'FFEAF0F7'
const input = 'FFFFF8E1'

const markers = 'BCDEFGH'

/** Writes one row of the sheet of answers, save its answers and values. */
export function writeRow(
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
  for (const column of [
    'A',
    'B',
    'C',
    'D',
    'E',
    'F',
    'H',
    'J',
    ...values.flatMap(one => [one.value, one.percent]),
  ])
    sheet.getCell(`${column}${row}`).alignment = { vertical: 'top' }
  for (const column of ['G', 'I', 'L', 'M', 'N', 'R', 'V'])
    sheet.getCell(`${column}${row}`).alignment = { wrapText: true, vertical: 'top' }
  for (const column of ['L', 'M', 'N', 'R', 'V']) sheet.getCell(`${column}${row}`).numFmt = '@'
  writeAnswering(sheet, instrument, questions, wording, row, meaning)
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
