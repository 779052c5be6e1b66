import { Worker } from 'node:worker_threads'
import type { SuggestedFacts } from '../../../core/evidence/suggest-facts.ts'
import { err, type Result } from '../../../core/shared/result.ts'
import type { FileKind } from '../bring/file-kinds.ts'
import type { Content, ContentWarning, KeepLimits } from './block.ts'
import type { Picture } from './draw-picture.ts'
import type { ContentProblem } from './problem.ts'

export interface TextContent {
  /** A line a paragraph or table row; empty for a scan. */
  readonly text: string
  readonly pages: number | null
  /** As the file's own properties say, which is often nonsense. */
  readonly title: string | null
  /** What the words seem to say about the document: to fill in a form with, never to store unseen. */
  readonly suggested: SuggestedFacts
  readonly warnings: readonly ContentWarning[]
}

export interface Outcomes {
  readonly text: TextContent
  readonly readable: Content
  readonly thumbnail: Picture
  readonly clean: Picture
}

type Bytes = { readonly bytes: Uint8Array; readonly kind: FileKind }
export type ContentJob =
  | (Bytes & { readonly task: 'text' | 'readable'; readonly limits: KeepLimits })
  | (Bytes & { readonly task: 'thumbnail'; readonly edge: number })
  | (Bytes & { readonly task: 'clean' })
export type ContentReply = Result<Outcomes[keyof Outcomes], ContentProblem>

/** What one reading may take. Files above `bytes` are kept as evidence but not looked into. */
export interface IsolationLimits {
  readonly bytes: number
  readonly memoryMb: number
  readonly seconds: number
}

export const isolationLimits: IsolationLimits = { bytes: 64 * 2 ** 20, memoryMb: 256, seconds: 20 }

/** So many files are looked into at once; the rest wait. */
const threads = 2
let running = 0
const waiting: (() => void)[] = []

/**
 * Does a job in a thread of its own, so that a hostile or huge file can neither stop the server nor exhaust it.
 * `bytes` stays with the caller.
 */
export async function inThread<T extends keyof Outcomes>(
  job: ContentJob & { readonly task: T },
  limits: IsolationLimits,
): Promise<Result<Outcomes[T], ContentProblem>> {
  if (job.bytes.byteLength > limits.bytes)
    return err({ kind: 'too-large', bytes: job.bytes.byteLength, limit: limits.bytes })
  if (running >= threads) await new Promise<void>(resolve => waiting.push(resolve))
  else running += 1
  try {
    return (await start(job, limits)) as Result<Outcomes[T], ContentProblem>
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function start(job: ContentJob, limits: IsolationLimits): Promise<ContentReply> {
  // Not `slice`, which on a Buffer is a view.
  const copy = new Uint8Array(job.bytes)
  const worker = new Worker(new URL('./content-worker.ts', import.meta.url), {
    workerData: { ...job, bytes: copy },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32 },
    execArgv: typescriptFlags(),
    env: {},
  })
  return new Promise<ContentReply>((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(err({ kind: 'took-too-long', seconds: limits.seconds }))
      void worker.terminate()
    }, limits.seconds * 1000)
    worker.on('message', (reply: ContentReply) => {
      resolve(reply)
      void worker.terminate()
    })
    worker.on('error', error => {
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve(err({ kind: 'too-heavy' }))
      else reject(error)
    })
    worker.on('exit', code => {
      clearTimeout(timer)
      reject(new Error(`the reading thread ended with code ${code} and no result`))
    })
  })
}

/** Node strips types itself, but not below node_modules, where an installed package lies. */
function typescriptFlags(): string[] {
  const native = process.features.typescript !== false && !import.meta.url.includes('/node_modules/')
  return native ? ['--disable-warning=ExperimentalWarning'] : ['--import', import.meta.resolve('tsx')]
}
