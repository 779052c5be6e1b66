// Writes examples/rencana-aksi.xlsx from examples/plan-rows.json, in the layout agencies use.
import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'

type Row = [indicator: string, actions: string[], evidence: string[], schedule: string, owner: string]
type Area = { area: string; components: { name: string; indicators: Row[] }[] }

const folder = new URL('../examples/', import.meta.url)
const areas = JSON.parse(await readFile(new URL('plan-rows.json', folder), 'utf8')) as Area[]
const agency = 'DPMPTSP KABUPATEN TIRTA LESTARI'
const headings = [
  'NO',
  'KOMPONEN',
  'INDIKATOR',
  'LANGKAH AKSI',
  'BUKTI FISIK',
  'TARGET WAKTU',
  'PENANGGUNG JAWAB',
]
const widths = [6, 24, 36, 44, 34, 22, 28]
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI']
const bullets = (items: string[]): string =>
  items.length === 1 ? items.join() : items.map(item => `- ${item}`).join('\n')

const workbook = new ExcelJS.Workbook()
workbook.created = workbook.modified = new Date('2026-01-05T00:00:00Z')
const sheet = workbook.addWorksheet('Rencana Aksi', {
  pageSetup: { orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 },
})
widths.forEach((width, index) => {
  sheet.getColumn(index + 1).width = width
})

const line = (values: string[]): ExcelJS.Row => {
  const row = sheet.addRow(values)
  row.eachCell({ includeEmpty: true }, cell => {
    cell.alignment = { wrapText: true, vertical: 'top' }
    cell.border = {
      top: { style: 'thin' },
      left: { style: 'thin' },
      bottom: { style: 'thin' },
      right: { style: 'thin' },
    }
  })
  return row
}
const title = (text: string): void => {
  const row = sheet.addRow([text])
  sheet.mergeCells(row.number, 1, row.number, headings.length)
  row.getCell(1).alignment = { horizontal: 'center' }
  row.font = { bold: true }
}

title('RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS')
title(agency)
title('TAHUN 2026')
sheet.addRow([])
line(headings).font = { bold: true }
areas.forEach(({ area, components }, areaIndex) => {
  const heading = line([roman[areaIndex] ?? '', area.toUpperCase(), '', '', '', '', ''])
  heading.font = { bold: true }
  sheet.mergeCells(heading.number, 2, heading.number, headings.length)
  components.forEach(({ name, indicators }, index) => {
    const first = sheet.rowCount + 1
    for (const [indicator, actions, evidence, schedule, owner] of indicators) {
      line([`${index + 1}`, name, indicator, bullets(actions), bullets(evidence), schedule, owner])
    }
    if (indicators.length > 1) {
      sheet.mergeCells(first, 1, sheet.rowCount, 1)
      sheet.mergeCells(first, 2, sheet.rowCount, 2)
    }
  })
})
sheet.addRow([])
for (const text of ['Tirta Lestari, 5 Januari 2026', 'Kepala Dinas,', '', 'Ratna Wulandari']) {
  sheet.addRow(['', '', '', '', '', text])
}
await workbook.xlsx.writeFile(new URL('rencana-aksi.xlsx', folder).pathname)
