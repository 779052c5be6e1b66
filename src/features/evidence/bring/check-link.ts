import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Looks at an address once; null where it does not answer, or with something other than a success. */
export type CheckLink = (url: string) => Promise<{ readonly title: string | null } | null>

/** Milliseconds for the whole look. */
const patience = 8_000
const mostBytes = 128 * 1024
const mostSteps = 4

// What stands inside the network of the server must not be reached through a form.
// An IPv4 address written as IPv6 is checked against the rules for IPv4.
const inner = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  // With what stands in it as an address of IPv4: of the oldest form, of a translator's, of 6to4 and of Teredo.
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 32],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(net, bits, 'ipv6')

export const isInner = (address: string): boolean =>
  isIP(address) === 0 || inner.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

const lookupBut =
  (refused: (address: string) => boolean): LookupFunction =>
  (name, options, done) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      const first = found?.[0]
      if (error || !first) return done(error ?? new Error('no address'), '', 0)
      if (found.some(({ address }) => refused(address))) return done(new Error('an inner address'), '', 0)
      if (options.all) return done(null, found)
      done(null, first.address, first.family)
    })

/** Whether it is an address of the web, without a name and password in it. */
export function webAddress(text: string): URL | null {
  try {
    const url = new URL(text)
    const web = url.protocol === 'http:' || url.protocol === 'https:'
    return web && url.username === '' && url.password === '' && text.length <= 2000 ? url : null
  } catch {
    return null
  }
}

/** Fetches the start of the page for its title, following a few redirects, never to a refused address. */
export const linkChecker =
  (refused: (address: string) => boolean): CheckLink =>
  async text => {
    const signal = AbortSignal.timeout(patience)
    let url = webAddress(text)
    for (let step = 0; url && step < mostSteps; step++) {
      const answer = await fetchStart(url, signal, refused)
      if (!answer) return null
      if (answer.next === null) return { title: answer.title }
      url = URL.canParse(answer.next, url.href) ? webAddress(new URL(answer.next, url).href) : null
    }
    return null
  }

function fetchStart(
  url: URL,
  signal: AbortSignal,
  refused: (address: string) => boolean,
): Promise<{ readonly next: string | null; readonly title: string | null } | null> {
  const bare = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0 && refused(bare)) return Promise.resolve(null)
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise(done => {
    const asking = send(
      url,
      { lookup: lookupBut(refused), signal, headers: { accept: 'text/html', 'user-agent': 'Zona' } },
      response => {
        const status = response.statusCode ?? 0
        if (status >= 300 && status < 400 && response.headers.location) {
          response.destroy()
          return done({ next: response.headers.location, title: null })
        }
        if (status < 200 || status >= 300) {
          response.destroy()
          return done(null)
        }
        let page = ''
        const finish = () => done({ next: null, title: titleOf(page) })
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          page += part
          if (page.length <= mostBytes && !/<\/title>/i.test(page)) return
          finish()
          response.destroy()
        })
        response.on('end', finish)
        response.on('error', finish)
      },
    )
    asking.on('error', () => done(null))
    asking.end()
  })
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
}

function titleOf(page: string): string | null {
  // Neither part reaches past the next tag, or a page of nothing but beginnings would be read again from each.
  const raw = /<title(?:\s[^<>]*)?>([^<]*)/i.exec(page)?.[1] ?? ''
  const title = raw
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_all, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return title === '' ? null : title.slice(0, 300)
}
