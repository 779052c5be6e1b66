import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdf, zip } from '../src/features/evidence/bring/sample-files.test-data.ts'
import { accessFaults, openAs, openBrowser, openExample, overflow, widths } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const unit = '/u/dpmptsp-tirta-lestari/bukti'
const drive = zip({
  '1. Manajemen Perubahan/1. Penyusunan Tim Kerja/SK Tim Kerja ZI.pdf': pdf('/E (1) ').toString('latin1'),
  '1. Manajemen Perubahan/1. Penyusunan Tim Kerja/Undangan rapat.pdf': '<html>bukan pdf</html>',
  'Lain/resep rendang.pdf': pdf('/E (2) ').toString('latin1'),
  '../keluar.pdf': 'x',
})

const press = async (page: Page, name: string | RegExp) => {
  await page.locator('main').getByRole('button', { name }).first().click()
  await page.waitForLoadState('load')
}

describe.each([true, false])('with JavaScript %s', javaScriptEnabled => {
  test.each(Object.entries(widths))(
    'a shared drive comes in, a year goes out and a piece is shown outside, on a %s',
    async (_name, viewport) => {
      const site = await openExample()
      const options = { viewport, javaScriptEnabled, acceptDownloads: true }
      const look = async (page: Page) => {
        expect([page.url(), await overflow(page)]).toEqual([page.url(), 0])
        if (javaScriptEnabled) expect([page.url(), await accessFaults(page)]).toEqual([page.url(), []])
      }
      try {
        const page = await openAs(browser, site, 'team-leader', options)
        await page.goto(`${site.address}${unit}/impor`)
        await look(page)
        await page.setInputFiles('input[name="file"]', {
          name: 'Data Dukung ZI.zip',
          mimeType: 'application/zip',
          buffer: drive,
        })
        await press(page, 'Baca dan cocokkan')
        await page.getByText('dari 4 berkas siap diimpor').first().waitFor()
        await look(page)
        await page.getByLabel('Tempat untuk Lain/resep rendang.pdf').selectOption('none')
        await press(page, 'Simpan pilihan halaman ini')
        await page.getByText('1 pilihan tersimpan').first().waitFor()
        await press(page, /^Impor \d+ berkas/)
        const running = page.url()
        await expect
          .poll(
            async () => {
              await page.goto(running)
              return page.locator('h1').textContent()
            },
            { timeout: 30_000 },
          )
          .toMatch(/bukti diimpor, \d ditolak/)
        await look(page)
        await page.goto(`${running}?lihat=taken`)
        await page.getByRole('link', { name: /resep rendang/ }).click()
        await page.waitForLoadState('load')
        await page.locator('main').getByRole('link', { name: 'Bagikan' }).click()
        await page.waitForLoadState('load')
        await look(page)
        await press(page, 'Buat tautan')
        const address = (await page.locator('main code').textContent()) ?? ''
        // As wide as the page: an address that stands a letter a line can be read, but nobody would.
        const notice = page.locator('main .notice', { has: page.locator('code') })
        expect((await notice.boundingBox())?.width).toBeGreaterThan(viewport.width / 2)
        await look(page)

        const outside = await browser.newContext({ ...options, locale: 'id-ID' })
        const visitor = await outside.newPage()
        await visitor.goto(site.address + new URL(address).pathname)
        expect(await visitor.locator('h1').textContent()).toBe('resep rendang')
        await look(visitor)
        const file = await visitor.request.get(`${visitor.url()}/berkas`)
        expect((await file.body()).equals(pdf('/E (2) '))).toBe(true)
        await visitor.goto(`${site.address}/b/tidak-ada`)
        await look(visitor)

        await page.goto(`${site.address}${unit}/ekspor`)
        await look(page)
        await page.getByLabel('Bukti yang ikut').selectOption('all')
        const coming = page.waitForEvent('download')
        await page.getByRole('button', { name: 'Unduh ZIP' }).click()
        expect((await coming).suggestedFilename()).toMatch(/^bukti-dpmptsp-tirta-lestari-\d{4}\.zip$/)
      } finally {
        await Promise.all(browser.contexts().map(context => context.close()))
        await site.close()
      }
    },
    180_000,
  )
})
