import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { approvePlan, submitPlan } from '../approval/move-plan.ts'
import { appFor, documentOf, type Seed, seedPeople } from '../plan.test-data.tsx'
import { findIndicator, findPlan, planContent, planSubComponents } from '../queries.ts'

const document = documentOf(2028, {
  MP: [{ text: 'Rapat', actions: ['Rapat tim'], schedules: ['Per semester'] }],
})

describe.each(testDatabases)('indicators added and removed by hand on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let planId: string
  beforeAll(async () => {
    database = await open()
    seed = await seedPeople(database.db)
    planId = await seed.importPlan(document, 2028)
  })
  afterAll(() => database.close())

  const at = (path = '') => `/u/${seed.unit.slug}/rencana/2028${path}`
  const show = async (path: string, who: keyof Seed['people'] = 'leader') => {
    const response = await appFor(seed, who).request(at(path))
    return { status: response.status, html: await response.text() }
  }
  const send = async (path: string, fields: Record<string, string>, who: keyof Seed['people'] = 'leader') => {
    const body = new URLSearchParams({ revision: String(await revision()), ...fields })
    const response = await appFor(seed, who).request(at(path), { method: 'POST', body })
    return {
      status: response.status,
      html: await response.text(),
      to: response.headers.get('location') ?? '',
    }
  }
  const plan = async () => {
    const found = await findPlan(database.db, seed.unit.id, 2028)
    if (!found) throw new Error('no plan')
    return found
  }
  const revision = async () => (await plan()).revision
  const row = (fields: Record<string, string>) => ({
    text: 'Agen perubahan',
    actions: 'Memilih agen\r\nMelatih agen',
    evidence: 'SK agen',
    schedules: 'Maret',
    ...fields,
  })
  const idOf = async (text: string) => {
    const { indicators } = await planContent(database.db, planId)
    return indicators.find(each => each.text === text)?.id ?? ''
  }
  const order = async () => (await planContent(database.db, planId)).indicators.map(({ text }) => text)

  test('a new one stands behind those of its component, with its dates', async () => {
    const form = await show('/indikator/baru?area=PP')
    expect(form.status).toBe(200)
    expect(form.html).toContain('Komponen baru')
    const [component] = await planSubComponents(database.db, planId)
    const added = await send('/indikator/baru', row({ to: component?.id ?? '' }))
    expect(added.status).toBe(303)
    const id = await idOf('Agen perubahan')
    expect(added.to).toBe(at(`/indikator/${id}`))
    const found = await findIndicator(database.db, planId, id)
    expect(found?.obligations.map(({ due, action }) => `${due} ${action}`).sort()).toEqual([
      '2028-03-31 Melatih agen',
      '2028-03-31 Memilih agen',
    ])
    expect(found?.evidence.map(({ text }) => text)).toEqual(['SK agen'])
    expect(await order()).toEqual(['Rapat', 'Agen perubahan'])
  })

  test('a new component of an area that the plan did not have comes with it, once', async () => {
    const survey = row({ text: 'Survei', to: 'PP', name: 'Kualitas  layanan', schedules: 'Juni' })
    expect((await send('/indikator/baru', survey)).status).toBe(303)
    const again = row({ text: 'Umpan balik', to: 'PP', name: 'kualitas layanan', schedules: 'Juli' })
    expect((await send('/indikator/baru', again)).status).toBe(303)
    const components = await planSubComponents(database.db, planId)
    expect(components.filter(({ area }) => area === 'PP').map(({ no }) => no)).toEqual(['1'])
    expect(await order()).toEqual(['Rapat', 'Agen perubahan', 'Survei', 'Umpan balik'])
  })

  test.each([
    [{ to: '' }, 'Pilih area dan komponen'],
    [{ to: 'bukan' }, 'Pilih area dan komponen'],
    [{ to: '00000000-0000-4000-8000-000000000000' }, 'Pilih area dan komponen'],
    [{ to: 'AK', name: ' ' }, 'Isi nama komponen barunya'],
    [{ to: 'AK', name: 'Kinerja', text: ' ' }, 'Isi indikatornya'],
    [{ to: 'AK', name: 'Kinerja', schedules: '31 Februari' }, '31 Februari'],
    [{ to: 'AK', name: 'Kinerja', start: 'kapan' }, 'Tanggal mulai tidak dikenali'],
  ])('what is wrong is said at its field and kept: %o', async (fields, sentence) => {
    const before = await order()
    const refused = await send('/indikator/baru', row({ text: 'Laporan <b>', ...fields }))
    expect(refused.status).toBe(422)
    expect(refused.html).toContain(sentence)
    expect(refused.html).toContain('Melatih agen')
    expect(await order()).toEqual(before)
  })

  test('every mistake is said at once, in the order of the fields', async () => {
    const wrong = row({ to: 'AK', text: '', schedules: '31 Februari\nMaret\n30 Februari', start: 'kapan' })
    const { status, html } = await send('/indikator/baru', wrong)
    expect(status).toBe(422)
    const [, summary = ''] = /govuk-error-summary__list">(.*?)<\/ul>/s.exec(html) ?? []
    expect([...summary.matchAll(/href="#([^"]*)"/g)].map(([, field]) => field)).toEqual([
      'name',
      'text',
      'schedules',
      'schedules',
      'start',
    ])
  })

  test('a form that was drawn before somebody else changed the plan is kept, and can be sent again', async () => {
    const typed = row({ text: 'Terlambat', to: 'PP', name: 'Kualitas layanan' })
    const stale = await send('/indikator/baru', { ...typed, revision: '1' })
    expect([stale.status, stale.html]).toEqual([409, expect.stringContaining('Orang lain mengubah')])
    expect(stale.html).toContain('Terlambat')
    expect(stale.html).toContain(`name="revision" value="${await revision()}"`)
  })

  test('one whose dates are all open is removed with its component, and the log says so', async () => {
    for (const text of ['Survei', 'Umpan balik']) {
      const path = `/indikator/${await idOf(text)}/hapus`
      expect((await show(path)).html).toContain('2 tanggal kewajibannya hilang')
      const stale = await send(path, { revision: '1' })
      expect([stale.status, await idOf(text)]).toEqual([409, expect.stringMatching(/./)])
      expect((await send(path, {})).status).toBe(303)
      expect((await send(path, {})).status).toBe(404)
    }
    expect(await order()).toEqual(['Rapat', 'Agen perubahan'])
    const components = await planSubComponents(database.db, planId)
    expect(components.map(({ area }) => area)).toEqual(['MP'])
    const log = (await show('/perubahan')).html
    for (const words of ['Ditambah', 'Dihapus', 'Umpan balik']) expect(log).toContain(words)
  })

  test('one with a date that is done stays, and it is said why', async () => {
    const id = await idOf('Rapat')
    await database.db
      .updateTable('obligation')
      .set({ state: 'done', done_on: '2028-06-20' })
      .where('plan_id', '=', planId)
      .where('due', '=', '2028-06-30')
      .execute()
    expect((await show(`/indikator/${id}/hapus`)).html).toContain(
      '1 tanggal sudah selesai, ditiadakan, atau terlambat',
    )
    const refused = await send(`/indikator/${id}/hapus`, {})
    expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('bagian dari catatan')])
    expect((await findIndicator(database.db, planId, id))?.obligations).toHaveLength(2)
  })

  test('an approved plan takes neither without a reason, and is a draft afterwards', async () => {
    const deps = { ...seed.deps(), actor: seed.people.leader }
    expect((await submitPlan(deps, { planId })).ok).toBe(true)
    const approved = await approvePlan({ ...seed.deps(), actor: seed.people.head }, { planId, note: '' })
    expect(approved.ok).toBe(true)
    const late = await send(`/indikator/${await idOf('Agen perubahan')}/hapus`, { reason: 'Dibatalkan' })
    expect([late.status, late.html]).toEqual([409, expect.stringContaining('bagian dari catatan')])
    // Late too, but no approval ever covered it.
    const typed = row({ text: 'Susulan', to: 'AK', name: 'Kinerja', schedules: 'Maret' })
    const refused = await send('/indikator/baru', typed)
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('isi alasan perubahan')])
    expect((await send('/indikator/baru', { ...typed, reason: 'Edaran baru' })).status).toBe(303)
    expect((await plan()).status).toBe('draft')
    const path = `/indikator/${await idOf('Susulan')}/hapus`
    expect((await send(path, { reason: ' ' })).status).toBe(422)
    expect((await send(path, { reason: 'Dibatalkan' })).status).toBe(303)
    const log = (await show('/perubahan')).html
    for (const words of ['Edaran baru', 'Dibatalkan']) expect(log).toContain(words)
  })

  test('nobody else may, and an address without a plan or indicator is not found', async () => {
    expect((await show('/indikator/baru', 'staff')).status).toBe(403)
    expect((await send('/indikator/baru', row({}), 'staff')).status).toBe(403)
    expect((await show('/indikator/tidak-ada/hapus')).status).toBe(404)
    expect((await send('/indikator/tidak-ada/hapus', {})).status).toBe(404)
  })
})
