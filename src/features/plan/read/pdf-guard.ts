import { constants, inflateSync } from 'node:zlib'
import { Refusal } from './problem.ts'

const megabyte = 2 ** 20
/** One compressed stream of a PDF may inflate to this much, all of them together to three times as much. */
const streamLimit = 64 * megabyte

/**
 * Refuses a PDF whose compressed streams would inflate without end: pdf.js inflates them whole, outside the memory
 * that a thread can be limited to. Looks at the bytes alone, so that no trick of the PDF's structure hides a stream.
 */
export function guardStreams(file: string, bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    let start = at + 6
    while (buffer[start] === 13 || buffer[start] === 10 || buffer[start] === 32) start += 1
    // Twice, since a stream may be compressed in a compressed stream.
    const once = inflated(buffer.subarray(start))
    const twice = once instanceof Buffer ? inflated(once) : null
    total += once instanceof Buffer ? once.length : 0
    if (once === 'too-far' || twice === 'too-far' || total > 3 * streamLimit) {
      throw new Refusal({ kind: 'inflates-too-far', file, part: `stream ${at}`, limit: streamLimit })
    }
  }
}

/** The content of a zlib stream as far as it goes; null where there is none. */
function inflated(data: Buffer): Buffer | 'too-far' | null {
  if (data[0] === undefined || (data[0] & 15) !== 8 || ((data[0] << 8) | (data[1] ?? 0)) % 31 !== 0)
    return null
  try {
    return inflateSync(data, { maxOutputLength: streamLimit, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-far' : null
  }
}
