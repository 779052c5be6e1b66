import { Worker } from 'node:worker_threads'
import type { OfficialDocument } from './document.ts'
import { typstInput } from './typst-input.ts'

type Reply = { readonly id: number; readonly pdf?: Uint8Array; readonly message?: string }
type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: Error) => void }

/** A worker keeps its fonts loaded this long after its last document. */
const idleMilliseconds = 60_000

let worker: Worker | null = null
let idle: NodeJS.Timeout | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * The document as PDF. The same document gives the same bytes. A whole work plan takes a few hundred
 * milliseconds of one core, so it is made in a worker, one document after another, and never holds up
 * a request. Throws only for a fault of ours; no text of a document can make it fail.
 */
export function renderPdf(document: OfficialDocument): Promise<Uint8Array> {
  const input = typstInput(document)
  return new Promise((resolve, reject) => {
    const id = ++lastId
    waiting.set(id, { resolve, reject })
    const running = start()
    running.ref()
    clearTimeout(idle)
    running.postMessage({ id, input })
  })
}

function start(): Worker {
  if (worker) return worker
  const started = new Worker(new URL('./render-worker.ts', import.meta.url))
  started.on('message', ({ id, pdf, message }: Reply) => {
    const job = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) rest(started)
    if (pdf) job?.resolve(pdf)
    else job?.reject(new Error(`Typst could not lay the document out: ${message}`))
  })
  started.on('error', error => fail(started, error instanceof Error ? error : new Error(String(error))))
  started.on('exit', () => fail(started, new Error('The PDF worker ended before its document was done.')))
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
