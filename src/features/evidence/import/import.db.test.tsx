import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import type { AddServices } from '../bring/add-routes.tsx'
import { isInner, linkChecker } from '../bring/check-link.ts'
import { pdf, zip } from '../bring/sample-files.test-data.ts'
import {
  appFor,
  bytesOf,
  countOf,
  depsOf,
  type Seed,
  scratchServices,
  seedProgramme,
} from '../seed.test-data.tsx'
import { StoreProblem } from '../store/object-store.ts'
import { sweepStore } from '../store/store-audit.ts'
import { beginFolder, beginLinks, beginZip } from './begin-import.ts'
import { checkLinks } from './check-links.ts'
import { choosePlaces } from './choose-places.ts'
import { importRows, oneImport } from './import-queries.ts'
import { runImport } from './run-import.ts'
import { startImport } from './take-import.ts'

const text = (words: string) => pdf(`/U (${words}) `).toString('latin1')

describe.each(testDatabases)('importing a shared drive on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  const scratch = mkdtempSync(join(tmpdir(), 'zona-drive-'))
  const deps = () => depsOf(database.db, seed.people.leader)
  const where = (name = 'Drive.zip') => ({ unitId: seed.unit.id, year: 2026, name })

  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    services.remove()
    rmSync(scratch, { recursive: true, force: true })
    await database.close()
  })

  const head = async (id: string) => {
    const found = await oneImport(database.db, seed.unit.id, id)
    if (!found) throw new Error('no such import')
    return found
  }
  const rows = (id: string) => importRows(database.db, id, 'all', 1)
  async function begin(entries: Record<string, string>, name?: string) {
    const begun = await beginZip(deps(), services, where(name), bytesOf(zip(entries)))
    if (!begun.ok) throw new Error(begun.problem.kind)
    return begun.value.id
  }
  async function run(id: string, with_: AddServices = services) {
    const started = await startImport(deps(), seed.unit.id, id)
    if (!started.ok) throw new Error(started.problem.kind)
    return runImport(deps(), with_, started.value, await head(id))
  }
  const evidence = () =>
    database.db
      .selectFrom('evidence as e')
      .leftJoin('evidence_link as l', 'l.evidence_id', 'e.id')
      .where('e.unit_id', '=', seed.unit.id)
      .select(['e.title', 'e.kind', 'e.state', 'l.obligation_id as obligation', 'l.slot_text as slot'])
      .orderBy('e.title')
      .execute()

  const drive = () => ({
    '1. Manajemen Perubahan/1. Tim Kerja/Notula Rapat November.pdf': text('satu'),
    '1. Manajemen Perubahan/1. Tim Kerja/Notula rapat (tipuan).pdf': '<html><script>1</script></html>',
    'Lain-lain/resep rendang.pdf': text('dua'),
    'Thumbs.db': 'x',
    '2. Pelayanan Publik/arsip lama.zip': 'PK',
    '../../etc/passwd.pdf': text('keluar'),
  })

  test('each file gets a place with its reason; what is unsure is skipped and what climbs out is named', async () => {
    const id = await begin(drive())
    const found = await rows(id)
    expect(found.map(row => [row.path, row.choice, row.state])).toEqual([
      ['1. Manajemen Perubahan/1. Tim Kerja/Notula Rapat November.pdf', 'take', 'listed'],
      ['1. Manajemen Perubahan/1. Tim Kerja/Notula rapat (tipuan).pdf', 'take', 'listed'],
      ['Lain-lain/resep rendang.pdf', 'skip', 'listed'],
      ['Thumbs.db', 'skip', 'listed'],
      ['2. Pelayanan Publik/arsip lama.zip', 'skip', 'refused'],
      ['../../etc/passwd.pdf', 'skip', 'refused'],
    ])
    expect(found[0]).toMatchObject({ slotText: 'Notula rapat', confidence: expect.any(Number) })
    expect([seed.late, seed.soon]).toContain(found[0]?.obligationId)
    expect(found.slice(4).map(row => row.problem)).toEqual([
      { kind: 'skip', why: 'archive-inside' },
      { kind: 'skip', why: 'climbs-out' },
    ])
    expect(await evidence()).toEqual([])
  })

  test('what was chosen becomes evidence through the checks of an upload; the rest stays with its reason', async () => {
    const id = await begin(drive())
    const [, , recipe] = await rows(id)
    const places = new Map([[recipe?.id ?? '', { choice: 'take', obligationId: null, slot: '' } as const]])
    const chosen = await choosePlaces(deps(), { unitId: seed.unit.id, importId: id, year: 2026, places })
    expect(chosen).toEqual({ ok: true, value: { changed: 1 } })
    expect(await run(id)).toBeNull()
    expect((await rows(id)).map(row => [row.state, row.problem?.kind ?? null])).toEqual([
      ['taken', null],
      ['refused', 'html'],
      ['taken', null],
      ['listed', null],
      ['refused', 'skip'],
      ['refused', 'skip'],
    ])
    expect(await evidence()).toEqual([
      {
        title: 'Notula Rapat November',
        kind: 'minutes',
        state: 'submitted',
        obligation: expect.any(String),
        slot: 'Notula rapat',
      },
      { title: 'resep rendang', kind: 'other', state: 'submitted', obligation: null, slot: null },
    ])
    expect((await head(id)).state).toBe('done')
  })

  test('done again it makes nothing twice, and a refused file may be tried in another place', async () => {
    const id = await begin(drive())
    await run(id)
    const [, refused] = await rows(id)
    const places = new Map([
      [refused?.id ?? '', { choice: 'take', obligationId: seed.service, slot: 'Notula rapat' } as const],
    ])
    await choosePlaces(deps(), { unitId: seed.unit.id, importId: id, year: 2026, places })
    expect(await run(id)).toBeNull()
    expect((await evidence()).map(one => one.title)).toEqual(['Notula Rapat November'])
    expect((await rows(id))[1]).toMatchObject({ state: 'refused', obligationId: seed.service })
  })

  test('a place of another unit, or an item that is not asked for, is refused', async () => {
    const other = await seedProgramme(database.db)
    const id = await begin(drive())
    const [first] = await rows(id)
    const choose = (obligationId: string, slot: string) =>
      choosePlaces(deps(), {
        unitId: seed.unit.id,
        importId: id,
        year: 2026,
        places: new Map([[first?.id ?? '', { choice: 'take', obligationId, slot }]]),
      })
    expect(await choose(other.late, '')).toMatchObject({ problem: { kind: 'no-such-obligation' } })
    expect(await choose(seed.late, 'Bukan ini')).toMatchObject({ problem: { kind: 'no-such-slot' } })
  })

  test('a disk that fills up in the middle stops it; what came is whole, and it goes on once there is room', async () => {
    const names = ['a', 'b', 'c', 'd'].map(
      one => `1. Manajemen Perubahan/1. Tim Kerja/Notula rapat ${one}.pdf`,
    )
    const id = await begin(Object.fromEntries(names.map(name => [name, text(name)])))
    let room = 2
    const full: AddServices = {
      ...services,
      store: {
        ...services.store,
        stage: async (staged, source) => {
          if (room-- <= 0) throw new StoreProblem('store-full', new Error('ENOSPC'))
          await services.store.stage(staged, source)
        },
      },
    }
    expect(await run(id, full)).toBe('store-full')
    expect(await head(id)).toMatchObject({ state: 'stopped', problem: 'store-full' })
    expect(await evidence()).toHaveLength(2)
    expect(await run(id)).toBeNull()
    expect(await evidence()).toHaveLength(4)
    expect((await rows(id)).every(row => row.state === 'taken')).toBe(true)
  })

  test('an import that somebody works on is not started twice; one that stands still is', async () => {
    const id = await begin(drive())
    expect((await startImport(deps(), seed.unit.id, id)).ok).toBe(true)
    expect(await startImport(deps(), seed.unit.id, id)).toMatchObject({
      problem: { kind: 'running-already' },
    })
    await database.db
      .updateTable('evidence_import')
      .set({ alive_at: new Date('2020-01-01T00:00:00Z') })
      .where('id', '=', id)
      .execute()
    expect((await head(id)).stale).toBe(true)
    expect(await run(id)).toBeNull()
  })

  test('two that work on the same import at once make each piece once', async () => {
    const names = Array.from(
      { length: 6 },
      (_, at) => `1. Manajemen Perubahan/1. Tim Kerja/Notula rapat ${at}.pdf`,
    )
    const id = await begin(Object.fromEntries(names.map(name => [name, text(name)])))
    const started = await startImport(deps(), seed.unit.id, id)
    if (!started.ok) throw new Error(started.problem.kind)
    const one = await head(id)
    await Promise.all([
      runImport(deps(), services, started.value, one),
      runImport(deps(), services, started.value, one),
    ])
    expect((await evidence()).map(piece => piece.title)).toHaveLength(6)
  })

  test('a ZIP that is none, locked, empty or a bomb is refused with its reason and leaves nothing', async () => {
    const before = await countOf(database.db, 'file_object')
    const bad = [
      [Buffer.from('bukan zip'), 'not-a-zip'],
      [zip({}), 'nothing-inside'],
      [zip({ '../a.pdf': 'x' }), 'nothing-inside'],
    ] as const
    for (const [bytes, kind] of bad)
      expect(await beginZip(deps(), services, where(), bytesOf(bytes))).toMatchObject({ problem: { kind } })
    expect(
      await beginZip(deps(), services, { ...where(), year: 2031 }, bytesOf(zip({ 'a.pdf': 'x' }))),
    ).toEqual({
      ok: false,
      problem: { kind: 'no-plan', year: 2031 },
    })
    expect(await countOf(database.db, 'file_object')).toBe(before)
    for await (const staged of services.store.listStaged()) throw new Error(`left ${staged.id}`)
  })

  test('a name of 300 characters comes in shortened', async () => {
    const id = await begin({
      [`1. Manajemen Perubahan/1. Tim Kerja/Notula rapat ${'n'.repeat(300)}.pdf`]: text('panjang'),
    })
    expect(await run(id)).toBeNull()
    const { file_name } = await database.db
      .selectFrom('evidence_version as v')
      .innerJoin('evidence as e', 'e.id', 'v.evidence_id')
      .where('e.unit_id', '=', seed.unit.id)
      .select('v.file_name')
      .executeTakeFirstOrThrow()
    expect(file_name).toHaveLength(150)
  })

  test('the ZIP stays as long as its import is open, and a sweep takes it afterwards', async () => {
    // The same bytes may be those of another unit's open import.
    const id = await begin({ ...drive(), [`${randomUUID()}.pdf`]: text('sapu') })
    const { sha256 } = await head(id)
    const sweep = async () => {
      const later = new Date('2026-11-26T01:00:00Z')
      const { findings } = await sweepStore(
        { ...deps(), now: later, store: services.store },
        { remove: false },
      )
      return findings.some(one => one.kind === 'unused-file' && one.sha256 === sha256)
    }
    expect(await sweep()).toBe(false)
    await run(id)
    expect(await sweep()).toBe(true)
  })

  test('a folder of the server is read where it stands; files that went meanwhile are named', async () => {
    const folder = join(scratch, randomUUID())
    const inside = join(folder, '1. Manajemen Perubahan', '1. Tim Kerja')
    mkdirSync(inside, { recursive: true })
    writeFileSync(join(inside, 'Notula rapat.pdf'), text('ada'))
    writeFileSync(join(inside, 'Notula rapat hilang.pdf'), text('hilang'))
    const begun = await beginFolder(deps(), where(folder))
    if (!begun.ok) throw new Error(begun.problem.kind)
    rmSync(join(inside, 'Notula rapat hilang.pdf'))
    expect(await run(begun.value.id)).toBeNull()
    expect((await rows(begun.value.id)).map(row => [row.state, row.problem])).toEqual([
      ['refused', { kind: 'not-in-source' }],
      ['taken', null],
    ])
  })

  test('old links come in unchecked, rows without one are named, and no address of the own network is reached', async () => {
    const csv = `Area;Sub Komponen;Bukti;Link
Manajemen Perubahan;Tim Kerja;Notula rapat;http://127.0.0.1:9/rahasia
;;Notula rapat dua;https://10.0.0.1/a
;;Tanpa;tidak ada
`
    const begun = await beginLinks(deps(), where('tautan.csv'), Buffer.from(csv))
    if (!begun.ok) throw new Error(begun.problem.kind)
    const { id } = begun.value
    expect((await rows(id)).map(row => [row.url, row.checkedOn, row.problem])).toEqual([
      ['http://127.0.0.1:9/rahasia', null, null],
      ['https://10.0.0.1/a', null, null],
      [null, null, { kind: 'row', row: 4, why: 'not-an-address' }],
    ])
    await run(id)
    const versions = await database.db
      .selectFrom('evidence_version as v')
      .innerJoin('evidence as e', 'e.id', 'v.evidence_id')
      .where('e.unit_id', '=', seed.unit.id)
      .select(['e.title', 'v.url', 'v.url_checked_on'])
      .orderBy('e.title')
      .execute()
    expect(versions).toEqual([
      { title: 'Notula rapat', url: 'http://127.0.0.1:9/rahasia', url_checked_on: null },
      { title: 'Notula rapat dua', url: 'https://10.0.0.1/a', url_checked_on: null },
    ])
    expect(await checkLinks(deps(), linkChecker(isInner), seed.unit.id, id)).toEqual({
      looked: 2,
      answered: 0,
    })
    expect((await rows(id)).slice(0, 2).map(row => [row.checkedOn, row.answered])).toEqual([
      ['2026-11-24', false],
      ['2026-11-24', false],
    ])
    expect(await checkLinks(deps(), async () => ({ title: null }), seed.unit.id, id)).toEqual({
      looked: 0,
      answered: 0,
    })
  })

  describe('as pages', () => {
    const at = (path: string) => `/u/${seed.unit.slug}/bukti/impor${path}`
    const page = async (who: keyof Seed['people'], path: string) => {
      const answer = await appFor(seed, seed.people[who], services).request(at(path))
      return { status: answer.status, headers: answer.headers, html: await answer.text() }
    }
    const send = async (name: string, bytes: Uint8Array, key: string = randomUUID()) => {
      const body = new FormData()
      body.append('file', new File([Uint8Array.from(bytes)], name))
      const answer = await appFor(seed, seed.people.leader, services).request(
        at(`/tahun/2026?kunci=${key}`),
        { method: 'POST', body },
      )
      const location = answer.headers.get('location') ?? ''
      return {
        status: answer.status,
        html: await answer.text(),
        id: /impor\/([0-9a-f-]{36})/.exec(location)?.[1] ?? '',
      }
    }
    const post = (path: string, fields: Record<string, string> = {}) =>
      appFor(seed, seed.people.leader, services).request(at(path), {
        method: 'POST',
        body: new URLSearchParams({ _key: randomUUID(), ...fields }),
      })

    test('a ZIP is sent, corrected on the page, run, and shown as it ended', async () => {
      const sent = await send('Drive <2026>.zip', zip(drive()))
      expect(sent.status).toBe(303)
      const table = await page('leader', `/${sent.id}`)
      expect(table.html).toContain('2 dari 6 berkas siap diimpor')
      expect(table.html).toContain('Drive -2026-.zip')
      expect(table.html).toContain('nama berkas “Notula Rapat November”')
      expect(table.html).toContain('menunjuk ke luar foldernya')
      const [, trick] = await rows(sent.id)
      expect((await post(`/${sent.id}/pilih`, { [`p-${trick?.id}`]: 'skip' })).status).toBe(303)
      expect((await post(`/${sent.id}/jalankan`)).status).toBe(303)
      await expect.poll(async () => (await head(sent.id)).state, { timeout: 10_000 }).toBe('done')
      const done = await page('leader', `/${sent.id}?lihat=taken`)
      expect(done.html).toContain('Lihat bukti')
      expect(done.headers.get('refresh')).toBeNull()
    })

    test('one whose process died says that it goes on by itself, and reloads; one for a person offers to go on', async () => {
      const id = await begin(drive())
      const set = (to: { state: 'running' | 'stopped'; problem: string | null }) =>
        database.db
          .updateTable('evidence_import')
          .set({ ...to, alive_at: new Date('2020-01-01T00:00:00Z') })
          .where('id', '=', id)
          .execute()
      await set({ state: 'running', problem: null })
      const stale = await page('leader', `/${id}`)
      expect(stale.html).toContain('dilanjutkan sendiri sebentar lagi')
      expect(stale.html).toContain('Lanjutkan sekarang')
      expect([stale.headers.get('refresh'), stale.html.includes('<select')]).toEqual(['4', false])
      await set({ state: 'stopped', problem: 'died-again' })
      const stopped = await page('leader', `/${id}`)
      expect(stopped.html).toContain('tidak dicoba lagi sendiri')
      expect(stopped.html).toContain('Lanjutkan 2 berkas')
      expect(stopped.headers.get('refresh')).toBeNull()
    })

    test('the same form sent twice makes one import', async () => {
      const key = randomUUID()
      const bytes = zip({ 'Notula rapat.pdf': text(key) })
      const [one, two] = [await send('a.zip', bytes, key), await send('a.zip', bytes, key)]
      expect([one.id.length, two.id]).toEqual([36, one.id])
    })

    test.each([
      ['a.rar', 'x', 'Pilih berkas .zip, .csv, atau .xlsx'],
      ['a.zip', 'x', 'Berkas itu bukan ZIP'],
      ['a.csv', 'Nama;Jumlah;Ket\nSK;1;ada\n', 'Tidak ada kolom tautan'],
    ])('%s is refused with a sentence at the field', async (name, content, sentence) => {
      const { status, html } = await send(name, Buffer.from(content))
      expect([status, html]).toEqual([422, expect.stringContaining(sentence)])
    })

    test('only those who may import, and only their own unit’s imports', async () => {
      const id = await begin(drive())
      expect((await page('staff', '')).status).toBe(403)
      expect((await page('leader', `/${randomUUID()}`)).status).toBe(404)
      const other = await seedProgramme(database.db)
      const answer = await appFor(other, other.people.leader, services).request(
        `/u/${other.unit.slug}/bukti/impor/${id}`,
      )
      expect(answer.status).toBe(404)
    })
  })
})
