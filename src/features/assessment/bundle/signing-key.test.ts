import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toHex, utf8 } from '../../../core/bundle/format.ts'
import { openSigningKeys, publicKeyPem, signingKeyPattern } from './signing-key.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zona-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (signingKey: string | null = null) => openSigningKeys({ dataFolder: folder, signingKey })

test('the key is made when it is first needed, for this machine’s account alone, and stays', async () => {
  expect(await open().find()).toBeNull()
  const made = await open().current()
  expect(toHex((await open().current()).publicKey)).toBe(toHex(made.publicKey))
  expect(readdirSync(folder)).toEqual(['signing-key.pem'])
  expect(statSync(join(folder, 'signing-key.pem')).mode & 0o777).toBe(0o600)
})

test('two that need the first key at once get the same one', async () => {
  const keys = await Promise.all([open().current(), open().current(), open().current()])
  expect(new Set(keys.map(({ publicKey }) => toHex(publicKey))).size).toBe(1)
})

test('a key is not replaced unless that is asked for', async () => {
  const first = await open().current()
  expect(await open().create({ rotate: false })).toEqual({ ok: false, problem: { kind: 'exists' } })
  const second = await open().create({ rotate: true })
  if (!second.ok) throw new Error(second.problem.kind)
  expect(toHex(second.value.publicKey)).not.toBe(toHex(first.publicKey))
  expect(toHex((await open().current()).publicKey)).toBe(toHex(second.value.publicKey))
  expect(statSync(join(folder, 'signing-key.pem')).mode & 0o777).toBe(0o600)
})

test('a key that a setting gives is used, and nothing is written', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const text = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  expect(text).toMatch(signingKeyPattern)
  const keys = open(text)
  const { publicKey, sign } = await keys.current()
  const data = utf8('isi')
  const pem = publicKeyPem(toHex(publicKey))
  expect(pem).toBe(createPublicKey(privateKey).export({ format: 'pem', type: 'spki' }))
  expect(verify(null, data, pem, await sign(data))).toBe(true)
  expect(await keys.create({ rotate: true })).toEqual({ ok: false, problem: { kind: 'given-by-setting' } })
  expect(readdirSync(folder)).toEqual([])
})
