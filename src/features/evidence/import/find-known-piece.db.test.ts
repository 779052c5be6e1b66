import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { pdf, zip } from '../bring/sample-files.test-data.ts'
import { withdrawEvidence } from '../piece/withdraw-evidence.ts'
import { bytesOf, depsOf, type Seed, scratchServices, seedProgramme } from '../seed.test-data.tsx'
import { beginLinks, beginZip } from './begin-import.ts'
import { choosePlaces } from './choose-places.ts'
import { importFolder } from './import-folder.ts'
import { importCounts, importRows, oneImport } from './import-queries.ts'
import { runImport } from './run-import.ts'
import { startImport } from './take-import.ts'

describe.each(testDatabases)('importing what is evidence already, on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  const deps = () => depsOf(database.db, seed.people.leader)
  const where = () => ({ unitId: seed.unit.id, year: 2026, name: 'Drive.zip' })
  const folder = '1. Manajemen Perubahan/1. Tim Kerja'

  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  const text = (words: string) => pdf(`/U (${words}) `).toString('latin1')
  async function begin(entries: Record<string, string>, today?: LocalDate) {
    const at = { ...deps(), ...(today ? { today } : {}) }
    const begun = await beginZip(at, services, where(), bytesOf(zip(entries)))
    if (!begun.ok) throw new Error(begun.problem.kind)
    return begun.value.id
  }
  async function run(id: string) {
    const started = await startImport(deps(), seed.unit.id, id)
    const head = await oneImport(database.db, seed.unit.id, id)
    if (!started.ok || !head) throw new Error('it did not start')
    expect(await runImport(deps(), services, started.value, head)).toBeNull()
    const { taken, known } = await importCounts(database.db, id)
    return { taken, known }
  }
  const rows = (id: string) => importRows(database.db, id, 'all', 1)
  const pieces = async () =>
    (await database.db.selectFrom('evidence').select('id').where('unit_id', '=', seed.unit.id).execute())
      .length

  test('makes nothing, says so at the row, and shows the piece that is there', async () => {
    const drive = { [`${folder}/Notula rapat.pdf`]: text(randomUUID()) }
    const first = await begin(drive)
    expect(await run(first)).toEqual({ taken: 1, known: 0 })
    const second = await begin(drive)
    expect(await run(second)).toEqual({ taken: 1, known: 1 })
    const [[was], [is]] = [await rows(first), await rows(second)]
    expect(is).toMatchObject({ evidenceId: was?.evidenceId, problem: { kind: 'known-already' } })
    expect(await pieces()).toBe(1)
  })

  test('takes of a folder that was imported only what has come since', async () => {
    const drive = mkdtempSync(join(tmpdir(), 'zona-drive-'))
    try {
      const inside = join(drive, folder)
      mkdirSync(inside, { recursive: true })
      const take = async () => {
        const asked = { unitId: seed.unit.id, year: 2026, name: drive, take: true, locale: 'id' } as const
        const done = await importFolder(deps(), services, asked)
        return done.ok ? done.value.counts : null
      }
      writeFileSync(join(inside, 'Notula rapat a.txt'), randomUUID())
      expect(await take()).toMatchObject({ all: 1, taken: 1, known: 0 })
      expect(await take()).toMatchObject({ all: 1, taken: 1, known: 1 })
      writeFileSync(join(inside, 'Notula rapat b.txt'), randomUUID())
      expect(await take()).toMatchObject({ all: 2, taken: 2, known: 1 })
      expect(await pieces()).toBe(2)
    } finally {
      rmSync(drive, { recursive: true, force: true })
    }
  })

  test('knows the same bytes in the same place under another name', async () => {
    const content = text(randomUUID())
    const both = {
      [`${folder}/Notula rapat.pdf`]: content,
      [`${folder}/Notula rapat (salinan).pdf`]: content,
    }
    expect(await run(await begin(both))).toEqual({ taken: 2, known: 1 })
    expect(await pieces()).toBe(1)
  })

  test('knows the same file though on a later day another date would be proposed for it', async () => {
    const drive = { [`${folder}/Notula rapat.pdf`]: text(randomUUID()) }
    const [first, second] = [await begin(drive, '2026-11-12'), await begin(drive, '2026-11-28')]
    const [[then], [later]] = [await rows(first), await rows(second)]
    expect([then?.obligationId, later?.obligationId]).toEqual([seed.late, seed.soon])
    await run(first)
    expect(await run(second)).toEqual({ taken: 1, known: 1 })
    expect(await pieces()).toBe(1)
  })

  test('brings other bytes under the same name, and the same bytes from another path to another place', async () => {
    const content = text(randomUUID())
    await run(await begin({ [`${folder}/Notula rapat.pdf`]: content }))
    expect(await run(await begin({ [`${folder}/Notula rapat.pdf`]: text(randomUUID()) }))).toEqual({
      taken: 1,
      known: 0,
    })
    const id = await begin({ 'Notula survei layanan.pdf': content })
    const [row] = await rows(id)
    const places = new Map([
      [row?.id ?? '', { choice: 'take', obligationId: seed.service, slot: 'Notula rapat' } as const],
    ])
    await choosePlaces(deps(), { unitId: seed.unit.id, importId: id, year: 2026, places })
    expect(await run(id)).toEqual({ taken: 1, known: 0 })
    expect(await pieces()).toBe(3)
  })

  test('brings again what was withdrawn', async () => {
    const drive = { [`${folder}/Notula rapat.pdf`]: text(randomUUID()) }
    const first = await begin(drive)
    await run(first)
    const [row] = await rows(first)
    const evidenceId = row?.evidenceId ?? ''
    const { revision } = await database.db
      .selectFrom('evidence')
      .select('revision')
      .where('id', '=', evidenceId)
      .executeTakeFirstOrThrow()
    const which = { unitId: seed.unit.id, evidenceId, revision }
    expect(await withdrawEvidence(deps(), { ...which, reason: 'Salah unggah berkas' })).toMatchObject({
      ok: true,
    })
    expect(await run(await begin(drive))).toEqual({ taken: 1, known: 0 })
    expect(await pieces()).toBe(2)
  })

  test('knows an address as it knows bytes', async () => {
    const csv = `Area;Sub Komponen;Bukti;Link
Manajemen Perubahan;Tim Kerja;Notula rapat;https://contoh.go.id/${randomUUID()}
`
    for (const known of [0, 1]) {
      const begun = await beginLinks(deps(), where(), Buffer.from(csv))
      if (!begun.ok) throw new Error(begun.problem.kind)
      expect(await run(begun.value.id)).toEqual({ taken: 1, known })
    }
    expect(await pieces()).toBe(1)
  })
})
