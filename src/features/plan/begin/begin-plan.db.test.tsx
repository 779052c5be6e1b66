import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { appFor, type Seed, seedPeople } from '../plan.test-data.tsx'
import { findPlan } from '../queries.ts'

describe.each(testDatabases)('a plan begun without a document on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  beforeAll(async () => {
    database = await open()
    seed = await seedPeople(database.db)
  })
  afterAll(() => database.close())

  const at = (path: string) => `/u/${seed.unit.slug}/rencana${path}`
  const show = async (path: string, who: keyof Seed['people'] = 'leader') => {
    const response = await appFor(seed, who).request(at(path))
    return { status: response.status, html: await response.text() }
  }
  const send = async (path: string, fields: Record<string, string>, who: keyof Seed['people'] = 'leader') => {
    const body = new URLSearchParams(fields)
    const response = await appFor(seed, who).request(at(path), { method: 'POST', body })
    return {
      status: response.status,
      html: await response.text(),
      to: response.headers.get('location') ?? '',
    }
  }

  test('is offered where there is none, to those who may import', async () => {
    for (const path of ['', '/2031', '/impor'])
      expect((await show(path)).html).toContain(
        `href="${at('/mulai')}${path === '/2031' ? '?tahun=2031' : ''}`,
      )
    expect((await show('', 'staff')).html).not.toContain(at('/mulai'))
    expect((await show('/mulai', 'staff')).status).toBe(403)
    expect((await send('/mulai', { tahun: '2031' }, 'staff')).status).toBe(403)
    expect((await show('/mulai?tahun=2031')).html).toContain('value="2031"')
  })

  test.each(['', '31', '1999', '2100', '2031x'])('a year that is none is refused: “%s”', async tahun => {
    const refused = await send('/mulai', { tahun })
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('Isi tahun rencana antara')])
    expect(refused.html).toContain(`value="${tahun}"`)
  })

  test('of two who begin it at once, one does; the other reads that it is there', async () => {
    const both = await Promise.all([send('/mulai', { tahun: '2031' }), send('/mulai', { tahun: '2031' })])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(both.find(({ status }) => status === 303)?.to).toBe(at('/2031/indikator/baru'))
    expect(both.find(({ status }) => status === 422)?.html).toContain('Rencana 2031 sudah ada')
    expect(await findPlan(database.db, seed.unit.id, 2031)).toMatchObject({ status: 'draft', version: 0 })
    expect((await show('/2031/perubahan')).html).toContain('Dimulai tanpa dokumen')
  })

  test('says that it is empty and leads on, and cannot be submitted', async () => {
    const page = (await show('/2031')).html
    expect(page).toContain('Rencana ini belum berisi indikator')
    expect(page).toContain(at('/2031/indikator/baru'))
    expect(page).not.toContain('Periksa dan ajukan')
    const review = (await show('/2031/kekurangan')).html
    expect(review).toContain('Rencana 2031 masih kosong')
    expect(review).not.toContain('/ajukan')
    const refused = await send('/2031/ajukan', {})
    expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('belum dapat diajukan')])
    expect((await findPlan(database.db, seed.unit.id, 2031))?.status).toBe('draft')
  })

  test('with its first indicator it is a plan like any other', async () => {
    const added = await send('/2031/indikator/baru', {
      revision: String((await findPlan(database.db, seed.unit.id, 2031))?.revision),
      to: 'MP',
      name: 'Tim Kerja',
      text: 'Tim terbentuk',
      actions: 'Menyusun SK',
      evidence: 'SK tim',
      schedules: 'Maret',
    })
    expect(added.status).toBe(303)
    const page = (await show('/2031')).html
    expect(page).toContain('Menyusun SK')
    expect(page).toContain('Periksa dan ajukan')
    expect((await send('/2031/ajukan', {})).status).toBe(303)
  })
})
