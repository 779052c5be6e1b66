import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Db } from '../db/database.ts'
import { openEmbedded } from '../db/open-embedded.ts'
import { testDatabases } from '../db/testing.ts'
import { seedProgramme } from '../features/monitoring/seed.test-data.tsx'

const files = 30
const program = fileURLToPath(new URL('zona.ts', import.meta.url))

// The import itself is killed on each database beside its own code; here on one, PostgreSQL where there is one.
describe.each(testDatabases.slice(-1))('zona evidence import --take, killed, on $name', ({ name, open }) => {
  test('goes on when the same command is given again, and brings every file once', {
    timeout: 300_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zona-cli-kill-'))
    const drive = join(folder, 'drive', '1. Manajemen Perubahan', '1. Tim Kerja')
    mkdirSync(drive, { recursive: true })
    for (let at = 0; at < files; at++)
      writeFileSync(join(drive, `Notula rapat ${at}.txt`), `Notula ke-${at}\n`.repeat(50_000))
    const served = name === 'PGlite' ? null : await open()
    const within = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
      const database = served ?? (await openEmbedded(join(folder, 'database')))
      return work(database.db).finally(() => (served ? undefined : database.close()))
    }
    const env = {
      ...process.env,
      ZONA_DATA: folder,
      DATABASE_URL: served?.kind === 'postgres' ? served.url : '',
    }
    /** Ends it once so many files lie in the store; null: never. */
    const call = async (args: string[], killAt: number | null) => {
      const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], { env, stdio: 'pipe' })
      const said = { out: '', err: '' }
      child.stdout.on('data', part => {
        said.out += String(part)
      })
      child.stderr.on('data', part => {
        said.err += String(part)
      })
      const ended = once(child, 'close')
      if (killAt !== null) {
        while (objects(folder) < killAt && child.exitCode === null) await wait(2)
        child.kill('SIGKILL')
      }
      await ended
      return { code: child.exitCode, signal: child.signalCode, ...said }
    }
    try {
      const { unit, email } = await within(async db => {
        const seed = await seedProgramme(db)
        const account = db.selectFrom('auth_user').select('email').where('id', '=', seed.people.leader.userId)
        return { unit: seed.unit, email: (await account.executeTakeFirstOrThrow()).email }
      })
      const args = ['evidence', 'import', join(folder, 'drive')]
      args.push('--unit', unit.slug, '--year', '2026', '--as', email, '--take')
      for (const killAt of [3, 13]) {
        expect(await call(args, killAt)).toMatchObject({ signal: 'SIGKILL' })
        // The process may still be at work, for all that this one can know.
        expect(await call(args, null)).toMatchObject({
          code: 2,
          err: expect.stringContaining('masih tercatat berjalan'),
        })
        await within(db =>
          sql`update evidence_import set alive_at = alive_at - interval '3 minutes'`.execute(db),
        )
      }
      const last = await call(args, null)
      expect([last.code, last.out]).toEqual([
        0,
        expect.stringContaining(`${files} berkas: ${files} diimpor, 0 siap diimpor`),
      ])
      await within(async db => {
        const titles = (await db.selectFrom('evidence').select('title').execute()).map(row => row.title)
        expect([titles.length, new Set(titles).size]).toEqual([files, files])
        expect(await db.selectFrom('evidence_import').select('state').execute()).toEqual([{ state: 'done' }])
      })
    } finally {
      await served?.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

function objects(folder: string): number {
  try {
    const found = readdirSync(join(folder, 'objects'), { recursive: true, encoding: 'utf8' })
    return found.filter(path => /[0-9a-f]{64}$/.test(path)).length
  } catch {
    return 0
  }
}
