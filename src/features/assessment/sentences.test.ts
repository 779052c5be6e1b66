import { describe, expect, test } from 'vitest'
import { questionsOf } from '../../core/instrument/instrument.ts'
import { score } from '../../core/score/score.ts'
import { locales } from '../../ui/messages.ts'
import { nextGap, totalFigure } from './bars.view.tsx'
import { shippedInstruments } from './instruments.ts'
import type { Cycle } from './queries.ts'
import { figure, gapFigure, needFigure, pointsOf, scoreFigure, sentences } from './sentences.ts'

const found = shippedInstruments().find(({ instrument }) => instrument.id === 'permenpanrb-90-2021')
if (!found) throw new Error('the official instrument is not shipped')
const { instrument } = found
const cycle = { state: 'open' } as const

describe('Figures and sentences of the self-assessment', () => {
  test('a figure is rounded only for display, as it is asked for', () => {
    expect(figure('74.999999999999', 'id')).toBe('75,00')
    expect(figure('74.999999999999', 'id', 'down')).toBe('74,99')
    expect(figure('0.000000000001', 'en', 'up')).toBe('0.01')
    expect([needFigure('60', 'id'), needFigure('18.25', 'id')]).toEqual(['60', '18,25'])
  })

  test('scores and gaps are printed half up, as in the workbook, but never as a threshold that is missed', () => {
    const shown = (value: string, places?: number) => scoreFigure(value, 'id', instrument, places)
    expect([shown('41.666666666667'), gapFigure('18.333333333333', 'id')]).toEqual(['41,67', '18,33'])
    expect([shown('59.996'), gapFigure('0.004', 'id')]).toEqual(['59,99', '0,01'])
    expect([shown('59.96', 1), shown('60', 1), shown('59.94', 1)]).toEqual(['59,9', '60,0', '59,9'])
    expect([pointsOf('0.166666666667', '0.33', 'id'), pointsOf('0.999', '1', 'id')]).toEqual(['0,17', '0,99'])
  })

  test('a total that misses a threshold by less than it shows is not shown as reaching it', () => {
    const scored = score(instrument, {})
    if (!scored.ok) throw new Error(scored.problem.kind)
    const sheet = { cycle, instrument, score: { ...scored.value, total: '74.999999999999' } }
    expect(totalFigure(sheet, 'id')).toBe('74,99')
  })

  test('an open year says how far the next predicate is, a closed one what it reached', () => {
    const scored = score(instrument, {})
    if (!scored.ok) throw new Error(scored.problem.kind)
    const [wbk, wbbm] = instrument.predicates.map(({ code }) => code)
    const sheet = (state: Cycle['state'], predicates: typeof scored.value.predicates) => ({
      cycle: { state },
      instrument,
      score: { ...scored.value, predicates },
    })
    const none = scored.value.predicates
    const first = { ...none, [wbk ?? '']: { met: true, unmet: [] } }
    expect(nextGap(sheet('open', none), 'id')).toBe('Menuju WBK: kurang 75,00')
    expect(nextGap(sheet('closed', none), 'id')).toBe('Ambang WBK tidak tercapai: kurang 75,00')
    expect(nextGap(sheet('open', first), 'id')).toBe(`Menuju ${wbbm}: kurang 85,00`)
    expect(nextGap(sheet('closed', first), 'id')).toBe('Semua ambang nilai WBK tercapai')
  })

  test('every wrong answer is named with its code, at its field, in both languages', () => {
    const wrong = score(instrument, {
      'P.MP.1.a': 'Mungkin',
      'P.XX.1': 'A',
      'R.MP.1.a': { agents: -1, changes: 1.5, lain: 1 },
      'R.MP.1.b': { changes: 10 ** 18 },
      'R.AK.1.a': 'penuh',
      'H.BERSIH.a': 'tiga',
      'H.PRIMA.a': '4.5',
    })
    if (wrong.ok || wrong.problem.kind !== 'bad-answers') throw new Error('it scored')
    for (const locale of locales) {
      const said = sentences(wrong.problem, locale, questionsOf(instrument))
      expect(said).toHaveLength(wrong.problem.answers.length)
      for (const [index, { code }] of wrong.problem.answers.entries())
        expect(said[index]?.text).toContain(code)
      expect(new Set(said.map(({ text }) => text)).size).toBe(said.length)
      expect(said.map(({ field }) => field)).toContain('a.R.MP.1.a.agents')
    }
  })
})
