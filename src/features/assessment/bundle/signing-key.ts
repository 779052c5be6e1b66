import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto'
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bytes, fromHex } from '../../../core/bundle/format.ts'
import type { BundleKey } from '../../../core/bundle/make-bundle.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'

/** Where the agency's private key is: given by a setting, or a file of the data folder. */
export type SigningKeys = {
  /** The key, made and kept now where there is none yet. */
  readonly current: () => Promise<BundleKey>
  /** Null where none was made yet. */
  readonly find: () => Promise<BundleKey | null>
  /** Makes a key, or with `rotate` another in its place. */
  readonly create: (options: { readonly rotate: boolean }) => Promise<Result<BundleKey, KeyProblem>>
}

export type KeyProblem = { readonly kind: 'exists' } | { readonly kind: 'given-by-setting' }

/** An Ed25519 private key as PKCS#8 in base64, on one line: what ZONA_SIGNING_KEY holds. */
export const signingKeyPattern = /^MC4CAQAwBQYDK2VwBCIEI[A-Za-z0-9+/]{43}$/

export function openSigningKeys(settings: {
  readonly dataFolder: string
  readonly signingKey: string | null
}): SigningKeys {
  if (settings.signingKey !== null) {
    const der = Buffer.from(settings.signingKey, 'base64')
    const key = keyOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
    return {
      current: async () => key,
      find: async () => key,
      create: async () => err({ kind: 'given-by-setting' }),
    }
  }
  const path = join(settings.dataFolder, 'signing-key.pem')
  const find = async (): Promise<BundleKey | null> => {
    const pem = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    return pem === null ? null : keyOf(createPrivateKey(pem))
  }
  const create: SigningKeys['create'] = async ({ rotate }) => {
    const privateKey = generateKeyPairSync('ed25519').privateKey
    const waiting = `${path}.${randomUUID()}.new`
    const file = await open(waiting, 'wx', 0o600)
    try {
      await file.writeFile(privateKey.export({ format: 'pem', type: 'pkcs8' }))
      await file.sync()
    } finally {
      await file.close()
    }
    try {
      if (rotate) await rename(waiting, path)
      else await link(waiting, path)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return err({ kind: 'exists' })
      throw error
    } finally {
      await rm(waiting, { force: true })
    }
    return ok(keyOf(privateKey))
  }
  return {
    find,
    create,
    current: async () => {
      const found = await find()
      if (found) return found
      const made = await create({ rotate: false })
      if (made.ok) return made.value
      const other = await find()
      if (!other) throw new Error('the signing key went away while it was read')
      return other
    },
  }
}

/** A key that nobody keeps: for an example, whose private key must be of no use. */
export function throwawayKeys(): SigningKeys {
  const key = keyOf(generateKeyPairSync('ed25519').privateKey)
  return { current: async () => key, find: async () => key, create: async () => err({ kind: 'exists' }) }
}

function keyOf(privateKey: KeyObject): BundleKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (privateKey.asymmetricKeyType !== 'ed25519' || x === undefined)
    throw new Error('the signing key is no Ed25519 key')
  return {
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: async (data: Bytes) => new Uint8Array(sign(null, data, privateKey)),
  }
}

/** The public key in the form that other programs read. */
export const publicKeyPem = (hex: string): string =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(fromHex(hex)).toString('base64url') },
    format: 'jwk',
  })
    .export({ format: 'pem', type: 'spki' })
    .toString()
