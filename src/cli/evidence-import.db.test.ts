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

describe.each(testDatabases)('zona evidence import on $name', ({ name, open }) => {
  test('brings nothing into a closed unit and says so; once it is reopened the same call works', async () => {
    const brought = join(folder, 'drive')
    mkdirSync(brought, { recursive: true })
    writeFileSync(join(brought, 'Notula rapat.txt'), 'isi')
    vi.stubEnv('ZONA_DATA', folder)
    const served = name === 'PGlite' ? null : await open()
    if (served?.kind === 'postgres') vi.stubEnv('DATABASE_URL', served.url)
    /** The embedded database is one process's at a time: the command needs it between these. */
    const within = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
      const database = served ?? (await openEmbedded(join(folder, 'database')))
      try {
        return await work(database.db)
      } finally {
        if (!served) await database.close()
      }
    }
    const { unit, people } = await within(seedProgramme)
    const setClosed = (closed_at: Date | null) =>
      within(db => db.updateTable('unit').set({ closed_at }).where('id', '=', unit.id).execute())
    const email = await within(async db => {
      const { userId } = people.leader
      return (await db.selectFrom('auth_user').select('email').where('id', '=', userId).executeTakeFirst())
        ?.email
    })
    const call = () => run(brought, '--unit', unit.slug, '--year', '2026', '--as', email ?? '', '--take')
    const imports = () => within(db => db.selectFrom('evidence_import').select('id').execute())
    await setClosed(now)
    expect(await call()).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`Unit "${unit.slug}" sudah ditutup`),
    })
    expect(await imports()).toEqual([])
    await setClosed(null)
    expect(await call()).toMatchObject({ code: 0, stderr: '' })
    expect(await imports()).toHaveLength(1)
    await served?.close()
  })
})
