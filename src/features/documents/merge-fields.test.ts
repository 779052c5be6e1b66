import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChapter } from './chapter-text.ts'
import { plainText } from './inline-text.ts'
import { mergeFields } from './merge-fields.ts'

const field = (value: string | null, label = 'jumlah pegawai') => ({
  'pegawai.jumlah': { label, value, source: 'unit' },
})

describe('figures in a chapter', () => {
  it('puts a figure in its place', () => {
    expect(mergeFields('Ada {{ pegawai.jumlah }} orang.', field('93'))).toEqual({
      text: 'Ada 93 orang.',
      missing: [],
    })
  })

  it('shows a figure nobody filled in, and names it once', () => {
    const merged = mergeFields('{{pegawai.jumlah}} dan {{pegawai.jumlah}}', field(null))
    expect(merged).toEqual({
      text: '[belum diisi: jumlah pegawai] dan [belum diisi: jumlah pegawai]',
      missing: ['jumlah pegawai'],
    })
  })

  it('treats an empty value as missing, and a figure it does not know as well', () => {
    expect(mergeFields('{{pegawai.jumlah}}', field('  ')).missing).toEqual(['jumlah pegawai'])
    expect(mergeFields('{{constructor}}', {}).text).toBe('[belum diisi: constructor]')
  })

  it('marks the gap for the eye', () => {
    const [block] = parseChapter(mergeFields('Ada {{pegawai.jumlah}}.', field(null)).text)
    expect(block).toMatchObject({ runs: [{ text: 'Ada ' }, { missing: true }, { text: '.' }] })
  })

  it('makes one item of each line of a list, with the signs of an Indonesian enumeration', () => {
    const merged = mergeFields('Fungsi:\n\n1. {{pegawai.jumlah}};\n\nSekian.', field('satu\ndua;\ntiga.'))
    expect(merged.text).toBe('Fungsi:\n\n1. satu;\n1. dua; dan\n1. tiga.\n\nSekian.')
  })

  it('lets no value become markup', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[-#*.){}\\a-z1 ]{1,30}$/).filter(value => value.trim() !== ''),
        value => {
          const [block, ...rest] = parseChapter(mergeFields('{{pegawai.jumlah}}', field(value)).text)
          expect(rest).toEqual([])
          expect(block?.kind).toBe('paragraph')
          expect(block?.kind === 'paragraph' && plainText(block.runs)).toBe(value.trim())
        },
      ),
    )
  })
})
