import { parse } from 'csv-parse/sync'
import { type Grid, type GridFile, textCell } from './grid.ts'
import { Refusal } from './problem.ts'
import { columnLimit, rowLimit } from './xlsx-sheet.ts'

/** Reads a table kept as text: separated by `;`, `,` or tabs, quoted or not, UTF-8 (with or without BOM), UTF-16 with one, or Windows-1252. */
export function readCsv(file: string, bytes: Uint8Array): GridFile {
  const text = decode(bytes)
  let records: { record: string[]; info: { lines: number } }[]
  let read = 0
  try {
    records = parse(text, {
      delimiter: separator(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
      max_record_size: 2 ** 20,
      to: rowLimit + 1,
      on_record: (record, { lines }) => {
        read = lines
        return record
      },
    }) as unknown as typeof records
  } catch {
    throw new Refusal({ kind: 'open-quote', file, place: { kind: 'line', line: read + 1 } })
  }
  if (records.length > rowLimit)
    throw new Refusal({ kind: 'too-many-rows', file, place: null, limit: rowLimit })

  const rows = records.map(({ record, info }) => ({
    // A record that holds line breaks ends further down; people look for the line where it starts.
    index: info.lines - 1 - record.reduce((sum, field) => sum + (field.match(/\n/g)?.length ?? 0), 0),
    loose: false,
    fields: record.length,
    cells: record
      .slice(0, columnLimit)
      .map((field, column) =>
        textCell(
          column,
          field
            .replace(/\r\n?/g, '\n')
            .replace(/\u00a0/g, ' ')
            // The apostrophe with which a spreadsheet says that this is no formula.
            .replace(/^'(?=[=+\-@])/, '')
            .trim(),
        ),
      )
      .filter(({ text }) => text !== ''),
  }))
  const grid: Grid = { origin: { kind: 'csv' }, rows: rows.filter(({ cells }) => cells.length > 0) }
  return { grids: [grid], notes: [] }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The candidate that splits the most lines into the same number of fields, quotes respected. */
function separator(text: string): string {
  const sample = text.slice(0, 65_536)
  let best = ';'
  let most = 0
  for (const candidate of [';', ',', '\t']) {
    const plain = sample.replace(/"(?:[^"]|"")*"/g, '""')
    const counts = new Map<number, number>()
    for (const line of plain.split('\n')) {
      const fields = line.split(candidate).length
      if (fields >= 2) counts.set(fields, (counts.get(fields) ?? 0) + 1)
    }
    const score = Math.max(0, ...counts.values())
    if (score > most) [best, most] = [candidate, score]
  }
  return best
}
