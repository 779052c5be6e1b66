import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../core/access/may.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { shippedInstruments, startCycle } from '../assessment/index.ts'
import { loadOverview } from './load-overview.ts'
import { UnitOverview } from './overview.view.tsx'
import { appFor, depsOf, origin, type Seed, seedProgramme, today } from './seed.test-data.tsx'

describe.each(testDatabases)('the pages on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const page = async (who: keyof Seed['people'] | null, path: string) => {
    const response = await appFor(seed, who && seed.people[who]).request(path)
    return { status: response.status, html: await response.text(), headers: response.headers }
  }
  const send = (who: keyof Seed['people'], path: string, body: Record<string, string>) =>
    appFor(seed, seed.people[who]).request(path, { method: 'POST', body: new URLSearchParams(body) })
  const at = (path: string) => `/u/${seed.unit.slug}${path}`

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(() => database.close())

  test('of my duties answers first, reminds, escapes what people wrote and offers to mark done', async () => {
    const { status, html } = await page('staff', '/tugas')
    expect(status).toBe(200)
    expect(html).toContain('1 tugas terlambat, 1 jatuh tempo dalam 7 hari')
    expect(html).toContain('1 tugas Anda yang jatuh tempo atau terlambat belum punya bukti sama sekali')
    expect(html).toContain(`href="/u/${seed.unit.slug}/bukti/kewajiban/${seed.late}"`)
    expect(html).toContain('Pengingat hari ini')
    expect(html).toContain('jatuh tempo 3 hari lagi')
    expect(html).toContain('Rapat &lt;tim&gt;')
    expect(html).not.toContain('<tim>')
    expect(html).toContain(`action="/tugas/${seed.late}/selesai"`)
  })

  test('of my duties say what will come where there are none', async () => {
    expect((await page('other', '/tugas')).html).toContain('Belum ada tugas untuk Anda')
  })

  test.each([
    ['/kalender/2026/11', ' tenggat pada November 2026'],
    ['/kalender/2026/12?area=PP', 'Survei layanan'],
    ['/kalender/2026/11?hari=2026-11-10#daftar', 'Selasa, 10 November 2026'],
    ['/linimasa/2026', 'Linimasa 2026'],
    ['/papan/2026', 'Papan kewajiban 2026'],
    ['/kemajuan/2026', '0% kewajiban 2026 selesai'],
    ['/linimasa/2027', 'Belum ada kewajiban 2027'],
  ])('at %s show %s', async (path, words) => {
    const { status, html } = await page('leader', at(path))
    expect(status).toBe(200)
    expect(html).toContain(words)
  })

  test.each(['/kalender/2026/13', '/kalender/1/1', '/linimasa/abc', '/papan/20260', '/kewajiban/x'])(
    'have nothing at %s',
    async path => {
      expect((await page('leader', at(path))).status).toBe(404)
    },
  )

  test('of one obligation keep what was typed when a date is wrong', async () => {
    const response = await send('staff', `/tugas/${seed.soon}/selesai`, {
      doneOn: '2026-12-31',
      note: 'Sudah & rapi',
    })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('Tanggal selesai tidak boleh setelah hari ini')
    expect(html).toContain('value="2026-12-31"')
    expect(html).toContain('Sudah &amp; rapi')
    const long = 'Catatan panjang. '.repeat(300)
    const kept = await send('staff', `/tugas/${seed.soon}/selesai`, { doneOn: '2026-12-31', note: long })
    expect(await kept.text()).toContain(long)
    const none = await send('staff', `/tugas/${seed.soon}/selesai`, { doneOn: '31 Februari' })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('value="31 Februari"')])
  })

  test('mark an obligation done and go back only to a page of our own', async () => {
    const [first = '', second = '', third = ''] = await seed.addAction(
      'MP',
      'Kembali',
      seed.people.staff.employeeId,
      ['2026-03-01', '2026-03-02', '2026-03-03'],
    )
    const ours = await send('staff', `/tugas/${first}/selesai`, { doneOn: today, back: at('/papan/2026') })
    expect([ours.status, ours.headers.get('location')]).toEqual([303, at('/papan/2026')])
    const theirs = await send('staff', `/tugas/${second}/selesai`, { doneOn: today, back: '//jahat.example' })
    expect(theirs.headers.get('location')).toBe('/tugas')
    // A browser drops the tab.
    const hidden = await send('staff', `/tugas/${third}/selesai`, {
      doneOn: today,
      back: '/\t/jahat.example',
    })
    expect(hidden.headers.get('location')).toBe('/tugas')
    const note = 'Dilaksanakan bersama <tim>'
    const again = await send('staff', `/tugas/${second}/selesai`, { doneOn: today, note })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('<p>Dilaksanakan bersama &lt;tim&gt;</p>')
  })

  test('refuse a colleague, and do not tell a stranger that the obligation exists', async () => {
    expect((await send('other', `/tugas/${seed.soon}/selesai`, { doneOn: today })).status).toBe(403)
    expect((await send('stranger', `/tugas/${seed.soon}/selesai`, { doneOn: today })).status).toBe(404)
    expect((await send('staff', at(`/kewajiban/${seed.soon}/tiadakan`), { reason: 'x' })).status).toBe(403)
    const short = await send('head', at(`/kewajiban/${seed.soon}/tiadakan`), { reason: 'x' })
    expect([short.status, await short.text()]).toEqual([
      422,
      expect.stringContaining('paling sedikit 10 huruf'),
    ])
  })

  test('print the monitoring report as PDF', async () => {
    const response = await appFor(seed, seed.people.leader).request(at('/kemajuan/2026/monev.pdf'))
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename="monev-${seed.unit.slug}-2026-${today}.pdf"`,
    )
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  }, 60_000)

  test('begin with how many obligations of the unit are late and due', async () => {
    const overview = await loadOverview(database.db, seed.unit, seed.people.staff, today)
    const html = String(
      <UnitOverview locale="id" unit={seed.unit} overview={overview} newKey={() => 'kunci'} here="/" />,
    )
    expect(html).toContain('<h1>1 kewajiban terlambat, 1 jatuh tempo dalam 7 hari</h1>')
    expect(html).toContain('Menunggu Anda')
    expect(overview.own.map(row => row.id)).toEqual([seed.late, seed.soon])
    expect(overview.others).toEqual([])
  })

  test('begin with what others owe where the reader owes nothing, without their buttons', async () => {
    const overview = await loadOverview(database.db, seed.unit, seed.people.head, today)
    const html = String(
      <UnitOverview locale="id" unit={seed.unit} overview={overview} newKey={() => 'kunci'} here="/" />,
    )
    expect([overview.own, overview.others.map(row => row.id)]).toEqual([[], [seed.late, seed.soon]])
    expect(html).toContain('Menunggu orang lain di unit')
    expect(html).not.toContain('Tandai selesai')
  })

  test('begin with the way to the predicate once the unit assesses itself, and still say what is late', async () => {
    const chosen = shippedInstruments().find(({ instrument }) => instrument.predicates.length > 0)
    if (!chosen) throw new Error('no instrument with a predicate is shipped')
    const start = { unitId: seed.unit.id, year: 2026, chosen, carried: [], readAgain: '' }
    expect(await startCycle(depsOf(database.db, seed.people.leader), start)).toMatchObject({ ok: true })
    const home = async (actor: Actor) => {
      const overview = await loadOverview(database.db, seed.unit, actor, today)
      return String(
        <UnitOverview locale="id" unit={seed.unit} overview={overview} newKey={() => 'kunci'} here="/" />,
      )
    }
    const html = await home(seed.people.staff)
    expect(html).toContain('<h1>Menuju WBK: kurang 75,00</h1>')
    expect(html).toContain('nilai mandiri 0,00 dari ambang 75 · 1 terlambat, 1 jatuh tempo dalam 7 hari')
    expect(html).toContain(`href="${at('/lke/2026/jalan')}"`)
    expect(html).toContain('WBK 75 belum tercapai')
    expect(await home(seed.people.stranger)).not.toContain('WBK')
  })

  test('make a calendar address that is shown once, works for a calendar app and ends when revoked', async () => {
    const made = await (await send('staff', '/akun/kalender', {})).text()
    const path = made.match(/https:\/\/zona\.contoh\.go\.id(\/kalender\/[\w-]{43}\.ics)/)?.[1] ?? ''
    const stored = await database.db.selectFrom('feed').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(path.slice(10, -4))
    expect((await page('staff', '/akun/kalender')).html).not.toContain(path)

    const file = await page(null, path)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(file.html).toContain(`UID:${seed.late}@zona`)
    expect(file.html).toContain('DTSTART;VALUE=DATE:20261110')
    expect(file.html).toContain('DTEND;VALUE=DATE:20261111')
    expect(file.html.replace(/\r\n /g, '')).toContain(`${origin}${at(`/kewajiban/${seed.late}`)}`)
    expect(file.html).not.toContain(seed.service)

    const staff = seed.people.staff.employeeId ?? ''
    const setActive = (active: boolean) =>
      database.db.updateTable('employee').set({ active }).where('id', '=', staff).execute()
    await setActive(false)
    expect((await page(null, path)).status).toBe(404)
    await setActive(true)

    const id = stored[0]?.id ?? ''
    expect((await send('other', `/akun/kalender/${id}/cabut`, {})).status).toBe(303)
    expect((await page(null, path)).status).toBe(200)
    expect((await send('staff', `/akun/kalender/${id}/cabut`, {})).status).toBe(303)
    expect((await page(null, path)).status).toBe(404)
    expect((await page(null, `/kalender/${'a'.repeat(43)}.ics`)).status).toBe(404)
    expect((await page(null, '/kalender/pendek.ics')).status).toBe(404)
  })

  test('do not show a calendar address of a form that was sent twice as if it were a new one', async () => {
    const body = { _key: '11111111-1111-4111-8111-111111111111' }
    const first = await (await send('leader', at('/kalender-unit'), body)).text()
    const second = await (await send('leader', at('/kalender-unit'), body)).text()
    expect(first).toContain('/kalender/')
    expect(second).toContain('sudah dibuat dan hanya ditampilkan sekali')
    expect((await page('staff', at('/kalender-unit'))).status).toBe(403)
  })

  test('of my duties count the days where the person works, and take a date of that day', async () => {
    const setZone = (zone: 'Asia/Jakarta' | 'Asia/Jayapura') =>
      database.db.updateTable('unit').set({ zone }).where('id', '=', seed.unit.id).execute()
    const [id = ''] = await seed.addAction('MP', 'Zona waktu', seed.people.other.employeeId, ['2026-11-25'])
    // An hour of the seed's own day in Jakarta that is the next day in Jayapura.
    const late = new Date('2026-11-24T16:00:00Z')
    const other = (path: string, init?: RequestInit) =>
      appFor(seed, seed.people.other, late).request(path, init)
    expect(await (await other('/tugas')).text()).toContain('Posisi 24 November 2026')
    await setZone('Asia/Jayapura')
    expect(await (await other('/tugas')).text()).toContain('Posisi 25 November 2026')
    const body = new URLSearchParams({ doneOn: '2026-11-25' })
    expect((await other(`/tugas/${id}/selesai`, { method: 'POST', body })).status).toBe(303)
    await setZone('Asia/Jakarta')
  })
})
