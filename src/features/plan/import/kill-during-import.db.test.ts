import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { areaCodes } from '../../../core/access/role.ts'
import { readRow } from '../../../core/schedule/row-schedule.ts'
import type { Db } from '../../../db/database.ts'
import { openPlace, type Place } from '../../../db/killed.test-data.ts'
import { seedUnit, testDatabases } from '../../../db/testing.ts'
import { verifyLedger } from '../../audit/index.ts'
import type { PlanDocument } from '../read/index.ts'
import { planRows } from './plan-rows.ts'
import { saveImport } from './save-import.ts'

const indicators = 68
/** Where the process stands still and is killed, as a share of the statements that a whole import takes. */
const statementShares = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1]
/** How long the process runs before it is killed, as a share of the time that a whole import takes. */
const timeShares = [0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 1.02]

const schedules = ['Tiap minggu', 'Tiap bulan', 'Per semester', 'Maret 2026, Oktober 2026']
const document = bigPlan()
const expected = planRows(randomUUID(), document, randomUUID)
const program = fileURLToPath(new URL('../../../../e2e/import-and-die.ts', import.meta.url))

function bigPlan(): PlanDocument {
  const rows = Array.from({ length: indicators }, (_, n) => {
    const actions = [`Menyusun bahan ke-${n + 1}`, `Melaksanakan kegiatan ke-${n + 1}`]
    const about = { indicator: `Indikator ${n + 1}`, actions, evidence: [] }
    const schedule = schedules[n % schedules.length] ?? ''
    return {
      id: `I.1.${n + 1}`,
      text: about.indicator,
      actions,
      evidence: ['Laporan', 'Dokumentasi'],
      schedules: readRow({ ...about, schedule }, { year: 2026 }).schedules.map(reading => ({
        ...reading,
        fromMarks: false,
      })),
      owner: null,
      place: { kind: 'line' as const, line: n + 2 },
    }
  })
  const counts = { areas: 6, subComponents: 6, indicators, actions: 2 * indicators }
  return {
    title: 'Rencana Aksi 2026',
    year: 2026,
    areas: areaCodes.map((code, area) => ({
      code,
      label: `Area ${area + 1}`,
      subComponents: [
        { no: 1, name: `Komponen ${area + 1}`, indicators: rows.filter((_, n) => n % 6 === area) },
      ],
    })),
    counts: { ...counts, evidence: 2 * indicators, schedules: indicators },
    warnings: [],
  }
}

const childName = 'zona-import-and-die'

async function openHere(database: (typeof testDatabases)[number]): Promise<Place> {
  const place = await openPlace(database)
  if (place.address.databaseUrl === null) return place
  const url = new URL(place.address.databaseUrl)
  url.searchParams.set('application_name', childName)
  return {
    ...place,
    look: at =>
      place.look(async db => {
        // The server may still be finishing what the dead process had sent.
        const left = sql<{ n: number }>`select count(*) as n from pg_stat_activity
          where application_name = ${childName} and datname = current_database()`
        while (Number((await left.execute(db)).rows[0]?.n) > 0) await wait(20)
        return at(db)
      }),
    address: { databaseUrl: url.href, folder: '' },
  }
}

async function seed(db: Db, userId: string) {
  const { unitId } = await seedUnit(db)
  const deps = {
    db,
    now: new Date('2026-01-12T01:00:00Z'),
    today: '2026-01-12' as const,
    newId: randomUUID,
    actor: { userId, employeeId: null, name: 'Ketua', grants: [] },
  }
  const file = { fileName: 'rencana.xlsx', sha256: 'ab', size: 1 }
  const saved = await saveImport(deps, { unit: { id: unitId }, year: 2026, document, ...file })
  if (!saved.ok) throw new Error('not saved')
  return { unitId, importId: saved.value.importId }
}

/** What stands of an import: how many rows of everything that it writes. */
async function standing(db: Db, unitId: string) {
  const { rows } = await sql<Record<string, number>>`
    with mine as (select id from plan where unit_id = ${unitId})
    select
      (select count(*) from mine) as plans,
      (select count(*) from plan_area where plan_id in (select id from mine)) as areas,
      (select count(*) from sub_component where plan_id in (select id from mine)) as sub_components,
      (select count(*) from indicator where plan_id in (select id from mine)) as indicators,
      (select count(*) from action where plan_id in (select id from mine)) as actions,
      (select count(*) from evidence_slot where plan_id in (select id from mine)) as evidence,
      (select count(*) from schedule where plan_id in (select id from mine)) as schedules,
      (select count(*) from obligation where plan_id in (select id from mine)) as obligations,
      (select count(*) from plan_change where plan_id in (select id from mine)) as changes,
      (select count(*) from plan_import where unit_id = ${unitId} and status = 'confirmed') as confirmed,
      (select count(*) from audit_entry where unit_id = ${unitId} and action = 'plan-imported') as entries
  `.execute(db)
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, n]) => [name, Number(n)]))
}

const whole = {
  plans: 1,
  areas: expected.areas.length,
  sub_components: expected.subComponents.length,
  indicators,
  actions: expected.actions.length,
  evidence: expected.evidence.length,
  schedules: expected.schedules.length,
  obligations: expected.obligations.length,
  changes: 1,
  confirmed: 1,
  entries: 1,
}
const none = Object.fromEntries(Object.keys(whole).map(name => [name, 0]))

type Task = { readonly unitId: string; readonly importId: string; readonly userId: string }

/** Starts the process; every line that it announces goes to `heard`. */
function start(place: Place, task: Task, holdAt: number | null, heard: (line: string) => void): ChildProcess {
  const argument = JSON.stringify({ ...task, database: place.address, holdAt })
  const child = spawn(process.execPath, ['--import', 'tsx', program, argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout) createInterface({ input: child.stdout }).on('line', heard)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  const [, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error('the process had ended before it was killed')
}

/** Resolves when the process announces `line`, and fails when it ends or is refused before. */
async function runUntil(place: Place, task: Task, line: string, holdAt: number | null = null) {
  const times: number[] = []
  const child = await new Promise<ChildProcess>((done, fail) => {
    const started = start(place, task, holdAt, said => {
      if (said.startsWith('refused')) fail(new Error(said))
      if (said.startsWith('statement') || said === 'confirmed') times.push(performance.now())
      if (said === line) done(started)
    })
    started.once('exit', code => fail(new Error(`ended with ${code} before "${line}"`)))
  })
  return { child, times }
}

describe.each(testDatabases)('kill -9 during an import on $name', database => {
  test('leaves all of it or none, wherever it strikes', async () => {
    const place = await openHere(database)
    try {
      const userId = randomUUID()
      const kills = statementShares.length + timeShares.length
      const tasks = await place.look(async db => {
        await db
          .insertInto('auth_user')
          .values({ id: userId, name: 'Ketua', email: 'ketua@contoh.go.id', email_verified: true })
          .execute()
        const made: Task[] = []
        for (let n = 0; n < kills + 1; n += 1) made.push({ ...(await seed(db, userId)), userId })
        return made
      })
      const [first, ...rest] = tasks
      if (!first) throw new Error('nothing was seeded')
      const outcome = (task: Task) =>
        place.look(async db => ({
          left: await standing(db, task.unitId),
          broken: (await verifyLedger(db)).brokenAt,
        }))

      // Killed once it had said that it was confirmed: what was promised stands.
      const { child, times } = await runUntil(place, first, 'confirmed')
      await kill(child)
      expect(await outcome(first)).toEqual({ left: whole, broken: null })

      const statements = times.length - 1
      const lasts = (times.at(-1) ?? 0) - (times[0] ?? 0)
      expect(statements).toBeGreaterThan(statementShares.length)
      for (const [n, share] of statementShares.entries()) {
        const task = rest[n] ?? first
        const at = Math.max(1, Math.round(share * statements))
        const held = await runUntil(place, task, `statement ${at}`, at)
        await kill(held.child)
        expect([at, await outcome(task)]).toEqual([at, { left: none, broken: null }])
      }
      for (const [n, share] of timeShares.entries()) {
        const task = rest[statementShares.length + n] ?? first
        const running = await runUntil(place, task, 'statement 1')
        await wait(share * lasts)
        await kill(running.child)
        const { left, broken } = await outcome(task)
        expect([share, broken]).toEqual([share, null])
        expect([none, whole]).toContainEqual(left)
      }

      // What was not imported can be: nothing of the killed attempt stands in its way.
      const again = rest[0] ?? first
      const { child: last } = await runUntil(place, again, 'confirmed')
      await kill(last)
      expect(await outcome(again)).toEqual({ left: whole, broken: null })
    } finally {
      await place.end()
    }
  }, 600_000)
})
