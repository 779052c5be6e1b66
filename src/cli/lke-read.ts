import { questionsOf } from '../core/instrument/instrument.ts'
import { score } from '../core/score/score.ts'
import {
  type Diagnostic,
  describeAnswersProblem,
  describeDiagnostic,
  differing,
  placeText,
  readAnswers,
  type WorkbookAnswers,
} from '../features/assessment/workbook/index.ts'
import { shippedInstrument, shippedInstrumentIds } from '../features/instruments/index.ts'
import { describeReadProblem } from '../features/plan/read/index.ts'
import { readArguments } from './arguments.ts'
import { workbookAt } from './lke-file.ts'

type Out = { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void }

const usage = `Pemakaian: zona lke read BERKAS.xlsx [--instrument ID] [--json]

  --instrument  instrumen buku kerja itu (bawaan: permenpanrb-90-2021)
  --json        keluarkan jawaban sebagai JSON, yang dapat dibaca "zona score" dan "zona lke write"`

/**
 * `zona lke read FILE [--json]`: the answers in a workbook, without a database. Exit code 0 with the answers on
 * standard output and what was met on standard error, or 2 where nothing in it is usable.
 */
export async function lkeReadCommand(args: readonly string[], out: Out): Promise<number> {
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
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) return refuse('Sebutkan tepat satu buku kerja.', usage)
  const instrument = shippedInstrument(values.instrument)
  if (instrument === null)
    return refuse(
      `Instrumen "${values.instrument}" tidak dikenal. Yang tersedia: ${shippedInstrumentIds.join(', ')}.`,
    )
  const file = await workbookAt(path)
  if (!file.ok) return refuse(describeReadProblem(file.problem, 'id', 'lke'))
  const found = readAnswers(file.value.file, instrument)
  if (!found.ok) return refuse(describeAnswersProblem(found.problem, 'id'))
  const { answers, notes, assessors, diagnostics } = found.value
  if (values.json) {
    out.stdout(
      JSON.stringify(
        { instrument: instrument.id, answers, notes, assessors, diagnostics: diagnostics.map(asJson) },
        null,
        2,
      ),
    )
    return 0
  }
  const scored = score(instrument, answers)
  const total = scored.ok ? scored.value.total : '?'
  out.stdout(summary(found.value, questionsOf(instrument).length, total))
  if (diagnostics.length > 0) out.stderr(diagnostics.map(lineOf).join('\n'))
  return 0
}

const asJson = (diagnostic: Diagnostic) => ({
  ...diagnostic,
  where: placeText(diagnostic),
  text: describeDiagnostic(diagnostic, 'id'),
})

const levels = { error: 'SALAH', warning: 'PERIKSA', note: 'CATATAN' } as const

const lineOf = (diagnostic: Diagnostic): string =>
  [levels[diagnostic.level], placeText(diagnostic), describeDiagnostic(diagnostic, 'id')]
    .filter(part => part !== '')
    .join('  ')

function summary(
  { answers, notes, assessors, found, diagnostics }: WorkbookAnswers,
  all: number,
  total: string,
): string {
  const count = (level: Diagnostic['level']) => diagnostics.filter(one => one.level === level).length
  return [
    `${Object.keys(answers).length} dari ${all} pertanyaan terjawab; ${found.length} baris ditemukan.`,
    `${Object.keys(notes).length} baris dengan penjelasan atau bukti.`,
    ...assessors.map(
      track =>
        `Kolom "${track.heading}": ${Object.keys(track.answers).length} jawaban tim penilai, ${differing(answers, track).length} berbeda dari jawaban unit.`,
    ),
    `Nilai menurut jawaban unit: ${total}`,
    `${count('error')} salah, ${count('warning')} perlu diperiksa, ${count('note')} catatan. Tidak ada yang disimpan.`,
  ].join('\n')
}

const options = {
  json: { type: 'boolean' },
  instrument: { type: 'string', default: 'permenpanrb-90-2021' },
  help: { type: 'boolean', short: 'h' },
} as const
