import type { Block } from './document.ts'

/** Numbers the captions of tables and bars in reading order: "Tabel 1. …", "Gambar 1. …". */
export function numberCaptions(
  blocks: readonly Block[],
  words: { table: string; figure: string },
): readonly Block[] {
  let tables = 0
  let figures = 0
  return blocks.map(block => {
    if (block.kind === 'table' && block.caption) {
      tables++
      return { ...block, caption: `${words.table} ${tables}. ${block.caption}` }
    }
    if (block.kind === 'bars' || (block.kind === 'image' && block.caption)) {
      figures++
      return { ...block, caption: `${words.figure} ${figures}. ${block.caption}` }
    }
    return block
  })
}
