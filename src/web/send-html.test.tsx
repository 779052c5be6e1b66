import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { expect, test } from 'vitest'
import { keep, keptPlace } from '../ui/kept.ts'
import { listen } from './listen.ts'
import { sendHtml } from './send-html.ts'

const long = 'Rencana aksi – dua belas bulan. '.repeat(200)
const Page = ({ text }: { text: string }) => <p>{text}</p>
const app = new Hono()
app.use(compress())
app.get('/', c => sendHtml(c, <Page text={long} />, { status: 422 }))
const kept = keep(<Page text={`<${long}`} />)
app.get('/kept', c => sendHtml(c, <div>–{keptPlace}–</div>, { kept }))
app.get('/lost', c => sendHtml(c, <div />, { kept: keep(<Page text="x" />) }))
app.onError((error, c) => c.text(error.message, 500))

const asked = (encoding?: string) =>
  app.request('/', { headers: encoding === undefined ? {} : { 'accept-encoding': encoding } })

test('a page is compressed once for a browser that takes gzip', async () => {
  const answer = await asked('gzip, deflate, br, zstd')
  expect(answer.status).toBe(422)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8')
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(`<p>${long}</p>`)
})

test.each([undefined, 'identity', 'gzip;q=0', ''])(
  'to whoever takes no gzip (%s) it goes as it is',
  async encoding => {
    const answer = await asked(encoding)
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    expect(await answer.text()).toBe(`<p>${long}</p>`)
  },
)

test('what was kept stands in its place, compressed or not', async () => {
  const page = `<div>–<p>&lt;${long}</p>–</div>`
  expect(await (await app.request('/kept')).text()).toBe(page)
  for (const time of ['first', 'again']) {
    const answer = await app.request('/kept', { headers: { 'accept-encoding': 'gzip' } })
    const bytes = await answer.arrayBuffer()
    expect([time, gunzipSync(bytes).toString()]).toEqual([time, page])
    expect(bytes.byteLength).toBeLessThan(400)
  }
})

test('a page without a place for what was kept is not sent', async () => {
  const answer = await app.request('/lost')
  expect([answer.status, await answer.text()]).toEqual([
    500,
    'the page has no place for what was kept for it',
  ])
})

test('over a connection it goes in parts, with every header, whole, and HEAD gets none of it', async () => {
  const cookies = new Hono()
  cookies.use(async (c, next) => {
    await next()
    c.res.headers.append('set-cookie', 'a=1')
    c.res.headers.append('set-cookie', 'b=2')
  })
  cookies.route('/', app)
  const server = await listen(cookies.fetch, { host: '127.0.0.1', port: 0 })
  try {
    const page = `<div>–<p>&lt;${long}</p>–</div>`
    for (const encoding of ['identity', 'gzip', 'gzip']) {
      const answer = await fetch(`${server.address}/kept`, { headers: { 'accept-encoding': encoding } })
      expect([encoding, answer.status, await answer.text()]).toEqual([encoding, 200, page])
      expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
      expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8')
      expect(answer.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null)
      expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0)
    }
    const head = await fetch(`${server.address}/kept`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const lost = await fetch(`${server.address}/lost`)
    expect([lost.status, await lost.text()]).toEqual([500, 'the page has no place for what was kept for it'])
    const plain = await fetch(server.address)
    expect([plain.status, await plain.text()]).toEqual([422, `<p>${long}</p>`])
  } finally {
    await server.stop()
  }
})
