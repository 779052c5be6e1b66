import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../core/access/may.ts'
import type { Db } from '../../../db/database.ts'
import { openPlace, type Place, runProgram } from '../../../db/killed.test-data.ts'
import { testDatabases } from '../../../db/testing.ts'
import { verifyLedger } from '../../audit/index.ts'
import { zip } from '../bring/sample-files.test-data.ts'
import { openEvidence } from '../open-evidence.ts'
import { bytesOf, depsOf, seedProgramme } from '../seed.test-data.tsx'
import { sweepStore, verifyStore } from '../store/store-audit.ts'
import { beginFolder, beginZip } from './begin-import.ts'
import { importCounts } from './import-queries.ts'
import { letGo, startImport } from './take-import.ts'

const kills = 4
const poison = 'berkas yang mematikan proses'
const drive = Object.fromEntries(
  Array.from({ length: 24 }, (_, at) => [
    `1. Manajemen Perubahan/1. Tim Kerja/Notula rapat ${String(at).padStart(2, '0')}.txt`,
    `Notula rapat ke-${at}\n`.repeat(10_000),
  ]),
)
const program = fileURLToPath(new URL('../../../../e2e/evidence-import-and-die.ts', import.meta.url))
const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')

/** An import that somebody started and whose process is gone. */
async function beginAndLeave(
  place: Place,
  source: 'zip' | 'folder',
  files: Readonly<Record<string, string>>,
) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zona-objects-'))
  const services = await openEvidence({
    dataFolder,
    s3: null,
    largestFile: 1e9,
    fileKinds: ['txt'],
    clamd: null,
  })
  return place.look(async db => {
    const seed = await seedProgramme(db)
    const deps = depsOf(db, seed.people.leader)
    const where = { unitId: seed.unit.id, year: 2026, name: join(dataFolder, 'drive') }
    for (const [path, content] of Object.entries(source === 'folder' ? files : {})) {
      mkdirSync(join(where.name, dirname(path)), { recursive: true })
      writeFileSync(join(where.name, path), content)
    }
    const begun = await (source === 'folder'
      ? beginFolder(deps, where)
      : beginZip(deps, services, where, bytesOf(zip(files))))
    if (!begun.ok) throw new Error(begun.problem.kind)
    const started = await startImport(deps, seed.unit.id, begun.value.id)
    if (!started.ok) throw new Error(started.problem.kind)
    await letGo(db, started.value)
    return { ...started.value, deps, store: services.store, dataFolder, actor: seed.people.leader }
  })
}
type Left = Awaited<ReturnType<typeof beginAndLeave>>

type Run = { readonly actor: Actor; readonly dataFolder: string }
type Danger = { readonly poison?: string; readonly diesAtSource?: boolean }

/**
 * Runs the process until it ends, or kills it so many announcements after its second file has come into its hands:
 * then one is behind it. Resolves with whether it was killed, whoever did it.
 */
async function runOnce(
  place: Place,
  { actor, dataFolder }: Run,
  killAfter: number | null,
  danger: Danger = {},
) {
  let [files, since] = [0, 0]
  const task = { database: place.address, dataFolder, actor, ...danger }
  const { killed, code, faults } = await runProgram(program, task, line => {
    if (line === 'file') files += 1
    return killAfter !== null && files >= 2 && since++ === killAfter
  })
  if (!killed) expect([code, faults]).toEqual([0, ''])
  return killed
}

/** What a server sees that starts two minutes after the death. */
const minutesLater = (db: Db) =>
  sql`update evidence_import set alive_at = alive_at - interval '3 minutes' where state = 'running'`.execute(
    db,
  )

async function expectWhole(db: Db, left: Left, files: Readonly<Record<string, string>>) {
  const pieces = await db
    .selectFrom('evidence as e')
    .innerJoin('evidence_version as v', 'v.evidence_id', 'e.id')
    .innerJoin('evidence_link as l', 'l.evidence_id', 'e.id')
    .innerJoin('evidence_import_file as f', 'f.evidence_id', 'e.id')
    .where('e.unit_id', '=', left.unitId)
    .select(['f.path', 'v.sha256', 'e.created_by'])
    .orderBy('f.path')
    .execute()
  expect(pieces).toEqual(
    Object.entries(files).map(([path, content]) => ({
      path,
      sha256: hashOf(content),
      created_by: left.actor.userId,
    })),
  )
  const counted = async (table: 'evidence' | 'evidence_version' | 'evidence_link' | 'upload') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirst()
      )?.n,
    )
  const n = pieces.length
  expect([
    await counted('evidence'),
    await counted('evidence_version'),
    await counted('evidence_link'),
    await counted('upload'),
  ]).toEqual([n, n, n, 0])
  const wrong = []
  for await (const one of verifyStore(db, left.store)) wrong.push(one)
  expect(wrong).toEqual([])
  const entries = await db.selectFrom('audit_entry').selectAll().orderBy('seq').execute()
  const subjects = (action: string) =>
    entries.filter(entry => entry.action === action).map(entry => entry.subject_id)
  for (const action of ['file-received', 'evidence-added'])
    expect([action, subjects(action).length, new Set(subjects(action)).size]).toEqual([action, n, n])
  expect(subjects('evidence-import-done')).toEqual([left.importId])
  expect((await verifyLedger(db)).brokenAt).toBeNull()
  // What the dead left behind is found, and is all that is found.
  const sweepDeps = { ...left.deps, db, store: left.store, now: new Date(Date.now() + 2 * 60 * 60 * 1000) }
  await sweepStore(sweepDeps, { remove: true })
  expect((await sweepStore(sweepDeps, { remove: false })).findings).toEqual([])
}

describe.each(testDatabases)('an import whose process is killed, on $name', database => {
  test.each(['folder', 'zip'] as const)(
    'goes on by itself after each death, and every file of the %s is there once',
    { timeout: 300_000 },
    async source => {
      const place = await openPlace(database)
      const left = await beginAndLeave(place, source, drive)
      try {
        let state = source === 'zip' ? 20_261_124 : 20_260_101
        for (let kill = 0; kill < kills; kill++) {
          state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
          expect(await runOnce(place, left, state % 45)).toBe(true)
          await place.look(minutesLater)
        }
        expect((await place.look(db => importCounts(db, left.importId))).take).toBeGreaterThan(0)
        expect(await runOnce(place, left, null)).toBe(false)
        await place.look(db => expectWhole(db, left, drive))
      } finally {
        await place.end()
        rmSync(left.dataFolder, { recursive: true, force: true })
      }
    },
  )

  test('leaves out a file at hand in two deaths, with the reason, and takes the rest', {
    timeout: 300_000,
  }, async () => {
    const place = await openPlace(database)
    const files = Object.fromEntries(Object.entries(drive).slice(0, 4))
    const [, bad = ''] = Object.keys(files)
    const left = await beginAndLeave(place, 'zip', { ...files, [bad]: poison })
    try {
      const died = []
      for (let start = 0; start < 3; start++) {
        died.push(await runOnce(place, left, null, { poison }))
        await place.look(minutesLater)
      }
      expect(died).toEqual([true, true, false])
      const { [bad]: _, ...good } = files
      await place.look(async db => {
        const refused = db.selectFrom('evidence_import_file').select(['path', 'problem'])
        expect(await refused.where('state', '=', 'refused').execute()).toEqual([
          { path: bad, problem: { kind: 'died-with-it' } },
        ])
        await expectWhole(db, left, good)
      })
    } finally {
      await place.end()
      rmSync(left.dataFolder, { recursive: true, force: true })
    }
  })

  test('is left to a person when the process died three times and no file is to blame', {
    timeout: 300_000,
  }, async () => {
    const place = await openPlace(database)
    const files = Object.fromEntries(Object.entries(drive).slice(0, 3))
    const left = await beginAndLeave(place, 'zip', files)
    try {
      const died = []
      for (let start = 0; start < 5; start++) {
        died.push(await runOnce(place, left, null, { diesAtSource: true }))
        await place.look(minutesLater)
      }
      expect(died).toEqual([true, true, true, false, false])
      await place.look(async db => {
        const one = db
          .selectFrom('evidence_import')
          .select(['state', 'problem'])
          .where('id', '=', left.importId)
        expect(await one.executeTakeFirst()).toEqual({ state: 'stopped', problem: 'died-again' })
        const again = await startImport({ ...left.deps, db }, left.unitId, left.importId)
        if (!again.ok) throw new Error(again.problem.kind)
        await letGo(db, again.value)
      })
      expect(await runOnce(place, left, null)).toBe(false)
      await place.look(db => expectWhole(db, left, files))
    } finally {
      await place.end()
      rmSync(left.dataFolder, { recursive: true, force: true })
    }
  })
})
