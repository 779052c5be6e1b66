import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { questionsOf } from '../../../core/instrument/instrument.ts'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { throwawayKeys } from '../bundle/signing-key.ts'
import { closeCycle, reopenCycle, submitCycle } from '../cycle/move-cycle.ts'
import { startCycle } from '../cycle/start-cycle.ts'
import { answerHistory, answersOf, findCycle, movesOf } from '../queries.ts'
import { seedAssessment } from '../sheet.test-data.ts'
import type { FilledRow } from './filled-row.ts'
import { returnAnswer } from './return-answer.ts'
import { saveAnswers } from './save-answers.ts'

describe.each(testDatabases)('Filling in the self-assessment on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Awaited<ReturnType<typeof seedAssessment>>

  beforeAll(async () => {
    database = await open()
    seed = await seedAssessment(database.db)
  })
  afterAll(() => database.close())

  const row = (code: string, value: unknown, seen = 0, explanation = ''): FilledRow => ({
    code,
    value,
    explanation,
    seen,
  })
  const save = (rows: readonly FilledRow[], actor = seed.people.leader) =>
    saveAnswers(seed.as(actor), { unit: seed.unit, cycleId: seed.cycleId, rows })
  const stored = async (code: string) =>
    (await answersOf(database.db, [seed.cycleId])).find(answer => answer.code === code)
  const version = async () => (await findCycle(database.db, seed.unit.id, 2026))?.version ?? 0
  const which = async () => ({ unitId: seed.unit.id, cycleId: seed.cycleId, version: await version() })

  test('stores what was changed, raises its version and keeps every step', async () => {
    expect(await save([row('P.MP.1.a', 'Ya'), row('P.MP.1.b', 'B', 0, 'Dipilih lewat rapat')])).toMatchObject(
      {
        ok: true,
        value: { conflicts: [] },
      },
    )
    expect(await save([row('P.MP.1.b', 'A', 1, 'Dipilih lewat rapat')])).toEqual({
      ok: true,
      value: { saved: [{ code: 'P.MP.1.b', version: 2 }], conflicts: [] },
    })
    const history = await answerHistory(database.db, seed.cycleId, 'P.MP.1.b')
    expect(history.map(({ version: no, value }) => [no, value])).toEqual([
      [2, 'A'],
      [1, 'B'],
    ])
    expect(await save([row('P.MP.1.b', 'A', 2, 'Dipilih lewat rapat')])).toEqual({
      ok: false,
      problem: { kind: 'nothing-changed' },
    })
  })

  test('stores the counts of a ratio and an index without a float', async () => {
    await save([row('R.MP.1.a', { agents: 7, changes: 5 }), row('H.BERSIH.a', '3.6')])
    expect((await stored('R.MP.1.a'))?.value).toEqual({ agents: 7, changes: 5 })
    expect((await stored('H.BERSIH.a'))?.value).toBe('3.6')
    expect(await save([row('R.MP.1.a', { changes: 5, agents: 7 }, 1)])).toMatchObject({
      problem: { kind: 'nothing-changed' },
    })
  })

  test('never overwrites what somebody else changed: it hands both texts back and stores the others', async () => {
    await save([row('P.MP.2.a', 'Ya', 0, 'Pertama')])
    await save([row('P.MP.2.a', 'Tidak', 1, 'Kedua')], seed.people.coordinator)
    const late = await save([row('P.MP.2.a', 'Ya', 1, 'Ketiga'), row('P.MP.2.b', 'A')])
    if (!late.ok) throw new Error(late.problem.kind)
    expect(late.value.saved).toEqual([{ code: 'P.MP.2.b', version: 1 }])
    expect(late.value.conflicts).toMatchObject([
      {
        mine: { explanation: 'Ketiga' },
        theirs: { value: 'Tidak', explanation: 'Kedua', updatedBy: seed.people.coordinator.name },
      },
    ])
    expect((await stored('P.MP.2.a'))?.explanation).toBe('Kedua')
    expect(await save([row('P.MP.2.a', 'Ya', 2, 'Ketiga')])).toMatchObject({ ok: true })
  })

  test('takes a row that the person left as they saw it for no change, whoever changed it meanwhile', async () => {
    await save([row('P.MP.3.a', 'A', 0, 'Asal')])
    await save([row('P.MP.3.a', 'B', 1, 'Baru')], seed.people.coordinator)
    expect(await save([row('P.MP.3.a', 'A', 1, 'Asal'), row('P.MP.3.b', 'C')])).toEqual({
      ok: true,
      value: { saved: [{ code: 'P.MP.3.b', version: 1 }], conflicts: [] },
    })
    expect((await stored('P.MP.3.a'))?.value).toBe('B')
  })

  test('names every wrong answer at once and stores nothing of that page', async () => {
    const result = await save([
      row('P.TT.1.a', 'A'),
      row('P.TT.1.b', 'Z'),
      row('R.MP.1.b', { changes: -1 }),
      row('H.PRIMA.a', '4.01'),
      row('P.XX.9.z', 'A'),
      row('WBK:tidak-ada', 'Ya'),
      row('WBK:agency-sakip-b', 'Mungkin'),
    ])
    if (result.ok || result.problem.kind !== 'bad-answers') throw new Error('it was stored')
    expect(result.problem.answers.map(({ code, kind }) => [code, kind]).sort()).toEqual([
      ['H.PRIMA.a', 'index-out-of-range'],
      ['P.TT.1.b', 'unknown-option'],
      ['P.XX.9.z', 'unknown-code'],
      ['R.MP.1.b', 'operand-missing'],
      ['R.MP.1.b', 'operand-negative'],
      ['WBK:agency-sakip-b', 'unknown-option'],
      ['WBK:tidak-ada', 'unknown-code'],
    ])
    expect(await stored('P.TT.1.a')).toBeUndefined()
  })

  test('is for the coordinator of that area; what belongs to no area is for those of all areas', async () => {
    expect(await save([row('P.PW.1.a', 'A')], seed.people.coordinator)).toEqual({
      ok: false,
      problem: { kind: 'forbidden', codes: ['P.PW.1.a'] },
    })
    expect(await save([row('H.PRIMA.a', '3.2')], seed.people.coordinator)).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect(await save([row('P.PW.1.a', 'A')], seed.people.staff)).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect(await save([row('P.PW.1.a', 'A')], seed.people.other)).toMatchObject({ ok: true })
  })

  test('does not lose an answer of twenty people who save at once, nor let two win one row', async () => {
    const codes = questionsOf(seed.chosen.instrument)
      .filter(({ question, area }) => question.answer?.kind === 'choice' && (area === 'PP' || area === 'AK'))
      .map(({ question }) => question.code)
      .slice(0, 20)
    expect(codes).toHaveLength(20)
    const results = await Promise.all(codes.map(code => save([row(code, 'A', 0, `Dari ${code}`)])))
    expect(results.filter(result => result.ok)).toHaveLength(20)
    const answers = await answersOf(database.db, [seed.cycleId])
    for (const code of codes)
      expect(answers.find(answer => answer.code === code)?.explanation).toBe(`Dari ${code}`)

    const same = await Promise.all(
      Array.from({ length: 20 }, (_, n) => save([row('P.SDM.1.b', 'A', 0, `Penulis ${n}`)])),
    )
    expect(same.filter(result => result.ok)).toHaveLength(1)
    expect(same.filter(result => !result.ok && result.problem.kind === 'conflict')).toHaveLength(19)
    expect(await answerHistory(database.db, seed.cycleId, 'P.SDM.1.b')).toHaveLength(1)
  })

  test('repeats nothing when the same form arrives twice', async () => {
    const deps = { ...seed.as(seed.people.leader), requestKey: randomUUID() }
    const input = { unit: seed.unit, cycleId: seed.cycleId, rows: [row('P.AK.1.a', 'A')] }
    const first = await saveAnswers(deps, input)
    expect(await saveAnswers(deps, input)).toEqual(first)
    expect(await answerHistory(database.db, seed.cycleId, 'P.AK.1.a')).toHaveLength(1)
  })

  test('a returned answer must be corrected before the sheet can be submitted', async () => {
    const back = (reason: string) =>
      returnAnswer(seed.as(seed.people.leader), {
        unitId: seed.unit.id,
        cycleId: seed.cycleId,
        code: 'P.PW.1.a',
        reason,
      })
    expect(await back('Ulang')).toEqual({ ok: false, problem: { kind: 'reason-too-short', least: 10 } })
    expect(await back('Tanggal laporan belum ada')).toMatchObject({ ok: true })
    const refused = await submitCycle(seed.as(seed.people.leader), {
      ...(await which()),
      acceptsBlanks: true,
    })
    expect(refused).toEqual({ ok: false, problem: { kind: 'returned-open', codes: ['P.PW.1.a'] } })
    expect(await save([row('P.PW.1.a', 'A', 2)], seed.people.other)).toMatchObject({ ok: true })
    expect((await stored('P.PW.1.a'))?.returnedReason).toBe('')
    const history = await answerHistory(database.db, seed.cycleId, 'P.PW.1.a')
    expect(history.map(({ change }) => change)).toEqual(['saved', 'returned', 'saved'])
  })

  test('submitting locks, blanks must be accepted, reopening needs a reason, closing is for good', async () => {
    const leader = seed.as(seed.people.leader)
    const head = seed.as(seed.people.head)
    expect(await submitCycle(leader, { ...(await which()), acceptsBlanks: false })).toMatchObject({
      problem: { kind: 'blanks-not-accepted' },
    })
    const old = await which()
    expect(await submitCycle(leader, { ...old, acceptsBlanks: true })).toMatchObject({ ok: true })
    expect(await submitCycle(leader, { ...old, acceptsBlanks: true })).toEqual({
      ok: false,
      problem: { kind: 'stale', state: 'submitted' },
    })
    expect(await save([row('P.MP.1.a', 'Tidak', 1)])).toEqual({
      ok: false,
      problem: { kind: 'not-open', state: 'submitted' },
    })
    expect(await reopenCycle(head, { ...(await which()), reason: ' ' })).toMatchObject({
      problem: { kind: 'reason-too-short' },
    })
    expect(await reopenCycle(head, { ...(await which()), reason: 'Bukti IPAK terbaru masuk' })).toMatchObject(
      {
        ok: true,
      },
    )
    expect(await save([row('P.MP.1.a', 'Tidak', 1)])).toMatchObject({ ok: true })
    expect(await submitCycle(leader, { ...(await which()), acceptsBlanks: true })).toMatchObject({ ok: true })
    expect(await closeCycle(head, await which(), throwawayKeys())).toMatchObject({ ok: true })
    expect(await reopenCycle(head, { ...(await which()), reason: 'Ingin membuka lagi' })).toEqual({
      ok: false,
      problem: { kind: 'stale', state: 'closed' },
    })
    const moves = await movesOf(database.db, seed.cycleId)
    expect(moves.map(({ state }) => state)).toEqual(['closed', 'submitted', 'reopened', 'submitted'])
    expect(moves[1]?.versions['P.MP.1.a']).toBe(2)
  })

  test('a unit has one cycle of a kind a year', async () => {
    const { chosen } = seed
    const again = { unitId: seed.unit.id, year: 2026, chosen, carried: [], readAgain: '' }
    expect(await startCycle(seed.as(seed.people.leader), again)).toEqual({
      ok: false,
      problem: { kind: 'exists' },
    })
    expect(await startCycle(seed.as(seed.people.leader), { ...again, year: 1999 })).toEqual({
      ok: false,
      problem: { kind: 'no-year' },
    })
  })
})
