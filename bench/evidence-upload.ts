import { type ChildProcess, fork } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { type Measurement, median } from './measurement.ts'

const fileBytes = 1_000_000_000
const partBytes = 8 * 1024 * 1024
const rounds = 3

type Target = {
  readonly process: ChildProcess
  readonly address: string
  readonly cookie: string
  readonly unit: string
}

/** One file of 1 GB over loopback: by the plain form and in parts, against a handler that only stores and hashes. */
export async function benchEvidenceUpload(): Promise<Measurement[]> {
  const bare = await open('bare')
  const zona = await open('zona')
  try {
    // Once each, so that nothing is measured that only happens the first time.
    await byForm(zona, 20_000_000, 'a')
    await inParts(zona, 20_000_000, 'b')
    await toBare(bare, 20_000_000)
    const form: number[] = []
    const parts: number[] = []
    const grown: number[] = []
    for (let round = 0; round < rounds; round++) {
      const least = await seconds(() => toBare(bare, fileBytes))
      const before = memory(zona)
      const watch = watching(zona)
      form.push(least / (await seconds(() => byForm(zona, fileBytes, `f${round}`))))
      parts.push(least / (await seconds(() => inParts(zona, fileBytes, `p${round}`))))
      grown.push((watch() - before) / 2 ** 20)
    }
    return [
      {
        name: 'upload of 1 GB by the form, share of bare',
        value: median(form),
        unit: '',
        limit: { atLeast: 0.6 },
      },
      {
        name: 'upload of 1 GB in parts of 8 MB, each durable, share of bare',
        value: median(parts),
        unit: '',
      },
      { name: 'memory grown during 1 GB', value: Math.max(...grown), unit: 'MB', limit: { atMost: 64 } },
    ]
  } finally {
    for (const { process } of [bare, zona]) {
      process.send('end')
      await once(process, 'exit')
    }
  }
}

async function open(which: 'bare' | 'zona'): Promise<Target> {
  const program = fileURLToPath(new URL('./upload-target.ts', import.meta.url))
  const process = fork(program, [which], { execArgv: ['--import', 'tsx'] })
  const [facts] = await once(process, 'message')
  return { process, ...facts }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}

/** Resident bytes of a process. */
const memory = ({ process }: Target): number => {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${process.pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

/** Looks every tenth of a second; the answer is the most it saw. */
function watching(target: Target): () => number {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, memory(target))
  }, 100)
  return () => {
    clearInterval(timer)
    return most
  }
}

/** A video by its first bytes, then what no text and no archive looks like; differs by `seed`. */
function* content(bytes: number, seed: string): Generator<Buffer> {
  const head = Buffer.alloc(65_536)
  head.write('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 'latin1')
  head.write(seed, 100)
  const rest = Buffer.concat(
    Array.from({ length: 2048 }, (_, at) => createHash('sha256').update(`${seed} ${at}`).digest()),
  )
  for (let sent = 0; sent < bytes; sent += rest.length)
    yield (sent === 0 ? head : rest).subarray(0, Math.min(rest.length, bytes - sent))
}

async function send(
  target: Target,
  path: string,
  method: string,
  headers: Readonly<Record<string, string | number>>,
  body: Iterable<Buffer>,
): Promise<IncomingMessage> {
  const { address, cookie } = target
  const asked = request(`${address}${path}`, { method, headers: { cookie, origin: address, ...headers } })
  const answered = once(asked, 'response')
  await pipeline(Readable.from(body), asked)
  const [response]: IncomingMessage[] = await answered
  if (!response) throw new Error('no answer')
  response.resume()
  await once(response, 'end')
  const { statusCode = 0 } = response
  if (statusCode >= 400 || (method === 'POST' && statusCode === 200 && cookie !== ''))
    throw new Error(`${method} ${path} answered ${statusCode}`)
  return response
}

const toBare = (target: Target, bytes: number) => send(target, '/', 'POST', {}, content(bytes, 'bare'))

async function byForm(target: Target, bytes: number, seed: string): Promise<void> {
  const boundary = 'zona-bench-boundary'
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  function* body() {
    yield Buffer.from(`${field('_key', randomUUID())}${field('kind', 'recording')}`)
    yield Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${seed}.mp4"\r\ncontent-type: video/mp4\r\n\r\n`,
    )
    yield* content(bytes, seed)
    yield Buffer.from(`\r\n--${boundary}--\r\n`)
  }
  const type = `multipart/form-data; boundary=${boundary}`
  await send(target, `/u/${target.unit}/bukti/baru`, 'POST', { 'content-type': type }, body())
}

async function inParts(target: Target, bytes: number, seed: string): Promise<void> {
  const tus = { 'tus-resumable': '1.0.0' }
  const name = Buffer.from(`${seed}.mp4`).toString('base64')
  const begun = await send(
    target,
    `/u/${target.unit}/bukti/unggahan`,
    'POST',
    { ...tus, 'upload-length': bytes, 'upload-metadata': `filename ${name}` },
    [],
  )
  const path = begun.headers.location ?? ''
  let held: Buffer[] = []
  let length = 0
  let offset = 0
  const flush = async () => {
    const headers = {
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'content-length': length,
      'upload-offset': offset,
    }
    await send(target, path, 'PATCH', headers, held)
    offset += length
    length = 0
    held = []
  }
  for (const piece of content(bytes, seed)) {
    held.push(piece)
    length += piece.length
    if (length >= partBytes) await flush()
  }
  if (length > 0) await flush()
}
