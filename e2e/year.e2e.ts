import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDemo } from '../scripts/open-demo.ts'
import { accessFaults, openAs, openBrowser, openExample, overflow, widths } from './browser.ts'

const shots = process.env.ZONA_SHOTS

let browser: Browser
let site: OpenDemo

beforeAll(async () => {
  site = await openExample()
  browser = await openBrowser()
  if (shots) mkdirSync(shots, { recursive: true })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe.each([true, false])('with JavaScript %s', javaScriptEnabled => {
  test.each(Object.entries(widths))(
    'every page of the team leader is whole and accessible on a %s',
    async (name, viewport) => {
      const page = await openAs(browser, site, 'team-leader', { viewport, javaScriptEnabled })
      const u = `/u/${site.example.agency.slug}`
      const pages = {
        home: '/',
        duties: '/tugas',
        years: `${u}/rencana`,
        plan: `${u}/rencana/2026`,
        import: `${u}/rencana/impor`,
        changes: `${u}/rencana/2026/perubahan`,
        gaps: `${u}/rencana/2026/kekurangan`,
        versions: `${u}/rencana/2026/versi`,
        version: `${u}/rencana/2026/versi/1`,
        versionDifference: `${u}/rencana/2026/versi/1/beda`,
        copy: `${u}/rencana/2026/salin`,
        calendar: `${u}/kalender/2026/11`,
        timeline: `${u}/linimasa/2026`,
        board: `${u}/papan/2026`,
        progress: `${u}/kemajuan/2026`,
        chapters: `${u}/naskah/2026`,
        people: `${u}/pegawai`,
        account: '/akun',
        feeds: '/akun/kalender',
        reminders: '/akun/pengingat',
        help: '/bantuan',
      }
      for (const [key, path] of Object.entries(pages)) {
        const response = await page.goto(`${site.address}${path}`)
        if (shots)
          await page.screenshot({
            path: `${shots}/${key}-${name}-${javaScriptEnabled ? 'js' : 'nojs'}.png`,
            fullPage: true,
          })
        expect([path, response?.status()]).toEqual([path, 200])
        expect([path, await page.locator('h1').count()]).toEqual([path, 1])
        if (!javaScriptEnabled) continue
        expect([path, await overflow(page)]).toEqual([path, 0])
        expect([path, await accessFaults(page)]).toEqual([path, []])
      }
      await page.context().close()
    },
    240_000,
  )
})
