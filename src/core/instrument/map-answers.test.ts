import { describe, expect, test } from 'vitest'
import { instrumentFile, instrumentOf, lke } from '../score/full-sheet.test-data.ts'
import { questionsOf } from './instrument.ts'
import { type InstrumentMapping, mapAnswers, readMapping } from './map-answers.ts'

const old = instrumentOf('permenpanrb-52-2014')
const file = instrumentFile('permenpanrb-52-2014-to-permenpanrb-90-2021')
const found = readMapping(file, old, lke)
if (!found.ok) throw new Error(JSON.stringify(found.problem))
const mapping: InstrumentMapping = found.value

describe('52/2014 to 90/2021', () => {
  test('says of every old question what became of it', () => {
    const codes = questionsOf(old).map(({ question }) => question.code)
    const settled = new Set([
      ...mapping.pairs.map(({ from }) => from),
      ...mapping.gone.map(({ code }) => code),
    ])
    expect(codes.filter(code => !settled.has(code))).toEqual([])
    expect(mapping.gone.map(({ code }) => code)).toEqual(['P.PP.1.c', 'H.KKN.2.a'])
  })

  test('carries an answer that the new question takes, and asks for a second look', () => {
    expect(mapAnswers(mapping, old, lke, { 'P.MP.1.a': 'Ya', 'P.MP.1.b': 'A' }).carried).toEqual([
      { from: 'P.MP.1.a', to: 'P.MP.1.a', answer: 'Ya', confirm: true },
      { from: 'P.MP.1.b', to: 'P.MP.1.b', answer: 'A', confirm: true },
    ])
  })

  test('carries one answer to both questions that it was split into', () => {
    expect(mapAnswers(mapping, old, lke, { 'P.PP.2.c': 'B' }).carried.map(({ to }) => to)).toEqual([
      'P.PP.2.c',
      'P.PP.2.d',
    ])
  })

  test('leaves and names what has no place: no longer asked, another kind of answer, an unknown code', () => {
    const answers = { 'P.PP.1.c': 'A', 'P.MP.1.a': 'A', 'H.KKN.1.a': 3.6, 'X.1': 'A', 'P.MP.2.a': null }
    expect(mapAnswers(mapping, old, lke, answers)).toMatchObject({
      carried: [],
      left: [
        { code: 'P.PP.1.c', why: 'no-longer-asked' },
        { code: 'P.MP.1.a', why: 'not-an-answer-there' },
        { code: 'H.KKN.1.a', why: 'not-an-answer-there' },
        { code: 'X.1', why: 'unknown-code' },
      ],
    })
  })

  test('names every question that is asked anew', () => {
    const everything = Object.fromEntries(
      mapping.pairs.flatMap(({ from, to }) => {
        const answer = questionsOf(lke).find(({ question }) => question.code === to)?.question.answer
        const key = answer && 'scale' in answer ? lke.scales[answer.scale]?.options[0]?.key : undefined
        return key === undefined ? [] : [[from, key]]
      }),
    )
    const { open } = mapAnswers(mapping, old, lke, everything)
    expect(open.filter(code => code.startsWith('P.'))).toEqual([
      ...['P.TT.2.d', 'P.SDM.3.a', 'P.SDM.3.b', 'P.SDM.3.c', 'P.SDM.3.f', 'P.AK.2.c', 'P.AK.2.g'],
      ...['P.PP.1.d', 'P.PP.3.a', 'P.PP.3.b', 'P.PP.3.c', 'P.PP.5.a', 'P.PP.5.b', 'P.PP.5.c'],
    ])
    expect(open.filter(code => code.startsWith('R.'))).toHaveLength(23)
  })
})

test('between two versions with the same answers nothing needs a second look', () => {
  const pairs = [{ from: 'P.MP.1.a', to: 'P.MP.1.a', relation: 'same' as const }]
  expect(mapAnswers({ ...mapping, pairs }, lke, lke, { 'P.MP.1.a': 'Ya' }).carried).toEqual([
    { from: 'P.MP.1.a', to: 'P.MP.1.a', answer: 'Ya', confirm: false },
  ])
})

test('a mapping that names unknown questions or forgets one is refused with all of them', () => {
  const [first, ...rest] = mapping.pairs
  if (!first) throw new Error('a pair')
  const pairs = [...rest, { ...first, from: 'P.ZZ.1.a' }, { ...first, from: 'P.PP.1.c', to: 'P.YY.1.a' }]
  expect(readMapping({ ...mapping, pairs }, old, lke)).toEqual({
    ok: false,
    problem: [
      { kind: 'unknown-code', code: 'P.ZZ.1.a' },
      { kind: 'unknown-code', code: 'P.YY.1.a' },
      { kind: 'mapped-and-gone', code: 'P.PP.1.c' },
      { kind: 'neither-mapped-nor-gone', code: first.from },
    ],
  })
  expect(readMapping({ from: 1 }, old, lke)).toMatchObject({ ok: false })
})
