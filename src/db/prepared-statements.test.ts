import { expect, test } from 'vitest'
import { nameStatements } from './prepared-statements.ts'

test('a statement is named from the third time on, and keeps its name', () => {
  const nameOf = nameStatements()
  expect([nameOf('select 1'), nameOf('select 1')]).toEqual([null, null])
  const name = nameOf('select 1')
  // PostgreSQL cuts a name after 63 bytes.
  expect(name).toMatch(/^[\w-]{43}$/)
  expect(nameOf('select 1')).toBe(name)
  expect(nameOf('select 2')).toBeNull()
})

test('a search in texts is planned for its words, however often it is asked', () => {
  const nameOf = nameStatements()
  const search = "select id from s where head @@ to_tsquery('indonesian', $1)"
  expect([nameOf(search), nameOf(search), nameOf(search), nameOf(search)]).toEqual([null, null, null, null])
})

test('lists of every length do not fill the server: what comes once or twice gets no name, and 500 are enough', () => {
  const nameOf = nameStatements()
  for (let length = 0; length < 20_000; length += 1) expect(nameOf(`in a list of ${length}`)).toBeNull()
  const often = (text: string) => [nameOf(text), nameOf(text), nameOf(text)].at(-1)
  const names = Array.from({ length: 600 }, (_, at) => often(`statement ${at}`))
  expect(new Set(names.slice(0, 500)).size).toBe(500)
  expect(new Set(names.slice(500))).toEqual(new Set([null]))
})
