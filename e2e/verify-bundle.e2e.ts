import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDemo } from '../scripts/open-demo.ts'
import { verifyCommand } from '../src/cli/verify.ts'
import { bundleWith, testKey } from '../src/core/bundle/bundle.test-data.ts'
import { accessFaults, openAs, openBrowser, openExample, overflow, widths } from './browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'zona-bundle-'))
const shots = process.env.ZONA_SHOTS
const [untouched, forged, weighed, broken] = ['utuh.zip', 'diubah.zip', 'bobot.zip', 'rusak.zip'].map(name =>
  join(folder, name),
) as [string, string, string, string]

let browser: Browser
let site: OpenDemo

beforeAll(async () => {
  site = await openExample()
  browser = await openBrowser()
  const page = await openAs(browser, site, 'team-leader')
  await page.goto(`${site.address}/u/${site.example.agency.slug}/lke/2025`)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh bundel bertanda tangan' }).click(),
  ])
  await saved.saveAs(untouched)
  await page.context().close()
  const members = unzipSync(readFileSync(untouched))
  const answers = strFromU8(members['answers.json'] ?? new Uint8Array())
  const changed = answers.replace(/("P\.MP\.1\.a":\{"explanation":"","value":)"Ya"/, '$1"Tidak"')
  if (changed === answers) throw new Error('the example does not answer P.MP.1.a with Ya')
  writeFileSync(forged, zipSync({ ...members, 'answers.json': strToU8(changed) }))
  const instrument = strFromU8(members['instrument.json'] ?? new Uint8Array())
  const lighter = instrument.replace(/("code":"P\.MP\.1",.{0,4000}?"weight":")[^"]+/s, '$10.25')
  if (lighter === instrument) throw new Error('the example has no weight of P.MP.1')
  writeFileSync(weighed, zipSync({ ...members, 'instrument.json': strToU8(lighter) }))
  writeFileSync(broken, zipSync({ 'bundle.json': strToU8('{}') }))
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each([
  ['phone', true],
  ['phone', false],
  ['desk', true],
  ['desk', false],
] as const)('on a %s with JavaScript %s', (width, javaScriptEnabled) => {
  test('anyone checks a bundle: untouched it holds, with one changed answer it says which', async () => {
    const context = await browser.newContext({ viewport: widths[width], javaScriptEnabled, locale: 'id-ID' })
    const page = await context.newPage()
    const sent: string[] = []
    page.on('request', request => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    const check = async (path: string) => {
      await page.goto(`${site.address}/periksa`)
      if (javaScriptEnabled) await page.locator('zona-verify-bundle[data-ready]').waitFor()
      await page.setInputFiles('input[name="bundel"]', path)
      await page.getByRole('button', { name: 'Periksa' }).click()
    }
    const isSound = async (name: string) => {
      if (shots)
        await page.screenshot({ path: `${shots}/${name}-${width}-${javaScriptEnabled}.png`, fullPage: true })
      expect(await page.locator('h1').count()).toBe(1)
      if (!javaScriptEnabled) return
      expect(await overflow(page)).toBe(0)
      expect(await accessFaults(page)).toEqual([])
    }

    await page.goto(`${site.address}/kunci`)
    await page.locator('td', { hasText: 'Kunci lama' }).waitFor()
    await isSound('kunci')

    await check(untouched)
    await page.getByText('Berkas ini utuh: semua yang diperiksa cocok.').waitFor()
    await page.getByText('Kunci ada di daftar kunci yang diumumkan instansi.').waitFor()
    await isSound('utuh')

    await check(forged)
    await page.getByText('Berkas ini tidak cocok').waitFor()
    await page.getByText('answers.json: P.MP.1.a berubah: hash berbeda').waitFor()
    await page.getByText(/score\.total tertulis [\d.]+, hasil hitung ulang [\d.]+/).waitFor()
    await isSound('diubah')

    await check(weighed)
    await page.getByText('Berkas ini tidak cocok').waitFor()
    await page.getByText('instrument.json: P.MP.1 berubah: hash berbeda').waitFor()

    await check(broken)
    await page.getByText('Bundel tidak memuat instrument.json.').first().waitFor()
    await isSound('rusak')

    expect(sent.length).toBe(javaScriptEnabled ? 0 : 4)
    await context.close()
  })
})

test('evidence files are compared in the browser, and a swapped one is named', async () => {
  const path = join(folder, 'dengan-bukti.zip')
  writeFileSync(path, await bundleWith(testKey()))
  const context = await browser.newContext({ viewport: widths.phone, locale: 'id-ID' })
  const page = await context.newPage()
  await page.goto(`${site.address}/periksa`)
  await page.locator('zona-verify-bundle[data-ready]').waitFor()
  await page.setInputFiles('input[name="bundel"]', path)
  await page.setInputFiles('input[multiple]', {
    name: 'SK Tim.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('Surat lain'),
  })
  await page.getByRole('button', { name: 'Periksa' }).click()
  await page
    .getByText('Bukti "SK Tim Kerja" (versi 2): SK Tim.pdf bukan berkas yang dirujuk, hash berbeda')
    .waitFor()
  await page.getByText('yang bukan kunci instansi').waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await accessFaults(page)).toEqual([])
  if (shots) await page.screenshot({ path: `${shots}/bukti-phone.png`, fullPage: true })
  await context.close()
})

test('the command line says the same of the same files', async () => {
  const run = async (path: string) => {
    const said: string[] = []
    const out = { stdout: (text: string) => said.push(text), stderr: (text: string) => said.push(text) }
    return { code: await verifyCommand([path], out), said: said.join('\n') }
  }
  expect(await run(untouched)).toMatchObject({
    code: 0,
    said: expect.stringContaining('kuncinya belum dibandingkan'),
  })
  expect(await run(forged)).toMatchObject({
    code: 1,
    said: expect.stringContaining('answers.json: P.MP.1.a berubah: hash berbeda'),
  })
  expect(await run(broken)).toEqual({ code: 2, said: `${broken}: Bundel tidak memuat instrument.json.` })
})

test('the head closes a year, and the key that is made with it proves the bundle to anyone', async () => {
  const lke = `${site.address}/u/${site.example.agency.slug}/lke/2026`
  const leader = await openAs(browser, site, 'team-leader')
  await leader.goto(`${lke}/ajukan`)
  await leader.check('input[name="acceptsBlanks"]')
  await leader.getByRole('button', { name: 'Ajukan' }).click()
  await leader.waitForURL(lke)
  const head = await openAs(browser, site, 'head')
  await head.goto(lke)
  await head.getByRole('button', { name: 'Tutup selamanya' }).click()
  await head.getByText('LKE ditutup').waitFor()
  const [saved] = await Promise.all([
    head.waitForEvent('download'),
    head.getByRole('link', { name: 'Unduh bundel bertanda tangan' }).click(),
  ])
  const path = join(folder, 'baru.zip')
  await saved.saveAs(path)
  expect(await accessFaults(head)).toEqual([])
  if (shots) await head.screenshot({ path: `${shots}/ditutup.png`, fullPage: true })

  await head.goto(`${site.address}/kunci`)
  const fingerprint = await head
    .locator('tr', { hasText: 'Sedang dipakai' })
    .locator('code')
    .first()
    .textContent()
  const said: string[] = []
  const out = { stdout: (text: string) => said.push(text), stderr: (text: string) => said.push(text) }
  expect(await verifyCommand([path, '--key', fingerprint ?? ''], out)).toBe(0)
  expect(said.join()).toContain('Berkas ini utuh: semua yang diperiksa cocok.')
  await Promise.all([leader.context().close(), head.context().close()])
})
