import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLong, hyphenate } from './hyphenate.ts'

const shown = (text: string) => hyphenate(text).replaceAll('\u00AD', '-')

describe('where a word may be divided', () => {
  it.each([
    ['penyelenggaraan', 'penye-leng-ga-raan'],
    ['mempertanggungjawabkan', 'mem-per-tang-gung-ja-wabkan'],
    ['keterbukaan', 'keter-bu-kaan'],
    ['pengembangan', 'pengem-bangan'],
    ['masyarakat', 'masya-rakat'],
    ['Pertanggungjawaban', 'Per-tang-gung-ja-waban'],
  ])('divides %s as %s', (word, divided) => {
    expect(shown(word)).toBe(divided)
  })

  it.each([
    'Wulandari',
    'Kartikasari',
    'Akuntabilitas',
    'DPMPTSP',
    'https://dpmptsp.contoh.go.id',
    'tim@contoh.go.id',
    'rapat',
    'SK2019keputusan',
  ])('leaves %s whole', text => {
    expect(shown(text)).toBe(text)
  })

  it('only adds breaking points', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 5, max: 40 }), (text, longest) => {
        const changed = breakLong(hyphenate(text), longest)
        const plain = (value: string) => value.replace(/[\u00AD\u200B]/g, '')
        expect(plain(changed)).toBe(plain(text))
      }),
    )
  })
})
