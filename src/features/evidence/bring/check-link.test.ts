import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInner, linkChecker, webAddress } from './check-link.ts'

describe('the check of an address', () => {
  let server: Server
  let at: string
  let asked = 0
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked++
      if (request.url === '/pindah') response.writeHead(302, { location: '/berita' }).end()
      else if (request.url === '/putar') response.writeHead(302, { location: '/putar' }).end()
      else if (request.url === '/sesat') response.writeHead(302, { location: 'http://[' }).end()
      else if (request.url === '/mulai') response.end('<title'.repeat(20_000))
      else if (request.url === '/hilang') response.writeHead(404).end('<title>Tidak ada</title>')
      else if (request.url === '/besar') response.end(`${' '.repeat(400_000)}<title>Terlalu jauh</title>`)
      else response.end('<html><title>\n Berita &amp; Acara </title><p>isi')
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    at = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  })
  afterAll(() => new Promise(done => server.close(done)))

  test('keeps the title, also behind a redirect, and nothing where the page is not found', async () => {
    const check = linkChecker(() => false)
    expect(await check(`${at}/berita`)).toEqual({ title: 'Berita & Acara' })
    expect(await check(`${at}/pindah`)).toEqual({ title: 'Berita & Acara' })
    expect(await check(`${at}/hilang`)).toBeNull()
    expect(await check(`${at}/besar`)).toEqual({ title: null })
    expect(await check(`${at}/mulai`)).toEqual({ title: null })
    expect(await check(`${at}/sesat`)).toBeNull()
  })

  test('follows a circle only a few steps', async () => {
    const before = asked
    expect(await linkChecker(() => false)(`${at}/putar`)).toBeNull()
    expect(asked - before).toBe(4)
  })

  test('never asks the network of the server itself', async () => {
    const before = asked
    const check = linkChecker(isInner)
    for (const address of [at, at.replace('127.0.0.1', 'localhost'), 'http://169.254.169.254/latest'])
      expect(await check(`${address}/berita`)).toBeNull()
    expect(asked).toBe(before)
  })

  test.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.20.0.1', true],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['fd00::1', true],
    ['::127.0.0.1', true],
    ['64:ff9b::7f00:1', true],
    ['2002:7f00:1::1', true],
    ['2001:0:7f00:1::1', true],
    ['bukan alamat', true],
    ['203.0.113.7', false],
    ['2001:4860::1', false],
  ])('%s is inner: %s', (address, inner) => {
    expect(isInner(address)).toBe(inner)
  })

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://a:b@contoh.go.id', 'contoh.go.id', ''])(
    '%j is no address of the web',
    text => {
      expect(webAddress(text)).toBeNull()
    },
  )
})
