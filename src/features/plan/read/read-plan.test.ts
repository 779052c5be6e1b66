import { describe, expect, test } from 'vitest'
import {
  docxOf,
  type MadeCell,
  pdfOf,
  planHeads,
  planRows,
  sheetXml,
  tableXml,
  workbookParts,
  xlsxOf,
  zipOf,
} from './made-files.ts'
import type { PlanDocument, PlanWarning } from './plan-document.ts'
import { readPlan } from './read-plan.ts'
import { describeWarning } from './warning-messages.ts'

async function read(bytes: Uint8Array, name = 'rencana.xlsx', options = {}): Promise<PlanDocument> {
  const result = await readPlan({ name, bytes }, options)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const readRows = (rows: readonly (readonly MadeCell[])[], options = {}) =>
  read(xlsxOf({ Rencana: rows }), 'rencana.xlsx', options)

const indicators = ({ areas }: PlanDocument) => areas.flatMap(a => a.subComponents.flatMap(s => s.indicators))
const codes = ({ warnings }: PlanDocument) => warnings.map(({ code }) => code)
const warning = ({ warnings }: PlanDocument, code: PlanWarning['code']) => warnings.find(w => w.code === code)

const area = ['I', 'MANAJEMEN PERUBAHAN']
const row = (...cells: string[]) => cells
const titled = (...rows: MadeCell[][]) => [['RENCANA AKSI TAHUN 2027'], [...planHeads], ...rows]

describe('Schedules that a calendar refuses', () => {
  test('a day that does not exist is a warning beside its row, and the plan is read', async () => {
    const plan = await readRows(planRows('31 Februari 2027'))
    const found = warning(plan, 'schedule-unresolved')
    expect(found).toMatchObject({
      rowId: 'I.1.1',
      row: { area: 0, subComponent: 0, indicator: 0 },
      place: { kind: 'cell', sheet: 'Rencana', cell: 'C5' },
    })
    expect(found && describeWarning(found, 'id')).toContain("'31 Februari 2027'")
    expect(indicators(plan)[0]?.schedules[0]).toMatchObject({ kind: 'unresolved', dates: [] })
  })
  test('an end before its start is a warning beside its row', async () => {
    const plan = await readRows(planRows('Desember 2027 s.d. Maret 2027'))
    expect(warning(plan, 'schedule-unresolved')).toMatchObject({ rowId: 'I.1.1' })
  })
})

describe('The year of a plan', () => {
  test('comes from the title', async () => {
    expect((await readRows(planRows('Akhir tahun'))).year).toBe(2027)
  })
  test('can be given, and a different printed year is said', async () => {
    const plan = await readRows(planRows('Akhir tahun'), { year: 2028 })
    expect(indicators(plan)[0]?.schedules[0]?.dates).toEqual(['2028-12-31'])
    expect(warning(plan, 'year-conflict')).toMatchObject({ printed: 2027, used: 2028 })
  })
  test('comes from the schedules where nothing else prints it, and that is said', async () => {
    const plan = await readRows([['RENCANA AKSI'], ...planRows('Maret 2026').slice(1)])
    expect(plan.year).toBe(2026)
    expect(codes(plan)).toContain('year-from-schedules')
  })
  test.each([
    ['of a regulation', ['Lampiran Keputusan Nomor 12 Tahun 2026', 'RENCANA AKSI']],
    ['of a regulation in the title', ['RENCANA AKSI SESUAI PERMENPAN NO. 90 TAHUN 2021']],
    ['of several', ['RENCANA AKSI TAHUN 2026-2027']],
    ['of several', ['RENCANA AKSI TAHUN 2026 DAN 2027']],
  ])('is not that %s: %j', async (_, titles) => {
    const rows = [...titles.map(title => [title]), ...planRows('Maret').slice(1)]
    const plan = await readRows(rows)
    expect(plan.year).toBeNull()
    expect(codes(plan)).toContain('year-missing')
    const headed = rows.map(cells =>
      cells.map(cell => (cell === 'TARGET WAKTU' ? `${cell} TAHUN 2027` : cell)),
    )
    expect((await readRows(headed)).year).toBe(2027)
  })
  test('is never guessed: without it there are no dates', async () => {
    const plan = await readRows([['RENCANA AKSI'], ...planRows('Maret').slice(1)])
    expect(plan.year).toBeNull()
    expect(indicators(plan)[0]?.schedules[0]).toMatchObject({ dates: [], ambiguous: true })
    expect(codes(plan)).toContain('year-missing')
  })
})

describe('Cells of a workbook', () => {
  test('the stored result of a formula is used, and it is said', async () => {
    const plan = await readRows(planRows({ attributes: 't="str"', inner: '<f>A1</f><v>Mei 2027</v>' }))
    expect(indicators(plan)[0]?.schedules[0]?.dates).toEqual(['2027-05-31'])
    expect(warning(plan, 'formula-cell')).toMatchObject({ rowId: 'I.1.1', text: 'Mei 2027' })
  })
  test('a formula outside the plan does not matter', async () => {
    const plan = await readRows([[{ inner: '<f>NOW()</f>' }], ...planRows().slice(0)])
    expect(codes(plan)).not.toContain('formula-cell')
  })
  test('a formula that failed is said', async () => {
    const plan = await readRows(planRows({ attributes: 't="e"', inner: '<f>A1</f><v>#REF!</v>' }))
    expect(warning(plan, 'cell-error')).toMatchObject({ text: '#REF!' })
  })
  test('a date cell becomes the date in words', async () => {
    const parts = workbookParts({ A: sheetXml(planRows({ attributes: 's="1"', inner: '<v>46477</v>' })) })
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const plan = await read(zipOf({ ...parts, 'xl/styles.xml': styles }))
    expect(indicators(plan)[0]?.schedules[0]).toMatchObject({ text: '31 Maret 2027', dates: ['2027-03-31'] })
  })
  test('hidden rows are left out, and it is said how many', async () => {
    const hidden = sheetXml([...planRows(), row('', '', 'Tersembunyi', 'Aksi', 'Bukti', 'Mei')]).replace(
      '<row r="6"',
      '<row r="6" hidden="1"',
    )
    const plan = await read(zipOf(workbookParts({ Rencana: hidden })))
    expect(plan.counts.indicators).toBe(1)
    expect(warning(plan, 'hidden-rows')).toMatchObject({ count: 1 })
  })
})

describe('Text that is struck through', () => {
  const said = (plan: PlanDocument) => plan.warnings.filter(({ code }) => code === 'struck-text')
  test('in a part of a cell of a workbook is left out, with its marker, and named', async () => {
    const inner =
      '<is><r><rPr><strike/></rPr><t xml:space="preserve">1. Menunjuk tim\n</t></r><r><rPr/><t>2. Memilih tim</t></r></is>'
    const cell = { attributes: 't="inlineStr"', inner }
    const plan = await readRows(titled(area, ['1', 'Tim', 'Tim ada', cell, 'SK', 'Mei 2027']))
    expect(indicators(plan)[0]?.actions).toEqual(['Memilih tim'])
    expect(said(plan)).toMatchObject([{ rowId: 'I.1.1', texts: ['1. Menunjuk tim 2. Memilih tim'] }])
  })
  test('may be a whole cell or a whole row of a workbook, by its style', async () => {
    const struck = (text: string) => ({ attributes: 's="1" t="inlineStr"', inner: `<is><t>${text}</t></is>` })
    const rows = titled(
      area,
      ['1', 'Tim', 'Tim ada', 'Pilih', 'SK', struck('Mei 2027')],
      ['', '', struck('Tim aktif'), struck('Rapat'), struck('Notula'), struck('Mei 2027')],
    )
    const styles =
      '<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>'
    const plan = await read(
      zipOf({ ...workbookParts({ A: sheetXml(rows) }), 'xl/styles.xml': styles }),
      'rencana.xlsx',
      { year: 2027 },
    )
    expect(plan.counts).toMatchObject({ indicators: 1, schedules: 0 })
    expect(said(plan)).toMatchObject([{ rowId: 'I.1.1', texts: ['Mei 2027'] }])
    expect(warning(plan, 'rows-ignored')).toMatchObject({ count: 1, text: 'Tim aktif Rapat Notula Mei 2027' })
  })
  test.each([
    ['<w:strike/>', 'tim'],
    ['<w:dstrike w:val="true"/>', 'tim'],
    ['<w:strike w:val="0"/>', 'Bentuk tim'],
  ])('in a document is left out where it is on: %s', async (property, action) => {
    const table = tableXml([
      [...planHeads],
      [...area, '', '', '', ''],
      ['1', 'Tim', 'Ada', 'tim', 'SK', 'Mei 2027'],
    ])
    const run = `<w:r><w:rPr>${property}</w:rPr><w:t>Bentuk </w:t></w:r><w:r><w:t>tim</w:t></w:r>`
    const plan = await read(docxOf(table.replace('<w:r><w:t>tim</w:t></w:r>', run)), 'rencana.docx')
    expect(indicators(plan)[0]?.actions).toEqual([action])
    expect(said(plan)).toHaveLength(action === 'tim' ? 1 : 0)
  })
})

describe('Rows of a table', () => {
  test('an unknown area keeps its rows', async () => {
    const plan = await readRows(
      titled(row('I', 'PERUBAHAN IKLIM'), row('1', 'Pohon', 'Rindang', 'Tanam', 'Foto', 'Mei 2027')),
    )
    expect(plan.areas[0]).toMatchObject({ code: null, label: 'PERUBAHAN IKLIM' })
    expect(warning(plan, 'unknown-area')).toMatchObject({ label: 'PERUBAHAN IKLIM' })
  })
  test.each([
    ['in capitals', ['MANAJEMEN PERUBAHAN'], ['BUDAYA PELAYANAN PRIMA']],
    ['behind a letter', ['A. Manajemen Perubahan'], ['C. Budaya Pelayanan']],
    ['in two cells', ['A', 'Manajemen Perubahan'], ['C', 'Budaya Pelayanan']],
  ])(
    'an unknown area that looks as the area before it is no sub-component of it: %s',
    async (_, known, other) => {
      const work = row('1', 'Ada', 'Menyusun', 'SK', 'Mei 2027')
      const heads = ['NO', 'INDIKATOR', 'RENCANA AKSI', 'BUKTI', 'WAKTU']
      const merges = '<mergeCells><mergeCell ref="A3:E3"/><mergeCell ref="A5:E5"/></mergeCells>'
      const rows = [['RENCANA AKSI 2027'], heads, known, work, other, work]
      const plan = await read(zipOf(workbookParts({ A: sheetXml(rows, known.length > 1 ? '' : merges) })))
      expect(plan.areas).toMatchObject([{ code: 'MP' }, { code: null }])
      expect(codes(plan)).toContain('unknown-area')
    },
  )
  test('an unknown area in the column of areas is no sub-component', async () => {
    const rows = [
      ['RENCANA AKSI 2027'],
      ['NO', 'AREA', 'INDIKATOR', 'RENCANA AKSI', 'BUKTI', 'WAKTU'],
      row('I', 'MANAJEMEN PERUBAHAN'),
      row('1', '', 'Ada', 'Menyusun', 'SK', 'Mei 2027'),
      row('', 'Budaya Pelayanan'),
      row('1', '', 'Ada', 'Menyusun', 'SK', 'Mei 2027'),
    ]
    const plan = await readRows(rows)
    expect(plan.areas).toMatchObject([{ code: 'MP' }, { code: null, label: 'Budaya Pelayanan' }])
    expect(codes(await readRows(rows.slice(0, -1)))).toContain('rows-ignored')
  })
  test.each([
    [2028, 'several-tables'],
    [2027, null],
  ])(
    'a second table in the sheet with the title of %d is apart where the year differs',
    async (year, problem) => {
      const table = (of: number, name: string) => [
        [`RENCANA AKSI TAHUN ${of}`],
        ['NO', 'AREA', 'RENCANA AKSI', 'BUKTI', 'WAKTU'],
        row('1', name, `Menyusun ${name}`, 'SK', 'Mei'),
      ]
      const sheet = [...table(2027, 'Manajemen Perubahan'), [], ...table(year, 'Tatalaksana')]
      const result = await readPlan({ name: 'rencana.xlsx', bytes: xlsxOf({ A: sheet }) })
      expect(result.ok ? null : result.problem.kind).toBe(problem)
      if (result.ok)
        expect(result.value.areas.map(({ subComponents }) => subComponents.map(({ name }) => name))).toEqual([
          [''],
          [''],
        ])
    },
  )
  test('blank cells are said: schedule, evidence, action', async () => {
    const plan = await readRows(
      titled(area, row('1', 'Tim', 'Ada', 'Pilih', '', ''), row('', '', 'Aktif', '', 'SK', 'Mei 2027')),
    )
    const rows = plan.warnings.filter(w => w.rowId !== null).map(w => `${w.code} ${w.rowId}`)
    expect(rows).toEqual(['evidence-missing I.1.1', 'schedule-missing I.1.1', 'action-missing I.1.2'])
  })
  test('a row typed twice is said beside the second', async () => {
    const twice = row('', '', 'Ada', 'Pilih', 'SK', 'Mei 2027')
    const plan = await readRows(titled(area, row('1', 'Tim', ...twice.slice(2)), twice))
    expect(warning(plan, 'duplicate-row')).toMatchObject({ rowId: 'I.1.2', first: 'I.1.1' })
  })
  test('two bulleted indicators in one cell are two indicators', async () => {
    const plan = await readRows(
      titled(area, row('1', 'SOP', '- SOP ada\n- SOP dinilai', 'Susun', 'SOP', 'Mei 2027')),
    )
    expect(indicators(plan).map(({ text }) => text)).toEqual(['SOP ada', 'SOP dinilai'])
    expect(warning(plan, 'indicators-share-row')).toMatchObject({ rowId: 'I.1.1', count: 2 })
  })
  test('a signature block below is no data', async () => {
    const plan = await readRows([
      ...planRows(),
      [],
      row('', '', '', '', 'Mekar Sari, 4 Januari 2027'),
      row('', '', '', '', 'Kepala Balai'),
      [],
      row('', '', '', '', 'SRI WAHYUNI'),
      row('', '', '', '', 'NIP 19700101 199503 2 001'),
    ])
    expect(plan.counts).toMatchObject({ indicators: 1, evidence: 1 })
    expect(indicators(plan)[0]?.evidence).toEqual(['SK tim'])
  })
  test.each([
    ['work that is approved', ['Mengesahkan SOP', 'SOP', '']],
    ['several months in one year', ['Rapat', '', 'Maret, Juni 2027']],
    ['work of the head of the office below a blank row', ['Kepala Balai memimpin apel', 'Foto', '']],
  ])('a row is no signature because it looks like one: %s', async (_, work) => {
    const plan = await readRows([
      ...planRows(),
      [],
      row('', '', '', ...work),
      row('', '', '', 'Evaluasi', 'Notula'),
    ])
    expect(indicators(plan)[0]?.actions).toEqual(expect.arrayContaining([work[0], 'Evaluasi']))
  })
  test('a row that adds up the others is named, not read', async () => {
    const plan = await readRows([...planRows(), row('Jumlah', '', '1', '2', '1')])
    expect(plan.counts.indicators).toBe(1)
    expect(warning(plan, 'rows-ignored')).toMatchObject({ text: 'Jumlah' })
  })
  test.each([
    ['in the column of indicators', ['', '', 'Jumlah', '1', '2', '']],
    ['in the column of actions', ['', '', '', 'Total', '', '']],
    ['beside figures alone', ['', 'Jumlah kegiatan', '', '2', '3', '']],
    ['what was done', ['', '', 'Realisasi', 'SK disusun', 'SK', 'April 2027']],
    ['what was done', ['', '', '', 'Realisasi: SK disusun', 'SK', 'April 2027']],
  ])('a row that tells of others is named, not read: %s, %j', async (_, cells) => {
    const plan = await readRows([...planRows(), cells])
    expect(plan.counts).toMatchObject({ indicators: 1, actions: 2, evidence: 1, schedules: 1 })
    expect(warning(plan, 'rows-ignored')).toMatchObject({
      text: cells.find(text => /jumlah|total|realisasi/i.test(text)),
    })
  })
  test.each(['Jumlah SOP', 'Capaian kinerja'])('%s is an indicator', async text => {
    const plan = await readRows([...planRows(), row('', '', text, 'Susun', '5 SOP', 'Mei 2027')])
    expect(indicators(plan)[1]).toMatchObject({ text, actions: ['Susun'] })
  })
  test('notes below the last row are counted, not read', async () => {
    const plan = await readRows([
      ...planRows(),
      row('Keterangan:'),
      row('V', '', '= rencana'),
      row('', 'Catatan: dapat berubah'),
    ])
    expect(plan.counts).toMatchObject({ subComponents: 1, indicators: 1 })
    expect(warning(plan, 'rows-ignored')).toMatchObject({ count: 3, text: 'Keterangan:' })
  })
  test.each([
    'Mengetahui,',
    'Mengetahui, Rektor',
    'Mengetahui Rektor',
    'Mengetahui/Menyetujui',
    'Mengesahkan: Camat',
  ])('who signs need not be known to be no work: %s', async text => {
    const plan = await readRows([...planRows(), row('', '', '', text), row('', '', '', 'SRI WAHYUNI')])
    expect(indicators(plan)[0]?.actions).toHaveLength(2)
  })
  test('a numbered row below the signature is counted, not passed over', async () => {
    const plan = await readRows([
      ...planRows(),
      row('', '', '', '', '', 'Mekar Sari, 4 Januari 2027'),
      row('', '', '', '', '', 'SRI WAHYUNI'),
      row('2', '', '', 'Rapat', 'Notula'),
    ])
    expect(warning(plan, 'rows-ignored')).toMatchObject({ count: 1, text: '2 Rapat Notula' })
  })
  test('text merged over several cells of a row that holds other work belongs to the first', async () => {
    const rows = [
      ['RENCANA AKSI 2027'],
      ['AREA', 'INDIKATOR', 'PIC', 'RENCANA AKSI', 'BUKTI', 'WAKTU'],
      row('Manajemen Perubahan', 'Ada', 'Ketua', 'Menyesuaikan kegiatan pusat'),
    ]
    const sheet = sheetXml(rows, '<mergeCells><mergeCell ref="D3:F3"/></mergeCells>')
    const plan = await read(zipOf(workbookParts({ A: sheet })))
    expect(indicators(plan)[0]?.actions).toEqual(['Menyesuaikan kegiatan pusat'])
    expect(codes(plan)).toContain('schedule-missing')
  })
  test('a short name merged across is a sub-component, a page number is none', async () => {
    const work = row('1', 'Ada', 'Menyusun', 'SK', 'Mei 2027')
    const heads = ['NO', 'INDIKATOR', 'RENCANA AKSI', 'BUKTI', 'WAKTU']
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      heads,
      row('I', 'MANAJEMEN PERUBAHAN'),
      row('SOP'),
      work,
      row('Halaman 1 dari 2'),
      heads,
      row('2', ...work.slice(1)),
    ])
    expect(plan.areas[0]?.subComponents).toMatchObject([{ name: 'SOP', indicators: [{}, {}] }])
  })
  test.each([
    ['where the work stands', 'URAIAN KEGIATAN', ['NO', 'URAIAN KEGIATAN', 'BUKTI', 'WAKTU', 'PIC']],
    ['in their column', 'AREA', ['NO', 'AREA', 'RENCANA AKSI', 'BUKTI', 'WAKTU', 'PIC']],
  ])('an area may name its person in charge, who is said not to be read: %s', async (_, at, heads) => {
    const cells = (values: Readonly<Record<string, string>>) => heads.map(head => values[head] ?? '')
    const work = {
      'URAIAN KEGIATAN': 'Susun',
      'RENCANA AKSI': 'Susun',
      BUKTI: 'SK',
      WAKTU: 'Mei',
      PIC: 'Budi',
    }
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      heads,
      cells({ NO: 'A', [at]: 'MANAJEMEN PERUBAHAN', PIC: 'Koordinator' }),
      cells({ NO: '1', ...work }),
      cells({ NO: 'B', [at]: 'TATALAKSANA', PIC: 'Sekretaris' }),
      cells({ NO: '1', ...work }),
    ])
    expect(plan.areas.map(({ code }) => code)).toEqual(['MP', 'TT'])
    expect(indicators(plan).map(({ owner }) => owner)).toEqual(['Budi', 'Budi'])
    expect(warning(plan, 'rows-ignored')).toMatchObject({ count: 2, text: 'Koordinator' })
  })
  test('letters below the headings number the columns, as numbers do', async () => {
    const plan = await readRows(
      titled(row('(a)', '(b)', '(c)', '(d)', '(e)', '(f)'), area, ...planRows().slice(-1)),
    )
    expect(plan.counts).toMatchObject({ areas: 1, indicators: 1 })
  })
  test('column numbers repeated with the headings, or in the middle, are no rows of the plan', async () => {
    const numbers = row('1', '2', '3', '4', '5', '6')
    const first = row('1', 'Tim', 'Tim ada', 'Pilih', 'SK', 'Mei 2027')
    const second = row('2', 'Rencana', 'Rencana ada', 'Susun', 'Rencana', 'Juni 2027')
    for (const between of [[[...planHeads], numbers], [numbers]]) {
      const plan = await readRows(titled(numbers, area, first, ...between, second))
      expect(plan.areas[0]?.subComponents.map(({ name }) => name)).toEqual(['Tim', 'Rencana'])
      expect(plan.counts).toMatchObject({ areas: 1, indicators: 2 })
    }
  })
  test('twelve column numbers are no months', async () => {
    const heads = [...planHeads, 'PIC', 'ANGGARAN', 'REALISASI', 'KENDALA', 'STATUS', 'KET']
    const numbers = heads.map((_, at) => String(at + 1))
    const work = row('1', 'Tim', 'Tim ada', 'Pilih', 'SK', 'Mei 2027', 'Ketua')
    const plan = await readRows([['RENCANA AKSI 2027'], heads, numbers, area, work])
    expect(indicators(plan)[0]?.schedules[0]?.dates).toEqual(['2027-05-31'])
  })
  test('the unit that a table belongs to is no area', async () => {
    const plan = await readRows([['BIDANG SDM'], ...planRows()])
    expect(codes(plan)).not.toContain('area-empty')
  })
  test('an area may be abbreviated where an area stands', async () => {
    const rows = titled(
      row('I', 'MP'),
      row('1', 'Tim', 'Ada', 'Pilih', 'SK', 'Mei 2027'),
      row('II', 'Yanlik'),
    )
    const plan = await readRows([...rows, row('1', 'Loket', 'Buka', 'Buka loket', 'Foto', 'Mei 2027')])
    expect(plan.areas.map(({ code }) => code)).toEqual(['MP', 'PP'])
  })
  const withoutComponents = ['NO', 'INDIKATOR', 'RENCANA AKSI', 'BUKTI', 'WAKTU']
  test.each([
    ['merged across', ['A. MANAJEMEN PERUBAHAN'], ['C. SDM']],
    ['without a number', ['MANAJEMEN PERUBAHAN'], ['SDM']],
    ['in two cells', ['A', 'MANAJEMEN PERUBAHAN'], ['C', 'SDM']],
  ])('an abbreviated area in a row of its own is one: %s', async (_, first, second) => {
    const work = row('1', 'Tim dibentuk', 'Menyusun SK', 'SK', 'Mei 2027')
    const rows = [['RENCANA AKSI 2027'], withoutComponents, first, work, second, work]
    const merges =
      first.length > 1 ? '' : '<mergeCells><mergeCell ref="A3:E3"/><mergeCell ref="A5:E5"/></mergeCells>'
    const plan = await read(zipOf(workbookParts({ A: sheetXml(rows, merges) })))
    expect(plan.areas.map(({ code }) => code)).toEqual(['MP', 'SDM'])
  })
  test('an abbreviation behind an Arabic number is an area only where areas are so numbered', async () => {
    const work = row('', '', 'Tim dibentuk', 'Menyusun SK', 'SK', 'Mei 2027')
    const numbered = await readRows(titled(row('1', 'MANAJEMEN PERUBAHAN'), work, row('2', 'SDM'), work))
    expect(numbered.areas.map(({ code }) => code)).toEqual(['MP', 'SDM'])
    const below = await readRows(titled(area, row('1', 'Tim Kerja'), work, row('2', 'SDM'), work))
    expect(below.areas[0]?.subComponents.map(({ name }) => name)).toEqual(['Tim Kerja', 'SDM'])
  })
  test('sheets with the same columns may name their areas by abbreviations', async () => {
    const sheet = (name: string) => [
      ['RENCANA AKSI 2027'],
      [`AREA ${name}`],
      withoutComponents,
      row('1', 'Tim dibentuk', `Menyusun SK ${name}`, 'SK', 'Mei 2027'),
    ]
    const plan = await read(xlsxOf({ 'Pokja 1': sheet('Manajemen Perubahan'), 'Pokja 3': sheet('SDM') }))
    expect(plan.title).toBe('RENCANA AKSI 2027')
    expect(plan.areas.map(({ code }) => code)).toEqual(['MP', 'SDM'])
  })
  test('without a column for them, areas and sub-components stand where the work does', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'INDIKATOR', 'RENCANA AKSI', 'BUKTI', 'WAKTU'],
      row('I', 'MANAJEMEN PERUBAHAN'),
      row('1', 'Tim Kerja'),
      row('a', 'Tim dibentuk', 'Menyusun SK', 'SK', 'Mei 2027'),
      row('b', 'Tim bekerja', 'Rapat', 'Notula', 'Mei 2027'),
      row('2', 'Rencana Pembangunan'),
      row('a', 'Rencana ada', 'Menyusun', 'Dokumen', 'Mei 2027'),
    ])
    expect(plan.areas).toMatchObject([
      { code: 'MP', subComponents: [{ name: 'Tim Kerja' }, { name: 'Rencana Pembangunan' }] },
    ])
    expect(indicators(plan).map(({ text }) => text)).toEqual(['Tim dibentuk', 'Tim bekerja', 'Rencana ada'])
  })
  test.each([
    ['A', 'A.1', 'A.1.a'],
    ['I', 'I.1', 'I.1.1'],
    ['I', '1.', ''],
  ])('a sub-component above its indicators may be numbered %s, %s, %s', async (first, second, third) => {
    const letter = third === '' ? 'a. ' : ''
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      withoutComponents,
      row(first, 'MANAJEMEN PERUBAHAN'),
      row(second, 'Tim Kerja'),
      row(third, `${letter}Tim dibentuk`, 'Menyusun SK', 'SK', 'Mei 2027'),
    ])
    expect(plan.areas).toMatchObject([{ code: 'MP', subComponents: [{ name: 'Tim Kerja' }] }])
    expect(plan.counts.indicators).toBe(1)
  })
  test('"s.d.a." and a quotation mark stand for the cell above', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'AREA', 'INDIKATOR', 'RENCANA AKSI', 'BUKTI', 'WAKTU', 'PIC'],
      row('1', 'Manajemen Perubahan', 'Ada', 'Pilih', 'SK', 'Mei', 'Ketua'),
      row('2', 'sda', 'Aktif', 'Rapat', 'Notula', '"', 's.d.a.'),
      row('3', '"', 'Dinilai', 'Evaluasi', 'Idem', 'sda', 'idem'),
    ])
    expect(plan.areas.map(({ code }) => code)).toEqual(['MP'])
    expect(
      indicators(plan).map(({ evidence, schedules, owner }) => [evidence[0], schedules[0]?.text, owner]),
    ).toEqual([
      ['SK', 'Mei', 'Ketua'],
      ['Notula', 'Mei', 'Ketua'],
      ['Notula', 'Mei', 'Ketua'],
    ])
  })
  test('a dash is nobody', async () => {
    const rows = titled(area, row('1', 'Tim', 'Ada', 'Pilih', 'SK', 'Mei 2027', '-'))
    const plan = await readRows(rows.map(cells => (cells[0] === 'NO' ? [...cells, 'PIC'] : cells)))
    expect(indicators(plan)[0]?.owner).toBeNull()
  })
  test('without a column for sub-components, an indicator whose work is missing stays one', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'INDIKATOR', 'RENCANA AKSI', 'BUKTI', 'WAKTU'],
      row('I', 'MANAJEMEN PERUBAHAN'),
      row('1', 'Tim dibentuk'),
      row('2', 'Tim bekerja', 'Rapat', 'Notula', 'Mei 2027'),
    ])
    expect(indicators(plan).map(({ text }) => text)).toEqual(['Tim dibentuk', 'Tim bekerja'])
  })
  test('a remark below the last row is named, not swallowed', async () => {
    const plan = await readRows([...planRows(), row('', 'Rapat berikutnya membahas anggaran')])
    expect(plan.counts).toMatchObject({ subComponents: 1, evidence: 1 })
    expect(warning(plan, 'rows-ignored')).toMatchObject({
      count: 1,
      text: 'Rapat berikutnya membahas anggaran',
    })
  })
  test('a sub-component may stand in a row of its own', async () => {
    const plan = await readRows(
      titled(area, row('1', 'Tim Kerja'), row('', '', 'Ada', 'Pilih', 'SK', 'Mei 2027')),
    )
    expect(plan.areas[0]?.subComponents).toMatchObject([{ no: 1, name: 'Tim Kerja' }])
    expect(plan.counts.indicators).toBe(1)
  })
  test('columns that hold nothing of a plan are named', async () => {
    const rows = titled(area, row('1', 'Tim', 'Ada', 'Pilih', 'SK', 'Mei 2027', 'Rp5 juta'))
    const plan = await readRows(rows.map(cells => (cells[0] === 'NO' ? [...cells, 'ANGGARAN'] : cells)))
    expect(warning(plan, 'columns-ignored')).toMatchObject({ names: ['ANGGARAN'] })
  })
  test('a beginning and an end in two columns are one window', async () => {
    const heads = ['NO', 'KOMPONEN', 'INDIKATOR', 'LANGKAH AKSI', 'WAKTU MULAI', 'WAKTU SELESAI']
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      heads,
      area,
      row('1', 'Tim', 'Ada', 'Pilih', 'Februari 2027', 'April 2027'),
    ])
    expect(indicators(plan)[0]?.schedules[0]?.windows).toEqual([['2027-02-01', '2027-04-30']])
  })
  test('a schedule merged down holds for every indicator beside it', async () => {
    const rows = titled(
      area,
      row('1', 'Tim', 'Ada', 'Pilih', 'SK', 'Mei 2027'),
      row('', '', 'Aktif', 'Rapat', 'Notula', ''),
    )
    const merged = sheetXml(rows, '<mergeCells><mergeCell ref="F4:F5"/></mergeCells>')
    const plan = await read(zipOf(workbookParts({ A: merged })))
    expect(indicators(plan).map(({ schedules }) => schedules[0]?.text)).toEqual(['Mei 2027', 'Mei 2027'])
  })
})

describe('An indicator over several rows, each with its own action', () => {
  const times = (plan: PlanDocument) => indicators(plan)[0]?.schedules.map(({ text }) => text)
  const rows = (...actions: [string, string][]) =>
    titled(
      area,
      ...actions.map(([action, time], at) =>
        row(at === 0 ? '1' : '', at === 0 ? 'Tim' : '', at === 0 ? 'Ada' : '', action, 'SK', time),
      ),
    )
  test('gives each action the time of its row, also where a row holds two actions', async () => {
    const plan = await readRows(rows(['Pilih', 'Mei'], ['- Susun\n- Cetak', 'Juni']))
    expect(indicators(plan)[0]?.actions).toEqual(['Pilih', 'Susun', 'Cetak'])
    expect(times(plan)).toEqual(['Mei', 'Juni', 'Juni'])
    expect(plan.warnings.filter(({ rowId }) => rowId !== null)).toEqual([])
  })
  test('has a merged time in each row that it covers', async () => {
    const sheet = sheetXml(
      rows(['Pilih', 'Mei'], ['Susun', 'Juni'], ['Cetak', '']),
      '<mergeCells><mergeCell ref="F5:F6"/></mergeCells>',
    )
    expect(times(await read(zipOf(workbookParts({ A: sheet }))))).toEqual(['Mei', 'Juni', 'Juni'])
  })
  test('says that each time holds for each action where they do not pair', async () => {
    const plan = await readRows(rows(['Pilih', 'Mei'], ['Susun', 'Juni\nJuli']))
    expect(times(plan)).toEqual(['Mei', 'Juni', 'Juli'])
    expect(warning(plan, 'schedules-for-all-actions')).toMatchObject({ rowId: 'I.1.1' })
  })
  test('says which action has no time of its own', async () => {
    const plan = await readRows(rows(['Pilih', 'Mei'], ['Susun', '']))
    const found = warning(plan, 'action-without-schedule')
    expect(found).toMatchObject({ rowId: 'I.1.1', action: 'Susun' })
    expect(found && describeWarning(found, 'id')).toContain("'Susun'")
  })
  test('says that times and actions were paired where only their sums are equal', async () => {
    const plan = await readRows(rows(['Pilih', 'Mei\nJuni'], ['- Susun\n- Cetak', 'Juli']))
    expect(codes(plan)).toContain('schedules-paired-across-rows')
  })
  test('keeps the marked months of each row apart', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'KOMPONEN', 'INDIKATOR', 'KEGIATAN', 'Jan', 'Feb', 'Mar'],
      area,
      row('1', 'Tim', 'Ada', 'Pilih', 'x', '', 'x'),
      row('', '', '', 'Susun', '', 'x', ''),
    ])
    expect(times(plan)).toEqual(['Jan 2027, Mar 2027', 'Feb 2027'])
  })
})

describe('Headings', () => {
  test.each([
    [['No', 'Program', 'Kegiatan', 'Data Dukung', 'Jadwal', 'PIC']],
    [['No.', 'Area Perubahan', 'Rencana Aksi', 'Output', 'Waktu Pelaksanaan', 'Penanggung Jawab']],
    [['NO', 'KOMPONEN', 'LANGKAH-LANGKAH', 'EVIDEN', 'TARGET WAKTU', 'PELAKSANA']],
    [['NO', 'AREA', 'REN. AKSI', 'DATDUK', 'WAKTU', 'PJ']],
    [['N o', 'A R E A', 'R E N C A N A  A K S I', 'B U K T I', 'W A K T U', 'P I C']],
    [['No', 'Pokja', 'Rencana Kegiatan', 'Hasil yang diharapkan', 'Target Penyelesaian', 'Pelaksana']],
    [['No', 'Area*', 'Rencana Aksi **)', 'Bukti Fisik (softcopy)', 'Target Waktu (bulan)', 'PIC']],
    [['No', 'Area of Change', 'Action Plan', 'Supporting Documents', 'Due Date', 'Person in Charge']],
    [['No', 'Area Perubahan', 'Program Kerja', 'Output', 'Waktu', 'Penanggung jawab (PIC)']],
  ])('%j are understood', async heads => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      heads,
      row('1', 'Penguatan Pengawasan', 'Memasang poster', 'Foto', 'Mei 2027', 'Ketua UPG'),
    ])
    expect(plan.areas[0]?.code).toBe('PW')
    expect(indicators(plan)[0]).toMatchObject({
      actions: ['Memasang poster'],
      evidence: ['Foto'],
      owner: 'Ketua UPG',
    })
    expect(codes(plan)).toContain('indicator-column-missing')
  })
  test('a "Program" that repeats the name of its area makes no sub-component', async () => {
    const rows = ['Manajemen Perubahan', 'Manajemen Perubahan', 'SDM', 'Manajemen Perubahan']
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['No', 'Program', 'Kegiatan', 'Keluaran', 'Waktu'],
      ...rows.map((program, at) => row(String(at + 1), program, `Rapat ${at}`, 'Notula', 'Mei 2027')),
    ])
    expect(
      plan.areas.map(({ code, subComponents }) => [code, ...subComponents.map(sub => sub.indicators.length)]),
    ).toEqual([
      ['MP', 3],
      ['SDM', 1],
    ])
  })
  test('"Target" alone is the target time where it holds times and nothing else does', async () => {
    const plan = (...targets: string[]) =>
      readRows([
        ['RENCANA AKSI 2027'],
        ['No', 'Area', 'Kegiatan', 'Output', 'Target', 'PIC'],
        ...targets.map((target, at) =>
          row('1', 'Manajemen Perubahan', `Rapat ${at}`, 'Notula', target, 'Ketua'),
        ),
      ])
    const times = await plan('Maret 2027', 'TW II')
    expect(indicators(times).map(({ schedules }) => schedules[0]?.dates)).toEqual([
      ['2027-03-31'],
      ['2027-06-30'],
    ])
    expect(codes(times)).toContain('target-read-as-schedule')
    const quantities = await plan('2 dokumen', '1')
    expect(codes(quantities)).toContain('schedule-column-missing')
    expect(warning(quantities, 'columns-ignored')).toMatchObject({ names: ['Target'] })
  })
  test('years side by side below the heading of the target time belong to the cells below them', async () => {
    const sheet = sheetXml(
      [
        ['RENCANA AKSI'],
        ['No', 'Area', 'Kegiatan', 'Output', 'Waktu Pelaksanaan', '', 'PIC'],
        ['', '', '', '', '2026', '2027'],
        row('1', 'Manajemen Perubahan', 'Rapat', 'Notula', 'Maret', 'April', 'Ketua'),
        row('2', '', 'Evaluasi', 'Laporan', '', 'Mei', 'Ketua'),
      ],
      '<mergeCells><mergeCell ref="E2:F2"/></mergeCells>',
    )
    const plan = await read(zipOf(workbookParts({ A: sheet })), 'rencana.xlsx', { year: 2027 })
    expect(indicators(plan).flatMap(({ schedules }) => schedules)).toMatchObject([
      { text: 'Maret 2026, April 2027', dates: ['2027-04-30'] },
      { text: 'Mei 2027', dates: ['2027-05-31'] },
    ])
    expect(warning(plan, 'schedule-ambiguous')).toMatchObject({ rowId: 'I.1.1' })
  })
  test('"Sasaran" beside "Indikator Kinerja" is what the indicators are about', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'SASARAN', 'INDIKATOR KINERJA', 'RENCANA AKSI', 'OUTPUT', 'WAKTU'],
      area,
      row('1', 'Tim yang bekerja', 'Tim dibentuk', 'Menyusun SK', 'SK', 'Mei 2027'),
    ])
    expect(plan.areas[0]?.subComponents[0]?.name).toBe('Tim yang bekerja')
    expect(indicators(plan)[0]?.text).toBe('Tim dibentuk')
  })
  test('a heading may have one letter wrong', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      [
        'NO',
        'AREA PERUBAHAN',
        'INDIKAOR',
        'RENCAN AKSI',
        'BUKTI DUKUNG',
        'WAKTU PELAKSANAN',
        'PENANGUNG JAWAB',
      ],
      row('1', 'Manajemen Perubahan', 'Ada', 'Pilih', 'SK', 'Mei', 'Ketua'),
    ])
    expect(indicators(plan)).toMatchObject([
      { text: 'Ada', actions: ['Pilih'], evidence: ['SK'], owner: 'Ketua' },
    ])
    expect(plan.warnings).toEqual([])
  })
  test.each(['TANGGAL PELAKSANAAN', 'PELAKSANAAN'])(
    'a target time is read, not "%s" before it',
    async heading => {
      const plan = await readRows([
        ['RENCANA AKSI 2027'],
        ['NO', 'AREA', 'RENCANA AKSI', heading, 'TARGET WAKTU', 'BUKTI'],
        row('1', 'Manajemen Perubahan', 'Pilih', '2 April 2027', 'Maret', 'SK'),
      ])
      expect(indicators(plan)[0]?.schedules.map(({ dates }) => dates)).toEqual([['2027-03-31']])
      expect(warning(plan, 'columns-ignored')).toMatchObject({ names: [heading] })
    },
  )
  test('what stands in a column without a heading is said not to be read', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'AREA', 'RENCANA AKSI', '', 'BUKTI', 'WAKTU'],
      row('1', 'Manajemen Perubahan', 'a.', 'Menyusun SK', 'SK', 'Mei'),
      [],
      row('', '', '', '', '', '', 'Mekar Sari, 4 Januari 2027'),
    ])
    expect(warning(plan, 'columns-ignored')).toMatchObject({ names: ['D'] })
  })
  test('headings below others that are not merged are no row of the plan', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'AREA', 'RENCANA AKSI', 'TARGET', '', 'WAKTU', '', 'ANGGARAN', 'BUKTI'],
      ['', '', '', 'Vol', 'Satuan', 'Mulai', 'Selesai', '(Rp)', ''],
      row('1', 'Manajemen Perubahan', 'Pilih', '2', 'kali', 'Januari', 'Maret', '1.000', 'SK'),
    ])
    expect(indicators(plan)).toHaveLength(1)
    expect(indicators(plan)[0]?.schedules[0]?.windows).toEqual([['2027-01-01', '2027-03-31']])
  })
  test('people below one heading that is not merged make no row of the plan', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'AREA', 'RENCANA AKSI', 'BUKTI', 'WAKTU', 'PIC', '', ''],
      ['', '', '', '', '', 'Koordinator', 'Anggota', 'Pengarah'],
      row('1', 'Manajemen Perubahan', 'Pilih', 'SK', 'Mei', 'Budi', 'Ani', 'Sri'),
    ])
    expect(indicators(plan)).toMatchObject([{ text: 'Pilih', owner: 'Budi' }])
    expect(warning(plan, 'columns-ignored')).toMatchObject({ names: ['Anggota', 'Pengarah'] })
  })
  test('a beginning without an end is no due date, which is said', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'KOMPONEN', 'INDIKATOR', 'RENCANA AKSI', 'MULAI', 'SELESAI'],
      area,
      row('1', 'Tim', 'Ada', 'Pilih', 'Februari', ''),
      row('', '', 'Aktif', 'Rapat', '', 'April'),
    ])
    expect(indicators(plan).map(({ schedules }) => schedules[0]?.dates)).toEqual([[], ['2027-04-30']])
    expect(warning(plan, 'schedule-ambiguous')).toMatchObject({ rowId: 'I.1.1' })
  })
  test('people and documents in columns below one heading are one each', async () => {
    const rows = [
      ['RENCANA AKSI 2027'],
      ['NO', 'AREA', 'RENCANA AKSI', 'BUKTI DUKUNG', '', 'WAKTU', 'PENANGGUNG JAWAB', ''],
      ['', '', '', 'Utama', 'Lain', '', 'Utama', 'Pendukung'],
      row('1', 'Manajemen Perubahan', 'Pilih', 'SK', 'Foto', 'Mei', 'Sekretaris', 'Bagian Umum'),
    ]
    const merges = '<mergeCells><mergeCell ref="D2:E2"/><mergeCell ref="G2:H2"/></mergeCells>'
    const plan = await read(zipOf(workbookParts({ A: sheetXml(rows, merges) })))
    expect(indicators(plan)[0]).toMatchObject({ evidence: ['SK', 'Foto'], owner: 'Sekretaris; Bagian Umum' })
  })
  test('an area is where its heading says, also behind its components', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['PIC', 'WAKTU', 'RENCANA AKSI', 'INDIKATOR', 'KOMPONEN', 'AREA'],
      row('Ketua', 'Mei', 'Pilih', 'Ada', 'Tim', 'Manajemen Perubahan'),
    ])
    expect(plan.areas).toMatchObject([{ code: 'MP', subComponents: [{ name: 'Tim' }] }])
  })
  test('"Mulai" and "Selesai" alone are a beginning and an end', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'KOMPONEN', 'INDIKATOR', 'RENCANA AKSI', 'MULAI', 'SELESAI'],
      area,
      row('1', 'Tim', 'Ada', 'Pilih', 'Februari 2027', 'April 2027'),
    ])
    expect(indicators(plan)[0]?.schedules[0]?.windows).toEqual([['2027-02-01', '2027-04-30']])
  })
  test.each([
    ['merged over its columns', '<mergeCells><mergeCell ref="E2:F2"/><mergeCell ref="G2:H2"/></mergeCells>'],
    ['not merged', ''],
  ])('what was done is no target, where its heading is %s', async (_, merges) => {
    const target = ['TARGET WAKTU', '', 'Januari', 'Maret']
    const done = ['REALISASI', '', 'Februari', 'April']
    for (const sides of [
      [target, done],
      [done, target],
    ])
      await expectTarget(sides, merges)
  })
  async function expectTarget(sides: readonly (readonly string[])[], merges: string) {
    const beside = (from: number) => sides.flatMap(side => side.slice(from, from + 2))
    const rows = [
      ['RENCANA AKSI 2027'],
      ['NO', 'AREA', 'INDIKATOR', 'RENCANA AKSI', ...beside(0), 'PIC'],
      ['', '', '', '', 'Mulai', 'Selesai', 'Mulai', 'Selesai'],
      row('1', 'Manajemen Perubahan', 'Ada', 'Pilih', ...beside(2), 'Ketua'),
    ]
    const plan = await read(zipOf(workbookParts({ A: sheetXml(rows, merges) })))
    expect(indicators(plan)[0]?.schedules[0]?.windows).toEqual([['2027-01-01', '2027-03-31']])
    expect(indicators(plan)[0]?.owner).toBe('Ketua')
    expect(warning(plan, 'columns-ignored')).toBeDefined()
  }
  test.each([
    ['behind the target', ['Rencana', 'Realisasi'], ['Maret', 'Juni'], 'merged'],
    ['before the target', ['Realisasi', 'Rencana'], ['Juni', 'Maret'], 'merged'],
    ['before the target', ['Realisasi', 'Rencana'], ['Juni', 'Maret'], 'not merged'],
  ])(
    'what was done is no target, below one heading of times %s: %s, %s, %s',
    async (_, names, times, how) => {
      const rows = [
        ['RENCANA AKSI 2027'],
        ['NO', 'AREA', 'INDIKATOR', 'RENCANA AKSI', 'WAKTU', '', 'PIC'],
        ['', '', '', '', ...names],
        row('1', 'Manajemen Perubahan', 'Ada', 'Pilih', ...times, 'Ketua'),
      ]
      const merges = how === 'merged' ? '<mergeCells><mergeCell ref="E2:F2"/></mergeCells>' : ''
      const plan = await read(zipOf(workbookParts({ A: sheetXml(rows, merges) })))
      expect(indicators(plan)[0]?.schedules.map(({ dates }) => dates)).toEqual([['2027-03-31']])
      expect(warning(plan, 'columns-ignored')).toMatchObject({ names: ['Realisasi'] })
    },
  )
  test('what was done is no evidence either, where its heading is not merged', async () => {
    const rows = [
      ['RENCANA AKSI 2027'],
      ['NO', 'AREA', 'INDIKATOR', 'RENCANA AKSI', 'REALISASI', '', 'RENCANA', '', 'P.I.C.'],
      ['', '', '', '', 'Waktu', 'Bukti', 'Waktu', 'Bukti'],
      row('1', 'Manajemen Perubahan', 'Ada', 'Pilih', 'April', 'Foto', 'Maret', 'SK Tim', 'Ketua'),
    ]
    const plan = await readRows(rows)
    expect(indicators(plan)[0]).toMatchObject({ evidence: ['SK Tim'], owner: 'Ketua' })
    expect(indicators(plan)[0]?.schedules.map(({ dates }) => dates)).toEqual([['2027-03-31']])
  })
  test.each([
    [['Indikator Keluaran', 'Eviden']],
    [['Eviden', 'Indikator Output']],
    [['Tolok Ukur', 'Keluaran']],
    [['Ukuran Keberhasilan', 'Output']],
  ])('an indicator of output is one where other evidence is asked for: %s', async names => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'KELOMPOK KERJA', 'TAHAPAN KEGIATAN', ...names, 'TGL PELAKSANAAN', 'P.J.'],
      row('1', 'Manajemen Perubahan', 'Pilih', ...names.map(name => `isi ${name}`), 'Maret', 'Ketua'),
    ])
    const evidence = names.find(name => /eviden|^keluaran|^output/i.test(name))
    expect(indicators(plan)).toMatchObject([
      {
        text: `isi ${names.find(name => name !== evidence)}`,
        actions: ['Pilih'],
        evidence: [`isi ${evidence}`],
        owner: 'Ketua',
      },
    ])
  })
  test('an indicator of output alone is the evidence asked for', async () => {
    const plan = await readRows([
      ['RENCANA AKSI 2027'],
      ['NO', 'AREA', 'RENCANA AKSI', 'INDIKATOR OUTPUT', 'WAKTU'],
      row('1', 'Manajemen Perubahan', 'Pilih', 'SK Tim', 'Maret'),
    ])
    expect(indicators(plan)).toMatchObject([{ text: 'Pilih', evidence: ['SK Tim'] }])
  })
  test('months may be named, numbered, quartered or halved', async () => {
    const heads = (...names: string[]) => ['NO', 'KOMPONEN', 'INDIKATOR', 'KEGIATAN', ...names]
    const marked = (at: number, of: number) => Array.from({ length: of }, (_, n) => (n === at ? 'x' : ''))
    const dates = async (names: string[], at: number) => {
      const rows = [
        ['RENCANA AKSI 2027'],
        heads(...names),
        area,
        row('1', 'Tim', 'Ada', 'Pilih', ...marked(at, names.length)),
      ]
      return indicators(await readRows(rows))[0]?.schedules.flatMap(schedule => schedule.dates)
    }
    const numbers = Array.from({ length: 12 }, (_, at) => String(at + 1))
    expect(await dates('Jan Peb Mrt Apr Mei Jun Jul Ags Sept Okt Nop Des'.split(' '), 10)).toEqual([
      '2027-11-30',
    ])
    expect(
      await dates(
        'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
        1,
      ),
    ).toEqual(['2027-02-28'])
    expect(await dates(numbers, 2)).toEqual(['2027-03-31'])
    expect(await dates([...'JFMAMJJASOND'], 4)).toEqual(['2027-05-31'])
    expect(await dates(['TW I', 'TW II', 'TW III', 'TW IV'], 1)).toEqual(['2027-06-30'])
    expect(await dates(['Semester I', 'Semester II'], 1)).toEqual(['2027-12-31'])
  })
})

describe('Word documents', () => {
  const rowXml = (text: string) =>
    tableXml([[...planHeads], [...area, '', '', '', ''], ['1', 'Tim', 'Ada', 'Pilih', text, 'Mei 2027']])
  test('what was deleted with tracked changes is not read, what was inserted is', async () => {
    const tracked = rowXml('SK').replace(
      '<w:r><w:t>SK</w:t></w:r>',
      '<w:del><w:r><w:delText>Lama</w:delText></w:r></w:del><w:ins><w:r><w:t>Baru</w:t></w:r></w:ins>',
    )
    const plan = await read(docxOf(tracked), 'rencana.docx')
    expect(indicators(plan)[0]?.evidence).toEqual(['Baru'])
    expect(codes(plan)).toContain('tracked-deletions')
  })
  test('macros are ignored, and it is said', async () => {
    const document = `<w:document xmlns:w="w"><w:body>${rowXml('SK')}</w:body></w:document>`
    const plan = await read(
      zipOf({ 'word/document.xml': document, 'word/vbaProject.bin': 'x' }),
      'rencana.docm',
    )
    expect(codes(plan)).toContain('macros-ignored')
  })
  test('another table beside the plan is left alone', async () => {
    const team = tableXml([
      ['NO', 'NAMA', 'JABATAN'],
      ['1', 'Budi', 'Ketua'],
    ])
    const plan = await read(docxOf(team + rowXml('SK')), 'rencana.docx')
    expect(plan.counts.indicators).toBe(1)
    expect(plan.title).toBe('')
    expect(warning(plan, 'year-from-schedules')?.place).toEqual({ kind: 'table-row', table: 2, row: 1 })
  })
})

describe('Text files', () => {
  const line = (cells: readonly unknown[]) => cells.join(';')
  const text = `${[...planRows().slice(0, 4), row('1', 'Tim', 'Tim ada', 'Pilih', 'SK', 'Mei 2027')].map(line).join('\r\n')}\r\n`
  test.each([
    ['UTF-16, the low byte first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the high byte first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('%s, as a spreadsheet writes "Unicode Text", is read', async (_, content) => {
    const plan = await read(new Uint8Array(content), 'rencana.csv')
    expect(indicators(plan)[0]).toMatchObject({ text: 'Tim ada', evidence: ['SK'] })
  })
})

test('a line of text with more cells than headings is said to have shifted', async () => {
  const content = `No,Area,Rencana Aksi,Output,Waktu,PIC
1,Manajemen Perubahan,Rapat,Notula,Maret, 2027,
2,,Evaluasi,Laporan,"April, Mei",Ketua
`
  const plan = await read(new Uint8Array(Buffer.from(content)), 'rencana.csv', { year: 2027 })
  const shifted = plan.warnings.filter(({ code }) => code === 'row-longer-than-headings')
  expect(shifted).toMatchObject([{ rowId: 'I.1.1', place: { kind: 'line', line: 2 } }])
})

test('separators that end every line are no shift', async () => {
  const content = `No;Area;Rencana Aksi;Output;Waktu;PIC
1;Manajemen Perubahan;Rapat;Notula;Maret;Ketua;
2;;Evaluasi;Laporan;April;Ketua;
`
  const plan = await read(new Uint8Array(Buffer.from(content)), 'rencana.csv', { year: 2027 })
  expect(plan.warnings.map(({ code }) => code)).not.toContain('row-longer-than-headings')
})

test('"Rencana Aksi" beside "Kegiatan" and an indicator is what is done', async () => {
  const content = `No;Indikator;Kegiatan;Rencana Aksi;Output;Waktu
1;Tim ada;Pembentukan;Memilih anggota;SK;Maret
`
  const plan = await read(new Uint8Array(Buffer.from(content)), 'rencana.csv', { year: 2027 })
  expect(indicators(plan)[0]).toMatchObject({ text: 'Tim ada', actions: ['Memilih anggota'] })
  expect(plan.warnings.map(({ code }) => code)).toContain('columns-ignored')
})

test('a line of a hundred thousand columns is read as far as a plan goes', async () => {
  const wide = `NO;KOMPONEN;INDIKATOR;RENCANA AKSI;BUKTI;WAKTU${';x'.repeat(100_000)}`
  const content = Buffer.from(`${wide}\n1;Tim;Tim ada;Pilih;SK;Mei 2027\n`)
  expect(indicators(await read(new Uint8Array(content), 'rencana.csv'))[0]?.text).toBe('Tim ada')
})

describe('Pages of a PDF', () => {
  const lines = [
    'RENCANA AKSI 2027',
    'NO|KOMPONEN|INDIKATOR|RENCANA AKSI|BUKTI|WAKTU',
    'I|MANAJEMEN PERUBAHAN',
    '1|Tim|Tim ada|Pilih tim|SK tim|Mei 2027',
    '2|Rencana|Rencana ada|Susun|Dokumen|Juni 2027',
  ]
  const drawing = lines
    .flatMap((line, row) =>
      line
        .split('|')
        .map((cell, at) => `BT /F1 8 Tf 1 0 0 1 ${30 + at * 90} ${500 - row * 30} Tm (${cell}) Tj ET`),
    )
    .join('\n')
  test.each([
    ['upright', ''],
    ['turned to the left', '0 1 -1 0 595 0 cm'],
    ['turned to the right', '0 -1 1 0 0 842 cm'],
    ['upside down', '-1 0 0 -1 595 842 cm'],
  ])('are read %s', async (_, turn) => {
    const plan = await read(pdfOf(`q ${turn}\n${drawing}\nQ`), 'rencana.pdf')
    expect(indicators(plan).map(({ text, evidence }) => [text, evidence[0]])).toEqual([
      ['Tim ada', 'SK tim'],
      ['Rencana ada', 'Dokumen'],
    ])
  })
})

describe('Cost', () => {
  test('five thousand rows are read whole', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) =>
      row(
        at % 10 === 0 ? String(at / 10 + 1) : '',
        at % 10 === 0 ? `Komponen ${at}` : '',
        `Indikator ${at}`,
        'Susun',
        'Dokumen',
        'Mei 2027',
      ),
    )
    expect((await readRows(titled(area, ...rows))).counts).toMatchObject({
      subComponents: 500,
      indicators: 5_000,
    })
  })
})
