import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDemo } from '../scripts/open-demo.ts'
import { openAs, openBrowser, openExample, overflow, widths } from './browser.ts'

const example = fileURLToPath(new URL('../examples/plan-files/kolom-area.xlsx', import.meta.url))
const fixture = `${process.env.ZONA_FIXTURES}/rencana-aksi-2019.xlsx`
const document =
  process.env.ZONA_FIXTURES && existsSync(fixture)
    ? { file: fixture, year: 2019 }
    : { file: example, year: 2027 }
const staffName = 'Nur Aini Lestari'
const reason = 'Kegiatan dihapus dari anggaran perubahan'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** The browser's own wait ends when the next page has come, with JavaScript or without. */
const press = async (page: Page, name: string | RegExp) => {
  await page.locator('main').getByRole('button', { name }).first().click()
  await page.waitForLoadState('load')
}
const follow = async (page: Page, name: string | RegExp) => {
  await page.locator('main').getByRole('link', { name }).first().click()
  await page.waitForLoadState('load')
}
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

async function expectFits(page: Page): Promise<void> {
  expect([page.url(), await overflow(page)]).toEqual([page.url(), 0])
}

/** Reads the file, corrects the first row that has a warning where it stands, and confirms. */
async function importPlan(page: Page, plans: string): Promise<void> {
  await page.goto(plans)
  await follow(page, 'Impor dokumen')
  await page.setInputFiles('input[name="file"]', document.file)
  await page.fill('input[name="year"]', String(document.year))
  await press(page, 'Baca dokumen')
  const doubtful = page
    .locator('main tbody tr')
    .filter({ has: page.locator('.text-due') })
    .first()
  const doubts = await doubtful.locator('.text-due').allTextContents()
  const row = page.locator(`#${await doubtful.getAttribute('id')}`)
  await expectFits(page)
  await doubtful.getByRole('link', { name: /^Perbaiki baris/ }).click()
  await page.waitForLoadState('load')
  await page.fill('textarea[name="schedules"]', `Oktober ${document.year}`)
  await expectFits(page)
  await press(page, 'Simpan perbaikan')
  await said(page, 'Baris diperbaiki')
  expect(await row.textContent()).toContain(`Oktober ${document.year}`)
  expect(await row.locator('.text-due').allTextContents()).not.toEqual(doubts)
  await press(page, 'Simpan sebagai rencana')
  await said(page, /Rencana tersimpan dengan \d+ kewajiban/)
}

/** Adds an indicator by hand, first without saying where, and takes it out again. */
async function addAndRemove(page: Page, plan: string): Promise<void> {
  await follow(page, 'Tambah indikator')
  await page.fill('textarea[name="text"]', 'Budaya kerja disosialisasikan')
  await page.fill('textarea[name="actions"]', 'Menyelenggarakan sosialisasi')
  await page.fill('textarea[name="schedules"]', `November ${document.year}`)
  await press(page, 'Tambahkan')
  await said(page, 'Pilih area dan komponen tempat indikator ini.')
  await expectFits(page)
  await page.selectOption('select[name="to"]', 'MP')
  await page.fill('input[name="name"]', 'Budaya kerja')
  await press(page, 'Tambahkan')
  await said(page, 'Indikator ditambahkan')
  expect(await page.locator('main').textContent()).toContain(`30 Nov ${document.year}`)
  await expectFits(page)
  await follow(page, 'Hapus indikator')
  await expectFits(page)
  await press(page, 'Hapus dari rencana')
  await said(page, 'Indikator dihapus')
  expect(page.url()).toBe(plan)
}

async function submit(page: Page): Promise<void> {
  await follow(page, 'Periksa dan ajukan')
  await expectFits(page)
  await press(page, 'Ajukan ke pimpinan')
  await said(page, 'Rencana diajukan ke pimpinan')
}

async function approve(page: Page, plan: string): Promise<void> {
  await page.goto(plan)
  await follow(page, 'Periksa dan setujui')
  await page.fill(
    'textarea[name="note"]',
    'Disetujui; jadwal yang belum jelas dilengkapi pada triwulan pertama',
  )
  await expectFits(page)
  await press(page, 'Setujui')
  await said(page, 'Rencana disetujui')
}

/** Publishes and gives the first two dates of one indicator's actions to a member of staff. */
async function publishAndAssign(page: Page, plan: string): Promise<{ duty: string; waived: string }> {
  await page.goto(plan)
  await press(page, 'Terbitkan')
  await said(page, 'Rencana diterbitkan')
  await page.locator('main tbody a[href*="/indikator/"]').first().click()
  await page.waitForLoadState('load')
  const form = page.locator('#person form')
  for (const select of await form.locator('select[name^="person-"]').all()) {
    const option = select.locator('option').filter({ hasText: staffName }).first()
    await select.selectOption((await option.getAttribute('value')) ?? '')
  }
  await expectFits(page)
  await press(page, 'Simpan penanggung jawab')
  await said(page, 'Penanggung jawab disimpan')
  const dates = await page
    .locator('main a[href*="/kewajiban/"]')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  const [duty = '', waived = ''] = dates
  expect(dates.length).toBeGreaterThan(1)
  return { duty, waived }
}

async function markDone(page: Page, site: OpenDemo, duty: string): Promise<string> {
  await page.goto(`${site.address}/tugas`)
  await page.locator(`main a[href="${duty}"]`).first().waitFor({ state: 'attached' })
  await expectFits(page)
  await page.goto(`${site.address}${duty}`)
  await page.fill('textarea[name="note"]', 'Notula dan daftar hadir sudah ditandatangani')
  await expectFits(page)
  await press(page, 'Tandai selesai')
  await said(page, 'Ditandai selesai')
  await page.goto(`${site.address}${duty}`)
  await said(page, 'Notula dan daftar hadir sudah ditandatangani')
  return ((await page.locator('h1').textContent()) ?? '').trim()
}

async function waive(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.fill('textarea[name="reason"]', 'batal')
  await press(page, 'Tiadakan')
  await said(page, /paling sedikit 10 huruf/)
  expect(await page.inputValue('textarea[name="reason"]')).toBe('batal')
  await page.fill('textarea[name="reason"]', reason)
  await press(page, 'Tiadakan')
  await said(page, 'Kewajiban ditiadakan')
  await said(page, reason)
}

/** The report behind the button, as its text with white space folded. */
async function printedReport(page: Page, progress: string): Promise<string> {
  await page.goto(progress)
  await expectFits(page)
  const link = page.locator('main').getByRole('link', { name: 'Cetak laporan monev' })
  const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', progress).href)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
  const bytes = await answer.body()
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return text.replace(/-\s+/g, '').replace(/\s+/g, ' ')
}

describe.each([true, false])('with JavaScript %s', javaScriptEnabled => {
  test.each(Object.entries(widths))(
    'a plan goes from its file to what was done and the printed report, on a %s',
    async (_name, viewport) => {
      const site = await openExample()
      const options: BrowserContextOptions = { viewport, javaScriptEnabled }
      const unit = `${site.address}/u/bidang-perizinan`
      const plan = `${unit}/rencana/${document.year}`
      try {
        const leader = await openAs(browser, site, 'team-leader', options)
        await importPlan(leader, `${unit}/rencana`)
        expect(new URL(leader.url()).pathname).toBe(new URL(plan).pathname)
        await addAndRemove(leader, plan)
        await submit(leader)
        await approve(await openAs(browser, site, 'head', options), plan)
        const { duty, waived } = await publishAndAssign(leader, plan)
        const action = await markDone(await openAs(browser, site, 'staff', options), site, duty)
        await waive(leader, `${site.address}${waived}`)
        const report = await printedReport(leader, `${unit}/kemajuan/${document.year}`)
        expect(report).toContain(action.replace(/\s+/g, ' '))
        expect(report).toContain(staffName)
      } finally {
        await Promise.all(browser.contexts().map(context => context.close()))
        await site.close()
      }
    },
    240_000,
  )
})
