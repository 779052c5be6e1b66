import { mkdtempSync, rmSync } from 'node:fs'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { s3Store } from './s3-store.ts'
import { openS3Server } from './scratch-store.test-data.ts'

/**
 * How the server fails: it answers 500, takes the request and says nothing, does not even read it, cuts the
 * connection, or sends half of an answer and then says nothing or cuts it.
 */
export const s3Faults = ['500', 'silent', 'deaf', 'cut', 'half-silent', 'half-cut'] as const
export type S3Fault = (typeof s3Faults)[number]

const portOf = (server: { address: () => unknown }) => {
  const at = server.address()
  return typeof at === 'object' && at !== null && 'port' in at ? Number(at.port) : 0
}

/** A real S3 server behind another that fails on command; `wait` is how long its store waits for it, in ms. */
export async function faultyS3(wait = 400) {
  const directory = mkdtempSync(join(tmpdir(), 'zona-faulty-'))
  const behind = await openS3Server(directory)
  const port = Number(new URL(behind.account.endpoint).port)
  let failing: { readonly fault: S3Fault; readonly on: (request: IncomingMessage) => boolean } | null = null
  const front = createServer((incoming, answer) => {
    const fault = failing?.on(incoming) ? failing.fault : null
    if (fault === '500') {
      incoming.resume()
      answer.writeHead(500).end()
    } else if (fault === 'silent') incoming.resume()
    else if (fault === 'cut') incoming.socket.destroy()
    else if (fault !== 'deaf') pass(incoming, answer, port, fault)
  })
  await new Promise<void>(done => front.listen(0, '127.0.0.1', done))
  const endpoint = `http://127.0.0.1:${portOf(front)}`
  const account = { ...behind.account, endpoint }
  return {
    store: s3Store(account, { connect: wait, answer: wait, silence: wait * 2 }),
    /** The same objects for one who waits as long as the product does. */
    patient: s3Store(account),
    /** From now on; `on` says which requests, or their method. */
    fail: (fault: S3Fault, on: string | ((request: IncomingMessage) => boolean)) => {
      failing = { fault, on: typeof on === 'string' ? request => request.method === on : on }
    },
    heal: () => {
      failing = null
    },
    close: async () => {
      front.closeAllConnections()
      await new Promise(done => front.close(done))
      await behind.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function pass(incoming: IncomingMessage, answer: ServerResponse, port: number, fault: S3Fault | null): void {
  const { method, url, headers } = incoming
  const onward = ask({ port, host: '127.0.0.1', method, path: url, headers }, came => {
    answer.writeHead(came.statusCode ?? 500, came.headers)
    if (fault === null) return came.pipe(answer)
    came.once('data', (bytes: Buffer) => {
      answer.write(bytes.subarray(0, bytes.length / 2), () => {
        if (fault === 'half-cut') answer.socket?.destroy()
      })
      came.destroy()
    })
  })
  onward.on('error', () => answer.destroy())
  // A sender that gives up in the middle is given up behind too.
  incoming.once('close', () => {
    if (!incoming.complete) onward.destroy()
  })
  incoming.pipe(onward)
}
