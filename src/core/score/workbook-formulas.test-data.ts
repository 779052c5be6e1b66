import type { HyperFormula } from 'hyperformula'
import { type Instrument, questionsOf, type RatioAnswer, type Sum } from '../instrument/instrument.ts'
import { isObject } from '../instrument/shape.ts'
import type { Answers } from './answers.ts'

type Cell = string | number | null

/**
 * The formulas of the official workbook on one sheet: answers in column A, counts in A to C beside them, the
 * value of each question in B … as the workbook has them: nested IF over the options, AVERAGE a sub-item, SUM above.
 */
export function workbookCells(instrument: Instrument): Cell[][] {
  const rows: Cell[][] = []
  const subItems: string[] = []
  const values = new Map<string, { cell: string; weight: string | undefined }[]>()
  for (const { question, subItem } of questionsOf(instrument)) {
    const row = rows.length + 1
    const { answer, weight } = question
    const formula =
      answer === null
        ? '=0'
        : answer.kind === 'ratio'
          ? ratioFormula(answer, row)
          : answer.kind === 'index'
            ? `=A${row}/${answer.max}`
            : optionFormula(instrument, answer.scale, row)
    rows.push([null, null, null, formula, null, null, null, null])
    const cells = values.get(subItem.code) ?? []
    values.set(subItem.code, [...cells, { cell: `D${row}`, weight }])
  }
  for (const { areas } of instrument.pillars)
    for (const { subItems: below } of areas)
      for (const { code, weight, combine, workbook } of below) {
        const cells = values.get(code) ?? []
        const [first] = cells
        const formula =
          workbook === 'first-part-twice'
            ? `=AVERAGE(${first?.cell})*${weight}`
            : combine === 'weighted'
              ? `=${cells.map(cell => `${cell.cell}*${cell.weight}`).join('+')}`
              : `=AVERAGE(${cells.map(({ cell }) => cell).join(',')})*${weight}`
        rows.push([null, null, null, formula, null, null, null, null])
        subItems.push(`D${rows.length}`)
      }
  rows.push([null, null, null, `=SUM(${subItems.join(',')})`, null, null, null, null])
  return rows
}

const optionFormula = ({ scales }: Instrument, scale: string, row: number): string =>
  `=${(scales[scale]?.options ?? []).reduceRight((rest, { key, value }) => `IF(A${row}="${key}",${value},${rest})`, '"Blm Diisi"')}`

/** Counts stand in the columns E to H. */
function ratioFormula(
  { operands, numerator, denominator, zeroDenominator }: RatioAnswer,
  row: number,
): string {
  const cell = (name: string) => `${'EFGH'[operands.findIndex(operand => operand.name === name)]}${row}`
  const sum = ({ plus, minus }: Sum) =>
    `(${plus.map(cell).join('+')}${minus.map(name => `-${cell(name)}`).join('')})`
  const quotient = `MAX(0,MIN(1,${sum(numerator)}/${sum(denominator)}))`
  if (zeroDenominator.setting) return `=${quotient}`
  const { whenNumeratorZero, otherwise } = zeroDenominator
  return `=IF(${sum(denominator)}=0,IF(${sum(numerator)}=0,${whenNumeratorZero},${otherwise}),${quotient})`
}

/** Puts a sheet's answers into the workbook; every formula recalculates once, at the end. */
export function filledWorkbook(engine: HyperFormula, instrument: Instrument, answers: Answers): void {
  engine.batch(() => {
    for (const [row, { question }] of questionsOf(instrument).entries()) {
      const { answer, code } = question
      const given = answers[code]
      if (answer?.kind === 'ratio' && isObject(given))
        engine.setCellContents({ sheet: 0, row, col: 4 }, [operandsOf(answer, given)])
      else
        engine.setCellContents(
          { sheet: 0, row, col: 0 },
          answer?.kind === 'index' ? Number(given) : typeof given === 'string' ? given : null,
        )
    }
  })
}

const operandsOf = ({ operands }: RatioAnswer, given: Readonly<Record<string, unknown>>): number[] =>
  operands.map(({ name }) => Number(given[name]))
