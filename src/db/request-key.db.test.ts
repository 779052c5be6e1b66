import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { boundKey, forgetOldKeys } from './request-key.ts'
import { testDatabases } from './testing.ts'

test('a key is bound to what comes with it, and only one that a page gave out counts', () => {
  const key = randomUUID()
  expect(boundKey(key, ['/a', { title: 'Satu' }])).toBe(boundKey(key, ['/a', { title: 'Satu' }]))
  expect(boundKey(key, ['/a', { title: 'Satu' }])).not.toBe(boundKey(key, ['/a', { title: 'Dua' }]))
  expect(boundKey(key, ['/a'])).not.toBe(boundKey(key, ['/b']))
  for (const other of [undefined, '', 'kunci', [key, key], `${key}0`])
    expect(boundKey(other, [])).toBeUndefined()
})

test.each(testDatabases)('keys are forgotten after seven days on $name', async ({ open }) => {
  const { db, close } = await open()
  try {
    const now = new Date('2026-11-24T03:00:00Z')
    const ages = { new: 0, 'six days': 6, 'eight days': 8 }
    for (const [key, days] of Object.entries(ages))
      await db
        .insertInto('request_key')
        .values({ actor_id: 'a', key, at: new Date(now.getTime() - days * 86_400_000) })
        .execute()
    await forgetOldKeys(db, now)
    const kept = await db.selectFrom('request_key').select('key').orderBy('key').execute()
    expect(kept.map(({ key }) => key)).toEqual(['new', 'six days'])
  } finally {
    await close()
  }
})
