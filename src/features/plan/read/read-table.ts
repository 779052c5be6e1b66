import { err, ok, type Result } from '../../../core/shared/result.ts'
import { readCsv } from './csv.ts'
import type { GridFile } from './grid.ts'
import { type ReadProblem, Refusal } from './problem.ts'
import { kindOf, type PlanSource } from './read-plan.ts'
import { readXlsx, type WorkbookFile } from './xlsx.ts'

/** Reads the rows of a workbook or a CSV file, whatever they are about. */
export async function readTable({ name, bytes }: PlanSource): Promise<Result<GridFile, ReadProblem>> {
  try {
    const kind = kindOf(name, bytes)
    if (kind === 'csv') return ok(readCsv(name, bytes))
    if (kind === 'xlsx') return ok(await readXlsx(name, bytes))
    return err({ kind: 'unsupported', file: name, found: kind })
  } catch (error) {
    if (error instanceof Refusal) return err(error.problem)
    throw error
  }
}

/** Reads a whole workbook: hidden sheets, rows and columns too, and the text of formulas. */
export async function readWorkbook({ name, bytes }: PlanSource): Promise<Result<WorkbookFile, ReadProblem>> {
  try {
    const kind = kindOf(name, bytes)
    return kind === 'xlsx'
      ? ok(await readXlsx(name, bytes, true))
      : err({ kind: 'unsupported', file: name, found: kind })
  } catch (error) {
    if (error instanceof Refusal) return err(error.problem)
    throw error
  }
}
