import type ExcelJS from 'exceljs'
import type { Instrument } from '../../../core/instrument/instrument.ts'
import type { Filled } from './cell-edits.ts'
import { officialSubItem, type Standing } from './formulas.ts'

/** How Zona counts where the official formulas count otherwise, and both figures side by side, living. */
export function addNoteSheet(
  book: ExcelJS.Workbook,
  instrument: Instrument,
  { figures }: Filled,
  at: Standing & { readonly sheet: string },
): void {
  const sheet = book.addWorksheet('Catatan', {
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
  })
  for (const [column, width] of [
    ['A', 12],
    ['B', 60],
    ['C', 14],
    ['D', 22],
    ['E', 16],
  ] as const)
    sheet.getColumn(column).width = width
  sheet.addRow(['Cara menghitung'])
  for (const text of [
    'Pertanyaan yang belum dijawab bernilai nol. Rumus resmi melewatinya, sehingga nilai bagian itu tampak lebih tinggi selama belum lengkap.',
    'Laporan harta kekayaan dihitung sebagai LHKPN ditambah laporan non-LHKPN. Rumus resmi mengalikan LHKPN dengan dua dan tidak memakai non-LHKPN.',
    'Rasio tanpa pembagi mengikuti aturan yang dipilih instansi; rumus resmi menampilkan galat.',
    'Kolom Nilai di samping jawaban TPI memakai jawaban TPI bila terisi, kalau tidak jawaban unit.',
    'Ambang diputuskan Zona dengan hitungan tepat; lembar ini membandingkan sampai sembilan desimal.',
  ])
    sheet.addRow(['', text])
  for (let row = 2; row <= 6; row += 1)
    sheet.getCell(`B${row}`).alignment = { wrapText: true, vertical: 'top' }
  sheet.addRow([])
  sheet.addRow(['Kode', 'Bagian', 'Zona', 'Cara buku kerja resmi', 'Selisih'])
  const first = sheet.rowCount + 1
  for (const { code, title } of instrument.pillars.flatMap(({ areas }) =>
    areas.flatMap(one => one.subItems),
  )) {
    const subItem = instrument.pillars
      .flatMap(({ areas }) => areas.flatMap(({ subItems }) => subItems))
      .find(one => one.code === code)
    const own = at.rowOf(`sub-item:${code}`)
    const official = subItem ? officialSubItem(subItem, at, at.sheet) : null
    if (own === null || official === null) continue
    const right = Number(figures.score.subItems[code]?.score ?? 0)
    const other = figures.workbook.differs.find(one => one.code === code)
    const shown = other === undefined ? right : other.score === null ? '#' : Number(other.score)
    const row = sheet.rowCount + 1
    sheet.addRow([
      code,
      title.id,
      { formula: `${at.sheet}!${at.value}${own}`, result: right },
      { formula: official, result: shown },
      {
        formula: `IF(ISNUMBER(D${row}),C${row}-D${row},"#")`,
        result: typeof shown === 'number' ? right - shown : '#',
      },
    ])
  }
  const last = sheet.rowCount
  const { total } = figures.workbook
  const score = Number(figures.score.total)
  const row = last + 1
  sheet.addRow([
    '',
    'Nilai total',
    { formula: `SUM(C${first}:C${last})`, result: score },
    {
      formula: `IF(COUNT(D${first}:D${last})=${last - first + 1},SUM(D${first}:D${last}),"#")`,
      result: total === null ? '#' : Number(total),
    },
    {
      formula: `IF(ISNUMBER(D${row}),C${row}-D${row},"#")`,
      result: total === null ? '#' : score - Number(total),
    },
  ])
  for (const bold of [1, first - 1, row]) sheet.getRow(bold).font = { bold: true }
  for (const column of 'CDE') {
    sheet.getColumn(column).numFmt = '0.00'
    sheet.getColumn(column).alignment = { horizontal: 'right' }
  }
  sheet.addRow([])
  sheet.addRow(['', '# : rumus resmi menghasilkan galat pada bagian ini.'])
}
