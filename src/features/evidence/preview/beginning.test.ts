import { describe, expect, test } from 'vitest'
import { beginningBlocks } from './beginning.ts'

const kinds = (text: string, isCut = false) =>
  beginningBlocks(text, isCut).map(block =>
    block.kind === 'table'
      ? block.rows.map(row => row.map(cell => cell.text))
      : block.kind === 'paragraph'
        ? block.text
        : block.kind,
  )

describe('the beginning of a file', () => {
  test('has its rows of cells as a table, and its text as text', () => {
    expect(kinds('Rekap kehadiran\nNo\tNama\tHadir\n1\tDewi\t21\n2\tFajar\t20')).toEqual([
      'Rekap kehadiran',
      [
        ['No', 'Nama', 'Hadir'],
        ['1', 'Dewi', '21'],
        ['2', 'Fajar', '20'],
      ],
    ])
  })

  test('puts no cell under one that it may not belong to', () => {
    expect(kinds('No\tNama\tHadir\n1\tDewi\t21\nJumlah\t21')).toEqual([
      [
        ['No', 'Nama', 'Hadir'],
        ['1', 'Dewi', '21'],
      ],
      'Jumlah · 21',
    ])
  })

  test('ends with a whole row where it was cut, and with what there is of a sentence', () => {
    expect(kinds('No\tNama\n1\tDewi\n2\tFaj', true)).toEqual([
      [
        ['No', 'Nama'],
        ['1', 'Dewi'],
      ],
    ])
    expect(kinds('Rapat dipimpin oleh kep', true)).toEqual(['Rapat dipimpin oleh kep'])
  })
})
