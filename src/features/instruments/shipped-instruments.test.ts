import { expect, test } from 'vitest'
import { shippedInstrument, shippedInstrumentIds, shippedMapping } from './index.ts'

test('every shipped instrument is read, and reading it twice gives the same object', () => {
  for (const id of shippedInstrumentIds) {
    expect(shippedInstrument(id)?.id).toBe(id)
    expect(shippedInstrument(id)).toBe(shippedInstrument(id))
  }
})

test('an unknown id and an unknown mapping are null, even when they are names that every object has', () => {
  expect(shippedInstrument('permenpanrb-1-1999')).toBeNull()
  expect(shippedInstrument('constructor')).toBeNull()
  expect(shippedMapping('permenpanrb-90-2021', 'permenpanrb-52-2014')).toBeNull()
})

test('answers of 52/2014 have a way into 90/2021', () => {
  expect(shippedMapping('permenpanrb-52-2014', 'permenpanrb-90-2021')?.pairs).toHaveLength(75)
})
