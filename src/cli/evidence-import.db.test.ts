import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Db } from '../db/database.ts'
import { openEmbedded } from '../db/open-embedded.ts'
import { testDatabases } from '../db/testing.ts'
import { now, seedProgramme } from '../features/monitoring/seed.test-data.tsx'
import { evidenceImportCommand } from './evidence-import.ts'

const folder = mkdtempSync(join(tmpdir(), 'zona-cli-'))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

async function run(...args: string[]) {
  const lines = { stdout: '', stderr: '' }
  const code = await evidenceImportCommand(args, {
    stdout: text => {
      lines.stdout += `${text}\n`
    },
    stderr: text => {
      lines.stderr += `${text}\n`
    },
  })
  return { code, ...lines }
}

/** Where the command finds its database; the embedded one is one process's at a time, so it is opened between calls. */
async function place(name: string, open: (typeof testDatabases)[number]['open']) {
  const served = name === 'PGlite' ? null : await open()
  if (served?.kind === 'postgres') vi.stubEnv('DATABASE_URL', served.url)
  const within = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const database = served ?? (await openEmbedded(join(folder, 'database')))
    try {
      return await work(database.db)
    } finally {
      if (!served) await database.close()
    }
  }
  return { within, close: async () => served?.close() }
}

/** A unit with a plan, and the address of the account that may import there. */
async function seeded(db: Db) {
  const { unit, people } = await seedProgramme(db)
  const account = db.selectFrom('auth_user').select('email').where('id', '=', people.leader.userId)
  return { unit, email: (await account.executeTakeFirstOrThrow()).email }
}

describe.each(testDatabases)('zona evidence import on $name', ({ name, open }) => {
  test('brings nothing into a closed unit and says so; once it is reopened the same call works, and given again it adds nothing and says so', async () => {
    const brought = join(folder, 'drive')
    const inside = join(brought, '1. Manajemen Perubahan', '1. Tim Kerja')
    mkdirSync(inside, { recursive: true })
    writeFileSync(join(inside, 'Notula rapat.txt'), 'isi')
    vi.stubEnv('ZONA_DATA', folder)
    const { within, close } = await place(name, open)
    const { unit, email } = await within(seeded)
    const setClosed = (closed_at: Date | null) =>
      within(db => db.updateTable('unit').set({ closed_at }).where('id', '=', unit.id).execute())
    const call = () => run(brought, '--unit', unit.slug, '--year', '2026', '--as', email, '--take')
    const imports = () => within(db => db.selectFrom('evidence_import').select('id').execute())
    await setClosed(now)
    expect(await call()).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`Unit "${unit.slug}" sudah ditutup`),
    })
    expect(await imports()).toEqual([])
    await setClosed(null)
    const first = await call()
    expect([first.code, first.stderr]).toEqual([0, ''])
    expect(first.stdout).toContain('1 berkas: 1 diimpor, 0 siap diimpor, 0 sudah ada')
    const again = await call()
    expect([again.code, again.stderr]).toEqual([0, ''])
    expect(again.stdout).toContain('1 berkas: 0 diimpor, 0 siap diimpor, 1 sudah ada')
    expect(again.stdout).toContain('sudah selesai sebelumnya')
    expect(await within(db => db.selectFrom('evidence').select('title').execute())).toEqual([
      { title: 'Notula rapat' },
    ])
    await close()
  })
})
