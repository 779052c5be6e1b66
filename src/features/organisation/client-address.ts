import type { IncomingMessage } from 'node:http'
import { type BlockList, isIP } from 'node:net'
import type { Context } from 'hono'

/** The header in which the server itself tells the sign-in library where a request comes from. */
export const addressHeader = 'x-zona-client-address'

const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')
const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * Where a request comes from: the other end of the socket. Only where that is a proxy that the settings
 * name is its `X-Forwarded-For` believed, from the right as far as it is named too: anyone can write the rest.
 */
export function clientAddress(
  socket: string | null,
  forwarded: string | null,
  proxies: BlockList,
): string | null {
  const trusted = (address: string) => isIP(address) !== 0 && proxies.check(address, familyOf(address))
  let address = socket === null ? null : plain(socket)
  for (const hop of (forwarded ?? '').split(',').map(plain).reverse()) {
    if (address === null || !trusted(address) || isIP(hop) === 0) break
    address = hop
  }
  return address
}

/** Where this request comes from; null where it came over no socket. */
export function requestAddress(c: Context, proxies: BlockList): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  return clientAddress(
    incoming?.socket.remoteAddress ?? null,
    c.req.header('x-forwarded-for') ?? null,
    proxies,
  )
}

/** A request's headers with its address in the one header that the sign-in library reads it from. */
export function headersWithAddress(c: Context, proxies: BlockList): Headers {
  const headers = new Headers(c.req.raw.headers)
  const address = requestAddress(c, proxies)
  headers.delete(addressHeader)
  if (address !== null) headers.set(addressHeader, address)
  return headers
}
