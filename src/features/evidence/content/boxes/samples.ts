import { damaged, type LoadedBox, mostSpans, numberAt, onlyBox, type Span } from './box.ts'

/**
 * Where the frames or sounds of a track lie, chunk by chunk, by the tables of its `stbl` (ISO/IEC 14496-12, 8.7).
 * Throws `ContentRefusal`.
 */
export function samplesOf(stbl: readonly LoadedBox[]): Span[] {
  const offsets = chunkOffsets(stbl)
  const runs = table(onlyBox(stbl, 'stsc').content, 12)
  const { content: sizes } = onlyBox(stbl, 'stsz')
  const equal = numberAt(sizes, 4, 4)
  const count = numberAt(sizes, 8, 4)
  if (equal === 0 && sizes.length < 12 + count * 4) throw damaged()
  // Raw sound of QuickTime says 1 and means something else.
  if (equal === 1) throw damaged()
  const spans: Span[] = []
  let [run, sample] = [-1, 0]
  for (let chunk = 0; chunk < offsets.count; chunk += 1) {
    while (run + 1 < runs.count && runs.at(run + 1, 0) <= chunk + 1) run += 1
    if (run < 0) throw damaged()
    const last = Math.min(count, sample + runs.at(run, 4))
    let bytes = equal * (last - sample)
    if (equal === 0) for (let one = sample; one < last; one += 1) bytes += sizes.readUInt32BE(12 + one * 4)
    sample = last
    const start = offsets.at(chunk)
    if (bytes > 0) spans.push({ start, end: start + bytes })
  }
  return spans
}

function chunkOffsets(stbl: readonly LoadedBox[]) {
  const long = stbl.some(box => box.type === 'co64')
  const { content } = onlyBox(stbl, long ? 'co64' : 'stco')
  const { count } = table(content, long ? 8 : 4)
  if (count > mostSpans) throw damaged()
  return { count, at: (n: number) => numberAt(content, long ? 8 + n * 8 : 8 + n * 4, long ? 8 : 4) }
}

/** A table of rows behind version, flags and the number of rows. */
function table(content: Buffer, row: number) {
  const count = numberAt(content, 4, 4)
  if (content.length < 8 + count * row) throw damaged()
  return { count, at: (n: number, column: number) => content.readUInt32BE(8 + n * row + column) }
}
