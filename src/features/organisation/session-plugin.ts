import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** Lets the server itself start a session, for a person whom it has just recognised. It has no address. */
export const sessionPlugin = () =>
  ({
    id: 'zona-session',
    endpoints: {
      startSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
        async context => {
          const { internalAdapter } = context.context
          const user = await internalAdapter.findUserById(context.body.userId)
          const session = user && (await internalAdapter.createSession(user.id))
          if (!user || !session) return context.json({ started: false })
          await setSessionCookie(context, { session, user })
          return context.json({ started: true })
        },
      ),
    },
  }) satisfies BetterAuthPlugin
