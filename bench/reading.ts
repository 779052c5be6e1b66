import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { type PlanSource, readPlan } from '../src/features/plan/read/index.ts'
import { type Measurement, median } from './measurement.ts'

const rounds = 5
const limits: Readonly<Record<string, number>> = { xlsx: 0.4, docx: 0.4, pdf: 1.5 }

/** Seconds to read one plan in this process: the first time, which loads the reader, and the median after. */
export async function benchReading(): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  for (const path of plans()) {
    const source = { name: path.split('/').at(-1) ?? path, bytes: new Uint8Array(readFileSync(path)) }
    const ending = source.name.split('.').at(-1) ?? ''
    const first = await seconds(source)
    const again = await times(rounds, () => seconds(source))
    const limit = limits[ending]
    measurements.push({ name: `read ${source.name}, first`, value: first, unit: 's' })
    measurements.push({
      name: `read ${source.name}`,
      value: median(again),
      unit: 's',
      ...(limit === undefined ? {} : { limit: { atMost: limit } }),
    })
  }
  return [...measurements, ...(await linearity())]
}

/** The year's plan from ZONA_FIXTURES where that folder is known, else the examples of the same formats. */
function plans(): string[] {
  const fixtures = process.env.ZONA_FIXTURES
  const fromFixtures = ['xlsx', 'docx', 'pdf'].map(ending =>
    join(fixtures ?? '', `rencana-aksi-2019.${ending}`),
  )
  if (fixtures && fromFixtures.every(existsSync)) return fromFixtures
  const examples = fileURLToPath(new URL('../examples/', import.meta.url))
  return ['rencana-aksi.xlsx', 'plan-files/tabel-per-area.docx', 'plan-files/cetakan-bergaris.pdf'].map(
    name => join(examples, name),
  )
}

/** Linear means: a row of a plan of 5,000 costs no more than twice a row of a plan of 1,250. */
async function linearity(): Promise<Measurement[]> {
  const perRow: { rows: number; milliseconds: number }[] = []
  for (const rows of [1250, 2500, 5000]) {
    const source = { name: `${rows}.xlsx`, bytes: await planOf(rows) }
    perRow.push({ rows, milliseconds: (median(await times(3, () => seconds(source))) * 1000) / rows })
  }
  const [small] = perRow
  const large = perRow.at(-1)
  return [
    ...perRow.map(({ rows, milliseconds }) => ({
      name: `read a plan of ${rows} rows`,
      value: milliseconds,
      unit: 'ms a row',
    })),
    {
      name: 'a row of 5000 against a row of 1250',
      value: (large?.milliseconds ?? 0) / (small?.milliseconds ?? 1),
      unit: '×',
      limit: { atMost: 2 },
    },
  ]
}

async function planOf(rows: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Rencana Aksi')
  sheet.addRow(['RENCANA AKSI TAHUN 2026'])
  sheet.addRow(['NO', 'KOMPONEN', 'INDIKATOR', 'LANGKAH AKSI', 'BUKTI FISIK', 'TARGET WAKTU'])
  sheet.addRow(['I', 'MANAJEMEN PERUBAHAN'])
  for (let row = 1; row <= rows; row += 1) {
    const part = Math.ceil(row / 10)
    sheet.addRow([
      part,
      `Bagian ${part}`,
      `Indikator ${row}`,
      `Menyusun laporan ${row}`,
      `Laporan ${row}`,
      'Maret 2026',
    ])
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function seconds(source: PlanSource): Promise<number> {
  const start = performance.now()
  const read = await readPlan(source, { year: source.name.includes('2019') ? 2019 : 2026 })
  if (!read.ok) throw new Error(`${source.name}: ${read.problem.kind}`)
  return (performance.now() - start) / 1000
}

async function times(count: number, run: () => Promise<number>): Promise<number[]> {
  const values: number[] = []
  for (let round = 0; round < count; round += 1) values.push(await run())
  return values
}
