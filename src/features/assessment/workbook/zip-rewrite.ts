import { crc32, deflateRawSync } from 'node:zlib'

interface Part {
  readonly name: Buffer
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly size: number
  readonly data: Buffer
}

/**
 * The same zip with some parts changed and some left out. Every other part is copied as it is compressed, so that
 * nothing else is inflated. For archives that `openArchive` has accepted.
 */
export function rewriteZip(
  bytes: Uint8Array,
  changed: ReadonlyMap<string, string>,
  dropped: ReadonlySet<string>,
): Uint8Array<ArrayBuffer> {
  const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).flatMap(
    (part): Part[] => {
      const name = part.name.toString('utf8').replace(/^\//, '')
      if (dropped.has(name)) return []
      const text = changed.get(name)
      if (text === undefined) return [part]
      const content = Buffer.from(text, 'utf8')
      return [
        {
          ...part,
          method: 8,
          crc: crc32(content),
          size: content.byteLength,
          data: deflateRawSync(content),
        },
      ]
    },
  )
  return zipOf(parts)
}

/** The parts in the order of the archive's list. */
function partsOf(zip: Buffer): Part[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  const parts: Part[] = []
  for (let part = 0; part < count; part += 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset))
    const packed = zip.readUInt32LE(at + 20)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    parts.push({
      name: zip.subarray(at + 46, at + 46 + (nameLength ?? 0)),
      // Without the bit that says the sizes follow the data: they stand before it now.
      flags: zip.readUInt16LE(at + 8) & ~8,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      size: zip.readUInt32LE(at + 24),
      data: zip.subarray(start, start + packed),
    })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}

/** 1 January 1980, the earliest day that a zip can name: the same input makes the same file. */
const day = 0x21

function zipOf(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, method, flags, crc, size, data } of parts) {
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(method, 4)
    shared.writeUInt16LE(day, 8)
    shared.writeUInt32LE(crc, 10)
    shared.writeUInt32LE(data.byteLength, 14)
    shared.writeUInt32LE(size, 18)
    shared.writeUInt16LE(name.byteLength, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    pieces.push(Buffer.from([0x50, 0x4b, 3, 4]), shared, name, data)
    list.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, tail, name)
    offset += 30 + name.byteLength + data.byteLength
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.byteLength, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...pieces, listed, end]))
}
