import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChapterBlock, parseChapter } from './chapter-text.ts'
import { plainText } from './inline-text.ts'

const words = (block: ChapterBlock | undefined): string => {
  if (block?.kind === 'paragraph') return plainText(block.runs)
  if (block?.kind === 'list') return block.items.map(item => item.map(words).join(' / ')).join(' | ')
  return block?.kind === 'heading' ? block.text : ''
}

describe('the markup of a chapter', () => {
  it('joins the lines of a paragraph and parts paragraphs at blank lines', () => {
    expect(parseChapter('satu\ndua\n\ntiga').map(words)).toEqual(['satu dua', 'tiga'])
  })

  it('numbers headings from the chapter, and keeps a number that was typed', () => {
    const headings = parseChapter('# Awal\n## Rinci\n# Akhir\n# 2.7 Lain', 2)
    expect(headings.map(block => (block.kind === 'heading' ? block.number : ''))).toEqual([
      '2.1',
      '2.1.1',
      '2.2',
      '2.7',
    ])
  })

  it('nests lists by indentation', () => {
    const [list] = parseChapter('1. satu\n   a. dalam\n   b. lagi\n2. dua\n   lanjut')
    expect(words(list)).toBe('satu / dalam | lagi | dua lanjut')
  })

  it('goes on with a list after a paragraph, at the number that was typed', () => {
    const blocks = parseChapter('1. satu\n\nKalimat.\n\n2. dua')
    expect(blocks.at(-1)).toMatchObject({ kind: 'list', start: 2 })
  })

  it('begins another list where the numbers begin again, but counts 1. 1. 1. through', () => {
    expect(parseChapter('1. a\n2. b\n\n1. c')).toHaveLength(2)
    expect(parseChapter('1. a\n1. b\n1. c')).toMatchObject([{ items: { length: 3 } }])
  })

  it('reads bold and italic, and leaves a star without a partner as it is', () => {
    expect(parseChapter('**tebal** dan *miring* serta 2 * 3 = 6*')).toMatchObject([
      {
        runs: [
          { text: 'tebal', bold: true },
          { text: ' dan ' },
          { text: 'miring', italic: true },
          { text: ' serta 2 * 3 = 6*' },
        ],
      },
    ])
  })

  it.each([
    '### judul',
    '> kutip',
    '| a | b |',
    '`kode`',
    '<b>x</b>',
    '#read("/etc/passwd")',
    '$x$',
    'ii. dua',
  ])('shows unknown markup as typed: %s', text => {
    expect(parseChapter(text).map(words)).toEqual([text])
  })

  it('takes a table field on a line of its own as a place for that table', () => {
    expect(parseChapter('{{tabel.anggaran}}')).toEqual([{ kind: 'insert', name: 'anggaran' }])
    expect(words(parseChapter('lihat {{tabel.anggaran}}')[0])).toBe('lihat {{tabel.anggaran}}')
  })

  it('shows every word of a text that has no list marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Z]{2,9}$/), { maxLength: 20 }),
        fc.constantFrom(' ', '\n', '\n\n'),
        (list, gap) => {
          const shown = parseChapter(list.join(gap)).map(words).join(' ')
          expect(shown.split(' ').filter(word => word !== '')).toEqual(list)
        },
      ),
    )
  })

  it('reads marks behind marks as lists in lists, and from the ninth on as text', () => {
    const [block] = parseChapter('- '.repeat(60_000).concat('isi'))
    const depthOf = (inner: typeof block): number =>
      inner?.kind === 'list' ? 1 + depthOf(inner.items[0]?.[0]) : 0
    expect(depthOf(block)).toBe(9)
    expect(words(block)).toContain('- - isi')
  })

  it('takes time in proportion to the text, however many stars it has', () => {
    expect(words(parseChapter('*a '.repeat(40_000))[0])).toHaveLength(40_000 * 3 - 1)
  })
})
