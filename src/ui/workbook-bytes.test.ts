import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { workbookBytes } from './workbook-bytes.ts'

const sheetXml = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<string> => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Lembar')
  sheet.columns = [{ width: 21, style: { alignment: { wrapText: true } } }, { width: 21 }]
  fill(sheet)
  return strFromU8(unzipSync(await workbookBytes(book))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
}

const heights = (xml: string) =>
  [...xml.matchAll(/<row [^>]*>/g)].map(([row]) => /ht="(\d+)"/.exec(row)?.[1] ?? null)

it('makes a row as tall as its wrapped words, and leaves a row of one line alone', async () => {
  const xml = await sheetXml(sheet => {
    sheet.addRow(['satu baris', 'kata yang tidak dibungkus walau jauh lebih panjang dari lajurnya'])
    sheet.addRow(['Menyusun tata cara pemilihan tim'])
    sheet.addRow(['satu\ndua\ntiga'])
    sheet.addRow(['x'.repeat(45)])
    sheet.addRow([new Date('2026-01-08T00:00:00Z')])
  })
  expect(heights(xml)).toEqual([null, '30', '45', '45', null])
})

it('lets the row grow on when somebody types more', async () => {
  expect(await sheetXml(sheet => sheet.addRow(['satu\ndua']))).not.toContain('customHeight')
})
