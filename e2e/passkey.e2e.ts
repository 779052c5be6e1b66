import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAdmin, hashPassword } from '../src/features/organisation/index.ts'
import { readSettings } from '../src/settings.ts'
import { type OpenServer, openServer } from '../src/web/open-server.ts'
import { accessFaults, openBrowser, overflow, widths } from './browser.ts'

const password = 'empat kata acak panjang'
const folder = mkdtempSync(join(tmpdir(), 'zona-'))
let server: OpenServer
let browser: Browser
let address: string

const freePort = () =>
  new Promise<number>(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => done(typeof at === 'object' && at ? at.port : 0))
    })
  })

// A key belongs to a host name, so this errand goes to `localhost` and not, like the others, to a bare address.
beforeAll(async () => {
  const port = await freePort()
  address = `http://localhost:${port}`
  const settings = readSettings({
    ZONA_DATA: folder,
    PORT: String(port),
    ZONA_ORIGIN: address,
    LOG_LEVEL: 'error',
  })
  if (!settings.ok) throw new Error(settings.problem.join('\n'))
  server = await openServer(settings.value, { jobs: false })
  await createAdmin(
    { db: server.database.db, now: new Date(), today: '2026-11-24', newId: randomUUID, actor: null },
    {
      email: 'siti@contoh.go.id',
      name: 'Siti Rahma',
      agency: 'Dinas Contoh',
      hashed: await hashPassword(password),
    },
  )
  await server.listen()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function withPassword(page: Page) {
  await page.goto(`${address}/masuk`)
  await page.fill('input[name="email"]', 'siti@contoh.go.id')
  await page.fill('input[name="password"]', password)
  await page.click('main button[type="submit"]:text-is("Masuk")')
  await page.waitForURL(`${address}/`)
}

test('a person makes a passkey, signs in with it, and removes it, after which it opens nothing', async () => {
  const context = await browser.newContext({ viewport: widths.phone })
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await withPassword(page)

  await page.goto(`${address}/akun/kunci`)
  expect(await accessFaults(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  await page.fill('input[name="name"]', 'Ponsel pribadi')
  await page.fill('input[name="password"]', 'bukan kata sandinya')
  await page.click('zona-passkey button[type="submit"]')
  await page.waitForSelector('text=Kata sandi saat ini tidak cocok')
  expect(await page.inputValue('input[name="name"]')).toBe('Ponsel pribadi')
  await devices.send('WebAuthn.clearCredentials', { authenticatorId })
  await page.fill('input[name="password"]', password)
  await page.click('zona-passkey button[type="submit"]')
  await page.waitForSelector('text=Kunci sandi ditambahkan')
  expect(await accessFaults(page)).toEqual([])

  await context.clearCookies()
  await page.goto(`${address}/masuk?next=/akun/kunci`)
  expect(await accessFaults(page)).toEqual([])
  await page.click('button:text-is("Masuk dengan kunci sandi")')
  await page.waitForURL(`${address}/akun/kunci`)
  expect(await page.textContent('main')).toContain('Ponsel pribadi')

  await page.click('button[aria-label="Hapus: Ponsel pribadi"]')
  await page.waitForSelector('text=Kunci dihapus')
  await context.clearCookies()
  await page.goto(`${address}/masuk`)
  await page.click('button:text-is("Masuk dengan kunci sandi")')
  await page.waitForSelector('text=Kunci sandi itu tidak dikenal')
  await page.goto(`${address}/akun`)
  expect(page.url()).toContain('/masuk')
  const actions = await server.database.db
    .selectFrom('audit_entry')
    .select(['action', 'detail'])
    .where('action', 'in', ['passkey-added', 'passkey-removed', 'signed-in', 'sign-in-refused'])
    .orderBy('seq')
    .execute()
  expect(actions.map(({ action, detail }) => `${action} ${detail.method ?? detail.name}`)).toEqual([
    'signed-in password',
    'passkey-added Ponsel pribadi',
    'signed-in passkey',
    'passkey-removed Ponsel pribadi',
    'sign-in-refused passkey',
  ])
  await context.close()
})

test('an answer that the device gave once is not taken a second time', async () => {
  const context = await browser.newContext({ viewport: widths.desk })
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await withPassword(page)
  await page.goto(`${address}/akun/kunci`)
  await page.fill('input[name="name"]', 'Laptop kantor')
  await page.fill('input[name="password"]', password)
  await page.click('zona-passkey button[type="submit"]')
  await page.waitForSelector('text=Kunci sandi ditambahkan')
  await context.clearCookies()
  await page.goto(`${address}/masuk`)
  const sent = page.waitForRequest(request => request.method() === 'POST')
  await page.click('button:text-is("Masuk dengan kunci sandi")')
  const body = (await sent).postData() ?? ''
  await page.waitForURL(`${address}/`)
  const again = await fetch(`${address}/masuk`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
  expect(body).toContain('authenticatorData')
  expect(again.status).toBe(422)
  expect(again.headers.getSetCookie().join()).not.toContain('session_token')
  await context.close()
})

test('without JavaScript the pages say what passkeys need, and the password still works', async () => {
  const context = await browser.newContext({ viewport: widths.phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await withPassword(page)
  await page.goto(`${address}/akun/kunci`)
  expect(await page.textContent('zona-passkey')).toContain('memerlukan JavaScript')
  expect(await page.isVisible('zona-passkey form')).toBe(false)
  await context.close()
})
