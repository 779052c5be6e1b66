import { readdirSync, readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { instrumentFile, instrumentOf } from '../score/full-sheet.test-data.ts'
import { score } from '../score/score.ts'
import { questionsOf } from './instrument.ts'
import { readInstrument } from './read-instrument.ts'

const folder = new URL('../../../data/instruments/', import.meta.url)
const shipped = readdirSync(folder)
  .filter(name => name.endsWith('.json') && !name.endsWith('.schema.json') && !name.includes('-to-'))
  .map(name => name.replace('.json', ''))
const schema: unknown = JSON.parse(readFileSync(new URL('instrument.schema.json', folder), 'utf8'))

describe.each(shipped)('%s', id => {
  test('is of the published shape, and the reader agrees', () => {
    const validate = new Ajv({ allErrors: true }).compile(schema as object)
    validate(instrumentFile(id))
    expect(validate.errors).toBeNull()
    expect(readInstrument(instrumentFile(id))).toMatchObject({ ok: true, value: { id } })
  })

  test('fits together: weights sum at every level, codes are unique, every reference and source is known', () => {
    const found = readInstrument(instrumentFile(id))
    expect(found.ok ? [] : found.problem).toEqual([])
  })

  test('words every question, every option and every operand', () => {
    for (const { question } of questionsOf(instrumentOf(id))) {
      const { answer } = question
      const labels = [
        question.text,
        ...question.evidence,
        ...(answer === null || !('criteria' in answer) ? [] : Object.values(answer.criteria)),
        ...(answer?.kind === 'ratio' ? answer.operands.map(({ label }) => label) : []),
      ]
      for (const { id: text } of labels) expect(text.trim().length, question.code).toBeGreaterThan(2)
    }
  })
})

describe('PermenPANRB 90/2021', () => {
  const lke = instrumentOf('permenpanrb-90-2021')
  const placed = questionsOf(lke)
  const countOf = (options: number) =>
    placed.filter(
      ({ question: { answer } }) => answer && 'scale' in answer && optionsOf(answer.scale) === options,
    ).length
  const optionsOf = (scale: string) => lke.scales[scale]?.options.length

  test('weighs 60 + 40, 30 + 30 and 8/7/10/10/15/10', () => {
    expect(lke.roles.map(({ weight }) => weight)).toEqual(['60', '40'])
    expect(lke.pillars.map(({ weight }) => weight)).toEqual(['30', '30', '40'])
    expect(lke.areas.slice(0, 6).map(({ weight }) => weight)).toEqual(['8', '7', '10', '10', '15', '10'])
  })

  test('asks for 127 inputs: 103 options (17 of two, 36 of three, 33 of four, 17 of five), 22 counts, 2 indices', () => {
    expect([2, 3, 4, 5].map(countOf)).toEqual([17, 36, 33, 17])
    const ratios = placed.flatMap(({ question: { answer } }) => (answer?.kind === 'ratio' ? [answer] : []))
    expect(ratios).toHaveLength(8)
    expect(ratios.flatMap(({ operands }) => operands)).toHaveLength(22)
    expect(placed.filter(({ question: { answer } }) => answer?.kind === 'index')).toHaveLength(2)
  })

  test('numbers every input as the official workbook does, in rising order', () => {
    const rows = placed.flatMap(({ question: { row, answer } }) =>
      answer?.kind === 'ratio' ? answer.operands.map(operand => operand.row ?? 0) : [row ?? 0],
    )
    expect(rows).toHaveLength(127)
    expect(rows).toEqual([...rows].sort((a, b) => a - b))
    expect(new Set(rows).size).toBe(127)
  })

  test('needs what Tabel 6 prints', () => {
    const needs = lke.predicates.map(({ code, rules }) => [code, ...rules.map(({ need }) => need)])
    expect(needs).toEqual([
      ['WBK', '75', '40', '60', '60', '60', '60', '60', '60', '18.25', '15.75', '2.5', '14'],
      ['WBBM', '85', '48', '75', '75', '75', '75', '75', '75', '19.5', '15.75', '3.75', '15.75'],
    ])
  })
})

describe('PermenPANRB 52/2014', () => {
  const old = instrumentOf('permenpanrb-52-2014')

  test('carries the 73 conditions of its text, and marks what no source establishes instead of guessing', () => {
    const enablers = questionsOf(old).filter(({ pillar }) => pillar.role === 'enabler')
    expect(enablers).toHaveLength(73)
    expect(old.areas.map(({ weight }) => weight)).toEqual(['5', '5', '15', '10', '15', '10', '20', '20'])
    const open = questionsOf(old).filter(({ subItem }) => subItem.weight === null)
    expect([...new Set(open.map(({ subItem }) => subItem.code))]).toEqual([
      ...['P.TT.1', 'P.TT.2', 'P.TT.3', 'H.KKN.1', 'H.KKN.2'],
    ])
    expect(open.every(({ subItem }) => subItem.basis?.certainty === 'medium')).toBe(true)
  })

  test('is not scored, with the codes that are open', () => {
    expect(score(old, {})).toMatchObject({
      ok: false,
      problem: { kind: 'not-scorable', why: { kind: 'not-established' } },
    })
  })
})

describe('the conditions of the work plan', () => {
  const plan = instrumentOf('kondisi-pembangunan-zi')

  test('are 23 indicators with 73 conditions of BAB IV and 8 with 38 of BAB III 3.3', () => {
    const counts = plan.pillars.map(({ areas }) => [
      areas.flatMap(({ subItems }) => subItems).length,
      areas.flatMap(({ subItems }) => subItems.flatMap(({ questions }) => questions)).length,
    ])
    expect(counts).toEqual([
      [23, 73],
      [8, 38],
    ])
    expect(plan.areas.map(({ weight }) => weight)).toEqual(['12', '8', '14', '9', '18', '12', '38'])
  })

  test('are counted: the score is the number of conditions met', () => {
    const found = score(plan, {
      'IV.MP.1.a': 'Ya',
      'IV.SDM.5.a': 'Ya',
      'III.ASN.8.d': 'Ya',
      'IV.MP.1.b': 'Tidak',
    })
    expect(found).toMatchObject({
      ok: true,
      value: { total: '3', areas: { MP: { score: '1', max: '12' }, ASN: { score: '1', max: '38' } } },
    })
  })

  test('point to questions of the official instruments that exist', () => {
    for (const { question } of questionsOf(plan))
      for (const related of question.related ?? []) {
        const [id = '', code] = related.split('#')
        expect(
          questionsOf(instrumentOf(id)).some(({ question: other }) => other.code === code),
          related,
        ).toBe(true)
      }
  })
})
