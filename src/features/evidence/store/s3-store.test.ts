import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveFile } from '../bring/receive-file.ts'
import { pdf } from '../bring/sample-files.test-data.ts'
import { bytesOf, scratchServices } from '../seed.test-data.tsx'
import { s3Store } from './s3-store.ts'
import { openS3Server } from './scratch-store.test-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'zona-s3-'))
const portOf = (server: { address: () => unknown }) => {
  const at = server.address()
  return typeof at === 'object' && at !== null && 'port' in at ? Number(at.port) : 0
}

describe('a store on S3', () => {
  let server: Awaited<ReturnType<typeof openS3Server>>
  let store: ReturnType<typeof s3Store>
  const services = scratchServices()
  beforeAll(async () => {
    server = await openS3Server(folder)
    store = s3Store(server.account)
  })
  afterAll(async () => {
    await server.close()
    services.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  const listed = async () => {
    const found: string[] = []
    for await (const { sha256 } of store.list()) found.push(sha256)
    return found
  }
  const staged = async () => {
    const found: string[] = []
    for await (const { id } of store.listStaged()) found.push(id)
    return found
  }

  test('keeps a file under its hash, whole and in parts, and nothing in the staging place', async () => {
    const taken = await receiveFile(
      { ...services, store },
      { id: randomUUID(), name: 'SK.pdf', bytes: bytesOf(pdf()) },
    )
    if (!taken.ok) throw new Error(taken.problem.kind)
    const { sha256, size } = taken.value
    expect(await store.find(sha256)).toMatchObject({ sha256, size })
    expect(await buffer(await store.read(sha256))).toEqual(pdf())
    expect(String(await buffer(await store.read(sha256, { start: 1, end: 3 })))).toBe('PDF')
    expect(await listed()).toEqual([sha256])
    expect(await staged()).toEqual([])
    await store.remove(sha256)
    expect(await store.find(sha256)).toBeNull()
  })

  test('takes a file of several parts as it comes', async () => {
    const part = Buffer.alloc(1024 * 1024, 'x')
    const taken = await receiveFile(
      { ...services, store, largest: 64 * 1024 * 1024 },
      { id: randomUUID(), name: 'besar.txt', bytes: bytesOf(...Array.from({ length: 20 }, () => part)) },
    )
    expect(taken).toMatchObject({ ok: true, value: { size: 20 * 1024 * 1024 } })
    if (taken.ok) expect(await store.find(taken.value.sha256)).toMatchObject({ size: 20 * 1024 * 1024 })
  })

  test('leaves nothing of a refused file or one whose sender breaks off', async () => {
    const before = await listed()
    const refused = await receiveFile(
      { ...services, store },
      { id: randomUUID(), name: 'x.pdf', bytes: bytesOf('<html></html>') },
    )
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'html' } })
    async function* broken() {
      yield Buffer.from('%PDF-1.4')
      throw new Error('connection reset')
    }
    await expect(
      receiveFile({ ...services, store }, { id: randomUUID(), name: 'x.pdf', bytes: broken() }),
    ).rejects.toThrow('connection reset')
    expect(await listed()).toEqual(before)
    expect(await staged()).toEqual([])
  })

  test.each(['answers 500', 'is silent', 'is away'])('says so when the server %s', async how => {
    const other: Server = createServer((request, response) => {
      request.resume()
      if (how === 'answers 500') response.writeHead(500).end()
    })
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done))
    const endpoint = `http://127.0.0.1:${portOf(other)}`
    if (how === 'is away') await new Promise(done => other.close(done))
    const away = s3Store({ ...server.account, endpoint }, { connect: 300, answer: 300, silence: 600 })
    const taken = await receiveFile(
      { ...services, store: away },
      { id: randomUUID(), name: 'SK.pdf', bytes: bytesOf(pdf()) },
    )
    expect(taken).toEqual({ ok: false, problem: { kind: 'store-unavailable' } })
    other.closeAllConnections()
    other.close()
  })
})
