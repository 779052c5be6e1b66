import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Label } from '../../core/instrument/instrument.ts'
import { fullSheet, lke } from '../../core/score/full-sheet.test-data.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { escapeText } from '../../ui/markup.ts'
import { bareShell } from '../bare-shell.test-data.tsx'
import { saveAnswers } from './fill/save-answers.ts'
import { assessmentRoutes } from './routes.ts'
import { seedAssessment } from './sheet.test-data.ts'

/** Every text of the instrument that it has in Indonesian only. */
const indonesian = [...labelsIn(lke)].filter(({ id, en }) => en === undefined && id.length > 12)

function* labelsIn(part: unknown): Generator<Label> {
  if (typeof part !== 'object' || part === null) return
  if (
    'id' in part &&
    typeof part.id === 'string' &&
    Object.keys(part).every(key => key === 'id' || key === 'en')
  )
    yield part as Label
  else for (const below of Object.values(part)) yield* labelsIn(below)
}

/** The words of a page outside what it says is Indonesian. */
const outside = (html: string) =>
  html.replaceAll(/<span lang="id">[^<]*<\/span>/g, '').replaceAll(/<[^>]*>/g, '\n')

describe.each(testDatabases)('An English page of the self-assessment on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Awaited<ReturnType<typeof seedAssessment>>

  beforeAll(async () => {
    database = await open()
    seed = await seedAssessment(database.db)
    const { 'P.MP.1.b': _, ...answers } = fullSheet()
    await saveAnswers(seed.as(seed.people.leader), {
      unit: seed.unit,
      cycleId: seed.cycleId,
      rows: Object.entries(answers).map(([code, value]) => ({
        code,
        value: value === 'A' ? 'C' : value,
        explanation: '',
        seen: 0,
      })),
    })
  })
  afterAll(() => database.close())

  const page = async (path: string, locale: 'id' | 'en') => {
    const app = bareShell(assessmentRoutes, () => ({
      deps: seed.as(seed.people.leader),
      unit: seed.unit,
      locale,
    }))
    return (await app.request(`/u/${seed.slug}/lke/2026${path}`)).text()
  }

  test.each([
    ['', 3],
    ['/MP', 40],
    ['/HASIL', 1],
    ['/butir/R.MP.1.a', 3],
    ['/butir/R.SDM.3.a', 5],
    ['/butir/P.PW.1.a', 4],
    ['/jalan?butir=P.MP.1.b&jadi=A', 10],
  ])('says at "%s" of each text of the instrument that it is Indonesian', async (path, least) => {
    const html = await page(path, 'en')
    const named = html.match(/<span lang="id">/g) ?? []
    expect(named.length).toBeGreaterThanOrEqual(least)
    const rest = outside(html)
    expect(indonesian.filter(({ id }) => rest.includes(escapeText(id))).map(({ id }) => id)).toEqual([])
    expect(html).not.toMatch(/[\uE000\uE001]/)
  })

  test('an Indonesian page says it nowhere, for its own language is that', async () => {
    for (const path of ['', '/MP', '/butir/R.MP.1.a', '/jalan'])
      expect(await page(path, 'id')).not.toMatch(/lang="id"|[\uE000\uE001]/)
  })
})
