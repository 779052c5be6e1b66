import fc from 'fast-check'
import { HyperFormula } from 'hyperformula'
import { describe, expect, test } from 'vitest'
import { questionsOf } from '../instrument/instrument.ts'
import { isObject } from '../instrument/shape.ts'
import { fullSheet, lke } from './full-sheet.test-data.ts'
import { score } from './score.ts'
import { anySheet } from './sheets.test-data.ts'
import { workbookFigure } from './workbook-figure.ts'
import { filledWorkbook, workbookCells } from './workbook-formulas.test-data.ts'

describe('what the workbook shows', () => {
  test('is the score itself where every question is answered and both wealth reports are complete', () => {
    expect(workbookFigure(lke, fullSheet())).toMatchObject({ total: '100', enabler: '60', result: '40' })
  })

  test('skips a blank where Zona counts it as nothing', () => {
    expect(workbookFigure(lke, { ...fullSheet(), 'P.PP.1.a': null })).toMatchObject({
      total: '100',
      differs: [
        { code: 'P.PP.1', score: '1', why: 'blank-skipped' },
        { code: 'R.PW.3', score: '2', why: 'first-part-twice' },
      ],
    })
  })

  test('is an error where a sub-item has no answer or a ratio nothing to divide by', () => {
    const none = { ...fullSheet(), 'P.MP.1.a': null, 'P.MP.1.b': null }
    expect(workbookFigure(lke, none)).toMatchObject({ total: null, enabler: null, result: '40' })
    const zero = { ...fullSheet(), 'R.AK.1.a': { targets: 0, achieved: 0 } }
    expect(workbookFigure(lke, zero).differs).toContainEqual({
      ...{ code: 'R.AK.1', score: null, why: 'zero-denominator' },
    })
  })

  test('is what HyperFormula makes of the workbook’s formulas, for any answers without blanks', () => {
    const engine = HyperFormula.buildFromArray(workbookCells(lke), { licenseKey: 'gpl-v3' })
    const total = { sheet: 0, row: workbookCells(lke).length - 1, col: 3 }
    fc.assert(
      fc.property(anySheet(), answers => {
        const complete = Object.fromEntries(
          questionsOf(lke).map(({ question: { code } }) => [code, answers[code] ?? fullSheet()[code]]),
        )
        filledWorkbook(engine, lke, complete)
        const shown = engine.getCellValue(total)
        const { total: own } = workbookFigure(lke, complete)
        if (own === null) expect(isObject(shown)).toBe(true)
        // HyperFormula rounds what it shows to nine or ten decimals, so the ninth may be off by half.
        else expect(shown).toBeCloseTo(Number(own), 8)
      }),
      { numRuns: 60 },
    )
    engine.destroy()
  })

  test('differs from the score only by what it names', () => {
    fc.assert(
      fc.property(anySheet(), answers => {
        const own = score(lke, answers)
        const { total, differs } = workbookFigure(lke, answers)
        if (
          own.ok &&
          total !== null &&
          differs.every(({ code, score: shown }) => shown === own.value.subItems[code]?.score)
        )
          expect(total).toBe(own.value.total)
      }),
      { numRuns: 100 },
    )
  })
})
