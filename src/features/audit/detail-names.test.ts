import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { figureCatalogue } from '../documents/index.ts'
import { detailNames } from './detail-names.ts'
import { detailName } from './detail-text.ts'

const source = new URL('../../', import.meta.url)

/** What stands in a detail by another name than its own keys: the keys that come with it. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  asked: ['person', 'action', 'subject', 'subjectId', 'from', 'to'],
  'bytesOf(version)': ['sha256', 'url'],
  changed: [
    ...[
      'title',
      'kind',
      'document_number',
      'document_date',
      'period_from',
      'period_to',
      'valid_until',
      'page',
    ],
    ...['language', 'keywords', 'confidentiality', 'was', 'now'],
  ],
  'changes.map(({ key, text }': figureCatalogue.figures.map(figure => figure.key),
  'changes.map(({ field }': ['name', 'nip', 'position', 'rank', 'email', 'unitId'],
  counts: ['added', 'removed', 'changed'],
  detail: ['year', 'choice', 'form', 'pieces'],
  'document.counts': ['areas', 'subComponents', 'indicators', 'actions', 'evidence', 'schedules'],
  'kept?.value': ['bundle'],
}

type Recorded = { readonly file: string; readonly text: string }

/** The text of every detail that the code records, from its name to the end of the entry. */
const recorded: readonly Recorded[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !/\.test\.|test-data/.test(name))
  .flatMap(file => {
    const code = readFileSync(new URL(file, source), 'utf8')
    return [...code.matchAll(/\brecord\(\{/g)].flatMap(({ index }) => {
      const entry = code.slice(index, closing(code, code.indexOf('(', index)))
      const at = entry.search(/\bdetail\b/)
      return at < 0 ? [] : [{ file, text: entry.slice(at).replace(/\s+/g, ' ') }]
    })
  })

/** Where the bracket that opens at `from` closes. */
function closing(code: string, from: number): number {
  let depth = 0
  for (let at = from; at < code.length; at++) {
    if ('({['.includes(code[at] ?? '')) depth++
    if (')}]'.includes(code[at] ?? '') && --depth === 0) return at
  }
  throw new Error('a bracket that nothing closes')
}

/** Every key that is written out, however deep. */
const keysOf = ({ text }: Recorded) =>
  [...text.replace(/\(\{[^{}]*\}\) =>/g, '').matchAll(/[{,] ?(\w+)(?= ?[:,}])/g)]
    .map(([, key = '']) => key)
    .filter(key => !/^\d/.test(key))

/** What is written in under another name: `...counts`, `detail: asked`, `detail`. */
const namesOf = ({ text }: Recorded) => [
  ...[...text.matchAll(/\.\.\.(\w[\w?.]*(?:\(\w+\))?)/g)].map(([, name = '']) => name),
  ...[...text.matchAll(/^detail(?:: (\w+))?, ?\}/g)].map(([, name = 'detail']) => name),
]

describe('the names of what an entry says besides', () => {
  test('every key that the code records has a name in both languages', () => {
    expect(recorded.length).toBeGreaterThan(55)
    const keys = new Set([...recorded.flatMap(keysOf), ...Object.values(elsewhere).flat()])
    expect(keys.size).toBeGreaterThan(60)
    const nameless = [...keys].filter(
      key => detailName(key, 'id') === key && !Object.hasOwn(detailNames, key),
    )
    expect(nameless, 'without a name in src/features/audit/detail-names.ts').toEqual([])
  })

  test('what is recorded from a variable is in the table above', () => {
    const unknown = recorded.flatMap(one =>
      namesOf(one)
        .filter(name => !Object.hasOwn(elsewhere, name) && !/^input\.areas$/.test(name))
        .map(name => `${one.file}: ${name}`),
    )
    expect(unknown).toEqual([])
  })

  test('no name is kept for what nothing records any more', () => {
    const keys = new Set([...recorded.flatMap(keysOf), ...Object.values(elsewhere).flat()])
    expect(Object.keys(detailNames).filter(key => !keys.has(key))).toEqual([])
  })
})
