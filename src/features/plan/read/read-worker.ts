import { parentPort, workerData } from 'node:worker_threads'
import { type PlanSource, readPlan } from './read-plan.ts'
import type { Wanted } from './read-plan-isolated.ts'
import { readTable, readWorkbook } from './read-table.ts'

const { source, wanted } = workerData as { source: PlanSource; wanted: Wanted }
parentPort?.postMessage(
  wanted === 'table'
    ? await readTable(source)
    : wanted === 'workbook'
      ? await readWorkbook(source)
      : await readPlan(source, wanted),
)
