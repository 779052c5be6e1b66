import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import { bareShell } from '../bare-shell.test-data.tsx'
import type { Request } from '../context.ts'
import { chapterRoutes } from './routes.tsx'

/** `may` is as asked for. */
function serve(database: OpenDatabase, unit: Request['unit'], mayEdit = true) {
  const app = bareShell(chapterRoutes, () => ({
    deps: {
      db: database.db,
      now: new Date('2026-03-02T01:00:00Z'),
      today: '2026-03-02',
      newId: randomUUID,
      actor: { userId: 'ketua', employeeId: null, name: 'Ketua', grants: [] },
    },
    unit,
    may: permission => permission === 'document.read' || mayEdit,
  }))
  return {
    get: (path: string) => app.request(`/u/unit/naskah${path}`),
    post: (path: string, form: Record<string, string>) =>
      app.request(`/u/unit/naskah${path}`, { method: 'POST', body: new URLSearchParams(form) }),
  }
}

describe.each(testDatabases)('the work plan document in the browser on $name', ({ open }) => {
  let database: OpenDatabase
  let unit: NonNullable<Request['unit']>
  let pages: ReturnType<typeof serve>

  beforeAll(async () => {
    database = await open()
    const { unitId, unitPath } = await seedUnit(database.db)
    unit = {
      id: unitId,
      slug: 'unit',
      name: 'Unit Contoh',
      shortName: 'Unit',
      zone: 'Asia/Jakarta',
      path: unitPath,
    }
    pages = serve(database, unit)
    const at = new Date('2026-01-02T00:00:00Z')
    const { db } = database
    await db
      .insertInto('auth_user')
      .values({ id: 'ketua', name: 'Ketua', email: 'ketua@contoh.go.id', email_verified: true })
      .execute()
    const [plan_id, sub_component_id, indicator_id] = [randomUUID(), randomUUID(), randomUUID()]
    await db
      .insertInto('plan')
      .values({
        id: plan_id,
        unit_id: unitId,
        year: 2026,
        title: 'R',
        status: 'draft',
        created_at: at,
        updated_at: at,
      })
      .execute()
    await db
      .insertInto('plan_area')
      .values({ plan_id, code: 'MP', label: 'Manajemen Perubahan', position: 0 })
      .execute()
    await db
      .insertInto('sub_component')
      .values({ id: sub_component_id, plan_id, area: 'MP', no: '1', name: 'Tim Kerja', position: 0 })
      .execute()
    await db
      .insertInto('indicator')
      .values({ id: indicator_id, plan_id, sub_component_id, text: 'Tim dibentuk', position: 0 })
      .execute()
    const row = { plan_id, indicator_id, position: 0 }
    await db
      .insertInto('action')
      .values({ ...row, id: randomUUID(), text: 'Rapat pembentukan' })
      .execute()
    await db
      .insertInto('evidence_slot')
      .values({ ...row, id: randomUUID(), text: 'SK tim' })
      .execute()
    await db
      .insertInto('schedule')
      .values({ ...row, id: randomUUID(), text: 'Januari', kind: 'window', reading: '{}' })
      .execute()
  })
  afterAll(() => database.close())

  test('lists the chapters with the figures they still need, each linked to its field', async () => {
    const html = await (await pages.get('/2026')).text()
    expect(html).toContain('BAB IV')
    expect(html).toContain('href="/u/unit/naskah/2026/bab/pendahuluan"')
    expect(html).toContain('href="/u/unit/naskah/2026/angka#unit-visi"')
  })

  test('offers the import where the year has no plan, and no page for a year that is none', async () => {
    const empty = await pages.get('/2027')
    expect(empty.status).toBe(200)
    expect(await empty.text()).toContain('href="/u/unit/rencana"')
    expect((await pages.get('/19x6')).status).toBe(404)
    expect((await pages.get('/2027/rencana-kerja.pdf')).status).toBe(404)
    expect((await pages.get('/2026/bab/tidak-ada')).status).toBe(404)
  })

  test('shows a reader the chapter without a form', async () => {
    const html = await (await serve(database, unit, false).get('/2026/bab/program')).text()
    expect(html).not.toContain('<form')
    expect(html).toContain('Program Kerja')
  })

  test('previews a text without saving it', async () => {
    const form = { title: 'Penutup', body: '# Harapan\n\nSemoga **lancar**.', revision: '1', do: 'preview' }
    const html = await (await pages.post('/2026/bab/penutup', form)).text()
    expect(html).toContain('<h3>5.1 Harapan</h3>')
    expect(html).toContain('<strong>lancar</strong>')
    expect(await (await pages.get('/2026/bab/penutup')).text()).not.toContain('Harapan')
  })

  test('keeps what was typed when the title is empty', async () => {
    const answer = await pages.post('/2026/bab/penutup', { title: ' ', body: 'Teks saya', revision: '1' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#title"')
    expect(html).toContain('Teks saya</textarea>')
  })

  test('shows both texts when the chapter changed meanwhile, and takes the next save', async () => {
    const save = (body: string, revision: string) =>
      pages.post('/2026/bab/penutup', { title: 'Penutup', body, revision, do: 'save' })
    expect((await save('Teks rekan', '1')).headers.get('location')).toBe('/u/unit/naskah/2026/bab/penutup')
    const stale = await save('Teks saya', '1')
    expect(stale.status).toBe(422)
    const html = await stale.text()
    expect(html).toContain('Teks rekan</textarea>')
    expect(html).toContain('Teks saya</textarea>')
    expect(html).toContain('name="revision" value="2"')
    expect((await save('Teks saya', '2')).status).toBe(303)
  })

  test('takes figures as people write them, and warns of those that contradict each other', async () => {
    const form = { drawn: '{}', 'pegawai.jumlah': '1.040', 'pegawai.pns': '1.000', 'pegawai.lain': '30' }
    expect((await pages.post('/2026/angka', form)).status).toBe(303)
    const html = await (await pages.get('/2026/angka')).text()
    expect(html).toContain('value="1.040"')
    expect(html).toContain('jumlah bagiannya 1.030, totalnya 1.040')
  })

  test('refuses a figure that is no number and stores none of the others', async () => {
    const form = { drawn: '{}', 'layanan.jenis': 'banyak', 'layanan.bidang': '7' }
    const answer = await pages.post('/2026/angka', form)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#layanan-jenis"')
    expect(html).toContain('value="banyak"')
    const rows = database.db.selectFrom('unit_figure').select('key').where('key', '=', 'layanan.bidang')
    expect(await rows.execute()).toEqual([])
  })

  test('gives the whole plan as PDF to read and as a Word file to keep', async () => {
    const pdf = await pages.get('/2026/rencana-kerja.pdf')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toBe('inline; filename="rencana-kerja-unit-2026.pdf"')
    expect(pdf.headers.get('cache-control')).toBe('no-store')
    expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
    const docx = await pages.get('/2026/rencana-kerja.docx')
    expect(docx.headers.get('content-disposition')).toMatch(/^attachment; filename="rencana-kerja/)
    expect(Buffer.from(await docx.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK')
  })
})
