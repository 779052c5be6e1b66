import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type PartsTaker, writeParts } from './send-parts.ts'

/** How long the server waits for whom, in milliseconds. */
export const patience = {
  /** For a request's headers: a slow phone needs less, an attacker who trickles them needs more. */
  headersTimeout: 15_000,
  /** For a whole request: a large upload over a village's connection. */
  requestTimeout: 900_000,
  /** For the next request on an open connection; longer than a proxy keeps its own, or it would meet a closed one. */
  keepAliveTimeout: 75_000,
  /** For a client that neither sends nor reads. */
  silence: 120_000,
  /** How often the two above are looked at. */
  connectionsCheckingInterval: 5_000,
  /** For answers under way when the server is told to stop. */
  stop: 10_000,
}

export type Listening = { readonly address: string; readonly stop: () => Promise<void> }

/** Serves HTTP until it is stopped. */
export function listen(
  fetch: (request: Request, env: HttpBindings & PartsTaker) => Response | Promise<Response>,
  at: { readonly host: string; readonly port: number },
  waits: typeof patience = patience,
): Promise<Listening> {
  const { headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval } = waits
  return new Promise((done, fail) => {
    const server = serve(
      {
        fetch: async (request, env) => {
          const taker = Object.assign(env, { parts: null }) as HttpBindings & PartsTaker
          const response = await fetch(request, taker)
          // An answer with a body of its own came after the parts: something went wrong.
          if (taker.parts === null || response.body !== null) return response
          writeParts(taker.outgoing, response, taker.parts)
          return RESPONSE_ALREADY_SENT
        },
        hostname: at.host,
        port: at.port,
        serverOptions: { headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval },
      },
      (info: AddressInfo) =>
        done({ address: `http://${at.host}:${info.port}`, stop: () => stop(server, waits.stop) }),
    ) as Server
    server.setTimeout(waits.silence)
    server.once('error', fail)
  })
}

/** Takes no more requests, lets those under way finish for a while, then closes whatever is left. */
async function stop(server: Server, wait: number): Promise<void> {
  const closed = new Promise(done => server.close(done))
  // A connection that was kept alive becomes idle only when its answer is out.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), wait)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}
