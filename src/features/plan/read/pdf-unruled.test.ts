import { describe, expect, test } from 'vitest'
import type { PageContent, TextRun } from './pdf-page.ts'
import { unruledRows } from './pdf-unruled.ts'
import { Refusal } from './problem.ts'

const pitch = 10
const columns = [20, 50, 150, 300, 450, 600]

/** The lines of one cell from the top down, 8 points high, five points a letter. */
const cell = (column: number, y: number, ...lines: string[]): TextRun[] =>
  lines.map((text, at) => ({
    text,
    x: columns[column] ?? 0,
    y: y + at * pitch,
    width: text.length * 5,
    size: 8,
  }))

const heads = ['NO', 'KOMPONEN', 'INDIKATOR', 'LANGKAH AKSI', 'BUKTI FISIK', 'TARGET WAKTU'].flatMap(
  (head, column) => cell(column, 50, head),
)

const page = (...runs: TextRun[][]): PageContent => ({
  width: 800,
  height: 600,
  lines: [],
  fills: [],
  words: runs.flat(),
})

const read = (...pages: PageContent[]) =>
  unruledRows('rencana.pdf', pages).flatMap(({ rows }) =>
    rows.map(({ cells, loose }) => [
      ...(loose ? ['loose'] : []),
      ...cells.filter(({ text }) => text !== '').map(({ text }) => text.replace(/[\n\u2028]/g, ' ')),
    ]),
  )

const refusal = (...pages: PageContent[]) => {
  try {
    return read(...pages)
  } catch (error) {
    return error instanceof Refusal ? error.problem : error
  }
}

const area = [cell(0, 60, 'I'), cell(1, 60, 'MANAJEMEN PERUBAHAN')]
const first = [
  cell(0, 70, '1'),
  cell(1, 70, 'Tim Kerja'),
  cell(2, 70, 'Tim dibentuk lewat', 'pemilihan terbuka'),
  cell(3, 70, 'Menyusun tata cara'),
  cell(4, 70, 'Tata cara', 'pemilihan'),
  cell(5, 70, 'Januari 2027'),
]
const second = [
  cell(2, 90, 'Tim bertemu'),
  cell(3, 90, 'Rapat tim'),
  cell(4, 90, 'Notula'),
  cell(5, 90, 'Tiap bulan'),
]
const third = [
  cell(0, 100, '2'),
  cell(1, 100, 'Rencana'),
  cell(2, 100, 'Rencana memuat', 'sasaran'),
  cell(3, 100, 'Menyusun', 'rencana'),
  cell(4, 100, 'Dokumen'),
  cell(5, 100, 'Mei 2027'),
]
const rows = [
  ['I', 'MANAJEMEN PERUBAHAN'],
  [
    '1',
    'Tim Kerja',
    'Tim dibentuk lewat pemilihan terbuka',
    'Menyusun tata cara',
    'Tata cara pemilihan',
    'Januari 2027',
  ],
  ['Tim bertemu', 'Rapat tim', 'Notula', 'Tiap bulan'],
  ['2', 'Rencana', 'Rencana memuat sasaran', 'Menyusun rencana', 'Dokumen', 'Mei 2027'],
]

describe('A table without rules', () => {
  test('has its rows though they stand as close as the lines of a cell', () => {
    expect(read(page(heads, ...area, ...first, ...second, ...third)).slice(1)).toEqual(rows)
  })

  test('has its rows when the file draws line after line', () => {
    const runs = [heads, ...area, ...first, ...second, ...third].flat()
    expect(read(page(runs.sort((a, b) => a.y - b.y || a.x - b.x))).slice(1)).toEqual(rows)
  })

  test('has its rows when short cells stand in the middle of tall ones', () => {
    const tall = [
      cell(2, 80, 'Tim dibentuk'),
      cell(3, 70, 'Menyusun tata cara', 'Memilih anggota', 'Menetapkan tim'),
      cell(4, 75, 'Tata cara', 'SK tim'),
      cell(5, 80, 'Mei 2027'),
    ]
    const next = [
      cell(2, 102, 'Tim bertemu'),
      cell(3, 102, 'Rapat'),
      cell(4, 102, 'Notula'),
      cell(5, 102, 'Juni 2027'),
    ]
    expect(read(page(heads, ...area, ...tall, ...next)).slice(2)).toEqual([
      ['Tim dibentuk', 'Menyusun tata cara Memilih anggota Menetapkan tim', 'Tata cara SK tim', 'Mei 2027'],
      ['Tim bertemu', 'Rapat', 'Notula', 'Juni 2027'],
    ])
  })

  test('begins a component with the first row that its cell is merged over, wherever the name stands', () => {
    const row = (y: number, name: string) => [
      cell(2, y, name, 'yang baik'),
      cell(3, y, 'Rapat'),
      cell(4, y, 'Notula'),
      cell(5, y, 'Mei 2027'),
    ]
    const four = [70, 100, 130, 160].flatMap((y, at) => row(y, `Hal ${at + 1}`))
    const merged = [cell(1, 90, 'Tim Kerja'), cell(1, 150, 'Rencana')]
    expect(
      read(page(heads, ...area, ...merged, ...four))
        .slice(2)
        .map(([name]) => name),
    ).toEqual(['Tim Kerja', 'Hal 2 yang baik', 'Rencana', 'Hal 4 yang baik'])
  })

  test('keeps apart the words of two cells that one run holds', () => {
    const joined = [{ text: '2 Rencana', x: 20, y: 70, width: 65, size: 8 }]
    const more = [cell(0, 100, '3'), cell(1, 100, 'Tim'), cell(2, 100, 'Tim ada'), cell(5, 100, 'Mei 2027')]
    const found = read(page(heads, joined, cell(2, 70, 'Rencana ada'), cell(5, 70, 'Mei 2027'), ...more))
    expect(found[1]).toEqual(['2', 'Rencana', 'Rencana ada', 'Mei 2027'])
  })

  test('goes on without headings, and without the headers and footers of its pages', () => {
    const footer = (number: number) => cell(2, 550, `Halaman ${number} dari 2`)
    const found = read(page(heads, ...area, ...first, footer(1)), page(...third, footer(2)))
    expect(found.slice(1)).toEqual([rows[0], rows[1], rows[3]])
  })
})

describe('A print that has lost part of the table is refused', () => {
  const low = (lines: string[]) =>
    Array.from({ length: 8 }, (_, at) => [
      cell(2, 70 + at * pitch * 1.5, ...lines.map(line => `${line} ${at}`)),
      cell(5, 70 + at * pitch * 1.5, 'Mei 2027'),
    ]).flat()

  test('where its rows are printed over one another', () => {
    expect(refusal(page(heads, ...low(['Tim dibentuk lewat', 'pemilihan', 'terbuka'])))).toMatchObject({
      kind: 'overprinted',
      place: { page: 1 },
    })
  })

  const oneLine = (ending: (at: number) => string) =>
    Array.from({ length: 24 }, (_, at) => [
      cell(2, 70 + at * 15, `Tim dibentuk lewat ${ending(at)}`),
      cell(3, 70 + at * 15, `Menyusun tata cara ${ending(at)}`),
      cell(5, 70 + at * 15, 'Mei 2027'),
    ]).flat()
  const whole = (at: number) => `${at}${'y'.repeat(at % 3)}`

  test('where its rows show the first line of their cells alone, for some end in the middle of a sentence', () => {
    const cut = oneLine(at => (at % 6 === 0 ? 'dan' : whole(at)))
    expect(refusal(page(heads, ...cut))).toMatchObject({ kind: 'overprinted' })
  })

  test('but not where columns are as wide as their texts, which are whole', () => {
    expect(refusal(page(heads, ...oneLine(whole)))).toHaveLength(25)
  })

  test('where a column stands on pages of its own', () => {
    const [, , indicator, action, evidence] = first
    const [date] = [cell(0, 50, 'TARGET WAKTU'), cell(0, 70, 'Mei 2027')]
    const five = heads.slice(0, 5)
    expect(
      refusal(page(five, ...area, indicator ?? [], action ?? [], evidence ?? []), page(date ?? [])),
    ).toMatchObject({ kind: 'columns-apart', heading: 'TARGET WAKTU', place: { page: 2 } })
  })
})
