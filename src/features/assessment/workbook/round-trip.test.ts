import { describe, expect, test } from 'vitest'
import { fullSheet, lke } from '../../../core/score/full-sheet.test-data.ts'
import { readWorkbook } from '../../plan/read/index.ts'
import { figuresOf } from './figure-of.ts'
import { readAnswers, writeIntoTemplate, writeWorkbook } from './index.ts'
import { openBook, recalculated } from './recalculate.test-data.ts'
import { answerSets } from './sets.test-data.ts'

const write = async (answers: Readonly<Record<string, unknown>>, notes = {}) => {
  const written = await writeWorkbook(lke, { answers, notes, settings: {}, unit: 'DPMPTSP Tirta Lestari' })
  if (!written.ok) throw new Error(JSON.stringify(written.problem))
  return written.value
}
const read = async (bytes: Uint8Array) => {
  const file = await readWorkbook({ name: 'lke.xlsx', bytes })
  if (!file.ok) throw new Error(file.problem.kind)
  const found = readAnswers(file.value, lke)
  if (!found.ok) throw new Error(found.problem.kind)
  return found.value
}

describe.each(answerSets)('$name', ({ answers }) => {
  test('comes back as it was written, without a diagnostic', async () => {
    const found = await read(await write(answers))
    expect(found.answers).toEqual(answers)
    expect(found.diagnostics).toEqual([])
  })

  test('recalculates in HyperFormula to the exact score of every part', async () => {
    const shown = await recalculated(await write(answers))
    const figures = figuresOf(lke, answers)
    if (!figures) throw new Error('not scored')
    const { score, workbook } = figures
    for (const [cell, value] of [
      ['W204', score.total],
      ['P204', score.total],
      ['T204', score.total],
      ['W195', score.enabler],
      ['W203', score.result],
      ['W3', score.pillars.P ?? ''],
      ['W122', score.pillars.R ?? ''],
      ['W172', score.subItems['R.PW.3']?.score ?? ''],
    ] as const)
      expect(shown('Jawaban', cell), cell).toBeCloseTo(Number(value), 11)
    for (const [at, area] of ['MP', 'TT', 'SDM', 'AK', 'PW', 'PP'].entries()) {
      expect(shown('Unit', `K${at + 6}`), area).toBeCloseTo(Number(score.areas[area]?.score), 11)
      expect(shown('Unit', `L${at + 6}`), area).toBeCloseTo(Number(score.areas[area]?.percent) / 100, 11)
    }
    expect(shown('Unit', 'K22')).toBeCloseTo(Number(score.total), 11)
    expect(shown('Unit', 'M22')).toBe(
      score.predicates.WBK?.unmet.some(({ rule }) => rule === 'total') ? 'Tidak Lulus' : 'OK',
    )
    const note = await openBook(await write(answers))
    const row = note.getWorksheet('Catatan')?.rowCount ?? 0
    const official = shown('Catatan', `D${row - 2}`)
    if (workbook.total === null) expect(official).toBe('#')
    else expect(official).toBeCloseTo(Number(workbook.total), 11)
  })
})

test('explanations and evidence come back, and a text that looks like a formula stays a text', async () => {
  const notes = {
    'P.MP.1.a': { explanation: '=HYPERLINK("http://contoh.id")', evidence: ['SK Tim.pdf', '+62 dua'] },
    'P.MP.1.b': { explanation: '- rapat 12 Mei\n- notula', evidence: [] },
  }
  const bytes = await write(fullSheet(), notes)
  const cell = (await openBook(bytes)).getWorksheet('Jawaban')?.getCell('L6')
  expect(cell?.value).toBe(`'=HYPERLINK("http://contoh.id")`)
  expect((await read(bytes)).notes).toEqual(notes)
})

test('a text that looks like an escaped letter of Excel comes back as it was typed, from a workbook of one’s own too', async () => {
  const notes = {
    'P.MP.1.a': { explanation: 'teks _x0041_ dan _x000d_x0042_', evidence: ['berkas_x0020_baru.pdf'] },
    'P.MP.1.b': { explanation: '_x005F_ tetap, _x41_ juga', evidence: [] },
  }
  const bytes = await write(fullSheet(), notes)
  expect((await read(bytes)).notes).toEqual(notes)
  expect((await openBook(bytes)).getWorksheet('Jawaban')?.getCell('L7').value).toBe(
    '_x005F_ tetap, _x41_ juga',
  )
  const empty = { name: 'lke.xlsx', bytes: await write({}) }
  const file = await readWorkbook(empty)
  if (!file.ok) throw new Error(file.problem.kind)
  const sheet = { answers: fullSheet(), notes, settings: {}, unit: 'Unit' }
  const filled = await writeIntoTemplate(lke, sheet, { ...empty, file: file.value })
  if (!filled.ok) throw new Error(filled.problem.kind)
  expect((await read(filled.value)).notes).toEqual(notes)
})
