import { expect, test } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

const at = (seconds: number) => new Date(seconds * 1000)

test('so many requests a minute are served, the next one is told how long to wait', () => {
  const wait = createRateLimit(3)
  expect([wait('a', at(0)), wait('a', at(0)), wait('a', at(1))]).toEqual([0, 0, 0])
  expect(wait('a', at(1))).toBe(19)
  expect(wait('a', at(19))).toBe(1)
  expect(wait('a', at(20))).toBe(0)
  expect(wait('a', at(20))).toBe(20)
})

test('one token’s requests do not count against another’s', () => {
  const wait = createRateLimit(1)
  expect([wait('a', at(0)), wait('b', at(0)), wait('a', at(0))]).toEqual([0, 0, 60])
})

test('0 is no limit', () => {
  const wait = createRateLimit(0)
  expect(Array.from({ length: 500 }, () => wait('a', at(0))).every(seconds => seconds === 0)).toBe(true)
})
