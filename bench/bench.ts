// npm run bench [-- reading|page|score|starting|workbook …]: prints a table and writes it to bench/results as JSON.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { keeps, type Measurement, table } from './measurement.ts'

const parts: Readonly<Record<string, () => Promise<Measurement[]> | Measurement[]>> = {
  reading: async () => (await import('./reading.ts')).benchReading(),
  page: async () => {
    const { benchPlanPage } = await import('./plan-page.ts')
    return benchPlanPage(process.env.TEST_DATABASE_URL || process.env.DATABASE_URL || undefined)
  },
  score: async () => (await import('./score.ts')).benchScore(),
  starting: async () => (await import('./starting.ts')).benchStarting(),
  workbook: async () => (await import('./workbook.ts')).benchWorkbook(),
}

const wanted = process.argv.slice(2)
const measurements: Measurement[] = []
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) measurements.push(...(await run()))
}
console.log(table(measurements))

const at = new Date().toISOString()
const folder = fileURLToPath(new URL('./results/', import.meta.url))
const machine = { cores: cpus().length, model: cpus()[0]?.model, memoryMb: Math.round(totalmem() / 2 ** 20) }
mkdirSync(folder, { recursive: true })
writeFileSync(
  `${folder}${at.replaceAll(':', '-')}.json`,
  JSON.stringify({ at, node: process.version, machine, measurements }, null, 2),
)
process.exitCode = measurements.every(keeps) ? 0 : 1
