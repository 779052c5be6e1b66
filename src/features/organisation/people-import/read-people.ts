import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Cell, GridFile } from '../../plan/read/index.ts'
import { type Column, columnOf } from './columns.ts'

/** What one row of the file says of a person; null where the file has no such column or the cell is empty. */
export type PersonRow = {
  /** As the file counts it, from 1. */
  readonly row: number
  readonly name: string
  readonly nip: string | null
  readonly position: string | null
  readonly rank: string | null
  readonly email: string | null
  readonly unit: string | null
}

export type RowFault =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'text-long'; readonly column: Column; readonly limit: number }
  | { readonly kind: 'nip-form'; readonly nip: string }
  /** A spreadsheet kept the NIP as a number, of which only fifteen digits survive. */
  | { readonly kind: 'nip-number'; readonly nip: string }
  | { readonly kind: 'nip-twice'; readonly nip: string; readonly first: number }
  | { readonly kind: 'email-form'; readonly email: string }
  | { readonly kind: 'email-twice'; readonly email: string; readonly first: number }
  | { readonly kind: 'formula-error'; readonly column: Column }

export type FaultyRow = { readonly row: number; readonly name: string; readonly fault: RowFault }

export type PeopleFile = {
  readonly found: readonly Column[]
  readonly rows: readonly PersonRow[]
  readonly faults: readonly FaultyRow[]
}

export type PeopleProblem =
  | { readonly kind: 'no-headings' }
  | { readonly kind: 'heading-twice'; readonly column: Column }
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'too-many-people'; readonly limit: number }

export const peopleLimit = 5000
const headingRows = 30
const longest = 200

/** The people in a file, from the first row that names a name and a NIP, a position or an address. */
export function readPeople({ grids }: GridFile): Result<PeopleFile, PeopleProblem> {
  for (const { rows } of grids) {
    for (const [at, { cells }] of rows.slice(0, headingRows).entries()) {
      const headings = cells.flatMap(cell => {
        const column = columnOf(cell.text)
        return column === null ? [] : [{ column, at: cell.column }]
      })
      const named = new Map(headings.map(heading => [heading.column, heading.at]))
      if (!named.has('name') || named.size < 2) continue
      const twice = headings.find(heading => named.get(heading.column) !== heading.at)
      if (twice) return err({ kind: 'heading-twice', column: twice.column })
      return readRows(rows.slice(at + 1), named)
    }
  }
  return err({ kind: 'no-headings' })
}

function readRows(
  rows: GridFile['grids'][number]['rows'],
  named: ReadonlyMap<Column, number>,
): Result<PeopleFile, PeopleProblem> {
  const people: PersonRow[] = []
  const faults: FaultyRow[] = []
  const firstWith = { nip: new Map<string, number>(), email: new Map<string, number>() }
  for (const { index, cells } of rows) {
    const byColumn = new Map(cells.map(cell => [cell.column, cell]))
    const cellOf = (column: Column) => byColumn.get(named.get(column) ?? -1)
    const textOf = (column: Column) => (cellOf(column)?.text ?? '').replace(/\s+/g, ' ').trim()
    const filled = [...named.keys()].filter(column => textOf(column) !== '')
    if (filled.length === 0) continue
    // Headings that a printed list repeats on each page.
    if (filled.length > 1 && filled.every(column => columnOf(textOf(column)) === column)) continue
    if (people.length >= peopleLimit) return err({ kind: 'too-many-people', limit: peopleLimit })
    const row = index + 1
    const nip = readNip(cellOf('nip'))
    const person: PersonRow = {
      row,
      name: textOf('name'),
      nip: nip.text,
      position: textOf('position') || null,
      rank: textOf('rank') || null,
      email: textOf('email').toLowerCase() || null,
      unit: textOf('unit') || null,
    }
    people.push(person)
    const add = (fault: RowFault) => faults.push({ row, name: person.name, fault })
    const broken = filled.find(column => cellOf(column)?.formula === 'error')
    if (broken) add({ kind: 'formula-error', column: broken })
    if (person.name === '') add({ kind: 'name-missing' })
    const long = filled.find(column => textOf(column).length > longest)
    if (long) add({ kind: 'text-long', column: long, limit: longest })
    if (nip.lost) add({ kind: 'nip-number', nip: nip.shown })
    else if (person.nip !== null && !/^[0-9]{18}$/.test(person.nip))
      add({ kind: 'nip-form', nip: nip.shown.slice(0, 40) })
    else if (person.nip !== null) {
      const first = firstWith.nip.get(person.nip)
      if (first !== undefined) add({ kind: 'nip-twice', nip: person.nip, first })
      else firstWith.nip.set(person.nip, row)
    }
    if (person.email === null) continue
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email)) {
      add({ kind: 'email-form', email: person.email.slice(0, 80) })
      continue
    }
    const first = firstWith.email.get(person.email)
    if (first !== undefined) add({ kind: 'email-twice', email: person.email, first })
    else firstWith.email.set(person.email, row)
  }
  if (people.length === 0) return err({ kind: 'no-rows' })
  return ok({ found: [...named.keys()], rows: people, faults })
}

/**
 * A NIP as typed, with the blanks and marks that people put into it. A number of more than fifteen digits
 * has lost its last ones, whatever the cell shows; in a CSV it comes as `1,98E+17`, or with zeros at its end.
 */
function readNip(cell: Cell | undefined): { text: string | null; shown: string; lost: boolean } {
  const shown = cell?.text.trim() ?? ''
  if (shown === '' || shown === '-') return { text: null, shown, lost: false }
  const text = shown.replace(/[\s.'’`-]/g, '')
  const lost = (cell?.number ?? false) || /^\d+([.,]\d+)?e\+?\d+$/i.test(shown) || /^\d{15}000$/.test(text)
  return { text, shown, lost }
}
