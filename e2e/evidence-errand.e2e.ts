import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDemo } from '../scripts/open-demo.ts'
import { accessFaults, openAs, openBrowser, openExample, overflow, widths } from './browser.ts'

const shots = process.env.ZONA_SHOTS

let browser: Browser
let site: OpenDemo
let base: string
let obligations: { readonly id: string; readonly slots: readonly string[] }[]

beforeAll(async () => {
  site = await openExample()
  browser = await openBrowser()
  base = `${site.address}/u/${site.example.agency.slug}/bukti`
  if (shots) mkdirSync(shots, { recursive: true })
  const rows = await site.server.database.db
    .selectFrom('obligation as o')
    .innerJoin('action as a', 'a.id', 'o.action_id')
    .innerJoin('evidence_slot as s', 's.indicator_id', 'a.indicator_id')
    .select(['o.id', 's.text'])
    .orderBy('o.due')
    .orderBy('o.id')
    .orderBy('s.position')
    .execute()
  obligations = [...Map.groupBy(rows, row => row.id)]
    .map(([id, slots]) => ({ id, slots: slots.map(slot => slot.text) }))
    .filter(one => one.slots.length >= 2)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function isSound(page: Page, name: string, javaScript = true) {
  expect([page.url(), await page.locator('h1').count()]).toEqual([page.url(), 1])
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  if (!javaScript) return
  for (const size of [widths.phone, widths.desk]) {
    await page.setViewportSize(size)
    expect([page.url(), await overflow(page)]).toEqual([page.url(), 0])
    expect([page.url(), await accessFaults(page)]).toEqual([page.url(), []])
    if (shots) await page.screenshot({ path: `${shots}/${name}-${size.width}.png`, fullPage: true })
  }
}

const text = (words: string, bytes: number) => Buffer.alloc(bytes, `${words} `)
const fileOf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
const row = (page: Page, name: string) => page.locator('.upload-row', { hasText: name })
const notice = (page: Page, words: string | RegExp) => page.locator('main').getByText(words).first().waitFor()

test('a person without JavaScript fills an item asked for by the plain form', async () => {
  const [owed] = obligations
  const slot = owed?.slots[0] ?? ''
  const page = await openAs(browser, site, 'staff', { javaScriptEnabled: false })
  await page.goto(`${base}/kewajiban/${owed?.id}`)
  await isSound(page, 'plain-form', false)
  await page.selectOption('select[name="slot"]', slot)
  await page.selectOption('select[name="kind"]', 'minutes')
  await page.setInputFiles(
    'input[name="files"]',
    fileOf('halaman.pdf', Buffer.from('<html><script>1</script>')),
  )
  await page.getByRole('button', { name: 'Unggah bukti' }).click()
  await page.locator('#error-summary').waitFor()
  expect(await page.locator('#error-summary').textContent()).toContain('halaman web')
  await page.setInputFiles('input[name="files"]', fileOf('Notulen.txt', text('notulen rapat', 4000)))
  await page.getByRole('button', { name: 'Unggah bukti' }).click()
  await notice(page, '1 bukti tersimpan')
  const cell = page.getByRole('row', { name: slot })
  expect(await cell.textContent()).toContain('Menunggu diperiksa')
  await page.context().close()
})

test('with JavaScript several files go at once, pause, are refused in the form’s own words, and survive a lost connection', async () => {
  const [, owed] = obligations
  const slot = owed?.slots[0] ?? ''
  const big = text('rekaman hasil rapat', 30_000_000)
  const page = await openAs(browser, site, 'staff')
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  const speed = (offline: boolean, bytesASecond: number) =>
    line.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: bytesASecond,
    })
  await page.goto(`${base}/kewajiban/${owed?.id}`)
  await speed(false, 5_000_000)
  await page.setInputFiles('input[name="files"]', [
    fileOf('Rekaman.txt', big),
    fileOf('Laporan.pdf', Buffer.from('<html><script>1</script>')),
    fileOf('Undangan.txt', text('undangan rapat', 3000)),
  ])
  await row(page, 'Undangan.txt')
    .getByText(/^Sudah diterima/)
    .waitFor()
  await row(page, 'Laporan.pdf')
    .getByText(/halaman web dan SVG tidak diterima/i)
    .waitFor()
  await row(page, 'Laporan.pdf').getByRole('button', { name: 'Batalkan' }).click()

  const sent = () =>
    row(page, 'Rekaman.txt')
      .locator('progress')
      .evaluate(bar => Number(bar.getAttribute('value')))
  await expect.poll(sent, { timeout: 30_000 }).toBeGreaterThan(8_500_000)
  await row(page, 'Rekaman.txt').getByRole('button', { name: 'Jeda' }).click()
  await row(page, 'Rekaman.txt')
    .getByText(/^Dijeda pada/)
    .waitFor()
  await isSound(page, 'paused')
  await row(page, 'Rekaman.txt').getByRole('button', { name: 'Lanjutkan' }).click()
  await speed(true, 5_000_000)
  await row(page, 'Rekaman.txt')
    .getByText(/menyambung sendiri/)
    .waitFor()
  await isSound(page, 'lost')
  await speed(false, 5_000_000)

  // Sent before the last file is there, the form waits for it.
  await page.selectOption('select[name="slot"]', slot)
  await page.selectOption('select[name="kind"]', 'recording')
  await page.getByRole('button', { name: 'Unggah bukti' }).click()
  await page.getByText('Formulir dikirim begitu semua berkas diterima').waitFor()
  await page.getByText('2 bukti tersimpan').waitFor({ timeout: 60_000 })
  const sha256 = createHash('sha256').update(big).digest('hex')
  const kept = await site.server.database.db
    .selectFrom('evidence_version')
    .select('file_name')
    .where('sha256', '=', sha256)
    .execute()
  expect(kept.map(version => version.file_name)).toEqual(['Rekaman.txt'])
  await isSound(page, 'filled')
  await page.context().close()
}, 180_000)

test('a page that is reloaded goes on with its files, and dropped and pasted ones are taken too', async () => {
  const page = await openAs(browser, site, 'staff')
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await page.goto(`${base}/baru`)
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 3_000_000,
  })
  await page.setInputFiles('input[name="files"]', fileOf('Panjang.txt', text('isi panjang', 20_000_000)))
  const sent = () =>
    row(page, 'Panjang.txt')
      .locator('progress')
      .evaluate(bar => Number(bar.getAttribute('value')))
  await expect.poll(sent, { timeout: 30_000 }).toBeGreaterThan(8_500_000)
  await page.reload()
  await row(page, 'Panjang.txt')
    .getByText(/^Sudah diterima/)
    .waitFor({ timeout: 60_000 })

  const give = (kind: 'drop' | 'paste', name: string) =>
    page.evaluate(
      ({ kind, name }) => {
        const data = new DataTransfer()
        data.items.add(new File([`isi ${name}`], name, { type: 'text/plain' }))
        const event =
          kind === 'drop'
            ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        document.querySelector('zona-upload')?.dispatchEvent(event)
      },
      { kind, name },
    )
  await give('drop', 'Seret.txt')
  await give('paste', 'Tempel.txt')
  await row(page, 'Seret.txt')
    .getByText(/^Sudah diterima/)
    .waitFor()
  await row(page, 'Tempel.txt')
    .getByText(/^Sudah diterima/)
    .waitFor()
  await page.selectOption('select[name="kind"]', 'other')
  await page.getByRole('button', { name: 'Unggah bukti' }).click()
  await page.getByText('3 bukti tersimpan').waitFor()
  await page.context().close()
}, 180_000)

test('on a phone there is a camera, and a photo is made smaller where that is wished', async () => {
  const page = await openAs(browser, site, 'staff', {
    viewport: widths.phone,
    hasTouch: true,
    isMobile: true,
  })
  await page.goto(`${base}/baru`)
  await page.getByRole('button', { name: 'Ambil foto' }).waitFor()
  await page.getByLabel('Perkecil foto sebelum dikirim').check()
  const photo = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 2000
    const context = canvas.getContext('2d')
    const image = context?.createImageData(3000, 2000)
    if (!context || !image) return ''
    let state = 7
    for (let at = 0; at < image.data.length; at++) {
      state = (state * 1103515245 + 12345) % 2147483648
      image.data[at] = at % 4 === 3 ? 255 : state % 256
    }
    context.putImageData(image, 0, 0)
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? ''
  })
  await page.setInputFiles('input[capture]', {
    name: 'Foto apel.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(photo, 'base64'),
  })
  await row(page, 'Foto apel.jpg')
    .getByText(/diperkecil dari .* ke /)
    .waitFor()
  await page.reload()
  expect(await page.getByLabel('Perkecil foto sebelum dikirim').isChecked()).toBe(true)
  await isSound(page, 'camera')
  await page.context().close()
})

test('another person returns one piece with a reason and accepts its next version; the file opens', async () => {
  const [, owed] = obligations
  const staff = await openAs(browser, site, 'staff')
  const leader = await openAs(browser, site, 'team-leader')
  await leader.goto(`${base}/kewajiban/${owed?.id}`)
  await leader.getByRole('link', { name: 'Undangan', exact: true }).first().click()
  await leader.waitForURL(/\/bukti\/[0-9a-f-]{36}$/)
  const address = leader.url()
  await leader.getByRole('button', { name: 'Kembalikan' }).click()
  await leader.locator('#error-summary').waitFor()
  await leader.fill('textarea[name="reason"]', 'Belum ada tanda tangan pengundang')
  await leader.getByRole('button', { name: 'Kembalikan' }).click()
  await notice(leader, 'Bukti dikembalikan dengan alasannya.')
  await isSound(leader, 'returned')

  await staff.goto(address)
  await notice(staff, 'Belum ada tanda tangan pengundang')
  await staff.setInputFiles(
    'input[name="files"]',
    fileOf('Undangan bertanda tangan.txt', text('undangan', 900)),
  )
  await row(staff, 'Undangan bertanda tangan.txt')
    .getByText(/^Sudah diterima/)
    .waitFor()
  await staff.getByRole('button', { name: 'Unggah versi baru' }).click()
  await notice(staff, 'Versi 2 tersimpan.')

  await leader.goto(address)
  await leader.getByRole('button', { name: 'Terima', exact: true }).click()
  await notice(leader, 'Bukti diterima.')
  await isSound(leader, 'accepted')
  const file = await leader.request.get(`${address}/berkas/2`)
  expect([file.status(), (await file.body()).length]).toEqual([200, 900])
  await staff.context().close()
  await leader.context().close()
})
