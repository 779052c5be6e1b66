import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { type GridFile, readTableIsolated } from '../../plan/read/index.ts'
import { readPeople } from './read-people.ts'

async function grid(name: string, bytes: Uint8Array): Promise<GridFile> {
  const read = await readTableIsolated({ name, bytes })
  if (!read.ok) throw new Error(read.problem.kind)
  return read.value
}
const csv = (text: string) => grid('pegawai.csv', new TextEncoder().encode(text))
async function workbook(rows: (string | number)[][]) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Pegawai').addRows(rows)
  return grid('pegawai.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
}
const faultsOf = (file: GridFile) => {
  const read = readPeople(file)
  return read.ok ? read.value.faults.map(({ row, fault }) => [row, fault.kind]) : read.problem
}

describe('reading a list of employees', () => {
  test('headings are found by their synonyms, wherever the table starts and in whatever order', async () => {
    const file = await csv(
      [
        'DAFTAR PEGAWAI;;;;;',
        ';;;;;',
        'No;Surel Dinas;Nama Pegawai;NIP;Nama Jabatan;Gol. Ruang;Unit Kerja',
        "1;Ani@Contoh.go.id;Ani Lestari;'19800101 200501 2 001;Analis;III/c;Sekretariat",
        ';;;;;',
        '2;;Budi;-;;;',
      ].join('\n'),
    )
    const read = readPeople(file)
    expect(read.ok && read.value.rows).toEqual([
      {
        row: 4,
        name: 'Ani Lestari',
        nip: '198001012005012001',
        position: 'Analis',
        rank: 'III/c',
        email: 'ani@contoh.go.id',
        unit: 'Sekretariat',
      },
      { row: 6, name: 'Budi', nip: null, position: null, rank: null, email: null, unit: null },
    ])
    expect(read.ok && read.value.faults).toEqual([])
  })

  test('a NIP that a workbook keeps as a number has lost its end, and is told apart from one kept as text', async () => {
    const file = await workbook([
      ['Nama', 'NIP'],
      ['Ani', '198001012005012001'],
      ['Budi', Number('198001012005012002')],
    ])
    expect(faultsOf(file)).toEqual([[3, 'nip-number']])
  })

  test('in a CSV a lost NIP shows as a power of ten or by the zeros at its end', async () => {
    const file = await csv('Nama;NIP\nAni;1,98001E+17\nBudi;1.98001E+17\nCitra;198001012005012000')
    expect(faultsOf(file)).toEqual([
      [2, 'nip-number'],
      [3, 'nip-number'],
      [4, 'nip-number'],
    ])
  })

  test('each mistake of a row is named with its row', async () => {
    const file = await csv(
      [
        'Nama;NIP;Email',
        ';198001012005012001;a@contoh.go.id',
        'Budi;12345;b@contoh.go.id',
        'Citra;198001012005012001;c@contoh',
        'Dewi;;a@contoh.go.id',
      ].join('\n'),
    )
    expect(faultsOf(file)).toEqual([
      [2, 'name-missing'],
      [3, 'nip-form'],
      [4, 'nip-twice'],
      [4, 'email-form'],
      [5, 'email-twice'],
    ])
  })

  test('a list of two columns is read whatever separates them', async () => {
    for (const separator of [',', ';', '\t'])
      expect(
        faultsOf(await csv(['Nama,Email', 'Ani,ani@contoh.go.id'].join('\n').replaceAll(',', separator))),
      ).toEqual([])
  })

  test('a file without the headings, with one twice, without rows or with too many says so', async () => {
    expect(faultsOf(await csv('a;b;c\n1;2;3'))).toEqual({ kind: 'no-headings' })
    expect(faultsOf(await csv('Nama;NIP;Nama\nAni;;Ani'))).toEqual({ kind: 'heading-twice', column: 'name' })
    expect(faultsOf(await csv('Nama;NIP;Email\n'))).toEqual({ kind: 'no-rows' })
    const many = ['Nama;NIP;Email', ...Array.from({ length: 5001 }, (_, n) => `Orang ${n};;`)].join('\n')
    expect(faultsOf(await csv(many))).toEqual({ kind: 'too-many-people', limit: 5000 })
  })
})
