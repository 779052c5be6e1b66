import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../core/access/may.ts'
import type { OpenDatabase } from '../db/open-database.ts'
import { openEmbedded } from '../db/open-embedded.ts'
import { get, post, type Route } from '../features/context.ts'
import { keep, keptPlace } from '../ui/kept.ts'
import { createApp } from './app.tsx'

const https = 'https://zona.contoh.go.id'
const http = 'http://127.0.0.1:3000'
const asset = { file: 'a', path: '/assets/a', type: 'text/css', bytes: 0, gzip: 0 }
const actor: Actor = { userId: 'u', employeeId: null, name: 'Penguji', grants: [] }

/** Pages that say what reached them. */
const routes: Route[] = [
  get('/lihat', 'public', (_c, request) => request.page({ title: 'Lihat', body: 'isi' })),
  get('/tetap', 'public', (_c, request) =>
    request.page({ title: 'Tetap', body: ['<', keptPlace, '>'], kept: keep('isi tetap') }),
  ),
  get('/rusak', 'public', () => {
    throw new Error('rahasia di dalam')
  }),
  get('/unduh', 'self', () => new Response('nama;NIP', { headers: { 'content-type': 'text/csv' } })),
  get('/gambar', 'self', () => new Response('', { headers: { 'cache-control': 'private, no-cache' } })),
  post('/kirim', 'public', async (c, request) =>
    request.go('/lihat', JSON.stringify(await c.req.parseBody())),
  ),
  post('/kunci', 'self', (_c, request) => request.go('/lihat', request.requestKey ?? 'tanpa')),
  post('/unggah', 'self', async (c, request) => {
    const { file } = await c.req.parseBody()
    return request.go('/lihat', typeof file === 'string' ? String(file.length) : '')
  }),
]

describe('The shell around every page', () => {
  let database: OpenDatabase
  const logged: object[] = []
  const server = (origin: string, who: Actor | null = null) =>
    createApp(
      {
        db: database.db,
        assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
        assetFolder: '/nonexistent',
        brand: null,
        origin,
        clock: () => new Date('2026-11-24T03:00:00Z'),
        newId: randomUUID,
        findSession: async () => who && { actor: who, locale: 'id', unitId: null },
        findToken: async () => null,
        apiRate: 0,
        log: { error: (facts: object) => logged.push(facts), info: () => undefined },
      },
      routes,
    )
  const sent = (
    origin: string,
    path: string,
    body: string,
    type = 'application/x-www-form-urlencoded',
    who?: Actor,
  ) =>
    server(origin, who).request(`${origin}${path}`, {
      method: 'POST',
      headers: { origin, 'content-type': type },
      body,
    })

  beforeAll(async () => {
    database = await openEmbedded(null)
  })
  afterAll(() => database.close())

  test('lets a page load and run only what the server itself serves, and nobody frame it', async () => {
    for (const path of ['/lihat', '/rusak', '/tak-ada', '/healthz', '/api/v1/me', '/api/v1/openapi.json']) {
      const { headers } = await server(http).request(`${http}${path}`)
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ])
        expect([path, policy]).toEqual([path, expect.stringContaining(part)])
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
    }
  })

  test('binds browsers to https where that is the public address, and nowhere else', async () => {
    const strict = async (origin: string) => {
      const { headers } = await server(origin).request(`${origin}/lihat?lang=en`)
      return [
        headers.get('strict-transport-security'),
        headers.get('content-security-policy')?.includes('upgrade-insecure-requests'),
        headers.get('set-cookie')?.includes('Secure'),
      ]
    }
    expect(await strict(https)).toEqual(['max-age=31536000', true, true])
    expect(await strict(http)).toEqual([null, false, false])
  })

  test('keeps cookies from scripts and from other sites’ requests', async () => {
    for (const response of [
      await server(https).request(`${https}/lihat?lang=en`),
      await sent(https, '/kirim', 'a=b'),
    ]) {
      const cookie = response.headers.get('set-cookie')
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(flag)
    }
  })

  test('lets no page, and no file that does not say so itself, be kept by a browser or a proxy', async () => {
    for (const path of ['/lihat', '/unduh']) {
      const { headers } = await server(http, actor).request(`${http}${path}`)
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store'])
    }
    const { headers } = await server(http, actor).request(`${http}/gambar`)
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })

  test('takes a form without an account, but no more than a form can hold', async () => {
    expect((await sent(http, '/kirim', 'a=b')).status).toBe(303)
    expect((await sent(http, '/kirim', `a=${'x'.repeat(65 * 1024)}`)).status).toBe(413)
    expect((await sent(http, '/unggah', `file=${'x'.repeat(65 * 1024)}`, undefined, actor)).status).toBe(303)
    expect(
      (await sent(http, '/unggah', `file=${'x'.repeat(27 * 1024 * 1024)}`, undefined, actor)).status,
    ).toBe(413)
  })

  test('knows a form that is sent again by its key, its address and all that it says', async () => {
    const key = randomUUID()
    const keyOf = async (fields: Readonly<Record<string, string | File>>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      const answer = await server(http, actor).request(`${http}/kunci`, {
        method: 'POST',
        headers: { origin: http },
        body: form,
      })
      return /zona_notice=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
    }
    const plan = (bytes: string) => new File([bytes], 'rencana.xlsx')
    const first = await keyOf({ _key: key, title: 'Satu', file: plan('abc') })
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(await keyOf({ _key: key, title: 'Satu', file: plan('abc') })).toBe(first)
    const others = await Promise.all([
      keyOf({ _key: key, title: 'Dua', file: plan('abc') }),
      keyOf({ _key: key, title: 'Satu', file: plan('abd') }),
      keyOf({ _key: randomUUID(), title: 'Satu', file: plan('abc') }),
    ])
    expect(new Set([first, ...others]).size).toBe(4)
    expect(await keyOf({ _key: 'bukan kunci', title: 'Satu' })).toBe('tanpa')
  })

  test('shows what was kept in its place, whatever the notice’s cookie says', async () => {
    for (const cookie of ['zona_notice=Tersimpan%2500', 'zona_notice=%00']) {
      const page = await server(http).request(`${http}/tetap`, { headers: { cookie } })
      const html = await page.text()
      expect(html).toContain('&lt;isi tetap&gt;')
      expect(html).not.toContain('\0')
    }
  })

  test('counts what a body really holds, also where it does not say', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(16 * 1024))
    let left = 8
    const body = new ReadableStream({
      pull: controller => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    })
    const response = await server(http).request(`${http}/kirim`, {
      method: 'POST',
      headers: { origin: http, 'content-type': 'application/x-www-form-urlencoded' },
      body,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
  })

  test('reads nothing of what somebody sends who may not send it', async () => {
    let read = 0
    const body = new ReadableStream({
      pull: controller => {
        read += 1
        if (read > 100) return controller.close()
        controller.enqueue(new Uint8Array(64 * 1024))
      },
    })
    const response = await server(http).request(`${http}/unggah`, {
      method: 'POST',
      headers: { origin: http, 'content-type': 'application/x-www-form-urlencoded' },
      body,
      duplex: 'half',
    } as RequestInit)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/masuk'])
    expect(read).toBeLessThan(5)
  })

  test('takes far more in a form with files than in one of fields alone, which cost more than their bytes', async () => {
    const long = 'x'.repeat(3 * 1024 * 1024)
    const part = `--a\r\ncontent-disposition: form-data; name="file"\r\n\r\n${long}\r\n--a--`
    expect((await sent(http, '/unggah', part, 'multipart/form-data; boundary=a', actor)).status).toBe(303)
    expect((await sent(http, '/unggah', `file=${long}`, undefined, actor)).status).toBe(413)
  })

  test('refuses a form that is cut off or malformed, without calling it a fault', async () => {
    logged.length = 0
    expect((await sent(http, '/kirim', 'tanpa batas', 'multipart/form-data')).status).toBe(422)
    expect((await sent(http, '/kirim', '--a\r\ncontent-dis', 'multipart/form-data; boundary=a')).status).toBe(
      422,
    )
    expect(logged).toEqual([])
  })

  test('shows a reference of a fault and nothing of what happened; the log holds the pattern of the address', async () => {
    logged.length = 0
    const response = await server(http).request(`${http}/rusak?nik=3201`)
    const page = await response.text()
    expect(response.status).toBe(500)
    expect(page).not.toContain('rahasia di dalam')
    expect(logged).toMatchObject([{ path: '/rusak', error: { message: 'rahasia di dalam' } }])
    expect(page).toContain((logged[0] as { reference: string }).reference)
    expect(JSON.stringify(logged)).not.toContain('3201')
  })
})

test('a server whose database is gone says that it is not ready', async () => {
  const database = await openEmbedded(null)
  const app = createApp(
    {
      db: database.db,
      assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
      assetFolder: '/nonexistent',
      brand: null,
      origin: http,
      clock: () => new Date('2026-11-24T03:00:00Z'),
      newId: randomUUID,
      findSession: async () => null,
      findToken: async () => null,
      apiRate: 0,
      log: { error: () => undefined, info: () => undefined },
    },
    [],
  )
  expect((await app.request(`${http}/readyz`)).status).toBe(200)
  await database.close()
  expect((await app.request(`${http}/readyz`)).status).toBe(503)
  expect((await app.request(`${http}/healthz`)).status).toBe(200)
})
