import { parentPort, workerData } from 'node:worker_threads'
import { type PlanSource, type ReadOptions, readPlan } from './read-plan.ts'
import { readTable } from './read-table.ts'

/** Without options the rows are wanted as they stand, with options the plan in them. */
const { source, options } = workerData as { source: PlanSource; options: ReadOptions | null }
parentPort?.postMessage(options === null ? await readTable(source) : await readPlan(source, options))
