import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readAnswers, writeIntoTemplate, writeWorkbook } from '../src/features/assessment/workbook/index.ts'
import { shippedInstrument } from '../src/features/instruments/index.ts'
import { readWorkbookIsolated } from '../src/features/plan/read/index.ts'
import { type Measurement, median } from './measurement.ts'

const rounds = 5
const promised = { atMost: 1 }
const root = new URL('../', import.meta.url)

/**
 * Seconds to read the LKE workbook under the limits of a stranger's file, to write it, and to fill one that is
 * given; then the two commands from an empty process, which besides start Node and load the program.
 */
export async function benchWorkbook(): Promise<Measurement[]> {
  const instrument = shippedInstrument('permenpanrb-90-2021')
  if (instrument === null) throw new Error('the instrument is not shipped')
  const path = fileURLToPath(new URL('examples/answers-2026.json', root))
  const { answers } = JSON.parse(readFileSync(path, 'utf8'))
  const sheet = { answers, notes: {}, settings: {}, unit: 'Unit' }
  const made = await writeWorkbook(instrument, sheet)
  if (!made.ok) throw new Error(made.problem.kind)
  const bytes = made.value
  const file = await readWorkbookIsolated({ name: 'lke.xlsx', bytes })
  if (!file.ok) throw new Error(file.problem.kind)

  const read = await times(async () => {
    const again = await readWorkbookIsolated({ name: 'lke.xlsx', bytes })
    if (!again.ok || !readAnswers(again.value, instrument).ok) throw new Error('the workbook is not read')
  })
  const written = await times(() => writeWorkbook(instrument, sheet))
  const filled = await times(() =>
    writeIntoTemplate(instrument, sheet, { name: 'lke.xlsx', bytes, file: file.value }),
  )
  return [
    { name: 'read an LKE workbook', value: median(read), unit: 's', limit: promised },
    { name: 'write an LKE workbook', value: median(written), unit: 's', limit: promised },
    { name: 'fill an LKE workbook that is given', value: median(filled), unit: 's', limit: promised },
    ...commands(path, bytes),
  ]
}

function commands(answers: string, bytes: Uint8Array): Measurement[] {
  const folder = mkdtempSync(join(tmpdir(), 'zona-bench-'))
  try {
    const book = join(folder, 'lke.xlsx')
    writeFileSync(book, bytes)
    const lke = (...args: string[]) => {
      const begin = performance.now()
      const run = spawnSync(process.execPath, [fileURLToPath(new URL('bin/zona.js', root)), 'lke', ...args])
      if (run.status !== 0) throw new Error(`zona lke ended with ${run.status}: ${run.stderr}`)
      return (performance.now() - begin) / 1000
    }
    const several = (run: () => number) => median(Array.from({ length: 3 }, run))
    return [
      { name: 'zona lke read, whole command', value: several(() => lke('read', book)), unit: 's' },
      {
        name: 'zona lke write, whole command',
        value: several(() => lke('write', answers, join(folder, 'out.xlsx'), '--force')),
        unit: 's',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function times(run: () => Promise<unknown>): Promise<number[]> {
  const values: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now()
    await run()
    values.push((performance.now() - begin) / 1000)
  }
  return values
}
