import { lstat } from 'node:fs/promises'
import { certaintyOf, matchFiles } from '../core/evidence/match-files.ts'
import type { PlanToMatch } from '../core/evidence/plan-to-match.ts'
import {
  describeSkip,
  describeTreeProblem,
  type FileTree,
  openFolder,
  openZip,
  planToMatch,
} from '../features/evidence/import/index.ts'
import { describeReadProblem } from '../features/plan/read/index.ts'
import { readArguments } from './arguments.ts'
import { type Output, readFileAsPlan } from './plan-read.ts'

const usage =
  'Pemakaian: zona evidence match FOLDER|ZIP --plan BERKAS [--year TAHUN] [--table NOMOR] [--json]'
const help = `${usage}

  --plan   berkas rencana aksi yang dicocokkan
  --year   tahun rencana, bila dokumennya tidak menyebutnya
  --table  tabel ke berapa yang dibaca, bila ada beberapa
  --json   keluarkan hasil sebagai JSON

Menunjukkan tempat setiap berkas di dalam rencana. Tidak ada yang disimpan.`

/**
 * `zona evidence match FOLDER|ZIP --plan FILE`: shows where in the plan each file of a shared drive belongs, without a
 * database. Exit code 0 with a table or JSON on standard output, or 2 with one sentence on standard error.
 */
export async function evidenceMatchCommand(args: string[], out: Output): Promise<number> {
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
  const plan = await readFileAsPlan(asked.plan, asked.options)
  if (!plan.ok) return refuse(describeReadProblem(plan.problem, 'id'))
  const isFolder = (await lstat(asked.source).catch(() => null))?.isDirectory() === true
  const tree = await (isFolder ? openFolder(asked.source) : openZip(asked.source))
  if (!tree.ok) return refuse(describeTreeProblem(tree.problem, 'id'))
  const found = report(planToMatch(plan.value), tree.value)
  await tree.value.close()
  out.stdout.write(asked.json ? `${JSON.stringify(found, null, 2)}\n` : table(found))
  return 0
}

type Asked = {
  source: string
  plan: string
  options: { year?: number; table?: number }
  json: boolean
}

/** The arguments, `help`, or a sentence about what is wrong with them. */
function parse(args: string[]): Asked | string {
  const parsed = readArguments(args, flags)
  if (!parsed.ok) return `${parsed.problem} ${usage}`
  const { values, positionals } = parsed.value
  if (values.help) return 'help'
  const [source, ...others] = positionals
  if (source === undefined || others.length > 0) return `Sebutkan tepat satu folder atau ZIP. ${usage}`
  if (values.plan === undefined) return `Sebutkan berkas rencana aksi dengan --plan. ${usage}`
  const options: Asked['options'] = {}
  for (const name of ['year', 'table'] as const) {
    const text = values[name]
    if (text === undefined) continue
    if (!/^[1-9]\d{0,3}$/.test(text)) return `--${name} '${text}' bukan angka yang dapat dipakai. ${usage}`
    options[name] = Number(text)
  }
  return { source, plan: values.plan, options, json: values.json }
}

const flags = {
  plan: { type: 'string' },
  year: { type: 'string' },
  table: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const

type Report = ReturnType<typeof report>

function report(plan: PlanToMatch, { files, skipped }: FileTree) {
  const { matched, unmatched } = matchFiles(
    plan,
    files.map(({ path }) => ({ path, title: null })),
  )
  const names = namesOf(plan)
  const slots = plan.areas.flatMap(({ subComponents }) =>
    subComponents.flatMap(({ indicators }) => indicators.flatMap(each => each.slots)),
  )
  const filled = new Set(matched.map(({ slotId }) => slotId))
  return {
    matched: matched.map(({ path, level, confidence, reasons, slotIds, ...ids }) => {
      const id = ids.slotId ?? ids.indicatorId ?? ids.subComponentId ?? ids.areaId
      return {
        path,
        level,
        id,
        name: names.get(id) ?? '',
        confidence,
        certainty: certaintyOf(confidence),
        reasons,
        alternatives: slotIds.filter(slot => slot !== id),
      }
    }),
    unmatched,
    skipped: skipped.map(({ path, why }) => ({ path, why, text: describeSkip(why, 'id') })),
    slotsWithoutFile: slots.filter(({ id }) => !filled.has(id)),
  }
}

function namesOf({ areas }: PlanToMatch): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const area of areas) {
    names.set(area.id, area.label)
    for (const sub of area.subComponents) {
      names.set(sub.id, sub.name)
      for (const indicator of sub.indicators) {
        names.set(indicator.id, indicator.text)
        for (const slot of indicator.slots) names.set(slot.id, slot.text)
      }
    }
  }
  return names
}

const certainties = { sure: 'yakin', likely: 'mungkin', unsure: 'ragu' } as const
const reasonWords = {
  'nothing-fits': 'tidak cocok dengan butir mana pun',
  'not-a-document': 'berkas sisa program, bukan dokumen',
} as const

function table({ matched, unmatched, skipped, slotsWithoutFile }: Report): string {
  const lines = matched.map(
    ({ path, id, name, confidence, certainty }) =>
      `${String(confidence).padStart(3)}  ${certainties[certainty].padEnd(8)}${id.padEnd(12)}${name}\n     ${path}`,
  )
  const outside = [
    ...unmatched.map(({ path, why }) => `  ${path}: ${reasonWords[why]}`),
    ...skipped.map(({ path, text }) => `  ${path}: ${text}`),
  ]
  if (outside.length > 0) lines.push('', 'Belum berpasangan:', ...outside)
  const empty = slotsWithoutFile.map(({ id, text }) => `  ${id.padEnd(12)}${text}`)
  if (empty.length > 0) lines.push('', 'Bukti yang belum ada berkasnya:', ...empty)
  const files = matched.length + outside.length
  lines.push('', `${files} berkas, ${matched.length} berpasangan; ${empty.length} bukti belum ada berkasnya.`)
  return `${lines.join('\n')}\n`
}
