import { hash, verify } from '@node-rs/argon2'

/** Shortest password, in characters. */
export const minimumPassword = 12
/** Longest password: argon2 takes more, but a request should not make the server work for long. */
export const maximumPassword = 128

// OWASP's second recommendation for argon2id (the library's default algorithm): 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

export const verifyPassword = (password: string, hashed: string): Promise<boolean> => verify(hashed, password)
