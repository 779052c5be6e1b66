import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDemo } from '../scripts/open-demo.ts'
import { accessFaults, openAs, openBrowser, openExample, overflow, widths } from './browser.ts'

const shots = process.env.ZONA_SHOTS

let browser: Browser
let site: OpenDemo
beforeAll(async () => {
  site = await openExample()
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function download(page: Page): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Unduh buku kerja terisi' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe('lke-dpmptsp-tirta-lestari-2026.xlsx')
  return readFileSync(await file.path())
}

/** The cell of the unit's answer to a question: below that heading, in the row of the question's words. */
function answerCell(sheet: ExcelJS.Worksheet, question: string): ExcelJS.Cell {
  let column = 0
  let found: ExcelJS.Cell | undefined
  sheet.eachRow(row => {
    let asked = false
    row.eachCell((cell, at) => {
      if (cell.text.trim() === 'Jawaban Unit') column = at
      if (cell.text.trim() === question) asked = true
    })
    if (asked && column > 0) found ??= row.getCell(column)
  })
  if (!found) throw new Error(`the workbook has no cell for the answer to "${question}"`)
  return found
}

/** The workbook as somebody sends it back: one answer changed, one that is no choice. */
async function changed(bytes: Buffer) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  const sheet = book.getWorksheet('Jawaban')
  if (!sheet) throw new Error('the workbook has no sheet of answers')
  const answer = answerCell(sheet, 'Cara menunjuk anggota tim jelas')
  const was = answer.text
  const becomes = was === 'B' ? 'C' : 'B'
  answer.value = becomes
  const wrong = answerCell(sheet, 'Sasaran prioritas dalam rencana sejalan dengan tujuan WBK/WBBM')
  wrong.value = 'Z'
  const buffer = Buffer.from(await book.xlsx.writeBuffer())
  return { was, becomes, wrong: `Jawaban!${wrong.address}`, buffer }
}

describe.each([true, false])('with JavaScript %s', javaScriptEnabled => {
  test.each(javaScriptEnabled ? (['phone', 'desk'] as const) : (['phone'] as const))(
    'the workbook goes out, comes back changed, is compared cell by cell and taken over, on a %s',
    async name => {
      const viewport = widths[name]
      const options = { viewport, javaScriptEnabled, acceptDownloads: true }
      const page = await openAs(browser, site, 'team-leader', options)
      const look = async (what: string) => {
        if (shots)
          await page.screenshot({
            path: `${shots}/workbook-${what}-${name}-${javaScriptEnabled ? 'js' : 'nojs'}.png`,
            fullPage: true,
          })
        expect([what, await page.locator('h1').count()]).toEqual([what, 1])
        expect([what, await overflow(page)]).toEqual([what, 0])
        if (javaScriptEnabled) expect([what, await accessFaults(page)]).toEqual([what, []])
      }
      const send = async (file: string, buffer: Buffer) => {
        const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        await page.setInputFiles('input[name="buku"]', { name: file, mimeType, buffer })
        await page.getByRole('button', { name: 'Baca dan tampilkan pratinjau' }).click()
        await page.waitForLoadState('load')
      }
      const unit = `${site.address}/u/${site.example.agency.slug}/lke/2026`
      await page.goto(`${unit}/buku-kerja`)
      await look('start')
      await send('catatan.xlsx', Buffer.from('bukan buku kerja'))
      expect(await page.locator('#error-summary').count()).toBe(1)
      await look('refused')

      const { was, becomes, wrong, buffer } = await changed(await download(page))
      await send('lke dari Bu Siti.xlsx', buffer)
      await look('preview')
      expect(await page.locator('main').textContent()).toContain('lke dari Bu Siti.xlsx')
      expect(await page.getByRole('row', { name: wrong }).textContent()).toContain('Salah')
      const cells = await page.getByRole('row', { name: 'P.MP.1.b' }).locator('td').allTextContents()
      expect(cells.map(cell => cell.trim().slice(0, 1))).toEqual([was, becomes])
      await page.getByRole('button', { name: 'Simpan 1 perubahan' }).click()
      await page.waitForURL(`${unit}`)
      expect(await page.locator('main').textContent()).toContain('1 jawaban disimpan dari buku kerja.')
      await look('taken')

      const rows = await site.server.database.db
        .selectFrom('assessment_answer as a')
        .innerJoin('assessment_cycle as c', 'c.id', 'a.cycle_id')
        .innerJoin('unit as u', 'u.id', 'c.unit_id')
        .where('u.slug', '=', site.example.agency.slug)
        .where('c.year', '=', 2026)
        .where('a.code', 'in', ['P.MP.1.b', 'P.MP.2.b'])
        .select(['a.code', 'a.value'])
        .orderBy('a.code')
        .execute()
      expect(rows.map(row => row.value)).toEqual([becomes, 'A'])
      await page.context().close()
    },
    120_000,
  )
})
