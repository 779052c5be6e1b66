/**
 * Writes examples/plan-files/: one small plan in the awkward layouts that plans come in.
 * Run it after changing scripts/example-plan.ts: `npx tsx scripts/make-example-plans.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { exampleCsv } from './example-plan-csv.ts'
import { exampleDocx } from './example-plan-docx.ts'
import { middlePdf, ruledPdf, tightPdf, unruledPdf } from './example-plan-pdf.ts'
import { listXlsx, monthsXlsx } from './example-plan-xlsx.ts'

const folder = fileURLToPath(new URL('../examples/plan-files/', import.meta.url))
mkdirSync(folder, { recursive: true })
const files: Record<string, Uint8Array> = {
  'kolom-bulan.xlsx': await monthsXlsx(),
  'kolom-area.xlsx': await listXlsx(),
  'tabel-per-area.docx': await exampleDocx(),
  'ekspor-aplikasi.csv': exampleCsv(),
  'cetakan-bergaris.pdf': ruledPdf(),
  'cetakan-tanpa-garis.pdf': unruledPdf(),
  'cetakan-rapat.pdf': tightPdf(),
  'cetakan-tengah.pdf': middlePdf(),
}
for (const [name, bytes] of Object.entries(files)) writeFileSync(`${folder}${name}`, bytes)
