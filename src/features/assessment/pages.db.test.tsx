import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../core/access/may.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { bareShell } from '../bare-shell.test-data.tsx'
import { knowInstrument } from './instruments.ts'
import { answersOf, findCycle } from './queries.ts'
import { assessmentRoutes } from './routes.ts'
import { now, seedAssessment } from './sheet.test-data.ts'

describe.each(testDatabases)('The pages of the self-assessment on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Awaited<ReturnType<typeof seedAssessment>>
  let notice: string | undefined

  beforeAll(async () => {
    database = await open()
    seed = await seedAssessment(database.db)
  })
  afterAll(() => database.close())

  const appFor = (actor: Actor) =>
    bareShell(assessmentRoutes, () => ({
      deps: seed.as(actor),
      unit: seed.unit,
      go: (c, path, said) => {
        notice = said
        return c.redirect(path, 303)
      },
    }))
  type Who = keyof typeof seed.people
  const base = () => `/u/${seed.slug}/lke`
  const page = async (who: Who, path: string) => {
    const response = await appFor(seed.people[who]).request(`${base()}${path}`)
    return { status: response.status, html: await response.text() }
  }
  const send = async (who: Who, path: string, body: Record<string, string>, accept = 'text/html') => {
    const response = await appFor(seed.people[who]).request(`${base()}${path}`, {
      method: 'POST',
      body: new URLSearchParams(body),
      headers: { accept },
    })
    return { status: response.status, to: response.headers.get('location'), html: await response.text() }
  }
  const stored = async (code: string) =>
    (await answersOf(database.db, [seed.cycleId])).find(answer => answer.code === code)

  test('show the year, an area, an item, the road and the units', async () => {
    for (const [path, words] of [
      ['', 'Lembar kerja evaluasi per tahun'],
      ['/2026', 'Menuju WBK: kurang 75'],
      ['/2026/PW', 'Penguatan pengawasan: 0,0%'],
      ['/2026/HASIL', 'IPAK'],
      ['/2026/butir/R.SDM.3.a', 'Dicatat saja, tidak dihitung'],
      ['/2026/jalan', 'perbaikan cukup untuk WBK'],
      ['/2026/satuan', 'Di mana unit lemah'],
      ['/2026/ajukan', 'Belum dijawab, bernilai nol'],
    ]) {
      const shown = await page('leader', path ?? '')
      expect([path, shown.status]).toEqual([path, 200])
      expect(shown.html).toContain(words)
    }
  })

  test('offer the next year that was not started; where nobody asked for a year there is no mistake', async () => {
    const list = await page('leader', '')
    expect(list.html).toMatch(/name="tahun"[^>]*value="2027"|value="2027"[^>]*name="tahun"/)
    expect((await page('leader', '/mulai')).status).toBe(303)
    expect((await page('leader', '/mulai?tahun=12')).html).toContain('Isi tahun antara 2000 dan 2100')
    expect((await page('leader', '/2031-daftar')).status).toBe(303)
  })

  test('an item leads to the pieces that prove it, and does not lead to itself', async () => {
    const alone = await page('leader', '/2026/butir/P.MP.1.a')
    expect(alone.html).toContain('<h4 id="P-MP-1-a-text" class="govuk-visually-hidden">')
    expect(alone.html).not.toContain('Riwayat dan bukti P.MP.1.a')
    expect((await page('leader', '/2026/MP')).html).toContain('Riwayat dan bukti P.MP.1.a')
  })

  test.each(['/2026/XX', '/2026/butir/P.XX.1.a', '/1999x', '/2031/jalan'])(
    'have nothing at %s',
    async path => {
      expect([404, 303]).toContain((await page('leader', path)).status)
    },
  )

  test('save a whole page and one row of it, and go back to where the person was', async () => {
    const whole = await send('leader', '/2026/MP', {
      'a.P.MP.1.a': 'Ya',
      'v.P.MP.1.a': '0',
      'a.R.MP.1.a.agents': '7',
      'a.R.MP.1.a.changes': '5',
      'v.R.MP.1.a': '0',
    })
    expect([whole.status, whole.to]).toEqual([303, `${base()}/2026/MP`])
    expect(notice).toBe('2 butir tersimpan 10.42')
    expect((await stored('R.MP.1.a'))?.value).toEqual({ agents: 7, changes: 5 })
    const row = await send('coordinator', '/2026/butir/P.MP.1.a', {
      'a.P.MP.1.a': 'Tidak',
      'e.P.MP.1.a': 'SK <lama> & baru',
      'v.P.MP.1.a': '1',
      'a.P.MP.1.b': 'A',
      'v.P.MP.1.b': '0',
    })
    expect([row.status, row.to]).toEqual([303, `${base()}/2026/MP#P-MP-1-a`])
    expect(await stored('P.MP.1.b')).toBeUndefined()
    const { html } = await page('leader', '/2026/MP')
    expect(html).toContain('SK &lt;lama&gt; &amp; baru')
  })

  test('keep everything that was typed and name every mistake at its field', async () => {
    const wrong = await send('leader', '/2026/MP', {
      'a.R.MP.1.b.changes': '2,5',
      'a.R.MP.1.b.integrated': 'tiga',
      'v.R.MP.1.b': '0',
      'a.P.MP.2.a': 'Ya',
      'e.P.MP.2.a': 'Tetap di sini',
      'v.P.MP.2.a': '0',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('href="#a-R-MP-1-b-changes"')
    expect(wrong.html).toContain('href="#a-R-MP-1-b-integrated"')
    expect(wrong.html).toContain('value="2,5"')
    expect(wrong.html).toContain('value="tiga"')
    expect(wrong.html).toContain('Tetap di sini')
    expect(await stored('P.MP.2.a')).toBeUndefined()
  })

  test('lay both texts side by side when two people changed a row, and let one choose', async () => {
    await send('leader', '/2026/butir/P.MP.3.a', {
      'a.P.MP.3.a': 'A',
      'e.P.MP.3.a': 'Dari ketua',
      'v.P.MP.3.a': '0',
    })
    const late = await send('coordinator', '/2026/MP', {
      'a.P.MP.3.a': 'B',
      'e.P.MP.3.a': 'Dari koordinator',
      'v.P.MP.3.a': '0',
      'a.P.MP.3.b': 'A',
      'v.P.MP.3.b': '0',
    })
    expect(late.status).toBe(409)
    for (const words of ['Dari ketua', 'Dari koordinator', seed.people.leader.name, '1 butir lain'])
      expect(late.html).toContain(words)
    expect((await stored('P.MP.3.a'))?.explanation).toBe('Dari ketua')
    expect(late.html).toContain('name="v.P.MP.3.a" value="1"')
    const chosen = await send('coordinator', '/2026/butir/P.MP.3.a', {
      'a.P.MP.3.a': 'B',
      'e.P.MP.3.a': 'Dari koordinator',
      'v.P.MP.3.a': '1',
    })
    expect(chosen.status).toBe(303)
    expect((await page('staff', '/2026/butir/P.MP.3.a')).html).toMatch(/Dari koordinator[\s\S]*Dari ketua/)
  })

  test('answer the island with the time, the new version and the score that stays in view', async () => {
    const json = async (body: Record<string, string>) => {
      const answer = await send('leader', '/2026/butir/H.BERSIH.a', body, 'application/json')
      return [answer.status, JSON.parse(answer.html)]
    }
    const first = { 'a.H.BERSIH.a': '3,6', 'v.H.BERSIH.a': '0' }
    expect(await json(first)).toEqual([
      200,
      expect.objectContaining({
        ...{ state: 'saved', text: 'Tersimpan 10.42', version: 1 },
        facts: expect.objectContaining({ score: 'Nilai 15,75 dari 17,50' }),
      }),
    ])
    expect(await json(first)).toEqual([200, expect.objectContaining({ state: 'saved', version: 1 })])
    expect(await json({ 'a.H.BERSIH.a': '4', 'v.H.BERSIH.a': '0' })).toEqual([409, { state: 'conflict' }])
    expect(await json({ 'a.H.BERSIH.a': '5', 'v.H.BERSIH.a': '1' })).toEqual([
      422,
      { state: 'wrong', texts: ['H.BERSIH.a: indeks harus antara 0 dan 4'] },
    ])
  })

  test('show only the rows of a filter', async () => {
    const blank = await page('leader', '/2026/MP?saring=blank')
    expect(blank.html).not.toContain('data-row="P.MP.1.a"')
    expect(blank.html).toContain('data-row="P.MP.2.b"')
    const back = await send('leader', '/2026/butir/P.MP.1.a/kembalikan', {
      reason: 'Tanggal SK tidak terbaca',
    })
    expect(back.status).toBe(303)
    const returned = await page('coordinator', '/2026/MP?saring=returned')
    expect(returned.html).toContain('Tanggal SK tidak terbaca')
    expect(returned.html.match(/data-row=/g)).toHaveLength(1)
    expect((await page('leader', '/2026/MP?saring=changed')).html).toContain(
      'Tidak ada butir di saringan ini',
    )
  })

  test('let a piece of the unit prove an item with its page, once, and take it away', async () => {
    const evidenceId = randomUUID()
    await database.db
      .insertInto('evidence')
      .values({
        id: evidenceId,
        unit_id: seed.unit.id,
        title: 'Keputusan tim pembangunan ZI',
        kind: 'decree',
        created_by: seed.people.leader.userId,
        created_at: now,
        updated_at: now,
      })
      .execute()
    const path = '/2026/butir/P.MP.1.a'
    expect((await page('leader', path)).html).toContain('Keputusan tim pembangunan ZI')
    const cite = () => send('coordinator', `${path}/bukti`, { evidence: evidenceId, page: '3–5' })
    expect((await cite()).status).toBe(303)
    expect(await cite()).toMatchObject({ status: 422, html: expect.stringContaining('sudah ditunjuk') })
    expect((await send('other', `${path}/bukti`, { evidence: evidenceId })).status).toBe(403)
    expect((await send('leader', `${path}/bukti`, { evidence: 'x' })).status).toBe(422)
    expect((await page('staff', '/2026/MP')).html).toContain('hal. 3–5')
    expect((await page('staff', '/2026/MP')).html).toMatch(
      /<a href="\/u\/[^"]+\/bukti\/[0-9a-f-]{36}">Keputusan tim pembangunan ZI<\/a>/,
    )
    const link = await database.db
      .selectFrom('evidence_link')
      .select('id')
      .where('cycle_id', '=', seed.cycleId)
      .executeTakeFirstOrThrow()
    expect((await send('leader', `${path}/lepas`, { link: link.id })).status).toBe(303)
    expect((await send('leader', `${path}/lepas`, { link: link.id })).status).toBe(404)
  })

  test('let the team leader say what 0 over 0 is worth, only where the instrument leaves it open', async () => {
    const code = 'R.MP.1.b'
    await send('leader', `/2026/butir/${code}`, {
      [`a.${code}.changes`]: '0',
      [`a.${code}.integrated`]: '0',
      [`v.${code}`]: '0',
    })
    expect((await page('leader', `/2026/butir/${code}`)).html).toContain('Nilai 0,00 dari 1,00')
    expect((await send('coordinator', `/2026/butir/${code}/nol`, { nilai: '1' })).status).toBe(403)
    expect((await send('leader', `/2026/butir/${code}/nol`, { nilai: '1' })).status).toBe(303)
    expect((await page('leader', `/2026/butir/${code}`)).html).toContain('Nilai 1,00 dari 1,00')
    expect((await send('leader', '/2026/butir/R.SDM.3.a/nol', { nilai: '0' })).status).toBe(404)
  })

  test('go another road when the unit says that an answer is hard, and try one change without storing it', async () => {
    const road = (html: string) => /id="jalan-WBK"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    const before = road((await page('leader', '/2026/jalan')).html)
    const code = /name="u\.([\w.]+)"/.exec(before)?.[1] ?? ''
    expect(code).not.toBe('')
    expect((await send('leader', '/2026/jalan', { [`u.${code}`]: '100' })).status).toBe(303)
    expect(road((await page('leader', '/2026/jalan')).html)).not.toBe(before)
    const wrong = await send('leader', '/2026/jalan', { [`u.${code}`]: 'sulit' })
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('value="sulit"')])
    const tried = await page('leader', '/2026/jalan?butir=P.TT.1.a&jadi=A')
    expect(tried.html).toContain('Bila P.TT.1.a menjadi A')
    expect(await stored('P.TT.1.a')).toBeUndefined()
  })

  test('try a ratio by its counts and an index by its value, and say what is wrong with either', async () => {
    const asks = await page('leader', '/2026/jalan?butir=R.AK.1.a')
    expect(asks.html).toContain('name="a.R.AK.1.a.achieved"')
    expect(asks.html).not.toContain('Bila R.AK.1.a menjadi')
    const counted = await page(
      'leader',
      '/2026/jalan?butir=R.AK.1.a&a.R.AK.1.a.targets=4&a.R.AK.1.a.achieved=3',
    )
    expect(counted.status).toBe(200)
    expect(counted.html).toMatch(/Bila R\.AK\.1\.a menjadi [^<]*: 4 · [^<]*: 3/)
    expect(counted.html).toContain('(+1,50)')
    const index = await page('leader', '/2026/jalan?butir=H.PRIMA.a&a.H.PRIMA.a=3%2C2')
    expect(index.html).toContain('Bila H.PRIMA.a menjadi 3,2')
    expect(await stored('R.AK.1.a')).toBeUndefined()
    const wrong = await page('leader', '/2026/jalan?butir=R.AK.1.a&a.R.AK.1.a.targets=-4')
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('href="#a-R-AK-1-a-targets"')
    expect(wrong.html).toContain('href="#a-R-AK-1-a-achieved"')
    expect((await page('leader', '/2026/jalan?butir=H.PRIMA.a&jadi=9')).status).toBe(422)
  })

  test('show what a changed instrument means before anyone adopts it, and mark what must be read again', async () => {
    const changed = JSON.parse(
      JSON.stringify(seed.chosen.content)
        .replace('"Unit sudah membentuk tim pembangunan ZI"', '"Unit membentuk tim dan melatihnya"')
        .replace('"need":"75"', '"need":"76"'),
    )
    const known = knowInstrument(changed)
    expect(known.hash).not.toBe(seed.chosen.hash)
    await database.db
      .insertInto('instrument')
      .values({
        hash: known.hash,
        id: known.instrument.id,
        kind: 'scored',
        content: JSON.stringify(changed),
        added_at: now,
      })
      .execute()
    const preview = await page('leader', `/mulai?tahun=2027&instrumen=${known.hash}`)
    expect(preview.status).toBe(200)
    expect(preview.html).toContain('75 → 76')
    expect(preview.html).toContain('Unit membentuk tim dan melatihnya')
    expect(preview.html).toContain('1 harus dibaca ulang')
    const total = /LKE[^<]*2026<\/th><td[^>]*>([^<]*)<\/td>[\s\S]*yang dipilih<\/th><td[^>]*>([^<]*)</.exec(
      preview.html,
    )
    // 0/0 was set to full for 2026 alone, which a new year does not take over.
    expect(total?.slice(1)).toEqual(['18,02', '17,02'])
    expect(await findCycle(database.db, seed.unit.id, 2027)).toBeNull()
    expect((await page('coordinator', `/mulai?tahun=2027&instrumen=${known.hash}`)).status).toBe(403)

    const started = await send('leader', '', { tahun: '2027', instrumen: known.hash, bawa: '1' })
    expect([started.status, started.to]).toEqual([303, `${base()}/2027`])
    const cycle = await findCycle(database.db, seed.unit.id, 2027)
    const carried = await answersOf(database.db, [cycle?.id ?? ''])
    expect(carried.find(({ code }) => code === 'P.MP.1.a')?.returnedReason).toContain('Baca ulang')
    expect(carried.find(({ code }) => code === 'P.MP.3.a')?.returnedReason).toBe('')
    expect(carried.find(({ code }) => code === 'R.MP.1.a')).toBeUndefined()
    expect(cycle?.instrumentHash).toBe(known.hash)
    expect((await findCycle(database.db, seed.unit.id, 2026))?.instrumentHash).toBe(seed.chosen.hash)
    expect((await send('leader', '', { tahun: '2027', instrumen: known.hash })).status).toBe(422)
  })

  test('submit after the blanks were accepted, lock, and open again for a reason', async () => {
    await send('leader', '/2026/butir/P.MP.1.a', { 'a.P.MP.1.a': 'Ya', 'v.P.MP.1.a': '3' })
    const refused = await send('leader', '/2026/ajukan', { version: '1' })
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('masih kosong')])
    expect((await send('head', '/2026/ajukan', { version: '1', acceptsBlanks: '1' })).status).toBe(403)
    expect((await send('leader', '/2026/ajukan', { version: '1', acceptsBlanks: '1' })).status).toBe(303)
    const locked = await send('leader', '/2026/MP', { 'a.P.MP.2.a': 'Ya', 'v.P.MP.2.a': '0' })
    expect([locked.status, locked.html]).toEqual([409, expect.stringContaining('terkunci')])
    expect((await page('leader', '/2026/MP')).html).not.toContain('Simpan halaman ini')
    const short = await send('head', '/2026/buka', { version: '2', reason: 'Perlu' })
    expect([short.status, short.html]).toEqual([422, expect.stringContaining('paling sedikit 10 huruf')])
    expect(
      (await send('head', '/2026/buka', { version: '2', reason: 'Bukti baru dari survei' })).status,
    ).toBe(303)
    await send('leader', '/2026/butir/P.MP.2.a', { 'a.P.MP.2.a': 'Ya', 'v.P.MP.2.a': '0' })
    const changed = await page('leader', '/2026/MP?saring=changed')
    expect(changed.html.match(/data-row="[^"]*"/g)).toEqual(['data-row="P.MP.2.a"'])
    const evidence = await database.db
      .selectFrom('evidence')
      .select('id')
      .where('unit_id', '=', seed.unit.id)
      .where('state', '<>', 'withdrawn')
      .executeTakeFirstOrThrow()
    const cited = await send('leader', '/2026/butir/P.MP.3.a/bukti', { evidence: evidence.id, page: '' })
    expect(cited.status).toBe(303)
    const proven = await page('leader', '/2026/MP?saring=changed')
    expect(proven.html.match(/data-row="[^"]*"/g)).toEqual(['data-row="P.MP.2.a"', 'data-row="P.MP.3.a"'])
  })
})
