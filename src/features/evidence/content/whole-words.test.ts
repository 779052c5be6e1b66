import { expect, test } from 'vitest'
import { wholeWords } from './whole-words.ts'

test.each([
  ['a word that a line cut in two is whole again', 'laporan peman-\ntauan aksi', 'laporan pemantauan aksi'],
  ['a word said twice keeps its hyphen', 'Undang-\nundang nomor 5', 'Undang-undang nomor 5'],
  ['a dash before a new line stays', 'triwulan I -\nselesai', 'triwulan I -\nselesai'],
  ['a name on the next line stays apart', 'se-\nIndonesia', 'se-\nIndonesia'],
])('%s', (_what, text, whole) => {
  expect(wholeWords(text)).toBe(whole)
})
