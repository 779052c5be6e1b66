import { dayOf, monthOf, yearOf } from '../../core/shared/local-date.ts'
import { translator } from '../../ui/messages.ts'
import type { Block, OfficialDocument, Picture, Run, Signature } from './document.ts'
import { boundMargins } from './document.ts'
import { breakLong, hyphenate } from './hyphenate.ts'
import { documentMessages } from './messages.ts'
import { formatDate } from './numbers.ts'
import { printable } from './printable.ts'

/** What the layout in official.typ reads: the document as JSON, and the pictures as files beside it. */
export type TypstInput = {
  readonly doc: string
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

/** Text is only ever data here; breaking points are the one thing added to it. */
export function typstInput(document: OfficialDocument): TypstInput {
  const t = translator(documentMessages, document.locale)
  const files: { path: string; bytes: Uint8Array }[] = []
  const store = (picture: Picture): string => {
    const path = `/picture-${files.length}.${picture.format}`
    files.push({
      path,
      bytes: picture.format === 'svg' ? new TextEncoder().encode(picture.svg) : picture.png,
    })
    return path
  }
  const logo = (picture: Picture | null | undefined) => (picture ? { logoPath: store(picture) } : {})
  const signature = (s: Signature) => ({
    ...s,
    role: breakLong(s.role, 30),
    name: breakLong(s.name, 30),
    placeAndDate: `${s.place}, ${s.date ? formatDate(s.date, document.locale) : t('noDate')}`,
  })
  const runs = (list: readonly Run[], longest: number) =>
    list.map(run => ({
      ...run,
      text: breakLong(run.italic || document.locale !== 'id' ? run.text : hyphenate(run.text), longest),
    }))

  const block = (item: Block): object => {
    switch (item.kind) {
      case 'heading':
        return { ...item, text: breakLong(item.text, 30) }
      case 'paragraph':
        return { ...item, runs: runs(item.runs, 40) }
      case 'list':
        return { ...item, items: item.items.map(blocks => blocks.map(block)) }
      case 'table': {
        const rows = item.rows.map(row => ({
          ...row,
          cells: row.cells.map(cell => ({ ...cell, runs: runs(cell.runs, 14) })),
        }))
        return { ...item, rows }
      }
      case 'image':
        return { ...item, picture: null, path: store(item.picture) }
      case 'signature':
        return { ...item, signature: signature(item.signature) }
      case 'landscape':
        return { ...item, blocks: item.blocks.map(block) }
      default:
        return item
    }
  }

  const { cover, letterhead, date } = document
  const doc = {
    locale: document.locale,
    title: document.title,
    author: document.author,
    date: [yearOf(date), monthOf(date), dayOf(date)],
    margins: document.margins ?? boundMargins,
    footnote: document.footnote ?? null,
    cover: cover
      ? { ...cover, agency: cover.agency.map(line => breakLong(line, 24)), logo: null, ...logo(cover.logo) }
      : null,
    letterhead: letterhead
      ? { ...letterhead, unit: breakLong(letterhead.unit, 24), logo: null, ...logo(letterhead.logo) }
      : null,
    front: document.front.map(block),
    contents: document.contents,
    blocks: document.blocks.map(block),
    words: { contents: t('contents'), missingTitle: t('missingTitle'), missingText: t('missingText') },
  }
  return {
    doc: JSON.stringify(doc, (_, value) => (typeof value === 'string' ? printable(value) : value)),
    files,
  }
}
