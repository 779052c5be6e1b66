import { type Instrument, questionsOf } from '../core/instrument/instrument.ts'
import { lossesOf } from '../core/score/losses.ts'
import { nextSteps, roads } from '../core/score/road.ts'
import { type Score, score } from '../core/score/score.ts'
import { workbookFigure } from '../core/score/workbook-figure.ts'
import { err, ok, type Result } from '../core/shared/result.ts'
import { shippedInstrument, shippedInstrumentIds } from '../features/instruments/index.ts'
import { readArguments, readSmallText } from './arguments.ts'
import { type AnswersFile, readAnswersFile } from './score-answers.ts'
import { instrumentFromText } from './score-instrument.ts'
import {
  describeBadAnswer,
  describeFileMistake,
  describeNotScorable,
  describeRepeated,
  describeUnknown,
} from './score-mistakes.ts'
import { roadText, type Way } from './score-road.ts'
import { scoreTable, shownBy } from './score-table.ts'

type Out = { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void }

const usage = `Pemakaian: zona score JAWABAN.json [--json] [--road] [--instrument BERKAS]

  --json   keluarkan nilai sebagai JSON
  --road   tunjukkan perbaikan paling ringan menuju WBK dan WBBM
  --instrument   pakai berkas instrumen sendiri; kesalahannya disebut satu per satu

Berkas: {"instrument": "permenpanrb-90-2021", "answers": {"P.MP.1.a": "Ya", …}}; boleh ditambah "settings",
"conditions", dan "effort".`

/**
 * `zona score ANSWERS.json [--json] [--road] [--instrument FILE]`: the exact score of a sheet, without a database. Exit code 0 with
 * the score on standard output, or 2 with every mistake on standard error, a line each.
 */
export async function scoreCommand(args: readonly string[], out: Out): Promise<number> {
  const refuse = (lines: readonly string[]) => {
    out.stderr(lines.join('\n'))
    return 2
  }
  const wanted = readArguments(args, options)
  if (!wanted.ok) return refuse([wanted.problem, usage])
  const { values, positionals } = wanted.value
  if (values.help) {
    out.stdout(usage)
    return 0
  }
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) return refuse(['Sebutkan tepat satu berkas jawaban.', usage])
  const text = await readSmallText(path)
  if (text === null) return refuse([notReadable(path)])
  const file = readAnswersFile(text)
  if (!file.ok) return refuse(file.problem.map(describeFileMistake))
  const chosen = await chooseInstrument(file.value.instrument, values.instrument)
  if (!chosen.ok) return refuse(chosen.problem)
  const instrument = chosen.value
  const { answers, settings, conditions, repeated, wrong } = file.value
  const scored = score(instrument, answers, settings)
  const besides = [
    ...repeated.map(describeRepeated),
    ...wrong.map(describeFileMistake),
    ...unknownBesides(instrument, file.value),
  ]
  if (!scored.ok)
    return refuse([
      ...besides,
      ...(scored.problem.kind === 'bad-answers'
        ? scored.problem.answers.map(describeBadAnswer)
        : [describeNotScorable(instrument, scored.problem.why)]),
    ])
  if (besides.length > 0) return refuse(besides)
  const workbook = workbookFigure(instrument, answers)
  const way = values.road ? wayFrom(instrument, file.value, scored.value) : null
  if (values.json) {
    out.stdout(JSON.stringify({ ...scored.value, workbook, ...way }, null, 2))
    return 0
  }
  const table = scoreTable(instrument, scored.value, workbook, conditions)
  out.stdout(way ? `${table}\n${roadText(instrument, way, shownBy(instrument))}` : table)
  return 0
}

/** Conditions and efforts under a code that the instrument does not have. */
function unknownBesides(instrument: Instrument, { conditions, effort }: AnswersFile): readonly string[] {
  const stated = new Set(
    instrument.predicates.flatMap(predicate => predicate.conditions.map(({ code }) => code)),
  )
  const asked = new Set(questionsOf(instrument).map(({ question }) => question.code))
  return [
    ...Object.keys(conditions)
      .filter(code => !stated.has(code))
      .map(code => `conditions.${code}`),
    ...Object.keys(effort)
      .filter(code => !asked.has(code))
      .map(code => `effort.${code}`),
  ].map(describeUnknown)
}

/** The shipped instrument that the answers name, or the one in the given file when it is that one. */
async function chooseInstrument(
  id: string,
  path: string | undefined,
): Promise<Result<Instrument, readonly string[]>> {
  const shipped = shippedInstrument(id)
  if (path === undefined)
    return shipped === null
      ? err([`Instrumen "${id}" tidak dikenal. Yang tersedia: ${shippedInstrumentIds.join(', ')}.`])
      : ok(shipped)
  const text = await readSmallText(path)
  if (text === null) return err([notReadable(path)])
  const found = instrumentFromText(text)
  return found.ok && found.value.id !== id
    ? err([`Jawaban dibuat untuk "${id}", bukan untuk "${found.value.id}".`])
    : found
}

const notReadable = (path: string): string =>
  `${path}: berkas tidak ditemukan, tidak terbaca, atau lebih dari 5 MB.`

function wayFrom(instrument: Instrument, { answers, effort, settings }: AnswersFile, own: Score): Way | null {
  const [found, steps] = [
    roads(instrument, answers, effort, settings),
    nextSteps(instrument, answers, settings),
  ]
  return found.ok && steps.ok
    ? { roads: found.value, steps: steps.value, losses: lossesOf(instrument, own) }
    : null
}

const options = {
  instrument: { type: 'string' },
  json: { type: 'boolean' },
  road: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const
