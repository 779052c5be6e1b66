import { err, ok, type Result } from '../../../core/shared/result.ts'
import { buildPlan } from './build-plan.ts'
import { readCsv } from './csv.ts'
import { readDocx } from './docx.ts'
import { sniff } from './file-kind.ts'
import { findTables, type PlanTable } from './find-table.ts'
import type { Grid, GridFile } from './grid.ts'
import { placeOf } from './grid.ts'
import { interpretPlan } from './interpret-plan.ts'
import { readPdf } from './pdf.ts'
import type { Finding, PlanDocument } from './plan-document.ts'
import { type FileKind, type ReadProblem, Refusal, type SniffedKind } from './problem.ts'
import { withoutStruck } from './struck.ts'
import { readXlsx } from './xlsx.ts'

/** The largest file that is read; a work plan rarely passes one. */
export const fileSizeLimit = 25_000_000

export interface ReadOptions {
  /** The plan year, where it is known better than the file. */
  readonly year?: number
  /** Which of several candidate tables is the plan, from 1. */
  readonly table?: number
}

export interface PlanSource {
  /** The file's name, as people know it. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Reads a work plan out of a workbook, a Word document, a PDF with text or a CSV file.
 * Pure work in memory; use `readPlanIsolated` for files that strangers send.
 */
export async function readPlan(
  { name, bytes }: PlanSource,
  options: ReadOptions = {},
): Promise<Result<PlanDocument, ReadProblem>> {
  try {
    const { tables, file } = await findIn(name, kindOf(name, bytes), bytes)
    const { table, notes } = choose(name, tables, file, options.table ?? null)
    const draft = buildPlan(table)
    if (draft.formulaWithoutValue)
      return err({ kind: 'formula-without-value', file: name, place: draft.formulaWithoutValue })
    if (draft.areas.length === 0) return err({ kind: 'no-rows', file: name, place: table.place })
    return ok(interpretPlan(table, draft, options.year ?? null, [...file.notes, ...notes]))
  } catch (error) {
    if (error instanceof Refusal) return err(error.problem)
    throw error
  }
}

const extensions: Readonly<Record<string, FileKind>> = {
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  pdf: 'pdf',
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
}

/** What the bytes are, provided the name says the same; a wrong name is a sign of a wrong file. */
export function kindOf(name: string, bytes: Uint8Array): FileKind {
  if (bytes.byteLength === 0) throw new Refusal({ kind: 'empty-file', file: name })
  if (bytes.byteLength > fileSizeLimit) {
    throw new Refusal({ kind: 'file-too-large', file: name, bytes: bytes.byteLength, limit: fileSizeLimit })
  }
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const named = extensions[extension]
  const found: SniffedKind = sniff(bytes)
  if (found === 'office-encrypted') throw new Refusal({ kind: 'encrypted', file: name })
  if (found === 'text' && (named === 'csv' || named === undefined)) return 'csv'
  if (found === named) return named
  // A zip cut off before its list of parts, or a PDF without its head, is damaged rather than misnamed.
  if (found === 'zip' && (named === 'xlsx' || named === 'docx'))
    throw new Refusal({ kind: 'damaged', file: name, part: null })
  if (found === 'xls-or-doc' && named === undefined)
    throw new Refusal({ kind: 'unsupported', file: name, found })
  if (named === undefined && (found === 'xlsx' || found === 'docx' || found === 'pdf')) {
    if (extension === '') return found
    throw new Refusal({ kind: 'wrong-name', file: name, named: extension, found })
  }
  if (named === undefined) throw new Refusal({ kind: 'unsupported', file: name, found })
  throw new Refusal({ kind: 'wrong-name', file: name, named: extension, found })
}

async function findIn(
  name: string,
  kind: FileKind,
  bytes: Uint8Array,
): Promise<{ tables: PlanTable[]; file: GridFile }> {
  if (kind === 'pdf') {
    const pdf = await readPdf(name, bytes)
    const ruled = findTables(pdf.grids)
    if (ruled.length > 0) return { tables: ruled, file: pdf }
    const file = pdf.unruled()
    return { tables: findTables(file.grids), file: file.grids.length > 0 ? file : pdf }
  }
  const file =
    kind === 'xlsx'
      ? await readXlsx(name, bytes)
      : kind === 'docx'
        ? await readDocx(name, bytes)
        : readCsv(name, bytes)
  return { tables: findTables(file.grids.map(withoutStruck)), file }
}

/** One table is the plan: the only one, the only complete one, or the one that was asked for. */
function choose(
  file: string,
  found: readonly PlanTable[],
  { grids }: GridFile,
  asked: number | null,
): { table: PlanTable; notes: Finding[] } {
  const tables = found.filter(({ parts }) => parts.some(({ rows }) => rows.length > 0))
  if (asked !== null) {
    const table = tables[asked - 1]
    if (!table) throw new Refusal({ kind: 'no-such-table', file, asked, count: tables.length })
    return { table, notes: [] }
  }
  const [empty] = found
  const complete = tables.filter(table => table.complete)
  const [table, ...others] = complete.length > 0 ? complete : tables
  if (!table && empty) throw new Refusal({ kind: 'no-rows', file, place: empty.place })
  if (!table) throw new Refusal({ kind: 'no-table', file, places: firstPlaces(grids) })
  const numbered = (each: PlanTable) => ({ number: tables.indexOf(each) + 1, place: each.place })
  if (others.length > 0)
    throw new Refusal({ kind: 'several-tables', file, tables: [table, ...others].map(numbered) })
  const notes = tables
    .filter(other => other !== table)
    .map((other): Finding => ({ code: 'other-table', number: numbered(other).number }))
  return { table, notes }
}

const firstPlaces = (grids: readonly Grid[]) =>
  grids
    .filter(({ rows, origin }) => origin.kind !== 'text' && rows.some(({ loose }) => !loose))
    .slice(0, 3)
    .map(({ origin, rows }) => placeOf(origin, rows[0]?.index ?? 0, rows[0]?.cells[0]?.column ?? 0))
