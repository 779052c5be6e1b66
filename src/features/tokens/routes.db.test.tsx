import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { bareShell } from '../bare-shell.test-data.tsx'
import { findToken } from './find-token.ts'
import { tokenRoutes } from './routes.tsx'

const now = new Date('2026-11-24T03:00:00Z')

describe.each(testDatabases)('the page of API tokens on $name', ({ open }) => {
  let database: OpenDatabase
  const userId = randomUUID()

  /** Everyone is signed in. */
  const app = () =>
    bareShell(tokenRoutes, () => ({
      deps: {
        db: database.db,
        now,
        today: '2026-11-24',
        newId: randomUUID,
        actor: { userId, employeeId: null, name: 'Sari', grants: [] },
      },
      unit: null,
      go: (c, path, notice) => c.text(notice ?? '', 303, { location: path }),
    }))
  const see = async () => (await app().request('/akun/token')).text()
  const send = async (path: string, form: Record<string, string>) => {
    const response = await app().request(path, { method: 'POST', body: new URLSearchParams(form) })
    return { status: response.status, text: await response.text() }
  }
  const tokenIn = (page: string) => /<code>(zona_[\w-]{43})<\/code>/.exec(page)?.[1]

  beforeAll(async () => {
    database = await open()
    await database.db
      .insertInto('auth_user')
      .values({ id: userId, name: 'Sari', email: 'sari@contoh.go.id', email_verified: true })
      .execute()
  })
  afterAll(() => database.close())

  test('shows a token once, with what it may and until when, and never again', async () => {
    const made = await send('/akun/token', { name: 'Dasbor <provinsi>', scope: 'write', days: '30' })
    const token = tokenIn(made.text)
    expect(await findToken(database.db, `Bearer ${token}`, now)).toMatchObject({
      scope: 'write',
      actor: { userId },
    })
    const later = await see()
    for (const words of ['Dasbor &lt;provinsi&gt;', 'Membaca dan mengubah', '24 Desember 2026', 'Cabut'])
      expect(later).toContain(words)
    expect(tokenIn(later)).toBe(undefined)
  })

  test('says that the name is missing and keeps the other choices', async () => {
    const { status, text } = await send('/akun/token', { name: ' ', scope: 'write', days: '365' })
    expect(status).toBe(422)
    expect(text).toContain('href="#name"')
    expect(text).toContain('Tulis nama token')
    expect(text).toMatch(/<option value="write" selected/)
    expect(text).toMatch(/<option value="365" selected/)
  })

  test('shows no token to a form that is sent twice: the first one is gone, and says so', async () => {
    const form = { name: 'Dua kali', scope: 'read', days: '90', _key: randomUUID() }
    expect(tokenIn((await send('/akun/token', form)).text)).toBeTruthy()
    const again = (await send('/akun/token', form)).text
    expect(tokenIn(again)).toBe(undefined)
    expect(again).toContain('hanya ditampilkan sekali')
  })

  test('takes the lesser right and the shorter life where the form says neither', async () => {
    const token = tokenIn(
      (await send('/akun/token', { name: 'Tanpa pilihan', scope: 'admin', days: '9999' })).text,
    )
    expect(await findToken(database.db, `Bearer ${token}`, now)).toMatchObject({ scope: 'read' })
    expect(await findToken(database.db, `Bearer ${token}`, new Date('2026-12-24T03:00:00Z'))).toBe(null)
  })

  test('revokes a token at once, and says where it was revoked before', async () => {
    const token = tokenIn((await send('/akun/token', { name: 'Sebentar', scope: 'read', days: '30' })).text)
    const { id } = await database.db
      .selectFrom('api_token')
      .select('id')
      .where('name', '=', 'Sebentar')
      .executeTakeFirstOrThrow()
    expect((await send(`/akun/token/${id}/cabut`, {})).text).toBe('Token sudah dicabut.')
    expect(await findToken(database.db, `Bearer ${token}`, now)).toBe(null)
    expect((await send(`/akun/token/${id}/cabut`, {})).text).toBe('Token itu sudah tidak berlaku.')
  })
})
