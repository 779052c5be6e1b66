import { describe, expect, test } from 'vitest'
import { enteredFigures, figureValues, readFigure, showFigure } from './stored-figures.ts'

describe('a figure as a person types it', () => {
  test.each([
    ['1.250.000', '1250000'],
    ['1,250,000', '1250000'],
    ['Rp 7.407.451.181', '7407451181'],
    ['Rp1.000,-', '1000'],
    ['0', '0'],
    [' 45 ', '45'],
  ])('%s of money is %s rupiah', (typed, text) => {
    expect(readFigure({ kind: 'money' }, typed)).toEqual({ text })
  })

  test.each(['1,5', '1.25', '1.250,000', '-3', 'empat', '1e6', '99999999999999999999'])(
    '%s is no whole number',
    typed => expect(readFigure({ kind: 'number' }, typed)).toEqual({ problem: 'not-whole' }),
  )

  test.each([
    ['3,25', '3.25'],
    ['3.25', '3.25'],
    ['90,863', '90.863'],
    ['81', '81'],
  ])('%s is the decimal %s', (typed, text) => {
    expect(readFigure({ kind: 'decimal' }, typed)).toEqual({ text })
  })

  test('a decimal with thousands marks is refused rather than guessed', () => {
    expect(readFigure({ kind: 'decimal' }, '1.250,5')).toEqual({ problem: 'not-decimal' })
  })

  test('an empty text empties the figure', () => {
    expect(readFigure({ kind: 'money' }, '  ')).toEqual({ text: '' })
  })

  test('what the form shows is read back as what is stored, in both languages', () => {
    for (const locale of ['id', 'en'] as const)
      for (const [kind, stored] of [
        ['money', '7407451181'],
        ['number', '1250'],
        ['decimal', '90.863'],
        ['text', 'Gubernur'],
      ] as const)
        expect(readFigure({ kind }, showFigure({ kind }, stored, locale))).toEqual({ text: stored })
  })
})

test('stored texts become numbers where the figure is one, and unknown keys are left out', () => {
  const values = figureValues({ 'ikm.nilai': '90.863', 'unit.visi': '2045', 'tidak.ada': '1' })
  expect(values).toEqual({ 'ikm.nilai': 90.863, 'unit.visi': '2045' })
})

test('a computed figure is never entered', () => {
  expect(enteredFigures.map(({ key }) => key)).not.toContain('anggaran.persen')
})
