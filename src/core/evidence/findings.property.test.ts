import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../shared/local-date.ts'
import { findDoubts } from './findings.ts'
import type { BulkRule, HonestyInput } from './honesty-input.ts'
import { evidenceKinds } from './kind.ts'
import { settleFindings } from './settle-findings.ts'

const bulk: BulkRule = { pieces: 3, hours: 24 }
const day = fc.integer({ min: 0, max: 500 }).map(days => addDays('2019-01-01', days))
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 200 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const idOf = (letter: string) => fc.integer({ min: 0, max: 5 }).map(n => `${letter}${n}`)
const bytes = fc.constantFrom('x', 'y', 'z')
const byId = <T extends { id: string }>(of: fc.Arbitrary<T>) =>
  fc.uniqueArray(of, { selector: ({ id }) => id, maxLength: 6 })

const inputs: fc.Arbitrary<HonestyInput> = fc.record({
  today: day,
  pieces: byId(
    fc.record({
      id: idOf('e'),
      sha256: maybe(bytes),
      kind: fc.constantFrom(...evidenceKinds),
      documentDate: maybe(day),
      proves: maybe(period),
      validUntil: maybe(day),
      uploadedAt: fc.integer({ min: 0, max: 100 }).map(n => n * 3_600_000),
    }),
  ),
  slots: byId(
    fc.record({
      id: idOf('s'),
      indicatorId: idOf('i'),
      text: fc.constantFrom('SK tim', 'Notulen', 'Foto', 'Usulan'),
    }),
  ),
  uses: fc.array(fc.record({ evidenceId: idOf('e'), slotId: idOf('s'), obligationId: maybe(idOf('o')) }), {
    maxLength: 8,
  }),
  obligations: byId(fc.record({ id: idOf('o'), due: day, period: maybe(period), waived: fc.boolean() })),
  deadlines: byId(
    fc.record({
      id: idOf('d'),
      at: fc.integer({ min: 0, max: 120 }).map(n => n * 3_600_000),
      evidenceIds: maybe(fc.array(idOf('e'))),
    }),
  ),
  earlier: fc.array(fc.record({ sha256: bytes, year: fc.integer({ min: 2015, max: 2018 }) }), {
    maxLength: 4,
  }),
  elsewhere: fc.array(fc.record({ sha256: bytes, unitId: idOf('u') }), { maxLength: 4 }),
})

const turned = (input: HonestyInput): HonestyInput => ({
  ...input,
  pieces: input.pieces.toReversed(),
  slots: input.slots.toReversed(),
  uses: input.uses.toReversed(),
  obligations: input.obligations.toReversed(),
  deadlines: input.deadlines.map(each => ({
    ...each,
    evidenceIds: each.evidenceIds?.toReversed() ?? null,
  })),
  earlier: input.earlier.toReversed(),
  elsewhere: input.elsewhere.toReversed(),
})

test('the findings do not depend on the order of what is given', () => {
  fc.assert(
    fc.property(inputs, input => {
      expect(findDoubts(turned(input), bulk)).toEqual(findDoubts(input, bulk))
    }),
  )
})

test('no two findings share a key', () => {
  fc.assert(
    fc.property(inputs, input => {
      const keys = findDoubts(input, bulk).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

test('an explanation for each finding settles all of them, and one settles only its own', () => {
  fc.assert(
    fc.property(inputs, input => {
      const findings = findDoubts(input, bulk)
      const explanations = findings.map(({ key, subject }) => ({ key, subject, text: 'Sudah benar.' }))
      expect(settleFindings(findings, explanations).every(({ state }) => state === 'explained')).toBe(true)
      const explained = settleFindings(findings, explanations.slice(0, 1))
      expect(explained.filter(({ state }) => state === 'explained').length).toBe(Math.min(1, findings.length))
    }),
  )
})

test('a piece that nothing else has to do with changes no other finding', () => {
  fc.assert(
    fc.property(inputs, input => {
      const stranger = {
        id: 'stranger',
        sha256: 'own bytes',
        kind: 'other',
        documentDate: null,
        proves: null,
        validUntil: null,
        uploadedAt: -1e12,
      } as const
      expect(findDoubts({ ...input, pieces: [...input.pieces, stranger] }, bulk)).toEqual(
        findDoubts(input, bulk),
      )
    }),
  )
})
