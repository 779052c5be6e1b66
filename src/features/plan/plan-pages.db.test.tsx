import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { approvePlan, submitPlan } from './approval/move-plan.ts'
import { confirmImport } from './import/confirm-import.ts'
import { saveImport } from './import/save-import.ts'
import { appFor, documentOf, type Seed, seedPeople } from './plan.test-data.tsx'
import { findIndicator, findPlan, planContent } from './queries.ts'
import { readPlan } from './read/index.ts'

const document = documentOf(2028, {
  MP: [
    { text: 'Tim <b>dibentuk</b>', actions: ['Menyusun SK', 'Membagi tugas'], schedules: ['Maret 2028'] },
    { text: 'Rapat', actions: ['Rapat setiap triwulan'], schedules: ['Per semester'] },
  ],
  PP: [{ text: 'Survei', actions: ['Menyurvei'], schedules: ['3 bulan'] }],
})

describe.each(testDatabases)('the pages of a plan on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let planId: string
  const at = (path = '') => `/u/${seed.unit.slug}/rencana${path}`
  const page = async (who: keyof Seed['people'], path: string) => {
    const response = await appFor(seed, who).request(at(path))
    return { status: response.status, html: await response.text() }
  }
  const send = async (who: keyof Seed['people'], path: string, body: Record<string, string> = {}) => {
    const response = await appFor(seed, who).request(at(path), {
      method: 'POST',
      body: new URLSearchParams(body),
    })
    const notice = decodeURIComponent(response.headers.get('x-notice') ?? '')
    return {
      status: response.status,
      html: await response.text(),
      to: response.headers.get('location'),
      notice,
    }
  }
  const indicator = async (text: string) => {
    const { indicators } = await planContent(database.db, planId)
    const found = await findIndicator(
      database.db,
      planId,
      indicators.find(each => each.text === text)?.id ?? '',
    )
    if (!found) throw new Error(`no indicator ${text}`)
    return found
  }

  beforeAll(async () => {
    database = await open()
    seed = await seedPeople(database.db)
    planId = await seed.importPlan(document, 2028)
  })
  afterAll(() => database.close())

  test('name the areas in our own words, escape what people wrote, and filter without JavaScript', async () => {
    const { html } = await page('leader', '/2028')
    expect(html).toContain('Manajemen Perubahan')
    expect(html).not.toContain('AREA MP')
    expect(html).toContain('Tim &lt;b&gt;dibentuk&lt;/b&gt;')
    expect(html).not.toContain('indikator cocok')
    const filtered = (await page('leader', '/2028?area=PP&state=incomplete')).html
    expect(filtered).toContain('1 dari 3 indikator cocok')
    expect(filtered).toContain('Survei')
    expect(filtered).not.toContain('>Rapat<')
    expect(filtered).toMatch(new RegExp(`href="${at('/2028')}"[^>]*>[^<]*(Hapus|Bersihkan)`, 'i'))
  })

  test('list every gap with the way to its row, to the leader and to the head', async () => {
    const { id } = (await indicator('Survei')).indicator
    const { status, html } = await page('head', '/2028/kekurangan')
    expect(status).toBe(200)
    expect(html).toContain(`href="${at(`/2028#i-${id}`)}"`)
    for (const words of ['Jadwal belum jelas', 'tanggal mulainya belum diisi', 'Langkah aksi tanpa orang'])
      expect(html).toContain(words)
    expect(html).not.toContain('/ajukan')
    expect((await page('leader', '/2028/kekurangan')).html).toContain(at('/2028/ajukan'))
  })

  test('give one action of an indicator to a person and leave the others', async () => {
    const { indicator: row, actions } = await indicator('Tim <b>dibentuk</b>')
    const [one, other] = actions
    const staff = seed.people.staff.employeeId ?? ''
    const path = `/2028/indikator/${row.id}/orang`
    const body = { [`person-${one?.id}`]: staff, [`person-${other?.id}`]: '' }
    expect((await send('leader', path, body)).status).toBe(303)
    const people = async () => (await indicator(row.text)).actions.map(({ person }) => person)
    expect(await people()).toEqual(['Sari', null])
    expect((await send('leader', path, { ...body, everything: staff })).status).toBe(303)
    expect(await people()).toEqual(['Sari', 'Sari'])
  })

  test('refuse a coordinator in the area of another, and a person who has left', async () => {
    const mine = await indicator('Survei')
    const theirs = await indicator('Rapat')
    const staff = seed.people.staff.employeeId ?? ''
    const give = (found: typeof mine, personId: string) =>
      send('coordinator', `/2028/indikator/${found.indicator.id}/orang`, {
        [`person-${found.actions[0]?.id}`]: personId,
      })
    const refused = await give(theirs, staff)
    expect([refused.status, refused.html]).toEqual([403, expect.stringContaining('area Anda sendiri')])
    expect((await indicator('Rapat')).actions[0]?.personId).toBeNull()
    expect((await page('coordinator', `/2028/indikator/${theirs.indicator.id}`)).html).not.toContain(
      '/orang"',
    )
    const table = (await page('coordinator', '/2028')).html
    const link = (found: typeof mine) => `${at(`/2028/indikator/${found.indicator.id}`)}#person`
    expect([table.includes(link(mine)), table.includes(link(theirs))]).toEqual([true, false])
    expect((await give(mine, staff)).status).toBe(303)
    expect((await indicator('Survei')).actions[0]?.personId).toBe(staff)
    expect((await give(mine, seed.people.gone.employeeId ?? '')).status).toBe(422)
    expect((await indicator('Survei')).actions[0]?.personId).toBe(staff)
  })

  test('take the reason why a schedule holds against its row, and stop asking', async () => {
    const { id } = (await indicator('Rapat')).indicator
    expect((await page('leader', `/2028/indikator/${id}`)).html).toContain('Frekuensi berbeda')
    const without = await send('leader', `/2028/indikator/${id}/frekuensi`, { settled: ' ' })
    expect([without.status, without.html]).toEqual([422, expect.stringContaining('Isi alasan')])
    const settled = { settled: 'Rapat digabung' }
    expect((await send('leader', `/2028/indikator/${id}/frekuensi`, settled)).status).toBe(303)
    expect((await page('leader', `/2028/indikator/${id}`)).html).not.toContain('Frekuensi berbeda')
    expect((await page('leader', '/2028/perubahan')).html).toContain('Rapat digabung')
  })

  test('keep what was typed when the plan changed in between, and let it be saved then', async () => {
    const { indicator: row } = await indicator('Survei')
    const body = {
      text: 'Survei & tindak lanjut',
      actions: 'Menyurvei',
      evidence: 'Laporan',
      schedules: '3 bulan',
      start: '2028-01-10',
      revision: '77',
    }
    const stale = await send('leader', `/2028/indikator/${row.id}`, body)
    expect([stale.status, stale.html]).toEqual([409, expect.stringContaining('Survei &amp; tindak lanjut')])
    expect(stale.html).toContain('Yang tersimpan sekarang')
    const revision = /name="revision" value="(\d+)"/.exec(stale.html)?.[1] ?? ''
    expect((await send('leader', `/2028/indikator/${row.id}`, { ...body, revision })).status).toBe(303)
    expect((await indicator('Survei & tindak lanjut')).obligations.map(({ due }) => due)).toEqual([
      '2028-04-09',
    ])
  })

  test('refuse a schedule that names no day, and say of one that is unclear what it lacks', async () => {
    const { indicator: row } = await indicator('Survei & tindak lanjut')
    const at = `/2028/indikator/${row.id}`
    const save = async (schedules: string) => {
      const revision = /name="revision" value="(\d+)"/.exec((await page('leader', at)).html)?.[1] ?? ''
      const rest = { actions: 'Menyurvei', evidence: 'Laporan', reason: 'uji' }
      return send('leader', at, { text: row.text, ...rest, schedules, revision })
    }
    const impossible = await save('31 Februari 2028')
    expect([impossible.status, impossible.html]).toEqual([422, expect.stringContaining('31 Februari 2028')])
    expect(impossible.html).toContain('href="#schedules"')
    expect((await save('bila diperlukan')).status).toBe(303)
    expect((await page('leader', at)).html).toContain('Jadwal belum jelas')
    expect((await save('Maret 2028')).status).toBe(303)
    expect((await page('leader', at)).html).not.toContain('Jadwal belum jelas')
  })

  test('download the plan as files that are read back with the same words', async () => {
    for (const format of ['xlsx', 'csv']) {
      const response = await appFor(seed, 'leader').request(at(`/2028/unduh.${format}`))
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="rencana-aksi-${seed.unit.slug}-2028.${format}"`,
      )
      const bytes = new Uint8Array(await response.arrayBuffer())
      const read = await readPlan({ name: `rencana.${format}`, bytes })
      if (!read.ok) throw new Error(read.problem.kind)
      const { areas, counts, title } = read.value
      expect([title, areas.map(({ code }) => code)]).toEqual(['Rencana Aksi 2028', ['MP', 'PP']])
      expect(counts).toMatchObject({ indicators: 3, actions: 4, evidence: 3, schedules: 3 })
    }
  })

  test('show the copy to another year before it is made, and refuse a year that has a plan', async () => {
    const shown = await page('leader', '/2028/salin')
    expect(shown.html).toContain('Maret 2029')
    expect((await page('leader', '/2028/salin?ke=2028')).status).toBe(422)
    expect((await page('leader', '/2028/salin?ke=abc')).html).toContain('antara 2000 dan 2100')
    const revision = /name="revision" value="(\d+)"/.exec(shown.html)?.[1] ?? ''
    const made = await send('leader', '/2028/salin', { ke: '2029', revision })
    expect([made.status, made.to]).toEqual([303, at('/2029')])
    expect(made.notice).toContain('kewajiban bertanggal')
    const again = await send('leader', '/2028/salin', { ke: '2029', revision })
    expect([again.status, again.html]).toEqual([422, expect.stringContaining('Rencana 2029 sudah ada')])
    expect((await page('leader', '/2028/salin')).status).toBe(200)
    expect((await send('staff', '/2028/salin', { ke: '2030', revision })).status).toBe(403)
  })

  test('show an approved version as it was, and what is different today', async () => {
    await submitPlan(seed.deps(), { planId })
    expect((await approvePlan(seed.deps('head'), { planId, note: 'Baik' })).ok).toBe(true)
    const before = await indicator('Rapat')
    await database.db
      .updateTable('indicator')
      .set({ text: 'Rapat tim kerja' })
      .where('id', '=', before.indicator.id)
      .execute()
    const list = await page('staff', '/2028/versi')
    for (const words of ['Versi 1', 'Kepala', 'Baik', 'WITA']) expect(list.html).toContain(words)
    const version = await page('staff', '/2028/versi/1')
    expect(version.html).toContain('Rapat')
    expect(version.html).not.toContain('Rapat tim kerja')
    expect(version.html).toContain('Sari')
    const difference = await page('staff', '/2028/versi/1/beda')
    expect(difference.html).toContain('0 ditambah, 1 diubah, 0 dihapus, 2 tetap')
    for (const path of ['/2028/versi/2', '/2028/versi/x', '/2027/versi'])
      expect([path, (await page('staff', path)).status]).toEqual([path, 404])
  })

  test('ask why a plan that was approved is changed by a newer document, and log it', async () => {
    const { id } = seed.unit
    const newer = documentOf(2028, { MP: [{ text: 'Agen', actions: ['Memilih'], schedules: ['Mei'] }] })
    const file = { fileName: 'susulan.xlsx', sha256: 'ef', size: 1 }
    const saved = await saveImport(seed.deps(), { unit: { id }, year: 2028, document: newer, ...file })
    if (!saved.ok) throw new Error('not saved')
    const { importId } = saved.value
    expect((await page('leader', `/impor/${importId}`)).html).toContain('name="reason"')
    const refused = await send('leader', `/impor/${importId}/konfirmasi`, { revision: '1', reason: ' ' })
    expect([refused.status, refused.html]).toEqual([
      422,
      expect.stringContaining('Rencana ini sudah pernah disetujui: isi alasan perubahan'),
    ])
    const done = await send('leader', `/impor/${importId}/konfirmasi`, {
      revision: '1',
      reason: 'Surat edaran baru',
    })
    expect(done.status).toBe(303)
    const log = await page('staff', '/2028/perubahan')
    expect(log.html).toContain('susulan.xlsx')
    expect(log.html).toContain('Surat edaran baru')
  })

  test('remove the sub-components and areas that a newer document no longer has', async () => {
    const { id } = seed.unit
    const newer = documentOf(2029, { MP: [{ text: 'Agen', actions: ['Memilih'], schedules: ['Mei'] }] })
    const file = { fileName: 'baru.xlsx', sha256: 'cd', size: 1 }
    const saved = await saveImport(seed.deps(), { unit: { id }, year: 2029, document: newer, ...file })
    if (!saved.ok) throw new Error('not saved')
    const done = await send('leader', `/impor/${saved.value.importId}/konfirmasi`, { revision: '1' })
    expect([done.status, done.notice]).toEqual([303, 'Rencana tersimpan dengan 1 kewajiban bertanggal.'])
    const plan = await findPlan(database.db, id, 2029)
    const of = (table: 'plan_area' | 'sub_component') =>
      database.db
        .selectFrom(table)
        .selectAll()
        .where('plan_id', '=', plan?.id ?? '')
        .execute()
    expect([(await of('plan_area')).length, (await of('sub_component')).length]).toEqual([1, 1])
    expect(
      await confirmImport(seed.deps(), { importId: saved.value.importId, unitId: id, revision: 1 }),
    ).toEqual({
      ok: false,
      problem: { kind: 'already-confirmed' },
    })
  })
})
