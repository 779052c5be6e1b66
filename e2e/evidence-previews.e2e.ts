import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDemo } from '../scripts/open-demo.ts'
import { accessFaults, openAs, openBrowser, openExample, overflow, widths } from './browser.ts'

const shots = process.env.ZONA_SHOTS
const titles = {
  picture: 'Papan informasi ZI di ruang layanan',
  pdf: 'Notula rapat tim kerja ZI Agustus 2026',
  sheet: 'Rekap kehadiran pegawai Januari 2026',
  film: 'Rekaman apel pagi 2 November 2026',
}
type Shown = keyof typeof titles

let browser: Browser
let site: OpenDemo
const pieces = new Map<string, string>()

beforeAll(async () => {
  site = await openExample()
  browser = await openBrowser()
  const { db } = site.server.database
  const wanted = Object.values(titles)
  const found = await db.selectFrom('evidence').select(['id', 'title']).where('title', 'in', wanted).execute()
  for (const { id, title } of found) pieces.set(title, id)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const addressOf = (shown: Shown) =>
  `${site.address}/u/${site.example.agency.slug}/bukti/${pieces.get(titles[shown])}`

/** Presses Tab until the wished element has the focus; false where it never gets it. */
async function reachByKeyboard(page: Page, selector: string): Promise<boolean> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(wished => document.activeElement?.matches(wished) ?? false, selector)) return true
  }
  return false
}

describe.each([true, false])('with JavaScript %s', javaScriptEnabled => {
  test.each(javaScriptEnabled ? (['phone', 'desk'] as const) : (['phone'] as const))(
    'a picture, a PDF, a workbook and a film are seen on the page of their evidence, on a %s',
    async name => {
      const viewport = widths[name]
      const page = await openAs(browser, site, 'team-leader', { viewport, javaScriptEnabled })
      const open = async (shown: Shown) => {
        await page.goto(addressOf(shown))
        expect(await page.locator('h1').textContent()).toBe(titles[shown])
        if (shots)
          await page.screenshot({
            path: `${shots}/preview-${shown}-${name}-${javaScriptEnabled ? 'js' : 'nojs'}.png`,
            fullPage: true,
          })
        expect([shown, await overflow(page)]).toEqual([shown, 0])
        if (javaScriptEnabled) expect([shown, await accessFaults(page)]).toEqual([shown, []])
      }

      await open('picture')
      const picture = page.locator('#isi img')
      await picture.scrollIntoViewIfNeeded()
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(800)
      expect(await reachByKeyboard(page, '#isi a[href$="/berkas/1"]')).toBe(true)

      await open('pdf')
      const file = await page.request.get(`${addressOf('pdf')}/berkas/1`)
      expect([file.headers()['content-type'], (await file.body()).subarray(0, 5).toString()]).toEqual([
        'application/pdf',
        '%PDF-',
      ])
      if (name === 'desk') {
        expect(await page.locator('iframe.preview-frame').isVisible()).toBe(true)
        expect(await reachByKeyboard(page, 'iframe.preview-frame, #isi a[href$="/berkas/1"]')).toBe(true)
      } else {
        const small = page.locator('.preview-small img')
        await small.scrollIntoViewIfNeeded()
        await expect
          .poll(() => small.evaluate((image: HTMLImageElement) => image.naturalWidth))
          .toBeGreaterThan(100)
        expect(await reachByKeyboard(page, '.preview-small')).toBe(true)
      }

      await open('sheet')
      expect(await page.locator('#isi').textContent()).toContain('Kartini Manurung')
      expect(await reachByKeyboard(page, '#isi a[href$="/isi/1"]')).toBe(true)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/isi\/1$/)
      expect(await page.locator('main table').first().textContent()).toContain('Terlambat (menit)')
      expect([page.url(), await overflow(page)]).toEqual([page.url(), 0])
      if (javaScriptEnabled) expect([page.url(), await accessFaults(page)]).toEqual([page.url(), []])
      if (shots)
        await page.screenshot({
          path: `${shots}/readable-sheet-${name}-${javaScriptEnabled}.png`,
          fullPage: true,
        })

      const parts: number[] = []
      page.on('response', answer => {
        if (answer.url().includes('/berkas/1') && answer.request().headers().range)
          parts.push(answer.status())
      })
      await open('film')
      const film = page.locator('#isi video')
      await film.scrollIntoViewIfNeeded()
      const seen = () =>
        film.evaluate((video: HTMLVideoElement) => ({
          ready: video.readyState >= HTMLMediaElement.HAVE_METADATA,
          width: video.videoWidth,
          length: video.duration > 3 && video.duration < 6,
          error: video.error?.message ?? null,
        }))
      await expect.poll(seen).toEqual({ ready: true, width: 320, length: true, error: null })
      expect(parts.length).toBeGreaterThan(0)
      expect(parts.every(status => status === 206)).toBe(true)
      const part = await page.request.get(`${addressOf('film')}/berkas/1`, {
        headers: { range: 'bytes=4-7' },
      })
      expect([part.status(), await part.text()]).toEqual([206, 'ftyp'])
      expect(await reachByKeyboard(page, '#isi video')).toBe(true)
      if (javaScriptEnabled) {
        await page.keyboard.press('Space')
        await expect
          .poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime))
          .toBeGreaterThan(0)
      }
      // By itself in a tab, where its version's link leads.
      await page.goto(`${addressOf('film')}/berkas/1`)
      await expect
        .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
        .toBe(320)
      await page.context().close()
    },
    120_000,
  )
})
