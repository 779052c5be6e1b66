import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { appFor, type Seed, scratchServices, seedProgramme, today, uploadForm } from '../seed.test-data.tsx'
import { withoutEvidence } from './findings-notice.tsx'
import { unitFindings } from './unit-findings.ts'

describe.each(testDatabases)('the findings of a unit on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  type Who = keyof Seed['people']

  const ask = async (who: Who, path: string, body?: FormData | Record<string, string>) => {
    const response = await appFor(seed, seed.people[who], services).request(
      `/u/${seed.unit.slug}/bukti${path}`,
      {
        ...(body
          ? { method: 'POST', body: body instanceof FormData ? body : new URLSearchParams(body) }
          : {}),
      },
    )
    return { status: response.status, html: await response.text() }
  }
  const bring = async (who: Who, obligation: string, facts: Record<string, string>, text: string) => {
    const form = uploadForm(
      { slot: 'Notula rapat', kind: 'minutes', ...facts },
      { name: 'a.txt', content: Uint8Array.from(Buffer.from(text)) },
    )
    expect((await ask(who, `/kewajiban/${obligation}`, form)).status).toBe(303)
  }
  const found = async (restricted = true, userId = '') => {
    const all = await unitFindings(database.db, seed.unit, 2026, { userId, restricted }, today)
    return all.settled.map(({ finding, state }) => `${finding.code} ${state}`)
  }
  const at = '/temuan/2026'

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  test('an obligation that is due without any evidence is one, until evidence comes', async () => {
    expect(await found()).toEqual(['due-without-evidence open'])
    const { html } = await ask('staff', at)
    expect(html).toContain('1 temuan perlu ditindaklanjuti')
    expect(html).toContain('Rapat &lt;tim&gt; (10 November 2026)')
    expect(html).toContain('Unggah buktinya, atau jelaskan mengapa belum ada.')
    const list = await ask('staff', '')
    expect(list.html).toContain('1 kewajiban yang jatuh tempo atau terlambat belum punya bukti sama sekali')
    expect(list.html).toContain('/bukti/temuan/2026?temuan=due-without-evidence"')
    await bring('staff', seed.late, { title: 'Notula asli', documentDate: '2026-11-10' }, 'asli')
    expect(await found()).toEqual([])
    expect((await ask('staff', '')).html).not.toContain('belum punya bukti')
    expect((await ask('staff', at)).html).toContain('Tidak ada temuan pada bukti')
  })

  test.each(['/temuan/abc', '/temuan/1999', '/temuan/20260'])('nothing stands at %s', async path => {
    expect((await ask('staff', path)).status).toBe(404)
    expect((await ask('staff', path, { key: 'x', explanation: 'y' })).status).toBe(404)
  })

  test('returned evidence counts for nothing', async () => {
    const state = (to: 'returned' | 'submitted') =>
      database.db.updateTable('evidence').set({ state: to }).where('title', '=', 'Notula asli').execute()
    await state('returned')
    expect(await found()).toEqual(['due-without-evidence open'])
    expect([...(await withoutEvidence(database.db, [seed.late, seed.soon]))].sort()).toEqual(
      [seed.late, seed.soon].sort(),
    )
    await state('submitted')
    expect([...(await withoutEvidence(database.db, [seed.late]))]).toEqual([])
  })

  test('a kind that was not asked for, expired evidence and one file for two indicators are found', async () => {
    await bring('staff', seed.soon, { title: 'Foto saja', kind: 'photo' }, 'foto')
    await bring('staff', seed.service, { title: 'Lama', validUntil: '2026-01-31' }, 'asli')
    expect((await found()).sort()).toEqual([
      'expired open',
      'kind-does-not-fit open',
      'same-file-several-indicators open',
    ])
    const one = await ask('staff', `${at}?temuan=expired`)
    expect(one.html).toContain('Berlaku sampai 31 Januari 2026')
    expect(one.html).not.toContain('Jenisnya Foto')
    expect((await ask('staff', `${at}?area=PP`)).html).not.toContain('Jenisnya Foto')
    expect((await ask('staff', `${at}?area=MP`)).html).toContain('Jenisnya Foto')
  })

  test('the same bytes at another unit of the agency are found, without saying where', async () => {
    const sibling = await seedProgramme(database.db)
    await database.db
      .updateTable('unit')
      .set({ parent_id: seed.agencyId, name: 'Unit Tetangga' })
      .where('id', '=', sibling.unit.id)
      .execute()
    const form = uploadForm(
      { kind: 'minutes' },
      { name: 'b.txt', content: Uint8Array.from(Buffer.from('foto')) },
    )
    const app = appFor(sibling, sibling.people.staff, services)
    await app.request(`/u/${sibling.unit.slug}/bukti/baru`, { method: 'POST', body: form })
    const { html } = await ask('staff', `${at}?temuan=same-file-other-unit`)
    expect(html).toContain('sama persis dengan bukti unit lain')
    expect(html).not.toContain('Tetangga')
  })

  test('a confidential piece is no finding for those who may not read it', async () => {
    const facts = { title: 'Foto terbatas', kind: 'photo', confidentiality: 'restricted' }
    await bring('staff', seed.late, facts, 'terbatas')
    const count = async (who: Who) => (await ask(who, at)).html.split('Foto terbatas').length - 1
    expect(await count('other')).toBe(0)
    expect(await count('staff')).toBe(1)
    expect(await count('head')).toBe(1)
  })

  test('an explanation settles a finding until its facts change', async () => {
    const list = await ask('staff', `${at}?temuan=expired`)
    const href = /href="([^"]*jelaskan=[0-9a-f]{16})#jelaskan"/.exec(list.html)?.[1] ?? ''
    const form = await ask('staff', href.replaceAll('&amp;', '&').replace(/^.*\/bukti/, ''))
    const key = (/name="key" value="([^"]*)"/.exec(form.html)?.[1] ?? '').replaceAll('&quot;', '"')
    const short = await ask('staff', at, { key, explanation: 'ya' })
    expect([short.status, short.html]).toEqual([422, expect.stringContaining('href="#explanation"')])
    expect(short.html).toContain('>ya</textarea>')
    const sent = { key, explanation: 'Masih dipakai sampai SK baru terbit.' }
    expect((await ask('head', at, sent)).status).toBe(403)
    expect((await ask('staff', at, sent)).status).toBe(303)
    expect(await found()).toContain('expired explained')
    expect((await ask('head', at)).html).toContain('Masih dipakai sampai SK baru terbit.')
    await database.db
      .updateTable('evidence')
      .set({ valid_until: '2026-02-28' })
      .where('title', '=', 'Lama')
      .execute()
    expect(await found()).toContain('expired changed')
    const late = await ask('staff', at, sent)
    expect([late.status, late.html]).toEqual([409, expect.stringContaining('Keadaannya berubah')])
  })

  test('explanations are recorded and can be neither changed nor removed', async () => {
    const entry = await database.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'evidence-finding-explained')
      .executeTakeFirstOrThrow()
    expect([entry.actor_id, entry.detail]).toEqual([
      seed.people.staff.userId,
      expect.objectContaining({ code: 'expired', text: 'Masih dipakai sampai SK baru terbit.' }),
    ])
    await expect(
      database.db.updateTable('evidence_explanation').set({ text: 'lain' }).execute(),
    ).rejects.toThrow('append only')
    await expect(database.db.deleteFrom('evidence_explanation').execute()).rejects.toThrow('append only')
  })
})
