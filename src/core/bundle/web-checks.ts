import type { CheckSignature, Sha256 } from './format.ts'
import { toHex } from './format.ts'

/** Hashes and signatures by WebCrypto, which a browser has as well as Node. */
export function webChecks(subtle: SubtleCrypto): {
  readonly sha256: Sha256
  readonly checkSignature: CheckSignature
} {
  return {
    sha256: async bytes => toHex(new Uint8Array(await subtle.digest('SHA-256', bytes))),
    checkSignature: async (publicKey, signature, data) => {
      if (publicKey.length !== 32 || signature.length !== 64) return false
      const key = await subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify'])
      return subtle.verify({ name: 'Ed25519' }, key, signature, data)
    },
  }
}
