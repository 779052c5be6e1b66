import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import type { Archive } from './archive.ts'
import { Refusal } from './problem.ts'

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text?(text: string): void
  /** Asked between pieces: true ends the reading early. */
  done?(): boolean
}

const local = (name: string) => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/**
 * Streams one part of an office document through a handler. Element names lose their prefix.
 * A document type declaration is refused: office writes none, and it is the door to entity bombs.
 */
export async function readXml(
  archive: Archive,
  file: string,
  part: string,
  limit: number,
  handler: XmlHandler,
) {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const damaged = () => new Refusal({ kind: 'damaged', file, part })
  parser.on('doctype', () => {
    throw new Refusal({ kind: 'forbidden-xml', file, part })
  })
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('opentag', tag => handler.open(local(tag.name), tag.attributes))
  parser.on('closetag', tag => handler.close(local(tag.name)))
  if (handler.text) {
    const text = handler.text.bind(handler)
    parser.on('text', text)
    parser.on('cdata', text)
  }

  let decoder: StringDecoder | null = null
  let stopped = false
  await archive.stream(part, limit, chunk => {
    decoder ??= new StringDecoder(isUtf16(chunk) ? 'utf16le' : 'utf8')
    parser.write(decoder.write(chunk))
    stopped = handler.done?.() ?? false
    return !stopped
  })
  if (!stopped) parser.close()
}

const isUtf16 = (chunk: Buffer) =>
  (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0x3c && chunk[1] === 0)

/** An attribute by its local name, whatever prefix the writer chose. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name]
  for (const key of Object.keys(attributes)) if (local(key) === name) return attributes[key]
  return undefined
}
