import { describe, expect, test } from 'vitest'
import { apiDocument, operations } from './document.ts'
import { problemCodes, problemStatus, problemTitle } from './problem.ts'

const calls = (locale: 'id' | 'en') =>
  Object.values(apiDocument(locale).paths ?? {}).flatMap(item =>
    [item.get, item.post].flatMap(operation => operation ?? []),
  )

describe('The description of the API', () => {
  test('is OpenAPI 3.1 with every operation, its sentence in the reader’s language and how to sign in', () => {
    expect(apiDocument('en').openapi).toBe('3.1.0')
    expect(calls('id').length).toBe(operations.length)
    for (const operation of calls('id')) {
      expect(operation.summary).toBeTruthy()
      expect(operation.security).toEqual([{ token: [] }])
      expect(operation.responses?.default).toMatchObject({ content: { 'application/problem+json': {} } })
    }
    expect(calls('id').map(each => each.summary)).not.toEqual(calls('en').map(each => each.summary))
  })

  test('refers to nothing that it does not hold', () => {
    const document = apiDocument('en')
    const names = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)]
    expect(names.length).toBeGreaterThan(5)
    for (const [, name] of names) expect(Object.keys(document.components?.schemas ?? {})).toContain(name)
  })

  test('says of a filter which words it takes, and of a body what it holds', () => {
    const list = calls('en').find(({ operationId }) => operationId === 'listObligations')
    expect(list?.parameters).toContainEqual({
      in: 'query',
      name: 'state',
      required: false,
      schema: { type: 'string', enum: ['upcoming', 'due', 'late', 'done', 'waived'] },
    })
    const complete = calls('en').find(({ operationId }) => operationId === 'completeObligation')
    expect(complete?.requestBody).toMatchObject({ required: true })
    expect(complete?.parameters).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'idempotency-key', required: false }),
    )
  })

  test('has a sentence for every reason to refuse, each a client’s or the server’s error', () => {
    for (const code of problemCodes) {
      expect(problemTitle(code, 'id')).not.toBe(problemTitle(code, 'en'))
      expect(problemStatus[code]).toBeGreaterThanOrEqual(400)
    }
  })
})
