import { randomUUID } from 'node:crypto'
import { type OpenDemo, openDemo } from '../scripts/open-demo.ts'
import { questionsOf } from '../src/core/instrument/instrument.ts'
import { shippedInstrument } from '../src/features/instruments/index.ts'
import type { Measurement } from './measurement.ts'
import { benchPage } from './page-against-bare.ts'
import { gatherStatistics, makeScratchDatabase } from './scratch-database.ts'

const editors = 50
/** A pause in typing, after which the island saves. */
const pause = 2000
const savesEach = 6
const atOnce = 200
const contested = 100

/** An area of the self-assessment and one item with its evidence and history; then many people who fill in at once. */
export async function benchAssessment(server: string | undefined): Promise<Measurement[]> {
  const year = 2026
  return [
    ...(await benchPage(server, {
      name: 'assessment area',
      prepare: async ({ example }) => `/u/${example.agency.slug}/lke/${year}/PW`,
    })),
    ...(await benchPage(server, {
      name: 'assessment item',
      prepare: async ({ example }) => `/u/${example.agency.slug}/lke/${year}/butir/P.PW.1.a`,
    })),
    ...(await benchSaving(server, year)),
  ]
}

async function benchSaving(server: string | undefined, year: number): Promise<Measurement[]> {
  const scratch = server === undefined ? null : await makeScratchDatabase(server)
  try {
    const demo = await openDemo(scratch?.url)
    try {
      const form = await formOf(demo, year)
      if (scratch) await gatherStatistics(scratch)
      const times = await typing(form)
      const lost = await allAtOnce(form)
      const where = scratch ? 'PostgreSQL' : 'PGlite'
      return [
        {
          name: `one autosave, ${editors} editors every ${pause / 1000} s, p95, ${where}`,
          ...{ value: share(times, 0.95), unit: 'ms', limit: { atMost: 30 } },
        },
        { name: 'one autosave, median', value: share(times, 0.5), unit: 'ms' },
        {
          name: `answers lost or overwritten, ${atOnce} editors at once`,
          ...{ value: lost, unit: '', limit: { atMost: 0 } },
        },
      ]
    } finally {
      await demo.close()
    }
  } finally {
    await scratch?.drop()
  }
}

type Form = {
  readonly codes: readonly string[]
  /** Saves as the island does: refused where somebody else was faster. */
  readonly save: (
    code: string,
    value: string,
    explanation: string,
    version: number,
  ) => Promise<{ readonly state: string; readonly version: number }>
  readonly stored: () => Promise<ReadonlyMap<string, { version: number; written: ReadonlySet<string> }>>
}

async function formOf(demo: OpenDemo, year: number): Promise<Form> {
  const { db } = demo.server.database
  const { slug } = demo.example.agency
  const cycle = await db
    .selectFrom('assessment_cycle as c')
    .innerJoin('unit as u', 'u.id', 'c.unit_id')
    .innerJoin('instrument as i', 'i.hash', 'c.instrument_hash')
    .select(['c.id', 'i.id as instrument'])
    .where('u.slug', '=', slug)
    .where('c.year', '=', year)
    .where('c.kind', '=', 'scored')
    .executeTakeFirstOrThrow()
  const instrument = shippedInstrument(cycle.instrument)
  if (!instrument) throw new Error('the instrument is not shipped')
  const codes = questionsOf(instrument).flatMap(({ question: { code, answer } }) =>
    answer && 'scale' in answer ? [code] : [],
  )
  await db.updateTable('assessment_cycle').set({ state: 'open' }).where('id', '=', cycle.id).execute()
  const cookie = await demo.signIn('bagas.prakoso@contoh.go.id')
  return {
    codes,
    save: async (code, value, explanation, version) => {
      const body = new URLSearchParams({
        ...{ _key: randomUUID(), [`a.${code}`]: value, [`e.${code}`]: explanation },
        [`v.${code}`]: String(version),
      })
      const answer = await fetch(`${demo.address}/u/${slug}/lke/${year}/butir/${code}`, {
        method: 'POST',
        headers: { cookie, accept: 'application/json', origin: demo.address },
        body,
      })
      const said: unknown = await answer.json()
      return said as { state: string; version: number }
    },
    stored: async () => {
      const rows = await db
        .selectFrom('assessment_answer_history')
        .select(['code', 'version', 'explanation'])
        .where('cycle_id', '=', cycle.id)
        .execute()
      return new Map(
        [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => [
          code,
          {
            version: Math.max(...own.map(({ version }) => version)),
            written: new Set(own.map(({ explanation }) => explanation)),
          },
        ]),
      )
    },
  }
}

/** Every editor has an item and saves it again and again; they begin one after another. */
async function typing({ codes, save, stored }: Form): Promise<number[]> {
  const before = await stored()
  const times: number[] = []
  await Promise.all(
    codes.slice(0, editors).map(async (code, editor) => {
      let version = before.get(code)?.version ?? 0
      await after((pause / editors) * editor)
      for (let turn = 0; turn < savesEach; turn += 1) {
        const began = performance.now()
        const said = await save(code, keyOf(code), `Penjelasan ${turn}`, version)
        const took = performance.now() - began
        if (said.state !== 'saved') throw new Error(`${code}: ${JSON.stringify(said)}`)
        version = said.version
        // The first turn warms the server.
        if (turn > 0) times.push(took)
        await after(Math.max(0, pause - took))
      }
    }),
  )
  return times
}

/** Two editors an item, both from the same version: one is stored, the other is told so; neither vanishes. */
async function allAtOnce({ codes, save, stored }: Form): Promise<number> {
  const before = await stored()
  const shared = Array.from({ length: contested }, (_, at) => codes[at % codes.length] ?? '')
  const tries = [...shared, ...shared]
    .slice(0, atOnce)
    .map((code, editor) => ({ code, text: `Penulis ${editor}` }))
  const said = await Promise.all(
    tries.map(({ code, text }) => save(code, keyOf(code), text, before.get(code)?.version ?? 0)),
  )
  const now = await stored()
  return tries.filter(({ code, text }, editor) => {
    const kept = now.get(code)?.written.has(text) ?? false
    const told = said[editor]?.state
    return told === 'saved' ? !kept : told !== 'conflict' || kept
  }).length
}

/** An option that every scale of this sort has. */
const keyOf = (code: string): string => (yesNo.has(code) ? 'Ya' : 'A')
const yesNo = new Set(
  questionsOf(shippedInstrument('permenpanrb-90-2021') ?? never()).flatMap(
    ({ question: { code, answer } }) => (answer?.kind === 'yes-no' ? [code] : []),
  ),
)

function never(): never {
  throw new Error('the instrument is not shipped')
}

const after = (milliseconds: number) => new Promise<void>(done => setTimeout(done, milliseconds))

function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
