import type { BlockList } from 'node:net'
import type { Context } from 'hono'
import type { Mailer } from '../mailer.ts'
import type { Auth } from './auth.ts'

/** What the pages of accounts need besides the database. */
export type AccountServices = {
  readonly auth: Auth
  readonly mailer: Mailer | null
  readonly secret: string
  readonly origin: string
  /** True where the agency's own identity provider is set up. */
  readonly oidc?: boolean
  /** The proxies in front of the server whose word on a client's address is taken. */
  readonly proxies?: BlockList
}

/** Hands the cookies of better-auth's answer to the browser. */
export function forwardCookies(c: Context, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}
