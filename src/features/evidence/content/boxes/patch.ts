import { Readable } from 'node:stream'
import type { Box, Span } from './box.ts'

/** Bytes that are written over in a copy, without moving any other: `bytes`, or zeros. In order, none over another. */
export type Patch = Span & { readonly bytes?: Uint8Array }

export const blank = (start: number, end: number): Patch[] => (end > start ? [{ start, end }] : [])

const free = Buffer.from('free', 'latin1')

/** Makes a box one of free space, which every program passes over, and empties it. */
export const freed = (box: Box): Patch[] => [
  { start: box.start + 4, end: box.start + 8, bytes: free },
  ...blank(box.from, box.end),
]

/** The bytes of `source`, which begins at byte `start` of the file, with the patches over them. */
export function patched(source: Readable, start: number, patches: readonly Patch[]): Readable {
  const copy = Readable.from(patching(source, start, patches), { objectMode: false })
  // Also where nobody came to read.
  copy.once('close', () => source.destroy())
  return copy
}

async function* patching(source: AsyncIterable<Uint8Array>, start: number, patches: readonly Patch[]) {
  let at = start
  let next = firstAfter(patches, start)
  for await (const chunk of source) {
    const end = at + chunk.length
    let copy: Buffer | null = null
    for (;;) {
      const patch = patches[next]
      if (!patch || patch.start >= end) break
      copy ??= Buffer.from(chunk)
      const [from, to] = [Math.max(patch.start, at), Math.min(patch.end, end)]
      if (patch.bytes) copy.set(patch.bytes.subarray(from - patch.start, to - patch.start), from - at)
      else copy.fill(0, from - at, to - at)
      if (patch.end > end) break
      next += 1
    }
    yield copy ?? chunk
    at = end
  }
}

/** The first patch that ends past this byte. */
function firstAfter(patches: readonly Patch[], at: number): number {
  let [low, high] = [0, patches.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((patches[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}
