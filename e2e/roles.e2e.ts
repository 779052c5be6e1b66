import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDemo } from '../scripts/open-demo.ts'
import { accessFaults, openAs, openBrowser, openExample, overflow, widths } from './browser.ts'

let browser: Browser
let site: OpenDemo

beforeAll(async () => {
  site = await openExample()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** The addresses within the site that elements lead to, without their fragments. */
const linksOf = (page: Page, within: string): Promise<string[]> =>
  page.locator(`${within} a[href]`).evaluateAll(links => [
    ...new Set(
      links
        .flatMap(link => (link instanceof HTMLAnchorElement ? [new URL(link.href)] : []))
        .filter(url => url.origin === location.origin)
        .map(url => `${url.pathname}${url.search}`),
    ),
  ])

/** Links to one kind of page differ in what they name; of a list of a hundred, so many say what the others would. */
const opensOfAKind = 4
const kindOf = (link: string) => link.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replaceAll(/\d+/g, ':n')

/** A page as a person sees it on a phone and on a desk: whole, accessible, no wider than the window. */
async function expectWhole(page: Page, path: string): Promise<void> {
  expect([path, await page.locator('h1').count()]).toEqual([path, 1])
  expect([path, await overflow(page)]).toEqual([path, 0])
  expect([path, await accessFaults(page)]).toEqual([path, []])
  await page.setViewportSize(widths.desk)
  expect([path, 'desk', await overflow(page)]).toEqual([path, 'desk', 0])
  await page.setViewportSize(widths.phone)
}

/** Those who see a page with all that can be done on it, besides the team leader, whose pages the year's errand looks at. */
const doMost = ['head', 'agency-admin']
const seenWhole = new Set<string>()

describe.each(['head', 'team-leader', 'area-coordinator', 'staff', 'agency-admin', 'auditor'] as const)(
  'the %s',
  role => {
    test('can open every page of their navigation and every kind of link on it', async () => {
      const page = await openAs(browser, site, role, { viewport: widths.phone })
      await page.goto(site.address)
      const navigation = await linksOf(page, 'nav')
      expect(navigation.length).toBeGreaterThan(3)
      const opened = new Set(navigation)
      const kinds = new Map<string, number>()
      const broken: string[] = []
      for (const path of navigation) {
        const response = await page.goto(`${site.address}${path}`)
        expect([path, response?.status()]).toEqual([path, 200])
        if (doMost.includes(role) || !seenWhole.has(path)) await expectWhole(page, path)
        else expect([path, await overflow(page)]).toEqual([path, 0])
        seenWhole.add(path)
        for (const link of await linksOf(page, 'body')) {
          const kind = kindOf(link)
          const before = kinds.get(kind) ?? 0
          if (opened.has(link) || before >= opensOfAKind) continue
          kinds.set(kind, before + 1)
          opened.add(link)
          const answer = await page.request.get(`${site.address}${link}`)
          if (answer.status() !== 200) broken.push(`${path} leads to ${link}: ${answer.status()}`)
        }
      }
      expect(broken).toEqual([])
      await page.context().close()
    }, 600_000)
  },
)

describe('a page that says no', () => {
  const visit = async (page: Page, path: string, status: number) => {
    const response = await page.goto(`${site.address}${path}`)
    expect([path, response?.status()]).toEqual([path, status])
    await expectWhole(page, path)
  }

  test('of signing in keeps the address, says what is wrong and is accessible', async () => {
    const page = await (await browser.newContext({ viewport: widths.phone, locale: 'id-ID' })).newPage()
    await visit(page, '/masuk', 200)
    await page.click('main button[type="submit"]')
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
    await expectWhole(page, '/masuk, empty')
    await page.fill('input[name="email"]', 'nur.aini@contoh.go.id')
    await page.fill('input[name="password"]', 'bukan-sandinya-2026')
    await page.click('main button[type="submit"]')
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
    expect(await page.inputValue('input[name="email"]')).toBe('nur.aini@contoh.go.id')
    expect(await page.inputValue('input[name="password"]')).toBe('')
    await expectWhole(page, '/masuk, wrong')
    await visit(page, '/lupa-sandi', 200)
    await visit(page, '/tidak-ada', 404)
    await page.context().close()
  })

  test('to what does not exist or is not theirs is whole inside the shell', async () => {
    const page = await openAs(browser, site, 'staff', { viewport: widths.phone })
    const unit = `/u/${site.example.agency.slug}`
    await visit(page, '/tidak-ada', 404)
    await visit(page, '/u/unit-lain/rencana', 404)
    await visit(page, `${unit}/kewajiban/bukan-satu`, 404)
    await visit(page, `${unit}/peran`, 403)
    await visit(page, `${unit}/rencana/impor`, 403)
    await page.context().close()
  })

  test('that there is no plan yet leads on, in a unit without one', async () => {
    const page = await openAs(browser, site, 'team-leader', { viewport: widths.phone })
    const unit = `/u/${site.example.units[0]?.slug}`
    for (const path of [
      '/rencana',
      '/rencana/2026',
      '/kalender/2026/11',
      '/linimasa/2026',
      '/papan/2026',
      '/kemajuan/2026',
      '/naskah/2026',
    ])
      await visit(page, `${unit}${path}`, 200)
    await page.context().close()
  })

  test('that a plan is empty leads on, once it was begun without a document', async () => {
    const page = await openAs(browser, site, 'team-leader', { viewport: widths.phone })
    const unit = `/u/${site.example.units[0]?.slug}`
    await visit(page, `${unit}/rencana/mulai?tahun=2027`, 200)
    await page.click('main button[type="submit"]')
    await page.getByText('Rencana 2027 dimulai').waitFor()
    await expectWhole(page, 'the first indicator')
    for (const path of ['rencana/2027', 'rencana/2027/kekurangan', 'linimasa/2027', 'kemajuan/2027'])
      await visit(page, `${unit}/${path}`, 200)
    await page.context().close()
  })
})
