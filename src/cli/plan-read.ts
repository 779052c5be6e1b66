import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { err, type Result } from '../core/shared/result.ts'
import {
  describeReadProblem,
  fileSizeLimit,
  type PlanDocument,
  type ReadOptions,
  type ReadProblem,
  readPlanIsolated,
} from '../features/plan/read/index.ts'
import { readArguments } from './arguments.ts'
import { planJson } from './plan-json.ts'
import { planSummary } from './plan-summary.ts'

/** Where a command writes. */
export interface Output {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

const usage = 'Pemakaian: zona plan read BERKAS [--year TAHUN] [--table NOMOR] [--json]'
const help = `${usage}

  --year   tahun rencana, bila dokumennya tidak menyebutnya
  --table  tabel ke berapa yang dibaca, bila ada beberapa
  --json   keluarkan rencana sebagai JSON

Membaca rencana aksi dari .xlsx, .docx, .pdf berlapis teks, atau .csv. Tidak ada yang disimpan.`

/**
 * `zona plan read FILE [--year Y] [--table N] [--json]`: reads a work plan without a database.
 * Exit code 0 with the plan on standard output, or 2 with one sentence on standard error.
 */
export async function planReadCommand(args: string[], out: Output): Promise<number> {
  const refuse = (sentence: string) => {
    out.stderr.write(`${sentence}\n`)
    return 2
  }
  const asked = parse(args)
  if (asked === 'help') {
    out.stdout.write(`${help}\n`)
    return 0
  }
  if (typeof asked === 'string') return refuse(asked)
  const plan = await readFileAsPlan(asked.file, asked.options)
  if (!plan.ok) return refuse(describeReadProblem(plan.problem, 'id'))
  out.stdout.write(
    asked.json ? `${JSON.stringify(planJson(plan.value), null, 2)}\n` : planSummary(plan.value),
  )
  return 0
}

type Asked = { file: string; options: ReadOptions; json: boolean }

/** The arguments, `help`, or a sentence about what is wrong with them. */
function parse(args: string[]): Asked | string {
  const parsed = readArguments(args, flags)
  if (!parsed.ok) return `${parsed.problem} ${usage}`
  const { values, positionals } = parsed.value
  if (values.help) return 'help'
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) return `Sebutkan tepat satu berkas rencana aksi. ${usage}`
  const year = wholeNumber(values.year)
  if (year !== undefined && !(year >= 1900 && year <= 2199)) {
    return `--year '${values.year}' bukan tahun; beri empat angka antara 1900 dan 2199, misalnya --year 2019.`
  }
  const table = wholeNumber(values.table)
  if (table !== undefined && !(table >= 1))
    return `--table '${values.table}' bukan nomor tabel; beri angka mulai dari 1.`
  return {
    file,
    json: values.json,
    options: { ...(year !== undefined && { year }), ...(table !== undefined && { table }) },
  }
}

const flags = {
  year: { type: 'string' },
  table: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const

const wholeNumber = (text: string | undefined) =>
  text === undefined ? undefined : /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN

/** The size is asked before a byte is read. */
export async function readFileAsPlan(
  path: string,
  options: ReadOptions,
): Promise<Result<PlanDocument, ReadProblem>> {
  const file = basename(path)
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true) return err({ kind: 'not-found', file })
  if (found.size > fileSizeLimit)
    return err({ kind: 'file-too-large', file, bytes: found.size, limit: fileSizeLimit })
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return err({ kind: 'not-found', file })
  return readPlanIsolated({ name: file, bytes }, options)
}
