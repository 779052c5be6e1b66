import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDemo } from '../scripts/open-demo.ts'
import { accessFaults, openAs, openBrowser, openExample, overflow, widths } from './browser.ts'

const shots = process.env.ZONA_SHOTS

let browser: Browser
let site: OpenDemo
let base: string

beforeAll(async () => {
  site = await openExample()
  browser = await openBrowser()
  base = `${site.address}/u/${site.example.agency.slug}/bukti`
  if (shots) mkdirSync(shots, { recursive: true })
  const page = await openAs(browser, site, 'team-leader', { javaScriptEnabled: false })
  const report = await page.request.get(
    `${site.address}/u/${site.example.agency.slug}/kemajuan/2026/monev.pdf`,
  )
  await bring(page, 'Laporan monev.pdf', await report.body())
  const text = 'NOTA DINAS\nNomor : 800/12/2026\nPenyampaian hasil pemantauan gratifikasi triwulan III.\n'
  await bring(page, 'Nota dinas.txt', Buffer.from(text))
  await page.context().close()
  await read()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function bring(page: Page, name: string, buffer: Buffer) {
  await page.goto(`${base}/baru`)
  await page.selectOption('select[name="kind"]', 'report')
  await page.setInputFiles('input[type="file"]', { name, mimeType: 'application/octet-stream', buffer })
  await page.click('main form button[type="submit"]')
  await page.waitForLoadState('load')
  expect(await page.locator('body').textContent()).toContain('1 bukti tersimpan')
}

/** Files are read in the background; nothing tells when that is over but what was read. */
async function read() {
  for (;;) {
    const { left } = await site.server.database.db
      .selectFrom('file_object as f')
      .leftJoin('evidence_content as c', 'c.sha256', 'f.sha256')
      .where(({ eb, or }) => or([eb('c.state', 'is', null), eb('c.state', '=', 'reading')]))
      .select(({ fn }) => fn.countAll<number>().as('left'))
      .executeTakeFirstOrThrow()
    if (Number(left) === 0) return
    await new Promise(done => setTimeout(done, 100))
  }
}

describe.each([true, false])('with JavaScript %s', javaScriptEnabled => {
  test.each(Object.entries(widths))(
    'evidence is found by what stands in it, looked at, and its doubts are explained, on a %s',
    async (name, viewport) => {
      const page = await openAs(browser, site, 'team-leader', { viewport, javaScriptEnabled })
      const fine = async (what: string) => {
        if (shots)
          await page.screenshot({
            path: `${shots}/${what}-${name}-${javaScriptEnabled ? 'js' : 'nojs'}.png`,
            fullPage: true,
          })
        expect([what, await page.locator('h1').count()]).toEqual([what, 1])
        if (!javaScriptEnabled) return
        expect([what, await overflow(page)]).toEqual([what, 0])
        expect([what, await accessFaults(page)]).toEqual([what, []])
      }
      const submitSearch = async (words: string) => {
        await page.fill('input[name="q"]', words)
        await page.click('.filters button[type="submit"]')
        await page.waitForLoadState('load')
      }

      await page.goto(base)
      expect(await page.locator('main').textContent()).toContain('belum punya bukti sama sekali')
      await fine('evidence-list')
      await submitSearch('pemantauan gratifikasi')
      expect(await page.locator('tbody mark').count()).toBeGreaterThan(1)
      await fine('evidence-search')
      await submitSearch('gratifkasi nota')
      expect(await page.locator('main').textContent()).toContain('kata yang mirip')
      await page.locator('tbody a', { hasText: 'Nota dinas' }).click()
      await page.waitForLoadState('load')
      expect(await page.locator('#isi').textContent()).toContain('hasil pemantauan gratifikasi')
      await fine('evidence-text')
      await page.locator('#isi a', { hasText: 'Baca seluruh isinya' }).click()
      await page.waitForLoadState('load')
      expect(await page.locator('main').textContent()).toContain('Penyampaian hasil')
      await fine('evidence-readable')

      await page.goto(base)
      await submitSearch('zzzzz')
      expect(await page.locator('h1').textContent()).toBe('Tidak ada bukti yang cocok')
      await fine('evidence-none')
      await page.locator('main .empty a').click()
      await page.locator('tbody a', { hasText: 'Laporan monev' }).click()
      await page.waitForLoadState('load')
      const frame = page.locator('iframe.preview-frame')
      const small = page.locator('.preview-small img')
      expect([await frame.isVisible(), await small.isVisible()]).toEqual(
        name === 'phone' ? [false, true] : [true, false],
      )
      await fine('evidence-pdf')

      await page.goto(`${base}/temuan/2026`)
      await fine('findings')
      await page.selectOption('select[name="temuan"]', 'due-without-evidence')
      await page.click('.filters button[type="submit"]')
      await page.locator('tbody a', { hasText: 'Jelaskan' }).first().click()
      await page.waitForLoadState('load')
      await fine('finding-explain')
      await page.fill('textarea[name="explanation"]', 'ya')
      await page.click('#jelaskan button[type="submit"]')
      await page.waitForLoadState('load')
      expect(await page.locator('.govuk-error-summary').textContent()).toContain('sekurangnya 10 huruf')
      await fine('finding-mistake')
      await page.fill(
        'textarea[name="explanation"]',
        `Kegiatan diundur ke Desember (${name} ${javaScriptEnabled}).`,
      )
      await page.click('#jelaskan button[type="submit"]')
      await page.waitForLoadState('load')
      expect(await page.locator('main').textContent()).toContain('Penjelasan tersimpan')
      await page.context().close()
    },
    240_000,
  )
})
