import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openExample } from './browser.ts'

const shots = process.env.ZONA_SHOTS
const widths = { phone: { width: 360, height: 740 }, desk: { width: 1366, height: 900 } }

let browser: Browser
let site: Awaited<ReturnType<typeof openExample>>

beforeAll(async () => {
  site = await openExample()
  browser = await openBrowser()
  if (shots) mkdirSync(shots, { recursive: true })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function signIn(page: Page, role: string): Promise<void> {
  const person = site.example.employees.find(
    one => one.password && one.roles.some(grant => grant.role === role),
  )
  await page.goto(`${site.origin}/masuk`)
  await page.fill('input[name="email"]', person?.email ?? '')
  await page.fill('input[name="password"]', person?.password ?? '')
  await page.click('main button[type="submit"]')
  await page.waitForLoadState('load')
}

describe.each([true, false])('with JavaScript %s', javaScriptEnabled => {
  test.each(Object.entries(widths))(
    'every page of the team leader is whole and accessible on a %s',
    async (name, viewport) => {
      const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'id-ID' })
      const page = await context.newPage()
      await signIn(page, 'team-leader')
      const u = `/u/${site.slug}`
      const pages = {
        home: '/',
        duties: '/tugas',
        years: `${u}/rencana`,
        plan: `${u}/rencana/2026`,
        import: `${u}/rencana/impor`,
        changes: `${u}/rencana/2026/perubahan`,
        calendar: `${u}/kalender/2026/11`,
        timeline: `${u}/linimasa/2026`,
        board: `${u}/papan/2026`,
        progress: `${u}/kemajuan/2026`,
        chapters: `${u}/naskah/2026`,
        people: `${u}/pegawai`,
        account: '/akun',
        feeds: '/akun/kalender',
        help: '/bantuan',
      }
      for (const [key, path] of Object.entries(pages)) {
        const response = await page.goto(`${site.origin}${path}`)
        if (shots)
          await page.screenshot({
            path: `${shots}/${key}-${name}-${javaScriptEnabled ? 'js' : 'nojs'}.png`,
            fullPage: true,
          })
        expect([path, response?.status()]).toEqual([path, 200])
        expect([path, await page.locator('h1').count()]).toEqual([path, 1])
        if (!javaScriptEnabled) continue
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect([path, overflow]).toEqual([path, 0])
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze()
        expect([path, violations.map(one => `${one.id}: ${one.nodes[0]?.html}`)]).toEqual([path, []])
      }
      await context.close()
    },
    240_000,
  )
})
