import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { err, ok, type Result } from '../../../core/shared/result.ts'

export type ScanProblem =
  | { readonly kind: 'infected'; readonly name: string }
  | { readonly kind: 'too-large-to-scan' }
  | { readonly kind: 'scan-unavailable' }

/** Reads `source`, and closes it whatever comes of the scan. */
export type Scan = (source: Readable) => Promise<Result<null, ScanProblem>>

const silence = 60_000
const mostWords = 4096

/** Asks ClamAV's daemon by its INSTREAM command. `address` is `host:port` or the path of a socket. */
export function clamdScan(address: string, patience = silence): Scan {
  return async source => {
    const socket = open(address)
    socket.setTimeout(patience, () => socket.destroy(new Error('clamd is silent')))
    try {
      const answer = reply(socket)
      // The answer is awaited below; a refusal in between must not count as unhandled.
      answer.catch(() => undefined)
      await once(socket, 'connect')
      socket.write('zINSTREAM\0')
      for await (const bytes of source) {
        if (socket.destroyed || socket.readableEnded) break
        const length = Buffer.alloc(4)
        length.writeUInt32BE(bytes.length)
        socket.write(length)
        if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), answer])
      }
      socket.write(Buffer.alloc(4))
      return verdict(await answer)
    } catch {
      return err({ kind: 'scan-unavailable' })
    } finally {
      source.destroy()
      socket.destroy()
    }
  }
}

function open(address: string): Socket {
  const match = /^(.+):(\d+)$/.exec(address)
  return match?.[1] && match[2] ? connect(Number(match[2]), match[1]) : connect(address)
}

async function reply(socket: Socket): Promise<string> {
  let words = ''
  for await (const bytes of socket) {
    words += String(bytes)
    if (words.includes('\0') || words.length > mostWords) break
  }
  return words.replace(/\0.*$/s, '').trim()
}

function verdict(words: string): Result<null, ScanProblem> {
  if (words === 'stream: OK') return ok(null)
  const found = /^stream: (.+) FOUND$/.exec(words)
  if (found) return err({ kind: 'infected', name: found[1] ?? '' })
  if (/size limit exceeded/i.test(words)) return err({ kind: 'too-large-to-scan' })
  return err({ kind: 'scan-unavailable' })
}
