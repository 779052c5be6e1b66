import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../../core/access/may.ts'
import { fullSheet, lke } from '../../../core/score/full-sheet.test-data.ts'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { bareShell } from '../../bare-shell.test-data.tsx'
import { readWorkbook } from '../../plan/read/index.ts'
import { saveAnswers } from '../fill/save-answers.ts'
import { answersOf } from '../queries.ts'
import { seedAssessment } from '../sheet.test-data.ts'
import { readAnswers, writeWorkbook } from './index.ts'
import { openBook } from './recalculate.test-data.ts'
import { workbookRoutes } from './routes.tsx'

describe.each(testDatabases)('The workbook of a self-assessment on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Awaited<ReturnType<typeof seedAssessment>>
  let notice: string | undefined

  beforeAll(async () => {
    database = await open()
    seed = await seedAssessment(database.db)
  })
  afterAll(() => database.close())

  const appFor = (actor: Actor) =>
    bareShell(workbookRoutes, () => ({
      deps: seed.as(actor),
      unit: seed.unit,
      go: (c, path, said) => {
        notice = said
        return c.redirect(path, 303)
      },
    }))
  type Who = keyof typeof seed.people
  const at = (path: string) => (path.startsWith('/u/') ? path : `/u/${seed.slug}/lke/2026/buku-kerja${path}`)
  const page = async (who: Who, path: string) => {
    const response = await appFor(seed.people[who]).request(at(path))
    return { status: response.status, html: await response.text() }
  }
  const send = async (who: Who, path: string, body: FormData | URLSearchParams) => {
    const response = await appFor(seed.people[who]).request(at(path), { method: 'POST', body })
    return { status: response.status, to: response.headers.get('location') ?? '', response }
  }
  const withFile = (field: string, bytes: Uint8Array, name = 'lke.xlsx') => {
    const form = new FormData()
    form.set(field, new File([new Uint8Array(bytes)], name))
    return form
  }
  const workbook = async (answers: Readonly<Record<string, unknown>>, notes = {}) => {
    const made = await writeWorkbook(lke, { answers, notes, settings: {}, unit: 'Unit' })
    if (!made.ok) throw new Error(made.problem.kind)
    return made.value
  }
  const upload = async (who: Who, bytes: Uint8Array) => {
    const { status, to } = await send(who, '', withFile('buku', bytes))
    expect(status).toBe(303)
    return to
  }
  /** The hidden fields of the form that confirms. */
  const fieldsOf = (html: string) =>
    new URLSearchParams(
      [...html.matchAll(/name="(v\.[^"]+)" value="(\d+)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    )
  const stored = async () =>
    new Map((await answersOf(database.db, [seed.cycleId])).map(answer => [answer.code, answer]))

  test('is previewed cell by cell, changes nothing until it is confirmed, then is stored whole', async () => {
    const book = await openBook(
      await workbook(fullSheet(), { 'P.MP.1.a': { explanation: 'SK nomor 12', evidence: ['SK.pdf'] } }),
    )
    const cell = book.getWorksheet('Jawaban')?.getCell('K7')
    if (cell) cell.value = 'X'
    const preview = await upload('leader', new Uint8Array(await book.xlsx.writeBuffer()))
    const { html } = await page('leader', preview)
    expect(html).toContain('Jawaban!K7')
    expect(html).toContain('Simpan 112 perubahan')
    expect(html).toContain('SK nomor 12')
    expect((await stored()).size).toBe(0)
    expect((await send('leader', preview, fieldsOf(html))).to).toBe(`/u/${seed.slug}/lke/2026`)
    expect(notice).toBe('112 jawaban disimpan dari buku kerja.')
    expect((await stored()).get('P.MP.1.a')).toMatchObject({ value: 'Ya', explanation: 'SK nomor 12' })
    expect((await stored()).has('P.MP.1.b')).toBe(false)
  })

  test('shows what assessors answered and stores only the unit’s answers', async () => {
    const book = await openBook(await workbook(fullSheet()))
    const sheet = book.getWorksheet('Jawaban')
    for (const [cell, value] of Object.entries({ O7: 'C', R7: 'Notula <belum> ada', O6: 'Ya' }))
      if (sheet) sheet.getCell(cell).value = value
    const preview = await upload('leader', new Uint8Array(await book.xlsx.writeBuffer()))
    const { html } = await page('leader', preview)
    expect(html).toContain('berisi 2 jawaban tim penilai')
    expect(html).toContain('Jawaban TPI: 1 berbeda dari jawaban unit')
    expect(html).toContain('Notula &lt;belum&gt; ada')
    await send('leader', preview, fieldsOf(html))
    expect((await stored()).get('P.MP.1.b')?.value).toBe('A')
  })

  test('does not overwrite what somebody else changed after the preview', async () => {
    const preview = await upload(
      'leader',
      await workbook({ ...fullSheet(), 'P.MP.2.b': 'C', 'P.MP.2.c': 'B' }),
    )
    const { html } = await page('leader', preview)
    const version = (await stored()).get('P.MP.2.b')?.version ?? 0
    await saveAnswers(seed.as(seed.people.coordinator), {
      unit: seed.unit,
      cycleId: seed.cycleId,
      rows: [{ code: 'P.MP.2.b', value: 'B', explanation: '', seen: version }],
    })
    const { status, response } = await send('leader', preview, fieldsOf(html))
    expect(status).toBe(409)
    expect(await response.text()).toContain('1 butir diubah orang lain')
    expect((await stored()).get('P.MP.2.b')?.value).toBe('B')
    expect((await stored()).get('P.MP.2.c')?.value).toBe('B')
  })

  test('takes from a coordinator only the areas that are theirs', async () => {
    const preview = await upload(
      'other',
      await workbook({ ...fullSheet(), 'P.TT.1.a': 'D', 'P.PW.1.a': 'C' }),
    )
    const { html } = await page('other', preview)
    expect(html).toContain('di luar area Anda')
    await send('other', preview, fieldsOf(html))
    expect((await stored()).get('P.PW.1.a')?.value).toBe('C')
    expect((await stored()).get('P.TT.1.a')?.value).toBe('A')
  })

  test('is seen only by the person who sent it', async () => {
    const preview = await upload('leader', await workbook(fullSheet()))
    const { status, html } = await page('coordinator', preview)
    expect([status, html.includes('Unggah buku kerjanya lagi')]).toEqual([422, true])
    expect((await page('staff', preview)).status).toBe(403)
  })

  test('that cannot be read is refused with the reason, beside its field', async () => {
    const text = new TextEncoder().encode('bukan Excel')
    for (const form of [new FormData(), withFile('buku', text), withFile('buku', text, 'lke.csv')]) {
      const { status, response } = await send('leader', '', form)
      expect([status, (await response.text()).includes('id="buku-error"')]).toEqual([422, true])
    }
  })

  test('goes out with answers, explanations and living formulas, into Zona’s layout or the agency’s file', async () => {
    const answers = Object.fromEntries([...(await stored())].map(([code, { value }]) => [code, value]))
    const response = await appFor(seed.people.staff).request(at('/unduh.xlsx'))
    const own = new Uint8Array(await response.arrayBuffer())
    const filled = await send('leader', '/isi', withFile('templat', await workbook({})))
    expect(filled.response.headers.get('content-disposition')).toContain(`lke-${seed.slug}-2026.xlsx`)
    for (const bytes of [own, new Uint8Array(await filled.response.arrayBuffer())]) {
      const file = await readWorkbook({ name: 'lke.xlsx', bytes })
      const found = file.ok ? readAnswers(file.value, lke) : null
      expect(found?.ok && found.value.answers).toEqual(answers)
      expect(found?.ok && found.value.notes['P.MP.1.a']?.explanation).toBe('SK nomor 12')
    }
    expect((await openBook(own)).getWorksheet('Unit')?.getCell('B1').value).toBe("'=Unit")
  })

  test('brings its wording, which the unit reads from then on', async () => {
    const book = await openBook(await workbook(fullSheet()))
    const sheet = book.getWorksheet('Jawaban')
    if (sheet) {
      sheet.getCell('G7').value = 'Kata-kata kementerian untuk anggota tim'
      sheet.getCell('I7').value = 'a. Seluruhnya\nb. Sebagian\nc. Tidak ada'
    }
    const preview = await upload('leader', new Uint8Array(await book.xlsx.writeBuffer()))
    const taken = await send('leader', `${preview}/kata`, new URLSearchParams())
    expect([taken.status, notice]).toEqual([303, 'Kata-kata buku kerja dipakai.'])
    const response = await appFor(seed.people.leader).request(at('/unduh.xlsx'))
    const worded = (await openBook(new Uint8Array(await response.arrayBuffer()))).getWorksheet('Jawaban')
    expect(worded?.getCell('G7').value).toBe('Kata-kata kementerian untuk anggota tim')
    expect(worded?.getCell('I7').value).toBe('a. Seluruhnya\nb. Sebagian\nc. Tidak ada')
    const again = await upload('leader', new Uint8Array(await book.xlsx.writeBuffer()))
    expect((await page('leader', again)).status).toBe(200)
  })
})
