// npm run bench [-- assessment|reading|page|list|kills|score|search|starting|upload|workbook …]: prints a table and writes it to bench/results as JSON.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { keeps, type Measurement, table } from './measurement.ts'

const server = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL || undefined
const parts: Readonly<Record<string, () => Promise<Measurement[]> | Measurement[]>> = {
  reading: async () => (await import('./reading.ts')).benchReading(),
  page: async () => {
    const { benchPlanPage } = await import('./plan-page.ts')
    return benchPlanPage(server)
  },
  list: async () => {
    const { benchEvidenceListPage } = await import('./evidence-list-page.ts')
    return benchEvidenceListPage(server)
  },
  kills: async () => (await import('./evidence-kills.ts')).benchEvidenceKills(server),
  score: async () => (await import('./score.ts')).benchScore(),
  search: async () => {
    const { benchEvidenceSearch } = await import('./evidence-search.ts')
    return benchEvidenceSearch(server)
  },
  assessment: async () => {
    const { benchAssessment } = await import('./assessment.ts')
    return benchAssessment(server)
  },
  starting: async () => (await import('./starting.ts')).benchStarting(),
  upload: async () => (await import('./evidence-upload.ts')).benchEvidenceUpload(),
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
