import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  docxOf,
  pdfOf,
  planHeads,
  planRows,
  sheetXml,
  tableXml,
  workbookParts,
  xlsxOf,
  zipOf,
} from './made-files.ts'
import type { ReadProblem } from './problem.ts'
import { describeReadProblem } from './problem-messages.ts'
import { fileSizeLimit, readPlan } from './read-plan.ts'
import { readPlanIsolated } from './read-plan-isolated.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const wide = (text: string) => Buffer.from(text, 'utf16le')
const compoundFile = (inside: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      wide(inside),
      Buffer.alloc(512),
    ]),
  )

async function problemOf(name: string, content: Uint8Array, options = {}): Promise<ReadProblem> {
  const read = await readPlan({ name, bytes: content }, options)
  if (read.ok) throw new Error(`'${name}' was read`)
  return read.problem
}

/** The problem's kind and its sentence, which must be exactly one, naming the file. */
async function refusal(name: string, content: Uint8Array) {
  const problem = await problemOf(name, content)
  const sentence = describeReadProblem(problem, 'id')
  expect(sentence).toContain(name)
  expect(sentence).toMatch(/^[A-Z].*\.$/)
  expect(sentence).not.toMatch(/[.!?] [A-Z]/)
  expect(describeReadProblem(problem, 'en')).toContain(name)
  return { kind: problem.kind, sentence }
}

describe('A file that is not what its name says', () => {
  test('a PDF named .xlsx is refused with what it really is', async () => {
    const { kind, sentence } = await refusal('rencana.xlsx', pdfOf('BT ET'))
    expect(kind).toBe('wrong-name')
    expect(sentence).toContain('isinya PDF')
  })
  test.each([
    ['rencana.docx', xlsxOf({ Rencana: planRows() })],
    ['rencana.pdf', docxOf('')],
    ['rencana.xlsx', bytes('NO;KOMPONEN;INDIKATOR\n')],
    ['rencana.csv', bytes('\x00\x01\x02binary')],
    ['rencana.xlsx', bytes('<html><table><tr><td>NO</td></tr></table></html>')],
    ['rencana.docx', bytes('{\\rtf1 x}')],
    ['rencana.pdf', bytes('\x89PNG\r\n\x1a\n')],
    ['rencana.xlsx', compoundFile('Workbook')],
  ])('%s with other content is refused', async (name, content) => {
    expect((await refusal(name, content)).kind).toBe('wrong-name')
  })
  test('an old .xls or .doc is told to be saved in the new format', async () => {
    const { kind, sentence } = await refusal('rencana.xls', compoundFile('Workbook'))
    expect(kind).toBe('unsupported')
    expect(sentence).toContain('simpan sebagai .xlsx')
  })
  test('a picture or an unknown archive is refused', async () => {
    expect((await refusal('foto.jpg', bytes('\xff\xd8\xff\xe0'))).kind).toBe('unsupported')
    expect((await refusal('berkas.zip', zipOf({ 'a.txt': 'a' }))).kind).toBe('unsupported')
  })
})

describe('A file that cannot be opened', () => {
  test('an empty file is refused', async () => {
    expect((await refusal('kosong.xlsx', new Uint8Array())).kind).toBe('empty-file')
  })
  test('a file above the limit is refused before it is looked into', async () => {
    const big = new Uint8Array(fileSizeLimit + 1)
    expect((await refusal('besar.xlsx', big)).kind).toBe('file-too-large')
    expect(await readPlanIsolated({ name: 'besar.xlsx', bytes: big })).toMatchObject({
      problem: { kind: 'file-too-large' },
    })
  })
  test('an encrypted workbook or document is refused with the remedy', async () => {
    for (const name of ['kunci.xlsx', 'kunci.docx']) {
      const { kind, sentence } = await refusal(name, compoundFile('EncryptedPackage'))
      expect(kind).toBe('encrypted')
      expect(sentence).toContain('hapus kata sandinya')
    }
  })
  test('an encrypted PDF is refused with the remedy', async () => {
    const key = '<000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f>'
    const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ${key} /U ${key} >> /ID [<00> <00>]`
    expect((await refusal('kunci.pdf', pdfOf('BT ET', lock))).kind).toBe('encrypted')
  })
  test('a cut-off file is refused as damaged, wherever it is cut', async () => {
    const whole = {
      'potong.xlsx': xlsxOf({ Rencana: planRows() }),
      'potong.docx': docxOf(tableXml([[...planHeads]])),
    }
    for (const [name, content] of Object.entries(whole)) {
      for (const share of [0.3, 0.6, 0.95]) {
        const cut = content.subarray(0, Math.floor(content.length * share))
        expect((await refusal(name, cut)).kind).toBe('damaged')
      }
    }
    const pdf = pdfOf('BT /F1 12 Tf 20 700 Td (NO KOMPONEN INDIKATOR LANGKAH AKSI) Tj ET')
    expect((await refusal('potong.pdf', pdf.subarray(0, pdf.length - 300))).kind).toBe('damaged')
  })
  test('a part whose bytes were changed is refused as damaged', async () => {
    const content = xlsxOf({ Rencana: planRows() })
    const at = Buffer.from(content).indexOf('xl/worksheets/sheet1.xml') + 60
    content[at] = (content[at] ?? 0) ^ 0xff
    expect((await refusal('ubah.xlsx', content)).kind).toBe('damaged')
  })
  test('broken XML inside a sound zip is refused as damaged, naming the part', async () => {
    const broken = zipOf({ ...workbookParts({ A: '<worksheet><sheetData><row>' }) })
    const { kind, sentence } = await refusal('xml.xlsx', broken)
    expect(kind).toBe('damaged')
    expect(sentence).toContain('xl/worksheets/sheet1.xml')
  })
  test('a quotation mark that is never closed is named with the line where it begins', async () => {
    const text =
      'NO;KOMPONEN;INDIKATOR;RENCANA AKSI;BUKTI;WAKTU\n1;Tim;"Ada;Pilih;SK;Mei 2027\n2;Tim;Ada;Pilih;SK;Mei\n'
    const { kind, sentence } = await refusal('kutip.csv', bytes(text))
    expect(kind).toBe('open-quote')
    expect(sentence).toContain('baris 2')
  })
  test('a scan without a text layer is refused', async () => {
    const { kind, sentence } = await refusal('pindai.pdf', pdfOf('0 0 500 700 re f'))
    expect(kind).toBe('no-text-layer')
    expect(sentence).toContain('OCR')
  })
})

describe('A file made to do harm', () => {
  test('a part that inflates beyond its limit is refused while it inflates, whatever its header claims', async () => {
    const bomb = Buffer.alloc(70 * 2 ** 20, 32)
    bomb.write('<worksheet><sheetData>')
    const content = zipOf({ ...workbookParts({ A: '' }), 'xl/worksheets/sheet1.xml': bomb }, { size: 100 })
    expect(content.length).toBeLessThan(2 ** 20)
    expect((await refusal('bom.xlsx', content)).kind).toBe('inflates-too-far')
  })
  test('a PDF stream that inflates without end is refused before pdf.js sees it', async () => {
    const packed = deflateSync(Buffer.alloc(70 * 2 ** 20, 32)).toString('latin1')
    expect((await refusal('bom.pdf', pdfOf(packed))).kind).toBe('inflates-too-far')
  })
  test('a zip with too many parts is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`x/${at}`, '']))
    expect(
      (await refusal('banyak.xlsx', zipOf({ ...workbookParts({ A: '<worksheet/>' }), ...parts }))).kind,
    ).toBe('too-many-parts')
  })
  test('a document type declaration is refused before an entity can grow', async () => {
    const evil =
      '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document><w:body>&b;</w:body></w:document>'
    expect((await refusal('entitas.docx', zipOf({ 'word/document.xml': evil }))).kind).toBe('forbidden-xml')
  })
  test('a reading that needs too much memory or time is ended, and said so', async () => {
    const source = { name: 'rencana.xlsx', bytes: xlsxOf({ Rencana: planRows() }) }
    expect(await readPlanIsolated(source, {}, { memoryMb: 256, seconds: 0.001 })).toMatchObject({
      problem: { kind: 'took-too-long' },
    })
    const rows = Array.from({ length: 20_000 }, (_, at) => [
      '1',
      '',
      `Indikator ${at}`,
      `Aksi ${at}`,
      `Bukti ${at}`,
      'Maret',
    ])
    const large = { name: 'berat.xlsx', bytes: xlsxOf({ Rencana: [...planRows(), ...rows] }) }
    expect(await readPlanIsolated(large, {}, { memoryMb: 16, seconds: 60 })).toMatchObject({
      problem: { kind: 'too-heavy' },
    })
  })
  test('a million formatted empty rows are passed over, and it is said where reading stopped', async () => {
    const empty = Array.from(
      { length: 1_048_000 },
      (_, at) => `<row r="${at + 6}"><c r="A${at + 6}" s="1"/><c r="B${at + 6}" s="1"/></row>`,
    )
    const sheet = sheetXml(planRows()).replace('</sheetData>', `${empty.join('')}</sheetData>`)
    const read = await readPlan({ name: 'kosong.xlsx', bytes: zipOf(workbookParts({ Rencana: sheet })) })
    expect(read).toMatchObject({ ok: true, value: { counts: { indicators: 1 } } })
    if (read.ok) expect(read.value.warnings.map(({ code }) => code)).toContain('empty-rows')
  })
  test('the thread gives the same plan as reading in place', async () => {
    const source = { name: 'rencana.xlsx', bytes: xlsxOf({ Rencana: planRows() }) }
    expect(await readPlanIsolated(source)).toEqual(await readPlan(source))
    expect(source.bytes.byteLength).toBeGreaterThan(0)
  })
})

describe('A file whose table leaves doubt', () => {
  test('a table without headings is refused with the headings it needs', async () => {
    const rows = planRows().filter(row => row[0] !== 'NO')
    const { kind, sentence } = await refusal('tanpa-judul.xlsx', xlsxOf({ Rencana: rows }))
    expect(kind).toBe('no-table')
    expect(sentence).toContain("lembar 'Rencana', sel A1")
    expect(sentence).toContain('Target Waktu')
  })
  test('headings without rows are refused', async () => {
    expect((await refusal('judul-saja.xlsx', xlsxOf({ A: planRows().slice(0, 3) }))).kind).toBe('no-rows')
  })
  test('two candidate tables are refused, and either can be asked for', async () => {
    const other = planRows('Mei 2027').map(row =>
      row.map(cell => (cell === 'Tim terbentuk' ? 'Tim bekerja' : cell)),
    )
    const content = xlsxOf({ Rencana: planRows(), 'Rencana lama': other })
    const { kind, sentence } = await refusal('dua.xlsx', content)
    expect(kind).toBe('several-tables')
    expect(sentence).toContain("1: lembar 'Rencana', sel A3; 2: lembar 'Rencana lama', sel A3")
    expect(sentence).toContain('--table')
    const second = await readPlan({ name: 'dua.xlsx', bytes: content }, { table: 2 })
    expect(second.ok && second.value.areas[0]?.subComponents[0]?.indicators[0]?.text).toBe('Tim bekerja')
    expect(await problemOf('dua.xlsx', content, { table: 3 })).toMatchObject({
      kind: 'no-such-table',
      count: 2,
    })
  })
  test('two candidate tables in one document or one sheet are refused too', async () => {
    const table = tableXml([
      [...planHeads],
      ['I', 'MANAJEMEN PERUBAHAN', '', '', '', ''],
      ['1', 'Tim', 'Ada', 'Pilih', 'SK', 'Mei 2027'],
    ])
    expect((await refusal('dua.docx', docxOf(table + table))).kind).toBe('several-tables')
    const rows = planRows()
    expect((await refusal('dua.xlsx', xlsxOf({ A: [...rows, [], ...rows] }))).kind).toBe('several-tables')
  })
  test('a formula without a stored result is refused, naming its cell', async () => {
    const formula = { inner: '<f>CONCATENATE("Maret"," 2027")</f>' }
    const { kind, sentence } = await refusal('rumus.xlsx', xlsxOf({ Rencana: planRows(formula) }))
    expect(kind).toBe('formula-without-value')
    expect(sentence).toContain("lembar 'Rencana', sel F5")
  })
})
