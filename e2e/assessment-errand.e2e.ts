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

const rowOf = (page: Page, code: string) => page.locator(`[data-row="${code}"]`)

async function isSound(page: Page, javaScript: boolean) {
  expect([page.url(), await page.locator('h1').count()]).toEqual([page.url(), 1])
  if (!javaScript) return
  expect([page.url(), await overflow(page)]).toEqual([page.url(), 0])
  expect([page.url(), await accessFaults(page)]).toEqual([page.url(), []])
}

/** Chooses an option and lets it be stored: by the island, or by the row's own button. */
async function answer(page: Page, code: string, option: string, javaScript: boolean) {
  await rowOf(page, code).locator(`input[value="${option}"]`).check()
  if (javaScript)
    await rowOf(page, code)
      .getByText(/^Tersimpan \d\d\.\d\d$/)
      .waitFor()
  else {
    await rowOf(page, code)
      .getByRole('button', { name: `Simpan butir ${code}` })
      .click()
    await page.getByText(/1 butir tersimpan/).waitFor()
  }
}

/** The head opens the sheet again, so that the next reader of this file finds it as it was. */
async function reopen(reason: string) {
  const head = await openAs(browser, site, 'head')
  await head.goto(`${site.address}/u/${site.example.agency.slug}/lke/2026`)
  await head.fill('textarea[name="reason"]', reason)
  await head.getByRole('button', { name: 'Buka kembali' }).click()
  await head.getByText('LKE dibuka kembali').waitFor()
  await head.context().close()
}

describe.each([
  ['phone', true],
  ['phone', false],
  ['desk', true],
  ['desk', false],
] as const)('on a %s with JavaScript %s', (width, javaScript) => {
  test('a person fills in an area, reads what is missing for WBK, and submits', async () => {
    const lke = `${site.address}/u/${site.example.agency.slug}/lke`
    const page = await openAs(browser, site, 'team-leader', {
      viewport: widths[width],
      javaScriptEnabled: javaScript,
    })
    await page.goto(lke)
    await isSound(page, javaScript)
    await page.getByRole('link', { name: '2026' }).first().click()
    await page.waitForURL(/\/lke\/2026$/)
    expect(await page.locator('h1').textContent()).toMatch(/^Menuju WBK: kurang \d+,\d\d$/)
    await isSound(page, javaScript)

    await page.getByRole('link', { name: 'Penguatan pengawasan' }).first().click()
    await page.waitForURL(/\/PW$/)
    await isSound(page, javaScript)
    const total = () => page.locator('[data-score-line]').textContent()
    const before = await total()
    const now = await rowOf(page, 'P.PW.1.b').locator('input:checked').getAttribute('value')
    await answer(page, 'P.PW.1.b', now === 'A' ? 'C' : 'A', javaScript)
    expect(await total()).not.toBe(before)

    await rowOf(page, 'R.PW.3.a').locator('input[name$=".obliged"]').fill('enam')
    if (javaScript) {
      await rowOf(page, 'R.PW.3.a')
        .getByText(/^Belum tersimpan: .*harus berupa bilangan/)
        .waitFor()
    } else {
      await page.getByRole('button', { name: 'Simpan halaman ini' }).click()
      await page.locator('#error-summary').waitFor()
      expect(await rowOf(page, 'R.PW.3.a').locator('input[name$=".obliged"]').inputValue()).toBe('enam')
    }

    await page.goto(`${lke}/2026/butir/P.PW.1.b`)
    await isSound(page, javaScript)
    expect(await page.getByRole('table', { name: 'Riwayat jawaban' }).textContent()).toContain('Disimpan')

    await page.goto(`${lke}/2026/jalan`)
    await isSound(page, javaScript)
    expect(await page.locator('h1').textContent()).toMatch(/perbaikan cukup untuk WBK/)
    await page
      .getByRole('link', { name: /^Coba / })
      .first()
      .click()
    await page.getByText('Belum ada yang diubah.').waitFor()
    await isSound(page, javaScript)

    await page.goto(`${lke}/2026/satuan`)
    await isSound(page, javaScript)
    await page.goto(`${lke}/2026/ajukan`)
    await isSound(page, javaScript)
    await page.getByRole('button', { name: 'Ajukan dan kunci' }).click()
    await page.locator('#error-summary').waitFor()
    await page.locator('input[name="acceptsBlanks"]').check()
    await page.getByRole('button', { name: 'Ajukan dan kunci' }).click()
    await page.getByText(/LKE diajukan dengan nilai \d+,\d\d/).waitFor()
    await page.goto(`${lke}/2026/PW`)
    await page.getByText('LKE ini sudah diajukan dan terkunci').waitFor()
    expect(await page.getByRole('button', { name: /Simpan/ }).count()).toBe(0)
    await isSound(page, javaScript)
    await page.context().close()
    await reopen('Dibuka lagi untuk pembaca berikutnya')
  }, 240_000)
})

test('two people on one row see both texts and choose, with and without JavaScript', async () => {
  for (const javaScript of [true, false]) {
    const address = `${site.address}/u/${site.example.agency.slug}/lke/2026/MP`
    const code = javaScript ? 'P.MP.3.a' : 'P.MP.3.b'
    const first = await openAs(browser, site, 'team-leader', { javaScriptEnabled: javaScript })
    const second = await openAs(browser, site, 'team-leader', { javaScriptEnabled: javaScript })
    await first.goto(address)
    await second.goto(address)
    const [one, other] = await unlike(first, code)
    await answer(first, code, one, javaScript)
    await rowOf(second, code).locator(`input[value="${other}"]`).check()
    if (javaScript) await rowOf(second, code).getByText('Diubah orang lain').waitFor()
    await rowOf(second, code)
      .getByRole('button', { name: `Simpan butir ${code}` })
      .click()
    await second.getByRole('heading', { name: 'Butir ini diubah orang lain' }).waitFor()
    await isSound(second, javaScript)
    await second.getByRole('button', { name: 'Simpan isian Anda' }).click()
    await second.getByText(/1 butir tersimpan/).waitFor()
    await first.goto(address)
    expect(await rowOf(first, code).locator('input:checked').getAttribute('value')).toBe(other)
    await first.context().close()
    await second.context().close()
  }
}, 240_000)

/** Two options that are not the chosen one. */
async function unlike(page: Page, code: string): Promise<[string, string]> {
  const chosen = await rowOf(page, code).locator('input:checked').getAttribute('value')
  const [one = '', other = ''] = ['A', 'B', 'C', 'D'].filter(option => option !== chosen)
  return [one, other]
}
