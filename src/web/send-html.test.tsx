import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { expect, test } from 'vitest'
import { keep, keptPlace } from '../ui/kept.ts'
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
