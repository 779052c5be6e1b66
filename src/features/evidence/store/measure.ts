import { createHash } from 'node:crypto'

/** What is known of a stream once it has passed: never more than its two ends are kept. */
export type Measure = {
  readonly sha256: string
  readonly size: number
  readonly head: Buffer
  readonly tail: Buffer
  /** No byte that a text never holds. False also where the head already showed that it is none. */
  readonly text: boolean
}

/** Bytes kept from the start: enough for the dimensions of a photo behind its preview. */
const headBytes = 256 * 1024
/** Bytes kept from the end: the longest end record of an archive, and a PDF's trailer. */
const tailBytes = 66 * 1024

export class TooLarge extends Error {}

// Everything below a space save for tab, line feed, form feed and carriage return.
const never = new Uint8Array(256)
for (let byte = 0; byte < 32; byte++) never[byte] = [9, 10, 12, 13].includes(byte) ? 0 : 1
never[127] = 1

const isText = (bytes: Uint8Array) => {
  for (let at = 0; at < bytes.length; at++) if (never[bytes[at] ?? 0]) return false
  return true
}

export type Measurer = {
  readonly add: (bytes: Uint8Array) => void
  readonly size: () => number
  readonly measure: () => Measure
}

/** Takes the measure of bytes as they pass. */
export function measurer(): Measurer {
  const hash = createHash('sha256')
  const headParts: Uint8Array[] = []
  let size = 0
  let headSize = 0
  const last: Uint8Array[] = []
  let lastSize = 0
  let text = true
  return {
    add: bytes => {
      size += bytes.length
      hash.update(bytes)
      if (headSize < headBytes) {
        const part = Buffer.from(bytes.subarray(0, headBytes - headSize))
        headParts.push(part)
        headSize += part.length
      }
      if (text) text = isText(bytes)
      last.push(bytes)
      lastSize += bytes.length
      for (let first = last[0]; first && lastSize - first.length >= tailBytes; first = last[0]) {
        lastSize -= first.length
        last.shift()
      }
    },
    size: () => size,
    measure: () => ({
      sha256: hash.copy().digest('hex'),
      size,
      head: Buffer.concat(headParts),
      tail: Buffer.concat(last).subarray(-tailBytes),
      text,
    }),
  }
}

/** Passes a stream on, hashing and counting it. Throws `TooLarge` past `limit` bytes. */
export function measuring(source: AsyncIterable<Uint8Array>, limit: number) {
  const passed = measurer()
  async function* passing(): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      if (passed.size() + bytes.length > limit) throw new TooLarge()
      passed.add(bytes)
      yield bytes
    }
  }
  return { stream: passing(), /** To be asked once the stream has ended. */ measure: passed.measure }
}
