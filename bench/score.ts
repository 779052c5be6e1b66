import { HyperFormula } from 'hyperformula'
import { type Instrument, questionsOf } from '../src/core/instrument/instrument.ts'
import type { Answers } from '../src/core/score/answers.ts'
import { naiveScore, printPair } from '../src/core/score/naive-score.test-data.ts'
import { roads } from '../src/core/score/road.ts'
import { score } from '../src/core/score/score.ts'
import { standing } from '../src/core/score/standing.ts'
import { filledWorkbook, workbookCells } from '../src/core/score/workbook-formulas.test-data.ts'
import { shippedInstrument } from '../src/features/instruments/index.ts'
import { type Measurement, median } from './measurement.ts'

const sheetsScored = 100_000
const sheetsCompared = 10_000

/**
 * Seconds of one core for 100,000 full sheets of 127 inputs, the same against the official workbook's formulas in
 * HyperFormula (GPL-3.0, for measuring only), and whether 10,000 of them agree with the slow exact model.
 */
export function benchScore(): Measurement[] {
  const lke = shippedInstrument('permenpanrb-90-2021')
  if (lke === null) throw new Error('the instrument is not shipped')
  const sheets = Array.from({ length: sheetsCompared }, (_, at) => sheetOf(lke, at + 1))
  const differing = sheets.filter(sheet => !agrees(lke, sheet)).length
  for (const sheet of sheets) standing(lke, sheet)
  const counted = seconds(() => {
    for (let at = 0; at < sheetsScored; at += 1) standing(lke, sheets[at % sheetsCompared] ?? {})
  })
  const printed = seconds(() => {
    for (let at = 0; at < sheetsScored; at += 1) score(lke, sheets[at % sheetsCompared] ?? {})
  })
  const perWorkbook = workbookSeconds(lke, sheets.slice(0, 60))
  const road = median(sheets.slice(0, 9).map(sheet => seconds(() => roads(lke, sheet))))
  return [
    {
      name: `${sheetsCompared} sheets that differ from the slow exact model`,
      ...{ value: differing, unit: 'sheets', limit: { atMost: 0 } },
    },
    {
      name: `${sheetsScored} sheets scored: total and thresholds`,
      ...{ value: counted, unit: 's', limit: { atMost: 2 } },
    },
    { name: `${sheetsScored} sheets scored, every number printed`, value: printed, unit: 's' },
    { name: 'one workbook recalculated by HyperFormula', value: perWorkbook * 1000, unit: 'ms' },
    {
      name: 'sheets a second against HyperFormula',
      ...{ value: perWorkbook / (counted / sheetsScored), unit: '×', limit: { atLeast: 200 } },
    },
    { name: 'the proven road to WBK and WBBM', value: road * 1000, unit: 'ms' },
  ]
}

function agrees(lke: Instrument, sheet: Answers): boolean {
  const found = score(lke, sheet)
  const exact = naiveScore(lke, sheet)
  return (
    found.ok &&
    found.value.total === printPair(exact.total) &&
    Object.entries(found.value.items).every(([code, { score: own }]) => {
      const item = exact.items[code]
      return item !== undefined && own === printPair(item.score)
    }) &&
    Object.entries(found.value.areas).every(([code, { score: own }]) => {
      const area = exact.areas[code]
      return area !== undefined && own === printPair(area)
    })
  )
}

function workbookSeconds(lke: Instrument, sheets: readonly Answers[]): number {
  const cells = workbookCells(lke)
  const engine = HyperFormula.buildFromArray(cells, { licenseKey: 'gpl-v3' })
  const total = { sheet: 0, row: cells.length - 1, col: 3 }
  const run = () => {
    for (const sheet of sheets) {
      filledWorkbook(engine, lke, sheet)
      engine.getCellValue(total)
    }
  }
  run()
  const spent = seconds(run) / sheets.length
  engine.destroy()
  return spent
}

/** Processor time of this process, so that what else runs on the machine is not counted. */
function seconds(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** A full sheet that is the same in every run. */
function sheetOf(lke: Instrument, seed: number): Answers {
  let state = seed * 2_654_435_761
  const below = (count: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  const sheet = Object.fromEntries(
    questionsOf(lke).map(({ question: { code, answer } }) => {
      if (answer === null) return [code, null]
      if (answer.kind === 'index') return [code, (300 + below(101)) / 100]
      if (answer.kind === 'ratio')
        return [code, Object.fromEntries(answer.operands.map(({ name }) => [name, 1 + below(60)]))]
      const options = lke.scales[answer.scale]?.options ?? []
      return [code, options[below(options.length)]?.key]
    }),
  )
  // As it comes from a file or a request.
  return JSON.parse(JSON.stringify(sheet))
}
