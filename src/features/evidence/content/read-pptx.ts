import { type Archive, Refusal, readXml } from '../../plan/read/index.ts'
import type { Keeper, TableCell } from './block.ts'
import { partLimits } from './part-limits.ts'

const slideName = /^ppt\/slides\/slide(\d+)\.xml$/

/** The text of every slide, in the order of the slides' numbers. Returns how many there are. */
export async function readPptxBlocks(archive: Archive, file: string, keeper: Keeper): Promise<number> {
  if (!archive.has('ppt/presentation.xml'))
    throw new Refusal({ kind: 'damaged', file, part: 'ppt/presentation.xml' })
  const slides = archive.names
    .flatMap(name => {
      const number = slideName.exec(name)?.[1]
      return number === undefined ? [] : [{ name, number: Number(number) }]
    })
    .sort((a, b) => a.number - b.number)
  for (const [at, { name }] of slides.entries()) {
    if (keeper.full) {
      keeper.cut()
      break
    }
    keeper.mark({ kind: 'slide', number: at + 1 })
    await readSlide(archive, file, name, keeper)
  }
  return slides.length
}

async function readSlide(archive: Archive, file: string, part: string, keeper: Keeper): Promise<void> {
  let text = ''
  let inText = false
  let title = false
  let cell: string[] | null = null
  let row: TableCell[] = []
  let rows: TableCell[][] = []
  await readXml(archive, file, part, partLimits.other, {
    open(name, attributes) {
      if (name === 'sp') title = false
      else if (name === 'ph') title = /^(?:ctrT|t)itle$/.test(attributes.type ?? '')
      else if (name === 'p') text = ''
      else if (name === 't') inText = true
      else if (name === 'br') text += '\n'
      else if (name === 'tbl') rows = []
      else if (name === 'tr') row = []
      else if (name === 'tc') cell = []
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'p') {
        if (cell) cell.push(text.trim())
        else if (title) keeper.text('heading', text, 2)
        else keeper.text('paragraph', text)
      } else if (name === 'tc' && cell) {
        row.push({ column: row.length, columnSpan: 1, text: cell.join('\n').trim() })
        cell = null
      } else if (name === 'tr') rows.push(row)
      else if (name === 'tbl') keeper.table(rows)
    },
    text(piece) {
      if (inText) text += piece
    },
    done: () => keeper.full,
  })
}
