import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { actionName, actionNames, subjectName, subjectNames } from './action-names.ts'

const source = new URL('../../', import.meta.url)
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !/\.test\.|test-data/.test(name))
  .map(name => readFileSync(new URL(name, source), 'utf8'))
  .filter(text => /\brecord\(/.test(text))

/** Every text in quotes that stands after such a property, also in a choice between two. */
const valuesOf = (property: string) =>
  new Set(
    files.flatMap(text =>
      [...text.matchAll(new RegExp(`\\b${property}:\\s*([^,;{}<]*)`, 'g'))].flatMap(([, expression = '']) =>
        [...expression.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, name = '']) => name),
      ),
    ),
  )

describe('the names of the audit trail', () => {
  test('every action that the code records has a name in both languages', () => {
    const recorded = [...valuesOf('action')].filter(name => name.includes('-'))
    expect(recorded.length).toBeGreaterThan(40)
    const missing = 'without a name in src/features/audit/action-names.ts'
    expect(
      recorded.filter(name => actionName(name, 'id') === name),
      missing,
    ).toEqual([])
    expect(recorded.filter(name => actionName(name, 'en') === name)).toEqual([])
  })

  test('an action whose name is put together from two parts has them all', () => {
    const prefixes = files.flatMap(text =>
      [...text.matchAll(/\baction:\s*`([a-z-]+)\$\{/g)].map(([, prefix = '']) => prefix),
    )
    for (const prefix of prefixes) expect(actionNames.some(name => name.startsWith(prefix))).toBe(true)
    expect(actionNames).toEqual(
      expect.arrayContaining([
        ...['submitted', 'returned', 'approved', 'published'].map(step => `plan-${step}`),
        ...['submitted', 'reopened', 'closed'].map(step => `assessment-${step}`),
      ]),
    )
  })

  test('every kind of subject that the code records has a name', () => {
    const recorded = [...valuesOf('subjectType')]
    expect(recorded.length).toBeGreaterThan(8)
    expect(recorded.filter(name => !(subjectNames as readonly string[]).includes(name))).toEqual([])
    expect(subjectName('plan', 'en')).toBe('Plan')
  })
})
