import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { score } from '../core/score/score.ts'
import {
  beyondCell,
  describeTemplateProblem,
  type ToWrite,
  writeIntoTemplate,
  writeWorkbook,
} from '../features/assessment/workbook/index.ts'
import { shippedInstrument, shippedInstrumentIds } from '../features/instruments/index.ts'
import { describeReadProblem } from '../features/plan/read/index.ts'
import { readArguments, readSmallText } from './arguments.ts'
import { workbookAt } from './lke-file.ts'
import { readAnswersFile } from './score-answers.ts'
import {
  describeBadAnswer,
  describeFileMistake,
  describeNotScorable,
  describeRepeated,
} from './score-mistakes.ts'

type Out = { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void }

const usage = `Pemakaian: zona lke write JAWABAN.json HASIL.xlsx [--template BERKAS.xlsx] [--unit NAMA] [--force]

  --template  isi buku kerja instansi sendiri; kata-kata, rumus, dan tampilannya tetap
  --unit      nama unit di lembar ringkasan
  --force     timpa HASIL.xlsx bila sudah ada`

/**
 * `zona lke write ANSWERS.json OUT.xlsx [--template FILE]`: the answers as a workbook in the official layout with
 * living formulas. Exit code 0, or 2 with every mistake on standard error, a line each; then nothing is written.
 */
export async function lkeWriteCommand(args: readonly string[], out: Out): Promise<number> {
  const refuse = (...lines: readonly string[]) => {
    out.stderr(lines.join('\n'))
    return 2
  }
  const wanted = readArguments(args, options)
  if (!wanted.ok) return refuse(wanted.problem, usage)
  const { values, positionals } = wanted.value
  if (values.help) {
    out.stdout(usage)
    return 0
  }
  const [path, target, ...others] = positionals
  if (path === undefined || target === undefined || others.length > 0)
    return refuse('Sebutkan berkas jawaban dan berkas hasil.', usage)
  const { template, unit = '', force = false } = values
  const ending = template === undefined ? '.xlsx' : extname(template).toLowerCase()
  if (extname(target).toLowerCase() !== ending) return refuse(`Nama berkas hasil harus berakhiran ${ending}.`)
  const text = await readSmallText(path)
  if (text === null) return refuse(`${path}: berkas tidak ditemukan, tidak terbaca, atau lebih dari 5 MB.`)
  const file = readAnswersFile(text)
  if (!file.ok) return refuse(...file.problem.map(describeFileMistake))
  const { answers, settings, repeated, notes, wrong } = file.value
  const besides = [...repeated.map(describeRepeated), ...wrong.map(describeFileMistake)]
  const instrument = shippedInstrument(file.value.instrument)
  if (instrument === null)
    return refuse(
      `Instrumen "${file.value.instrument}" tidak dikenal. Yang tersedia: ${shippedInstrumentIds.join(', ')}.`,
    )
  if (besides.length > 0) {
    const scored = score(instrument, answers, settings)
    const bad = !scored.ok && scored.problem.kind === 'bad-answers' ? scored.problem.answers : []
    return refuse(...besides, ...bad.map(describeBadAnswer))
  }
  const rounded = beyondCell(answers)
  if (rounded.length > 0)
    return refuse(
      ...rounded.map(
        ([code, given]) =>
          `${code}: "${given}" lebih halus daripada yang dapat disimpan sel Excel (15 angka); bulatkan lebih dulu.`,
      ),
    )
  const sheet: ToWrite = { answers, notes, settings, unit }
  const own = template === undefined ? null : await workbookAt(template)
  if (own !== null && !own.ok) return refuse(describeReadProblem(own.problem, 'id', 'lke'))
  const made =
    own === null
      ? await writeWorkbook(instrument, sheet)
      : await writeIntoTemplate(instrument, sheet, own.value)
  if (!made.ok)
    switch (made.problem.kind) {
      case 'bad-answers':
        return refuse(...made.problem.answers.map(describeBadAnswer))
      case 'not-scorable':
        return refuse(describeNotScorable(instrument, made.problem.why))
      default:
        return refuse(describeTemplateProblem(made.problem, 'id'))
    }
  try {
    await writeFile(target, made.value, { flag: force ? 'w' : 'wx' })
  } catch (problem) {
    const exists = problem instanceof Error && 'code' in problem && problem.code === 'EEXIST'
    return refuse(
      exists
        ? `${target} sudah ada; pakai nama lain atau --force.`
        : `${target}: tidak dapat ditulis; periksa foldernya.`,
    )
  }
  out.stdout(`${target}: ${Object.keys(answers).length} jawaban ditulis.`)
  return 0
}

const options = {
  template: { type: 'string' },
  unit: { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const
