import { expect, test } from 'vitest'
import { FolderInUse } from '../db/open-embedded.ts'
import { explainFault } from './explain-fault.ts'

const fault = (details: object) => Object.assign(new Error('in English'), details)
const postgres = { DATABASE_URL: 'postgres://zona@db.contoh.go.id/zona' }

test.each([
  [new FolderInUse('/data/database'), {}, /folder data \/data\/database sedang dipakai/],
  [
    fault({ code: 'ENOTDIR', path: '/data/database' }),
    {},
    /folder data \/data tidak dapat ditulis \(ENOTDIR\)/,
  ],
  [fault({ code: 'ENOSPC' }), {}, /penuh/],
  [fault({ code: 'EADDRINUSE', syscall: 'listen' }), { PORT: '3111' }, /alamat 127\.0\.0\.1:3111/],
  [fault({ code: 'ECONNREFUSED' }), postgres, /basis data "zona" di db\.contoh\.go\.id:5432 tidak menjawab/],
  [new Error('Connection terminated due to connection timeout'), postgres, /tidak menjawab\. Jalankan/],
  [new Error('Query read timeout'), postgres, /tidak menjawab\. Jalankan/],
  [fault({ code: '3D000' }), postgres, /belum ada\. Buat dengan createdb/],
  [fault({ code: '28P01' }), postgres, /kata sandinya/],
])('%s is told in a sentence with its remedy', async (problem, settings, words) => {
  const sentence = await explainFault(problem, { ZONA_DATA: '/data', ...settings })
  expect(sentence).toMatch(words)
  expect(sentence).toMatch(/\.$/)
})

test('the password in the database’s address is not told', async () => {
  const DATABASE_URL = 'postgres://zona:rahasia@127.0.0.1/zona'
  expect(await explainFault(fault({ code: 'ECONNREFUSED' }), { DATABASE_URL })).not.toContain('rahasia')
})

test('a fault of the program stays one', async () => {
  expect(await explainFault(new TypeError('x is not a function'), {})).toBeNull()
  expect(await explainFault(fault({ code: 'ENOENT', path: '/elsewhere' }), { ZONA_DATA: '/data' })).toBeNull()
})
