import ExcelJS from 'exceljs'
import { bulleted, exampleAreas, exampleTitle } from './example-plan.ts'

const monthHeads = ['Jan', 'Peb', 'Mrt', 'Apr', 'Mei', 'Juni', 'Juli', 'Agt', 'Sept', 'Okt', 'Nop', 'Des']
const signs = ['√', 'v', 'x', '●', '✓']
const fixed = new Date(Date.UTC(2026, 10, 24))

function workbook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook()
  Object.assign(book, { created: fixed, modified: fixed, creator: 'Zona' })
  return book
}

const paint = (cell: ExcelJS.Cell, argb: string) => {
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

const bytesOf = async (book: ExcelJS.Workbook) => new Uint8Array(await book.xlsx.writeBuffer())

/** Starts at C4; two heading rows, twelve month columns with signs or colours, coloured area rows, a signature block. */
export async function monthsXlsx(): Promise<Uint8Array> {
  const book = workbook()
  const sheet = book.addWorksheet('Matriks')
  sheet.getCell('C2').value = exampleTitle
  sheet.mergeCells('C2:T2')
  sheet.getRow(4).values = [
    '',
    '',
    'No.',
    'Komponen',
    'Indikator',
    'Rencana Aksi',
    'Data Dukung',
    'Waktu Pelaksanaan',
  ]
  sheet.mergeCells('H4:S4')
  sheet.getCell('T4').value = 'PIC'
  for (const column of 'CDEFGT') sheet.mergeCells(`${column}4:${column}5`)
  for (const [at, month] of monthHeads.entries()) sheet.getCell(5, 8 + at).value = month
  for (let column = 3; column <= 20; column += 1) sheet.getCell(6, column).value = column - 2

  let at = 7
  let sign = 0
  for (const [areaAt, area] of exampleAreas.entries()) {
    sheet.getCell(at, 3).value = `${'ABCDEF'[areaAt]}. ${area.name}`
    sheet.mergeCells(at, 3, at, 20)
    paint(sheet.getCell(at, 3), 'FFDDEBF7')
    at += 1
    for (const [number, component] of area.components.entries()) {
      const first = at
      for (const [index, row] of component.rows.entries()) {
        if (index === 0) sheet.getRow(at).getCell(3).value = number + 1
        if (index === 0) sheet.getCell(at, 4).value = component.name
        sheet.getCell(at, 5).value = row.indicator
        sheet.getCell(at, 6).value = { richText: [{ text: bulleted(row.actions), font: { bold: true } }] }
        sheet.getCell(at, 7).value = row.evidence.join('; ')
        sheet.getCell(at, 20).value = row.owner
        for (const month of row.months) {
          const cell = sheet.getCell(at, 7 + month)
          if (sign % 3 === 2) paint(cell, 'FF00B050')
          else cell.value = signs[sign % signs.length]
          sign += 1
        }
        at += 1
      }
      if (at - first > 1) {
        sheet.mergeCells(first, 3, at - 1, 3)
        sheet.mergeCells(first, 4, at - 1, 4)
      }
    }
  }
  sheet.getCell(at + 2, 15).value = 'Mekar Sari, 4 Januari 2027'
  sheet.getCell(at + 3, 15).value = 'Kepala Balai Pengujian'
  sheet.getCell(at + 7, 15).value = 'SRI WAHYUNI'
  sheet.getCell(at + 8, 15).value = 'NIP 19700101 199503 2 001'
  const notes = book.addWorksheet('Arsip', { state: 'hidden' })
  notes.getCell('A1').value = 'Naskah lama'
  return bytesOf(book)
}

/** One flat row an action, the area and component in columns merged down, headings repeated half way. */
export async function listXlsx(): Promise<Uint8Array> {
  const book = workbook()
  const sheet = book.addWorksheet('Rencana 2027')
  const heads = [
    'Area Perubahan',
    'Komponen',
    'Indikator',
    'Kegiatan',
    'Output',
    'Jadwal',
    'Penanggung Jawab',
  ]
  sheet.addRow([exampleTitle])
  sheet.addRow(heads)
  for (const [areaAt, area] of exampleAreas.entries()) {
    if (areaAt === 3) sheet.addRow(heads)
    const areaStart = sheet.rowCount + 1
    for (const component of area.components) {
      const componentStart = sheet.rowCount + 1
      for (const row of component.rows) {
        const start = sheet.rowCount + 1
        for (const [at, action] of row.actions.entries()) {
          const evidence = at === 0 ? row.evidence.map((item, n) => `${n + 1}. ${item}`).join('\n') : null
          const own = [row.indicator, action, evidence, row.schedule, row.owner]
          sheet.addRow([area.name, component.name, ...(at === 0 ? own : [null, action])])
        }
        if (sheet.rowCount > start) {
          for (const column of [3, 5, 6, 7]) sheet.mergeCells(start, column, sheet.rowCount, column)
        }
      }
      if (sheet.rowCount > componentStart) sheet.mergeCells(componentStart, 2, sheet.rowCount, 2)
    }
    if (sheet.rowCount > areaStart) sheet.mergeCells(areaStart, 1, sheet.rowCount, 1)
  }
  return bytesOf(book)
}
