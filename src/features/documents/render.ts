import { Worker } from 'node:worker_threads'
import type { OfficialDocument } from './document.ts'

export type RenderJob = {
  readonly id: number
  readonly format: 'pdf' | 'docx'
  readonly document: OfficialDocument
}
export type RenderReply = { readonly id: number; readonly bytes?: Uint8Array; readonly message?: string }
type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }

/** A worker keeps its fonts loaded this long after its last document. */
const idleMilliseconds = 60_000

let worker: Worker | null = null
let idle: NodeJS.Timeout | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * The document as PDF; the same document gives the same bytes. Throws only for a fault of ours: no text
 * of a document can make it fail.
 */
export const renderPdf = (document: OfficialDocument): Promise<Uint8Array> => inWorker('pdf', document)

/** The document for Word. Its bytes carry the time they were made. */
export const renderDocx = (document: OfficialDocument): Promise<Uint8Array> => inWorker('docx', document)

/** A whole work plan takes from a quarter of a second to seconds of one core: never on the server's thread. */
function inWorker(format: RenderJob['format'], document: OfficialDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const running = start()
    const job: RenderJob = { id: ++lastId, format, document }
    running.postMessage(job)
    running.ref()
    clearTimeout(idle)
    waiting.set(job.id, { resolve, reject })
  })
}

function start(): Worker {
  if (worker) return worker
  const started = new Worker(new URL('./render-worker.ts', import.meta.url))
  started.on('message', ({ id, bytes, message }: RenderReply) => {
    const job = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) rest(started)
    if (bytes) job?.resolve(bytes)
    else job?.reject(new Error(`The document could not be laid out: ${message}`))
  })
  started.on('error', error => fail(started, error instanceof Error ? error : new Error(String(error))))
  started.on('exit', () =>
    fail(started, new Error('The document worker ended before its document was done.')),
  )
  worker = started
  return started
}

/** Nothing to do: let the process exit, and give the memory back after a while. */
function rest(resting: Worker): void {
  resting.unref()
  idle = setTimeout(() => {
    worker = null
    void resting.terminate()
  }, idleMilliseconds).unref()
}

/** A worker already let go has nothing to fail: its jobs are done, or have moved to the next one. */
function fail(ended: Worker, error: Error): void {
  if (worker !== ended) return
  worker = null
  for (const job of waiting.values()) job.reject(error)
  waiting.clear()
}
