import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { findChromium } from '../scripts/find-chromium.ts'
import { type OpenDemo, openDemo } from '../scripts/open-demo.ts'
import type { Role } from '../src/core/access/role.ts'

/** Headless, and quiet: it asks nothing of any network but the page's own server. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium(process.env)
  if (executablePath === null) throw new Error('no Chromium on this machine: set CHROMIUM to its path')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export const widths = {
  phone: { width: 360, height: 740 },
  desk: { width: 1366, height: 900 },
}

/** The example agency on a day of its own year. */
export const openExample = (): Promise<OpenDemo> =>
  openDemo(undefined, () => new Date('2026-11-24T03:00:00Z'), {}, inject('example'))

/** Signs in as the example's person whose first role is that one, through the form, in a browser of their own. */
export async function openAs(
  browser: Browser,
  site: OpenDemo,
  role: Role,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const person = site.example.employees.find(one => one.password && one.roles[0]?.role === role)
  if (!person?.password) throw new Error(`the example has no account for ${role}`)
  const context = await browser.newContext({ viewport: widths.desk, locale: 'id-ID', ...options })
  const page = await context.newPage()
  await page.goto(`${site.address}/masuk`)
  await page.fill('input[name="email"]', person.email)
  await page.fill('input[name="password"]', person.password)
  await page.click('main button[type="submit"]')
  await page.waitForLoadState('load')
  return page
}

/** What axe finds against WCAG 2.2 AA on the page as it stands, a line each; needs JavaScript. */
export async function accessFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // What is found right need not be described node by node.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(one => `${one.id}: ${one.nodes[0]?.html}`)
}

/** How far the page is wider than its window, in CSS pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
