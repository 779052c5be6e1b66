import { describe, expect, test } from 'vitest'
import type { Table } from './document.ts'
import { doneTable, lateTable } from './monev-tables.ts'

const words = (table: Table) =>
  table.rows.map(row => row.cells.map(cell => cell.runs.map(run => run.text).join('')))
const apel = { action: 'Memimpin apel', area: 'Manajemen Perubahan', person: 'Ratna' } as const

describe('The lists of the monitoring report', () => {
  test('the late dates of one action share a row, counted from the earliest, longest delay first', () => {
    const table = lateTable(
      [
        { ...apel, action: 'Menyusun laporan', dueOn: '2026-03-31', note: 'menunggu data' },
        { ...apel, dueOn: '2026-02-02', note: 'sakit' },
        { ...apel, dueOn: '2026-01-05', note: 'sakit' },
      ],
      '2026-04-10',
      'id',
    )
    expect(words(table)).toEqual([
      [
        '1',
        apel.action,
        apel.area,
        'Ratna',
        '2 tanggal, 5 Januari 2026 sampai 2 Februari 2026',
        '95',
        'sakit',
      ],
      ['2', 'Menyusun laporan', apel.area, 'Ratna', '31 Maret 2026', '10', 'menunggu data'],
    ])
  })
  test('the same action of two people stands in two rows', () => {
    const list = [
      { ...apel, dueOn: '2026-01-05', doneOn: '2026-01-09' },
      { ...apel, dueOn: '2026-02-02', doneOn: '2026-01-20' },
      { ...apel, person: null, dueOn: '2026-01-12', doneOn: '2026-01-12' },
    ] as const
    expect(words(doneTable(list, 'id'))).toEqual([
      [
        '1',
        apel.action,
        apel.area,
        'Ratna',
        '2 tanggal, 5 Januari 2026 sampai 2 Februari 2026',
        '20 Januari 2026',
      ],
      ['2', apel.action, apel.area, 'belum ditunjuk', '12 Januari 2026', '12 Januari 2026'],
    ])
  })
})
