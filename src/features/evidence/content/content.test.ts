import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { docxOf, pdfOf, tableXml, workbookParts, xlsxOf, zipOf } from '../../plan/read/made-files.ts'
import { extractText, toReadable } from './index.ts'
import { isolationLimits } from './isolated.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const paragraph = (text: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
const odf = (body: string, more: Record<string, string> = {}) =>
  zipOf({
    ...more,
    'content.xml': `<office:document-content><office:body>${body}</office:body></office:document-content>`,
  })
const slide = (inner: string) => `<p:sld><p:cSld><p:spTree>${inner}</p:spTree></p:cSld></p:sld>`
const shape = (text: string, title = false) =>
  `<p:sp><p:nvSpPr>${title ? '<p:ph type="title"/>' : ''}</p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`

async function read(...[source, kind]: Parameters<typeof extractText>) {
  const content = await extractText(source, kind)
  if (!content.ok) throw new Error(content.problem.kind)
  return content.value
}

async function textOf(...[source, kind, limits]: Parameters<typeof extractText>) {
  const read = await extractText(source, kind, limits)
  return read.ok ? read.value : read.problem
}

describe('the text inside a document', () => {
  test('PDF: lines, pages, and what they suggest', async () => {
    const pdf = pdfOf('BT /F1 12 Tf 50 700 Td (Nomor : 800/12/2019) Tj 0 -20 Td (Jambi, 12 Mei 2019) Tj ET')
    expect(await textOf(pdf, 'pdf')).toMatchObject({
      text: 'Nomor : 800/12/2019\nJambi, 12 Mei 2019',
      pages: 1,
      suggested: { number: '800/12/2019', date: '2019-05-12' },
      warnings: [],
    })
  })
  test('a PDF without text is a scan, and that is said', async () => {
    expect(await textOf(pdfOf('0 0 100 100 re f'), 'pdf')).toMatchObject({ text: '', warnings: ['no-text'] })
  })
  test('DOCX: paragraphs and table cells, deleted text left out', async () => {
    const docx = docxOf(
      `${paragraph('Laporan')}<w:p><w:del><w:r><w:delText>salah</w:delText></w:r></w:del></w:p>${tableXml([
        ['Nama', 'Hadir'],
        ['Bagas', 'ya'],
      ])}`,
    )
    expect(await textOf(docx, 'docx')).toMatchObject({ text: 'Laporan\nNama\tHadir\nBagas\tya', pages: null })
  })
  test('XLSX: every visible sheet with its rows', async () => {
    const xlsx = xlsxOf({
      Januari: [
        ['Nama', 'Jumlah'],
        ['Bagas', '12'],
      ],
      Februari: [['Kosong']],
    })
    expect(await textOf(xlsx, 'xlsx')).toMatchObject({
      text: 'Januari\nNama\tJumlah\nBagas\t12\nFebruari\nKosong',
    })
  })
  test('PPTX: the slides in the order of their numbers', async () => {
    const pptx = zipOf({
      'ppt/presentation.xml': '<p:presentation/>',
      'ppt/slides/slide10.xml': slide(shape('Sepuluh')),
      'ppt/slides/slide2.xml': slide(shape('Dua', true)),
    })
    expect(await textOf(pptx, 'pptx')).toMatchObject({ text: 'Dua\nSepuluh', pages: 2 })
  })
  test('ODT, ODS and ODP', async () => {
    const odt = odf(
      '<office:text><text:h text:outline-level="1">Bab</text:h><text:p>Satu<text:s text:c="2"/>dua</text:p></office:text>',
    )
    expect(await textOf(odt, 'odt')).toMatchObject({ text: 'Bab\nSatu  dua' })
    const ods = odf(
      '<office:spreadsheet><table:table table:name="Rekap"><table:table-row><table:table-cell table:number-columns-repeated="3"/><table:table-cell><text:p>isi</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16380"/></table:table-row></table:table></office:spreadsheet>',
    )
    expect(await textOf(ods, 'ods')).toMatchObject({ text: 'Rekap\nisi' })
    const odp = odf(
      '<office:presentation><draw:page><text:p>Salindia</text:p></draw:page></office:presentation>',
    )
    expect(await textOf(odp, 'odp')).toMatchObject({ text: 'Salindia', pages: 1 })
  })
  test('TXT in UTF-8, UTF-16 and Windows-1252', async () => {
    for (const bytes of [
      utf8('Kafé'),
      new Uint8Array(Buffer.from('\ufeffKafé', 'utf16le')),
      new Uint8Array(Buffer.from('Kafé', 'latin1')),
    ])
      expect(await textOf(bytes, 'txt')).toMatchObject({ text: 'Kafé' })
  })
  test('CSV: cells by its own separator', async () => {
    expect(await textOf(utf8('Nama;Unit;Hadir\n"Bagas; P";A;ya\n'), 'csv')).toMatchObject({
      text: 'Nama\tUnit\tHadir\nBagas; P\tA\tya',
    })
  })
  test('EML: subject, people, text and the names of attachments', async () => {
    const eml = utf8(
      'From: Bagas <b@contoh.go.id>\r\nTo: r@contoh.go.id\r\nSubject: =?UTF-8?Q?Undangan_rapat?=\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nMohon hadir.\r\n--x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nzz\r\n--x--\r\n',
    )
    expect(await textOf(eml, 'eml')).toMatchObject({
      title: 'Undangan rapat',
      text: 'Undangan rapat\nBagas <b@contoh.go.id>\n<r@contoh.go.id>\na.pdf\nMohon hadir.',
    })
  })
  test('an EML with HTML only gives its words without a tag', async () => {
    const eml = utf8(
      'Subject: Rapat\r\nContent-Type: text/html\r\n\r\n<p>Mohon <b>hadir</b></p><script>alert(1)</script>',
    )
    const { text } = await read(eml, 'eml')
    expect(text).toContain('Mohon')
    expect(text).not.toMatch(/<|alert/)
  })
  test('the title in the properties of a document', async () => {
    const docx = zipOf({
      'word/document.xml': `<w:document><w:body>${paragraph('Isi')}</w:body></w:document>`,
      'docProps/core.xml': '<cp:coreProperties><dc:title>Laporan tahunan</dc:title></cp:coreProperties>',
    })
    expect(await textOf(docx, 'docx')).toMatchObject({ title: 'Laporan tahunan' })
  })
  test('bytes that come in pieces from the store', async () => {
    async function* pieces() {
      yield utf8('Satu ')
      yield utf8('dua')
    }
    expect(await textOf(pieces(), 'txt')).toMatchObject({ text: 'Satu dua' })
  })
  test('a real plan keeps its text in each of its forms', async () => {
    for (const [name, kind] of [
      ['cetakan-bergaris.pdf', 'pdf'],
      ['tabel-per-area.docx', 'docx'],
      ['kolom-bulan.xlsx', 'xlsx'],
    ] as const) {
      const path = fileURLToPath(new URL(`../../../../examples/plan-files/${name}`, import.meta.url))
      const { text } = await read(new Uint8Array(readFileSync(path)), kind)
      expect(text.replace(/\s+/g, ' ').toLowerCase()).toContain('tim pembaharu')
    }
  })
})

describe('files that cannot be read', () => {
  test.each([
    ['an empty one', new Uint8Array(), 'pdf', 'empty'],
    ['a picture', utf8('x'), 'jpeg', 'unsupported'],
    ['a locked Office document', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'docx', 'encrypted'],
    [
      'a locked OpenDocument',
      odf('<office:text/>', {
        'META-INF/manifest.xml': '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
      }),
      'odt',
      'encrypted',
    ],
    [
      'a locked PDF',
      pdfOf(
        'BT ET',
        `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >>`,
      ),
      'pdf',
      'encrypted',
    ],
    ['a PDF cut off', pdfOf('BT ET').slice(0, 60), 'pdf', 'damaged'],
    ['a DOCX cut off', docxOf(paragraph('x')).slice(0, 60), 'docx', 'damaged'],
    ['a workbook in a document\u2019s name', xlsxOf({ A: [['x']] }), 'docx', 'damaged'],
    [
      'a document with entities',
      zipOf({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>' }),
      'docx',
      'damaged',
    ],
    [
      'a document that unpacks to 100 MB',
      zipOf({ 'word/document.xml': `<w:document>${' '.repeat(100 * 2 ** 20)}</w:document>` }),
      'docx',
      'unpacks-too-far',
    ],
  ] as const)('%s', async (_, bytes, kind, problem) => {
    expect(await textOf(bytes, kind)).toMatchObject({ kind: problem })
  })
  test('a stream that goes on past the limit is left in the store', async () => {
    async function* endless() {
      for (;;) yield new Uint8Array(2 ** 16)
    }
    const limits = { ...isolationLimits, bytes: 2 ** 20 }
    expect(await textOf(endless(), 'txt', limits)).toMatchObject({ kind: 'too-large', limit: 2 ** 20 })
  })
  test('what takes more memory or time than it may is stopped', async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => [`baris ${at}`, 'isi sel yang panjang sekali'])
    const xlsx = xlsxOf({ A: rows })
    expect(await textOf(xlsx, 'xlsx', { ...isolationLimits, memoryMb: 24 })).toEqual({ kind: 'too-heavy' })
    expect(await textOf(xlsx, 'xlsx', { ...isolationLimits, seconds: 0.001 })).toMatchObject({
      kind: 'took-too-long',
    })
  })
  test('more text than is kept is cut, and that is said', async () => {
    const { text, warnings } = await read(utf8('kata '.repeat(400_000)), 'txt')
    expect(text.length).toBe(1_000_000)
    expect(warnings).toEqual(['cut'])
  })
})

describe('a document as blocks', () => {
  test('headings by style in English and Indonesian, paragraphs, tables', async () => {
    const docx = docxOf(
      `${paragraph('Satu', 'Heading1')}${paragraph('Dua', 'Judul2')}${paragraph('Tiga')}${tableXml([['a', 'b']])}`,
    )
    expect(await toReadable(docx, 'docx')).toMatchObject({
      ok: true,
      value: {
        blocks: [
          { kind: 'heading', level: 1, text: 'Satu' },
          { kind: 'heading', level: 2, text: 'Dua' },
          { kind: 'paragraph', text: 'Tiga' },
          {
            kind: 'table',
            rows: [
              [
                { column: 0, text: 'a' },
                { column: 1, text: 'b' },
              ],
            ],
          },
        ],
      },
    })
  })
  test('macros and hidden sheets are told of', async () => {
    const parts = workbookParts({ A: '<worksheet><sheetData/></worksheet>' })
    const workbook = (parts['xl/workbook.xml'] ?? '').replace('<sheet ', '<sheet state="hidden" ')
    const xlsx = zipOf({ ...parts, 'xl/workbook.xml': workbook, 'xl/vbaProject.bin': 'x' })
    expect(await toReadable(xlsx, 'xlsx')).toMatchObject({
      value: { warnings: ['hidden-parts', 'macros'] },
    })
  })
})
