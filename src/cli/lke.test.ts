import { existsSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { beforeEach, describe, expect, test } from 'vitest'
import { fullSheet } from '../core/score/full-sheet.test-data.ts'
import { lkeReadCommand } from './lke-read.ts'
import { lkeWriteCommand } from './lke-write.ts'
import { scoreCommand } from './score.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zona-lke-'))
})
const at = (name: string) => join(folder, name)

type Command = typeof lkeReadCommand
async function run(command: Command, ...args: string[]) {
  const written = { stdout: '', stderr: '' }
  const code = await command(args, {
    stdout: text => {
      written.stdout += text
    },
    stderr: text => {
      written.stderr += text
    },
  })
  return { code, ...written }
}

const instrument = 'permenpanrb-90-2021'
async function written(content: unknown = { instrument, answers: fullSheet() }) {
  await writeFile(at('answers.json'), JSON.stringify(content))
  return run(lkeWriteCommand, at('answers.json'), at('lke.xlsx'), '--unit', 'Dinas Contoh')
}

describe('zona lke write, then zona lke read', () => {
  test('gives the same answers and notes, as JSON that zona score and zona lke write take', async () => {
    const notes = { 'P.MP.1.a': { explanation: 'SK nomor 12', evidence: ['SK Tim.pdf'] } }
    expect((await written({ instrument, answers: fullSheet(), notes })).code).toBe(0)
    const { code, stdout } = await run(lkeReadCommand, at('lke.xlsx'), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      instrument,
      answers: fullSheet(),
      notes,
      assessors: [],
      diagnostics: [],
    })
    await writeFile(at('again.json'), stdout)
    expect(JSON.parse((await run(scoreCommand, at('again.json'), '--json')).stdout)).toMatchObject({
      total: '100',
    })
    expect((await run(lkeWriteCommand, at('again.json'), at('again.xlsx'))).code).toBe(0)
  })

  test('a person reads how much was found and what to check, by cell', async () => {
    await written()
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(at('lke.xlsx'))
    const cell = book.getWorksheet('Jawaban')?.getCell('K7')
    if (cell) cell.value = 'F'
    await book.xlsx.writeFile(at('wrong.xlsx'))
    const { code, stdout, stderr } = await run(lkeReadCommand, at('wrong.xlsx'))
    expect(code).toBe(0)
    expect(stdout).toContain('112 dari 113 pertanyaan terjawab')
    expect(stderr).toContain(
      'SALAH  Jawaban!K7  pilihan "F" tidak ada untuk P.MP.1.b; isi salah satu dari A, B, C',
    )
  })
})

describe('zona lke read', () => {
  test('gives the assessors’ answers apart, and the file still serves zona score and zona lke write', async () => {
    await written()
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(at('lke.xlsx'))
    const sheet = book.getWorksheet('Jawaban')
    for (const [cell, value] of Object.entries({ O6: 'Ya', O7: 'C', R7: 'Notula belum ada', O9: 'Z' }))
      if (sheet) sheet.getCell(cell).value = value
    await book.xlsx.writeFile(at('tpi.xlsx'))
    const { stdout, stderr } = await run(lkeReadCommand, at('tpi.xlsx'))
    expect(stdout).toContain('Kolom "Jawaban TPI": 2 jawaban tim penilai, 1 berbeda dari jawaban unit.')
    expect(stderr).toContain('SALAH  Jawaban!O9  Jawaban TPI: pilihan "Z" tidak ada')
    const json = (await run(lkeReadCommand, at('tpi.xlsx'), '--json')).stdout
    expect(JSON.parse(json)).toMatchObject({
      answers: fullSheet(),
      assessors: [
        {
          heading: 'Jawaban TPI',
          answers: { 'P.MP.1.a': 'Ya', 'P.MP.1.b': 'C' },
          notes: { 'P.MP.1.b': { explanation: 'Notula belum ada' } },
        },
      ],
    })
    await writeFile(at('tpi.json'), json)
    expect((await run(scoreCommand, at('tpi.json'), '--json')).code).toBe(0)
    expect((await run(lkeWriteCommand, at('tpi.json'), at('out.xlsx'))).code).toBe(0)
  })

  test('ends with 2 and one sentence for a file without anything usable', async () => {
    await writeFile(at('teks.xlsx'), 'bukan buku kerja')
    for (const args of [
      [],
      [at('tiada.xlsx')],
      [at('teks.xlsx')],
      [at('a'), at('b')],
      [at('x.xlsx'), '--instrument', 'tiada'],
    ]) {
      const { code, stdout, stderr } = await run(lkeReadCommand, ...args)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).not.toBe('')
    }
  })
})

describe('zona lke write', () => {
  test('names every wrong answer and writes nothing', async () => {
    const { code, stderr } = await written({
      instrument,
      answers: { 'P.MP.1.a': 'Mungkin', 'X.Y.1': 'A', 'R.MP.1.a': { agents: -1 } },
    })
    expect(code).toBe(2)
    expect(stderr.split('\n')).toHaveLength(4)
    expect(existsSync(at('lke.xlsx'))).toBe(false)
  })

  test('names a wrong entry of the other parts by its code, and the wrong answers with it', async () => {
    const { code, stderr } = await written({
      instrument,
      answers: { 'P.MP.1.a': 'Mungkin' },
      notes: { 'P.MP.1.b': 7 },
    })
    expect(code).toBe(2)
    expect(stderr.split('\n').map(line => line.split(':')[0])).toEqual(['notes.P.MP.1.b', 'P.MP.1.a'])
    expect(existsSync(at('lke.xlsx'))).toBe(false)
  })

  test('names an index that a cell would round, and writes nothing', async () => {
    const answers = { ...fullSheet(), 'H.BERSIH.a': '3.599999999999999999', 'H.PRIMA.a': '3.20' }
    const { code, stderr } = await written({ instrument, answers })
    expect([code, existsSync(at('lke.xlsx'))]).toEqual([2, false])
    expect([stderr.includes('H.BERSIH.a'), stderr.includes('H.PRIMA.a')]).toEqual([true, false])
  })

  test('does not overwrite a file unless it is told to', async () => {
    await writeFile(at('lke.xlsx'), 'yang lama')
    expect((await written()).code).toBe(2)
    expect(await readFile(at('lke.xlsx'), 'utf8')).toBe('yang lama')
    expect((await run(lkeWriteCommand, at('answers.json'), at('lke.xlsx'), '--force')).code).toBe(0)
  })

  test('fills another workbook and keeps what else stands in it', async () => {
    await written({ instrument, answers: {} })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(at('lke.xlsx'))
    book.addWorksheet('Milik kami').getCell('A1').value = 'tetap'
    await book.xlsx.writeFile(at('milik.xlsx'))
    await writeFile(at('answers.json'), JSON.stringify({ instrument, answers: fullSheet() }))
    const { code } = await run(
      lkeWriteCommand,
      at('answers.json'),
      at('isi.xlsx'),
      '--template',
      at('milik.xlsx'),
    )
    expect(code).toBe(0)
    const filled = new ExcelJS.Workbook()
    await filled.xlsx.readFile(at('isi.xlsx'))
    expect(filled.getWorksheet('Milik kami')?.getCell('A1').value).toBe('tetap')
    const { stdout } = await run(lkeReadCommand, at('isi.xlsx'), '--json')
    expect(JSON.parse(stdout).answers).toEqual(fullSheet())
  })
})
