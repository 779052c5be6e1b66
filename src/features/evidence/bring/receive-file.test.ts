import { createHash, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf, scratchServices } from '../seed.test-data.tsx'
import { clamdScan } from '../store/clamd.ts'
import { longestName } from './clean-name.ts'
import { describeFileProblem } from './describe-problem.ts'
import { type EvidenceServices, receiveFile } from './receive-file.ts'
import { docx, pdf, png, zip } from './sample-files.test-data.ts'

const services = scratchServices()
afterAll(() => services.remove())
const take = (name: string, content: string | Uint8Array, more: Partial<EvidenceServices> = {}) =>
  receiveFile({ ...services, ...more }, { id: randomUUID(), name, bytes: bytesOf(content) })
const objects = async () => {
  const list: string[] = []
  for await (const { sha256 } of services.store.list()) list.push(sha256)
  return list
}
const staged = () => readdirSync(join(services.folder, 'staging'))

describe('a file that comes in', () => {
  test('is kept once under the hash of its bytes, whatever it is called', async () => {
    const hash = createHash('sha256').update(pdf()).digest('hex')
    const first = await take('SK Tim.pdf', pdf())
    const second = await take('salinan.PDF', pdf())
    expect([first, second].map(one => one.ok && one.value.sha256)).toEqual([hash, hash])
    expect(await objects()).toEqual([hash])
    expect(staged()).toEqual([])
  })

  test.each([
    ['surat.pdf', pdf(), 'application/pdf'],
    ['foto.png', png(800, 600), 'image/png'],
    ['daftar.csv', 'nama;hadir\nSari;ya\n', 'text/csv'],
    ['catatan.txt', 'Rapat pukul 9 < 10 & selesai\n', 'text/plain'],
    ['surel.eml', 'From: a@b.go.id\nSubject: Rapat\n\n<html><body>Isi</body></html>', 'message/rfc822'],
    ['naskah.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [
      'naskah.odt',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
      'application/vnd.oasis.opendocument.text',
    ],
  ])('%s is what its content says', async (name, content, type) => {
    const taken = await take(name, content)
    expect(taken).toMatchObject({ ok: true, value: { type, renamed: false, warnings: [] } })
  })

  test('an encrypted PDF is taken with a warning for whoever must open it', async () => {
    const taken = await take('rahasia.pdf', pdf('/Encrypt 5 0 R '))
    expect(taken).toMatchObject({ ok: true, value: { warnings: ['encrypted-pdf'] } })
  })

  test.each([
    ['nol bita', 'kosong.pdf', '', 'empty'],
    ['HTML under the name of a text', 'x.txt', '  <!DOCTYPE html><p>a', 'html'],
    ['HTML far inside a CSV', 'x.csv', `a;b\n${'1;2\n'.repeat(2000)}<script>alert(1)</script>`, 'html'],
    ['SVG', 'x.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'html'],
    ['SVG behind an XML line', 'x.png', '<?xml version="1.0"?>\n<svg onload="1"/>', 'html'],
    ['a Windows program', 'lucu.pdf', 'MZ\u0090\u0000\u0003', 'executable'],
    ['a script', 'x.txt', '#!/bin/sh\nrm -rf /\n', 'executable'],
    ['a Java archive', 'x.docx', zip({ 'META-INF/MANIFEST.MF': '', 'A.class': '' }), 'executable'],
    ['HTML before a PDF', 'x.pdf', Buffer.concat([Buffer.from('<html>'), pdf()]), 'polyglot'],
    [
      'HTML in the first line of a PDF',
      'x.pdf',
      pdf().toString('latin1').replace('%PDF-1.4', '%PDF-1.4<script>'),
      'polyglot',
    ],
    ['an archive behind a PDF', 'x.pdf', Buffer.concat([pdf(), zip({ a: 'b' })]), 'polyglot'],
    [
      'HTML behind a picture',
      'x.png',
      Buffer.concat([png(2, 2), Buffer.from('<script>1</script>')]),
      'polyglot',
    ],
    ['a PDF cut in the middle', 'x.pdf', pdf().subarray(0, 200), 'damaged'],
    [
      'a PDF whose table is elsewhere',
      'x.pdf',
      pdf().toString('latin1').replace('%PDF-1.4\n', '%PDF-1.4\n\n\n\n'),
      'damaged',
    ],
    ['an archive cut in the middle', 'x.docx', docx().subarray(0, 90), 'damaged'],
    ['a picture cut in its header', 'x.png', png(2, 2).subarray(0, 18), 'damaged'],
    ['a picture without its end', 'x.png', png(2, 2).subarray(0, 50), 'damaged'],
    ['a picture of 100,000 × 100,000', 'x.png', png(100_000, 100_000), 'image-too-big'],
    ['macros', 'x.docx', docx({ 'word/vbaProject.bin': 'x' }), 'macros'],
    ['an old Word file', 'x.doc', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'), 'old-office'],
    ['any other archive', 'x.zip', zip({ 'a.txt': 'b' }), 'kind-not-allowed'],
    ['a picture called PDF', 'x.pdf', png(2, 2), 'wrong-extension'],
    ['a PDF called picture', 'x.jpg', pdf(), 'wrong-extension'],
    ['a text called PDF', 'x.pdf', 'hanya teks', 'wrong-extension'],
    ['bytes called text', 'x.txt', Buffer.from([65, 0, 66, 1]), 'not-text'],
    ['a name without an ending', 'surat', pdf(), 'no-extension'],
  ])(
    '%s is refused with a sentence of its own, and nothing of it stays',
    async (_what, name, content, kind) => {
      const before = await objects()
      const taken = await take(name, content)
      expect(taken).toMatchObject({ ok: false, problem: { kind } })
      if (!taken.ok) expect(describeFileProblem(taken.problem, name, 'id')).toMatch(/^[^:]+: .{10,}/)
      expect(await objects()).toEqual(before)
      expect(staged()).toEqual([])
    },
  )

  test('past the limit is refused while it comes, without being read to its end', async () => {
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 65_536
        yield Buffer.alloc(65_536, 'a')
      }
    }
    const taken = await receiveFile(services, { id: randomUUID(), name: 'x.txt', bytes: endless() })
    expect(taken).toMatchObject({ ok: false, problem: { kind: 'too-large', largest: services.largest } })
    expect(sent).toBeLessThan(services.largest + 3 * 65_536)
    expect(staged()).toEqual([])
  })

  test('of a kind that the settings leave out is refused', async () => {
    const taken = await take('x.csv', 'a;b\n', { kinds: ['pdf'] })
    expect(taken).toMatchObject({ ok: false, problem: { kind: 'kind-not-allowed', extension: 'csv' } })
  })

  test('whose sender breaks off leaves nothing', async () => {
    async function* broken() {
      yield Buffer.from('%PDF-1.4')
      throw new Error('connection reset')
    }
    await expect(receiveFile(services, { id: randomUUID(), name: 'x.pdf', bytes: broken() })).rejects.toThrow(
      'connection reset',
    )
    expect(staged()).toEqual([])
  })

  test.each([
    ['../../etc/SK.pdf', 'SK.pdf'],
    ['C:\\Users\\sari\\SK Tim.pdf', 'SK Tim.pdf'],
    ['SK\u0000\u202e tim\n.pdf', 'SK tim.pdf'],
    ['a<b>:"c|?*.pdf', 'a-b---c---.pdf'],
  ])('called %j is stored as %j, and that is told', async (given, name) => {
    const taken = await take(given, pdf())
    expect(taken).toMatchObject({ ok: true, value: { fileName: name, renamed: true } })
  })

  test('with a name of 300 characters keeps its start and its ending', async () => {
    const taken = await take(`${'n'.repeat(300)}.pdf`, pdf())
    expect(taken).toMatchObject({ ok: true, value: { renamed: true } })
    if (taken.ok) {
      expect(taken.value.fileName).toHaveLength(longestName)
      expect(taken.value.fileName).toMatch(/^n+\.pdf$/)
    }
  })
})

describe('with a virus scanner', () => {
  let server: Server
  let address: string
  const heard: Buffer[] = []
  /** Speaks clamd's protocol over a real socket: the test signature is found, everything else is clean. */
  beforeAll(async () => {
    server = createServer(socket => {
      let all = Buffer.alloc(0)
      socket.on('error', () => undefined)
      socket.on('data', bytes => {
        all = Buffer.concat([all, bytes])
        if (!all.subarray(-4).equals(Buffer.alloc(4))) return
        const content: Buffer[] = []
        for (let at = 'zINSTREAM\0'.length; at + 4 <= all.length; ) {
          const length = all.readUInt32BE(at)
          content.push(all.subarray(at + 4, at + 4 + length))
          at += 4 + length
        }
        const whole = Buffer.concat(content)
        heard.push(whole)
        const words = whole.includes('VIRUS-UJI')
          ? 'stream: Uji.Tanda FOUND\0'
          : whole.includes('BESAR')
            ? 'INSTREAM size limit exceeded. ERROR\0'
            : 'stream: OK\0'
        socket.end(words)
      })
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const at = server.address()
    address = `127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  })
  afterAll(() => new Promise(done => server.close(done)))

  test('the scanner sees every byte, and a clean file is marked as scanned', async () => {
    const content = `awal ${'isi '.repeat(50_000)}akhir`
    const taken = await take('panjang.txt', content, { scan: clamdScan(address) })
    expect(taken).toMatchObject({ ok: true, value: { scanned: true } })
    expect(heard.at(-1)?.toString()).toBe(content)
  })

  test.each([
    ['VIRUS-UJI', { kind: 'infected', name: 'Uji.Tanda' }],
    ['BESAR', { kind: 'too-large-to-scan' }],
  ])('what it answers to %s is a refusal', async (content, problem) => {
    const before = await objects()
    expect(await take('x.txt', content, { scan: clamdScan(address) })).toEqual({ ok: false, problem })
    expect(await objects()).toEqual(before)
    expect(staged()).toEqual([])
  })

  test('nothing is taken unscanned when it is away or silent', async () => {
    const problem = { kind: 'scan-unavailable' }
    expect(await take('x.txt', 'isi', { scan: clamdScan('127.0.0.1:1') })).toEqual({ ok: false, problem })
    const silent = createServer(socket => socket.on('error', () => undefined))
    await new Promise<void>(done => silent.listen(0, '127.0.0.1', done))
    const at = silent.address()
    const port = typeof at === 'object' && at ? at.port : 0
    expect(await take('x.txt', 'isi', { scan: clamdScan(`127.0.0.1:${port}`, 200) })).toEqual({
      ok: false,
      problem,
    })
    silent.close()
  })

  test('its file is closed when it is away', async () => {
    const source = Readable.from([Buffer.from('isi')])
    expect((await clamdScan('127.0.0.1:1')(source)).ok).toBe(false)
    expect(source.destroyed).toBe(true)
  })
})
