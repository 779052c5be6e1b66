import { describe, expect, test } from 'vitest'
import { DataTable, type DataTableProps } from './data-table.tsx'

type Row = { name: string; amount: number }
const columns: DataTableProps<Row>['columns'] = [
  { header: 'Area', rowHeader: true, cell: r => r.name },
  { header: 'Jumlah', numeric: true, cell: r => r.amount },
  { header: 'Aksi', headerHidden: true, cell: () => <button type="button">Ubah</button> },
]
const draw = (p: Partial<DataTableProps<Row>>) =>
  (
    <DataTable<Row> caption="Jumlah per area" columns={columns} empty={{ title: 'Belum ada area' }} {...p} />
  ).toString()

describe('A table', () => {
  test('has a caption, column heads and a head for each row', () => {
    const page = draw({ rows: [{ name: 'Pengawasan', amount: 3 }] })
    expect(page).toContain('<caption class="govuk-visually-hidden">Jumlah per area</caption>')
    expect(page.match(/<th scope="col"/g)).toHaveLength(3)
    expect(page).toContain('<th scope="row" role="rowheader">Pengawasan</th>')
  })

  test('labels each value for the phone, except the row head and hidden heads', () => {
    const page = draw({ rows: [{ name: 'Pengawasan', amount: 3 }] })
    expect(page).toContain('<td role="cell" class="num" data-label="Jumlah">3</td>')
    expect(page).toContain('<td role="cell"><button type="button">Ubah</button></td>')
  })

  test('escapes what a row says and takes components as they are', () => {
    const page = draw({ rows: [{ name: '<img src=x>', amount: 1 }] })
    expect(page).toContain('&lt;img src=x&gt;')
    expect(page).not.toContain('<img')
  })

  test('names its groups across all columns and leaves out empty ones', () => {
    const page = draw({
      groups: [
        { heading: 'V', note: '1 baris', rows: [{ name: 'a', amount: 1 }] },
        { heading: 'VI', rows: [] },
      ],
    })
    expect(page).toContain(
      '<th scope="rowgroup" role="rowheader" colspan="3">V <span class="muted">1 baris</span></th>',
    )
    expect(page).not.toContain('>VI<')
  })

  test('without rows says what is empty instead of drawing bare heads', () => {
    const page = draw({ rows: [] })
    expect(page).toContain('Belum ada area')
    expect(page).not.toContain('<table')
  })

  test('that scrolls sideways can be reached by keyboard', () => {
    const page = draw({ rows: [{ name: 'a', amount: 1 }], phone: 'scroll' })
    expect(page).toContain('role="region" aria-label="Jumlah per area" tabindex="0"')
  })
})
