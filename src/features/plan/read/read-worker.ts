import { parentPort, workerData } from 'node:worker_threads'
import { type PlanSource, type ReadOptions, readPlan } from './read-plan.ts'

const { source, options } = workerData as { source: PlanSource; options: ReadOptions }
parentPort?.postMessage(await readPlan(source, options))
