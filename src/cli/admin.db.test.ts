import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../db/open-database.ts'
import { testDatabases } from '../db/testing.ts'
import { adminCreateCommand } from './admin.ts'

describe.each(testDatabases)('zona admin create on $name', ({ open }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  async function run(args: string[], typed = '') {
    const printed: string[] = []
    const complained: string[] = []
    const code = await adminCreateCommand(args, {
      open: async () => ({
        db: database.db,
        origin: 'https://zona.contoh.go.id',
        close: async () => {},
      }),
      now: new Date('2026-11-24T17:30:00Z'),
      newId: randomUUID,
      out: { stdout: text => printed.push(text), stderr: text => complained.push(text) },
      readInput: async () => typed,
    })
    return { code, printed: printed.join('\n'), complained: complained.join('\n') }
  }

  test('what is missing or wrong is said in one sentence, with exit code 2, and nothing is made', async () => {
    const name = ['--name', 'Siti Rahma']
    const email = ['--email', 'siti@contoh.go.id']
    expect(await run(name)).toMatchObject({ code: 2, complained: expect.stringContaining('--email') })
    expect(await run(['--email', 'siti', ...name])).toMatchObject({ code: 2 })
    expect(await run(email)).toMatchObject({ code: 2, complained: expect.stringContaining('--name') })
    expect(await run(['--nama', 'x'])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('--help'),
    })
    expect(await run([...email, ...name])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('--agency'),
    })
    const short = await run([...email, ...name, '--agency', 'Dinas', '--password-stdin'], 'pendek\n')
    expect(short).toMatchObject({ code: 2, complained: expect.stringContaining('12') })
    expect(await database.db.selectFrom('auth_user').select('id').execute()).toEqual([])
    expect(await database.db.selectFrom('unit').select('id').execute()).toEqual([])
  })

  test('the first admin makes the agency and gets a link; the role begins on the agency’s own day', async () => {
    const made = await run([
      '--email',
      'siti@contoh.go.id',
      '--name',
      'Siti Rahma',
      '--agency',
      'Dinas Contoh',
    ])
    expect(made.code).toBe(0)
    expect(made.printed).toContain('Dinas Contoh')
    expect(made.printed).toMatch(/https:\/\/zona\.contoh\.go\.id\/sandi-baru\?token=[0-9a-f]{64}/)
    const grant = await database.db.selectFrom('role_grant').select(['role', 'valid_from']).execute()
    expect(grant).toEqual([{ role: 'agency-admin', valid_from: '2026-11-25' }])
  })

  test('a further admin joins the same agency, with a password from standard input and no link', async () => {
    const args = ['--email', 'budi@contoh.go.id', '--name', 'Budi', '--password-stdin']
    const made = await run(args, 'empat kata acak panjang\n')
    expect(made).toMatchObject({ code: 0, complained: '' })
    expect(made.printed).not.toContain('token=')
    expect(await database.db.selectFrom('unit').select('name').execute()).toEqual([{ name: 'Dinas Contoh' }])
    expect(await run(args, 'empat kata acak panjang\n')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('budi@contoh.go.id'),
    })
  })
})
