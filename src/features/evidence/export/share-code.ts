import { createHash, randomBytes } from 'node:crypto'

/** 130 bits in signs that are not mistaken for one another, in groups that can be read out. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 26

/** A code that nobody guesses. `random` gives that many random bytes. */
export function makeShareCode(random: (bytes: number) => Uint8Array = randomBytes): string {
  let code = ''
  while (code.length < length) {
    // What would make some signs likelier than others is thrown away.
    for (const byte of random(length)) if (byte < 248 && code.length < length) code += signs[byte % 31]
  }
  return code
}

export const isShareCode = (text: string): boolean =>
  text.length === length && [...text].every(sign => signs.includes(sign))

/** What is kept of it. The code has so many bits that a plain hash cannot be turned back. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex')
