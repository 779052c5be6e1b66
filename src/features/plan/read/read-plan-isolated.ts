import { Worker } from 'node:worker_threads'
import { err, type Result } from '../../../core/shared/result.ts'
import type { GridFile } from './grid.ts'
import type { PlanDocument } from './plan-document.ts'
import type { ReadProblem } from './problem.ts'
import { fileSizeLimit, type PlanSource, type ReadOptions } from './read-plan.ts'
import type { WorkbookFile } from './xlsx.ts'

/** What one reading may take; the whole process is to stay under 512 MB and answer within 10 seconds. */
export interface ReadLimits {
  readonly memoryMb: number
  readonly seconds: number
}

export const readLimits: ReadLimits = { memoryMb: 256, seconds: 8 }

/**
 * Reads a plan in a thread of its own, so that a hostile or huge file can neither stop the server nor exhaust it.
 * Same outcome as `readPlan`, with `too-heavy` and `took-too-long` besides.
 */
export const readPlanIsolated = (
  source: PlanSource,
  options: ReadOptions = {},
  limits: ReadLimits = readLimits,
): Promise<Result<PlanDocument, ReadProblem>> => readInThread(source, options, limits)

/** The rows of a workbook or a CSV file, read under the same limits. */
export const readTableIsolated = (source: PlanSource): Promise<Result<GridFile, ReadProblem>> =>
  readInThread(source, 'table', readLimits)

/** A whole workbook with what is hidden and its formulas, read under the same limits. */
export const readWorkbookIsolated = (source: PlanSource): Promise<Result<WorkbookFile, ReadProblem>> =>
  readInThread(source, 'workbook', readLimits)

/** A table's rows, a whole workbook, or the plan in a file. */
export type Wanted = 'table' | 'workbook' | ReadOptions

function readInThread<T>(
  { name, bytes }: PlanSource,
  wanted: Wanted,
  limits: ReadLimits,
): Promise<Result<T, ReadProblem>> {
  if (bytes.byteLength > fileSizeLimit) {
    return Promise.resolve(
      err({ kind: 'file-too-large', file: name, bytes: bytes.byteLength, limit: fileSizeLimit }),
    )
  }
  // Not `slice`, which on a Buffer is a view of memory that others use.
  const copy = new Uint8Array(bytes)
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { source: { name, bytes: copy }, wanted },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32 },
    execArgv: typescriptFlags(),
    env: {},
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(err({ kind: 'took-too-long', file: name, seconds: limits.seconds }))
      void worker.terminate()
    }, limits.seconds * 1000)
    worker.on('message', resolve)
    worker.on('error', error => {
      const heavy = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (heavy) resolve(err({ kind: 'too-heavy', file: name }))
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
