import type ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { fullSheet, lke } from '../../../core/score/full-sheet.test-data.ts'
import { readWorkbook } from '../../plan/read/index.ts'
import { describeDiagnostic, placeText, readAnswers, writeIntoTemplate, writeWorkbook } from './index.ts'
import { openBook } from './recalculate.test-data.ts'

let filled: Uint8Array = new Uint8Array()
beforeAll(async () => {
  const written = await writeWorkbook(lke, { answers: fullSheet(), notes: {}, settings: {}, unit: 'Unit' })
  if (written.ok) filled = written.value
})

const bytesOf = async (book: ExcelJS.Workbook) => new Uint8Array(await book.xlsx.writeBuffer())
const answersIn = async (bytes: Uint8Array, name = 'lke.xlsx') => {
  const file = await readWorkbook({ name, bytes })
  if (!file.ok) throw new Error(file.problem.kind)
  return readAnswers(file.value, lke)
}

/** The workbook of best answers after somebody was at it. */
async function changed(change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = await openBook(filled)
  const sheet = book.getWorksheet('Jawaban')
  if (!sheet) throw new Error('no sheet')
  change(sheet, book)
  const found = await answersIn(await bytesOf(book))
  if (!found.ok) throw new Error(found.problem.kind)
  return { ...found.value, met: found.value.diagnostics.map(one => `${one.kind} ${placeText(one)}`.trim()) }
}

const set = (sheet: ExcelJS.Worksheet, values: Readonly<Record<string, ExcelJS.CellValue>>) => {
  for (const [cell, value] of Object.entries(values)) sheet.getCell(cell).value = value
}

describe('wrong answers', () => {
  test('are all named by their cell with the remedy, and only they are left out', async () => {
    const { answers, diagnostics } = await changed(sheet =>
      set(sheet, {
        K6: 'Mungkin',
        K7: 'E',
        K9: { error: '#REF!' },
        K126: -1,
        K130: 2.5,
        K158: 1e18,
        K169: null,
        K191: 'banyak',
        K199: 4.5,
        K202: 'tinggi',
      }),
    )
    const errors = diagnostics.filter(({ level }) => level === 'error')
    expect(errors.map(one => `${placeText(one)} ${one.kind}`)).toEqual([
      'Jawaban!K6 unknown-option',
      'Jawaban!K7 unknown-option',
      'Jawaban!K9 answer-error',
      'Jawaban!K126 operand-negative',
      'Jawaban!K130 operand-fractional',
      'Jawaban!K158 operand-too-large',
      'Jawaban!K169 operand-missing',
      'Jawaban!K191 not-a-number',
      'Jawaban!K199 index-out-of-range',
      'Jawaban!K202 not-a-number',
    ])
    for (const one of errors) expect(describeDiagnostic(one, 'id').length).toBeGreaterThan(20)
    expect(Object.keys(answers)).toHaveLength(113 - 10)
  })

  test('that a person can be sure of are taken, and shown', async () => {
    const { answers, met } = await changed(sheet =>
      set(sheet, { K6: ' ya. ', K7: 'b', K9: 'Yes', K126: '7', K199: '3,6' }),
    )
    expect(answers).toMatchObject({
      'P.MP.1.a': 'Ya',
      'P.MP.1.b': 'B',
      'P.MP.2.a': 'Ya',
      'R.MP.1.a': { agents: 7, changes: 7 },
      'H.BERSIH.a': '3.6',
    })
    expect(met).toEqual(
      expect.arrayContaining([
        'other-language Jawaban!K9',
        'number-as-text Jawaban!K126',
        'number-as-text Jawaban!K199',
      ]),
    )
  })

  test('that come from a formula are taken from its stored result, or refused where it has none', async () => {
    const { answers, met } = await changed(sheet =>
      set(sheet, {
        K7: { formula: 'IF(1=1,"B","A")', result: 'B' },
        K10: { formula: "'[lama.xlsx]Jawaban'!K10", result: 'C' },
        K11: { formula: 'A1' },
      }),
    )
    expect(answers).toMatchObject({ 'P.MP.1.b': 'B', 'P.MP.2.b': 'C' })
    expect(answers['P.MP.2.c']).toBeUndefined()
    expect(met).toEqual(
      expect.arrayContaining([
        'answer-formula Jawaban!K7',
        'external-link Jawaban!K10',
        'answer-without-value Jawaban!K11',
      ]),
    )
  })

  test('with an unknown code, twice, or beside every question are named', async () => {
    const { answers, met } = await changed(sheet =>
      set(sheet, { A210: 999, K210: 'A', A211: 6, K211: 'Tidak', G212: 'Catatan', K212: 'A' }),
    )
    expect(answers['P.MP.1.a']).toBe('Ya')
    expect(met).toEqual(
      expect.arrayContaining([
        'unknown-code Jawaban!A210',
        'duplicate Jawaban!K211',
        'answer-beside Jawaban!K212',
      ]),
    )
  })
})

describe('assessors’ columns', () => {
  test('are read into tracks of their own, with their notes, and the unit’s answers stay as they are', async () => {
    const { answers, assessors, met } = await changed(sheet =>
      set(sheet, { O6: 'Tidak', O7: 'A', R6: 'SK belum terbit', S7: 'C', O126: 9, O127: 7 }),
    )
    expect(answers).toEqual(fullSheet())
    expect(assessors).toEqual([
      {
        heading: 'Jawaban TPI',
        answers: { 'P.MP.1.a': 'Tidak', 'P.MP.1.b': 'A', 'R.MP.1.a': { agents: 9, changes: 7 } },
        notes: { 'P.MP.1.a': { explanation: 'SK belum terbit', evidence: [] } },
      },
      { heading: expect.stringMatching(/^Jawaban TPI ./), answers: { 'P.MP.1.b': 'C' }, notes: {} },
    ])
    expect(met.filter(one => one.startsWith('assessors-answers'))).toHaveLength(2)
  })

  test('are diagnosed by cell as the unit’s are, and say whose they are', async () => {
    const { assessors, diagnostics } = await changed(sheet =>
      set(sheet, { O6: 'Mungkin', O7: { error: '#REF!' }, O126: '7', S126: -1, S127: 2 }),
    )
    const errors = diagnostics.filter(({ track }) => track !== undefined)
    expect(errors.map(one => `${one.level} ${placeText(one)} ${one.kind}`)).toEqual([
      'error Jawaban!O6 unknown-option',
      'error Jawaban!O7 answer-error',
      'warning Jawaban!O126 number-as-text',
      'error Jawaban!O127 operand-missing',
      'error Jawaban!S126 operand-negative',
    ])
    for (const one of errors) expect(describeDiagnostic(one, 'id')).toMatch(/^Jawaban TPI.*: /)
    expect(assessors.map(({ answers }) => answers)).toEqual([{}, {}])
  })

  test('are not taken for the unit’s where the unit has no column', async () => {
    const { answers, assessors, met } = await changed(sheet => {
      for (const column of ['O', 'S']) sheet.getCell(`${column}1`).value = null
      sheet.getCell('K1').value = 'Jawaban TPI'
    })
    expect(answers).toEqual({})
    expect(assessors.map(({ answers: theirs }) => theirs)).toEqual([fullSheet()])
    expect(met).toContain('only-assessors Jawaban')
    expect(met.filter(one => one.startsWith('total-differs'))).toEqual([])
  })

  test('are not what a self-assessment is called', async () => {
    const { answers, assessors } = await changed(sheet => {
      sheet.getCell('K1').value = 'Jawaban Penilaian Mandiri'
    })
    expect(answers).toEqual(fullSheet())
    expect(assessors).toEqual([])
  })
})

describe('a second column of the unit’s answers', () => {
  const column = (heading: string, answer: string | null) => [heading, ...Array(203).fill(answer)]
  const doubts = (met: readonly string[]) => met.filter(one => /^(answers-in-doubt|other-answers)/.test(one))

  test('full of last year’s, left of "Jawaban Unit", is not read, and named', async () => {
    const { answers, diagnostics, met } = await changed(sheet =>
      sheet.spliceColumns(11, 0, column('Jawaban 2024', 'A')),
    )
    expect(answers).toEqual(fullSheet())
    expect(doubts(met)).toEqual(['answers-in-doubt Jawaban'])
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ level: 'warning', given: 'Jawaban 2024', expected: 'Jawaban Unit' }),
    )
    expect(met.filter(one => one.startsWith('total-differs'))).toEqual([])
  })

  test('that is empty is passed over, whatever it is called', async () => {
    const { answers, met } = await changed(sheet => sheet.spliceColumns(11, 0, column('Jawaban Lama', null)))
    expect(answers).toEqual(fullSheet())
    expect(doubts(met)).toEqual([])
    const renamed = await changed(sheet => {
      sheet.getCell('K1').value = 'Jawaban 2026'
      sheet.spliceColumns(11, 0, column('Jawaban Unit', null))
    })
    expect(renamed.answers).toEqual(fullSheet())
    expect(doubts(renamed.met)).toEqual(['answers-in-doubt Jawaban'])
  })

  test('under a heading no better than the other is a doubt that names both', async () => {
    const { diagnostics } = await changed(sheet => {
      sheet.getCell('K1').value = 'Jawaban 2026'
      sheet.spliceColumns(11, 0, column('Jawaban 2025', 'A'))
    })
    const [doubt] = diagnostics.filter(({ kind }) => kind === 'answers-in-doubt')
    expect(doubt && describeDiagnostic(doubt, 'id')).toMatch(/"Jawaban 2026" atau "Jawaban 2025"/)
  })

  test('with a few answers beside the full "Jawaban Unit" is only noted', async () => {
    const { diagnostics } = await changed(sheet => {
      sheet.spliceColumns(11, 0, column('Jawaban Lama', null))
      set(sheet, { K7: 'C' })
    })
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ kind: 'other-answers', level: 'note', given: 'Jawaban Lama' }),
    )
  })

  test('right beside "Jawaban Unit" does not part it from its explanations', async () => {
    const { answers, notes } = await changed(sheet => {
      set(sheet, { L6: 'SK sudah terbit', M6: 'SK Tim.pdf' })
      sheet.spliceColumns(12, 0, column('Jawaban Lama', null))
    })
    expect(answers).toEqual(fullSheet())
    expect(notes).toEqual({ 'P.MP.1.a': { explanation: 'SK sudah terbit', evidence: ['SK Tim.pdf'] } })
  })

  test('is never written over where a workbook is filled', async () => {
    const book = await openBook(filled)
    const sheet = book.getWorksheet('Jawaban')
    sheet?.spliceColumns(11, 1, column('Jawaban 2024', 'A'), column('Jawaban Unit', null))
    const [name, bytes] = ['lke.xlsx', await bytesOf(book)]
    const file = await readWorkbook({ name, bytes })
    if (!file.ok) throw new Error(file.problem.kind)
    const written = await writeIntoTemplate(
      lke,
      { answers: fullSheet(), notes: {}, settings: {}, unit: 'Unit' },
      { name, bytes, file: file.value },
    )
    if (!written.ok) throw new Error(written.problem.kind)
    const after = (await openBook(written.value)).getWorksheet('Jawaban')
    expect([after?.getCell('K6').value, after?.getCell('L6').text]).toEqual(['A', 'Ya'])
  })
})

describe('totals', () => {
  test('that do not follow from the answers are compared with the exact score', async () => {
    const { diagnostics } = await changed(sheet =>
      set(sheet, { P204: { formula: 'SUM(P195,P203)', result: 97.5 } }),
    )
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ kind: 'total-differs', cell: 'P204', given: '97.5', expected: '100' }),
    )
  })

  test('whose formula was overwritten are named, on the summary too', async () => {
    const { met } = await changed((sheet, book) => {
      set(sheet, { W5: 0.5 })
      const summary = book.getWorksheet('Unit')
      if (summary) set(summary, { K22: 88 })
    })
    expect(met).toEqual(
      expect.arrayContaining([
        'formula-overwritten Jawaban!W5',
        'formula-overwritten Unit!K22',
        'total-differs Unit!K22',
      ]),
    )
  })

  test('that count LHKPN twice are reported with both figures', async () => {
    const { diagnostics } = await changed(sheet =>
      set(sheet, {
        K186: 0,
        W172: { formula: 'AVERAGE(W174)*2', result: 2 },
        W181: { formula: 'K186', result: 0 },
      }),
    )
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ kind: 'counted-twice', cell: 'W172', given: '2', expected: '1' }),
    )
  })

  test('that skip blanks are reported with both figures', async () => {
    const { diagnostics } = await changed(sheet =>
      set(sheet, {
        K7: null,
        W7: { formula: 'K7', result: 'Blm Diisi' },
        W5: { formula: 'AVERAGE(W6:W7)*0.5', result: 0.5 },
      }),
    )
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ kind: 'blank-skipped', cell: 'W5', given: '0.5', expected: '0.25' }),
    )
  })
})

describe('relatives of the layout', () => {
  /** Rows of the filled sheet as another person might lay them out. */
  async function relaid(
    headings: readonly string[],
    cells: (row: { number: string; text: string; answer: unknown; id: unknown }) => readonly unknown[],
    { above = [], order = rows => rows }: { above?: readonly string[]; order?: <T>(rows: T[]) => T[] } = {},
  ) {
    const [source, book] = [await openBook(filled), await openBook(filled)]
    for (const sheet of [...book.worksheets]) book.removeWorksheet(sheet.id)
    const target = book.addWorksheet('LKE 2026')
    for (const line of above) target.addRow([line])
    target.addRow([...headings])
    const rows: (readonly unknown[])[] = []
    source.getWorksheet('Jawaban')?.eachRow((row, at) => {
      if (at === 1) return
      const labels = 'BCDEFG'
        .split('')
        .map(column => row.getCell(column).text)
        .filter(text => text !== '')
      const [first = '', second] = labels
      rows.push(
        cells({
          number: second === undefined ? '' : first,
          text: second ?? first,
          answer: row.getCell('K').value,
          id: row.getCell('A').value,
        }),
      )
    })
    for (const row of order(rows)) target.addRow([...row])
    return answersIn(await bytesOf(book))
  }

  test('a table that starts lower, with other columns and no ID, is matched by its numbers', async () => {
    const found = await relaid(
      ['Jawaban', 'No', 'Uraian', 'Bukti dukung'],
      ({ number, text, answer }) => [answer, number, text],
      { above: ['LEMBAR KERJA EVALUASI', 'Tahun 2026', ''] },
    )
    expect(found.ok && found.value.answers).toEqual(fullSheet())
  })

  test('texts alone are enough where they are Zona’s own', async () => {
    const found = await relaid(['Pertanyaan', 'Jawaban Unit'], ({ text, answer }) => [text, answer])
    const expected = Object.keys(fullSheet()).length
    expect(found.ok && found.value.found.length).toBeGreaterThan(expected * 0.9)
  })

  test('moved rows are found by their ID', async () => {
    const found = await relaid(['ID', 'Penilaian', 'Jawaban'], ({ id, text, answer }) => [id, text, answer], {
      order: rows => rows.reverse(),
    })
    expect(found.ok && found.value.answers).toEqual(fullSheet())
  })

  test('IDs that shifted with an inserted row give way to the numbers', async () => {
    const found = await relaid(['ID', 'No', 'Penilaian', 'Jawaban'], ({ id, number, text, answer }) => [
      typeof id === 'number' ? id + 1 : null,
      number,
      text,
      answer,
    ])
    expect(found.ok && found.value.answers).toEqual(fullSheet())
    expect(found.ok && found.value.diagnostics.map(({ kind }) => kind)).toContain('codes-shifted')
  })

  test('English headings are understood and named', async () => {
    const found = await relaid(['Code', 'Question', 'Answer', 'Evidence'], ({ id, text, answer }) => [
      id,
      text,
      answer,
    ])
    expect(found.ok && found.value.answers).toEqual(fullSheet())
    expect(found.ok && found.value.diagnostics.map(({ kind }) => kind)).toContain('other-language')
  })

  test('hidden sheets, rows and columns are read, and said to be hidden', async () => {
    const { answers, met, diagnostics } = await changed(sheet => {
      sheet.state = 'hidden'
      sheet.getRow(7).hidden = true
      sheet.getColumn('L').hidden = true
      set(sheet, { L6: 'Tersembunyi' })
    })
    expect(answers).toEqual(fullSheet())
    expect(met.filter(one => one === 'hidden Jawaban')).toHaveLength(3)
    const said = diagnostics.filter(({ kind }) => kind === 'hidden').map(one => describeDiagnostic(one, 'id'))
    expect(said.join()).toMatch(/lembar.*1 baris.*kolom/)
  })

  test('answers over several sheets come together, and what is missing is listed', async () => {
    const { answers, diagnostics } = await changed((sheet, book) => {
      const other = book.addWorksheet('Hasil')
      other.addRow(['ID', 'Penilaian', 'Jawaban'])
      for (const row of [199, 200, 202]) {
        other.addRow([row, sheet.getCell(`E${row}`).text, sheet.getCell(`K${row}`).value])
        sheet.getCell(`K${row}`).value = null
      }
      for (const column of 'ABCDEFGHIJK') sheet.getCell(`${column}7`).value = null
    })
    expect(answers).toMatchObject({ 'H.BERSIH.a': '4', 'H.BERSIH.b': 'A', 'H.PRIMA.a': '4' })
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ kind: 'questions-missing', given: 'P.MP.1.b' }),
    )
  })

  test('merged cells are read at their first cell, and every answer cell that one covers is named', async () => {
    const { answers, diagnostics } = await changed(sheet => {
      sheet.unMergeCells('B1:G1')
      sheet.mergeCells('L13:M13')
      sheet.mergeCells('K6:K7')
      sheet.mergeCells('J9:K9')
      sheet.mergeCells('K129:K130')
      set(sheet, { O10: 'A' })
      sheet.mergeCells('O10:O11')
    })
    const merged = diagnostics.filter(({ kind }) => kind === 'merged')
    expect(merged.map(one => [one.level, placeText(one), one.code, one.expected, one.track])).toEqual([
      ['error', 'Jawaban!K7', 'P.MP.1.b', 'K6:K7', undefined],
      ['error', 'Jawaban!K9', 'P.MP.2.a', 'J9:K9', undefined],
      ['error', 'Jawaban!K130', 'R.MP.1.b.integrated', 'K129:K130', undefined],
      ['error', 'Jawaban!O11', 'P.MP.2.c', 'O10:O11', 'Jawaban TPI'],
    ])
    const { 'P.MP.1.b': _, 'P.MP.2.a': __, 'R.MP.1.b': ___, ...rest } = fullSheet()
    expect(answers).toEqual(rest)
    const [first] = merged
    expect(first && describeDiagnostic(first, 'id')).toMatch(/P\.MP\.1\.b.*K6:K7/)
  })

  test('an answer that lies out of sight under a merged cell is read, with a warning', async () => {
    const book = await openBook(filled)
    const entries = unzipSync(await bytesOf(book))
    const part = Object.keys(entries).find(name =>
      strFromU8(entries[name] ?? new Uint8Array()).includes('r="K204"'),
    )
    if (part === undefined) throw new Error('no sheet of answers')
    const xml = strFromU8(entries[part] ?? new Uint8Array())
    entries[part] = strToU8(xml.replace(/(<mergeCells[^>]*>)/, '$1<mergeCell ref="K6:K7"/>'))
    const found = await answersIn(zipSync(entries))
    expect(found.ok && found.value.answers).toEqual(fullSheet())
    expect(found.ok && found.value.diagnostics).toContainEqual(
      expect.objectContaining({ kind: 'merged', level: 'warning', cell: 'K7', given: 'A' }),
    )
  })
})

describe('workbooks without anything usable', () => {
  test('have no headings of answers', async () => {
    const book = await openBook(filled)
    for (const sheet of [...book.worksheets]) if (sheet.name !== 'Unit') book.removeWorksheet(sheet.id)
    const found = await answersIn(await bytesOf(book))
    expect(found).toEqual({ ok: false, problem: { kind: 'no-answer-table', sheets: ['Unit'] } })
  })

  test('or no row that is a question', async () => {
    const book = await openBook(filled)
    for (const sheet of [...book.worksheets]) book.removeWorksheet(sheet.id)
    book.addWorksheet('Lain').addRows([
      ['Pertanyaan', 'Jawaban'],
      ['Apa kabar?', 'Baik'],
    ])
    const found = await answersIn(await bytesOf(book))
    expect(found.ok ? null : found.problem.kind).toBe('no-question')
  })
})
