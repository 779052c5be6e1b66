import { getDocumentProxy } from 'unpdf'
import { guardStreams, Refusal } from '../../plan/read/index.ts'
import type { Keeper } from './block.ts'

/** No code from the file, no pictures, no messages on the console. */
const options = { isEvalSupported: false, maxImageSize: 1, verbosity: 0 }

/** The text of a PDF page by page, in the order in which it was written. */
export async function readPdfBlocks(
  file: string,
  bytes: Uint8Array,
  keeper: Keeper,
): Promise<{ pages: number; title: string | null }> {
  guardStreams(file, bytes)
  // pdf.js takes the buffer over; the caller keeps its own.
  const pdf = await getDocumentProxy(bytes.slice(), options).catch(error => {
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw new Refusal(locked ? { kind: 'encrypted', file } : { kind: 'damaged', file, part: null })
  })
  try {
    let letters = 0
    for (let number = 1; number <= pdf.numPages && !keeper.full; number += 1) {
      keeper.mark({ kind: 'page', number })
      const { items } = await (await pdf.getPage(number)).getTextContent()
      let line = ''
      for (const item of items) {
        if (!('str' in item)) continue
        line += item.str
        if (!item.hasEOL) continue
        letters += line.trim().length
        keeper.text('paragraph', line)
        line = ''
      }
      letters += line.trim().length
      keeper.text('paragraph', line)
    }
    if (keeper.full) keeper.cut()
    if (letters < 20) keeper.warnings.add('no-text')
    const { info } = await pdf.getMetadata()
    const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : ''
    return { pages: pdf.numPages, title: title === '' ? null : title }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal({ kind: 'damaged', file, part: null })
  } finally {
    await pdf.destroy()
  }
}
