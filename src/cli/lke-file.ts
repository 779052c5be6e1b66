import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { err, ok, type Result } from '../core/shared/result.ts'
import {
  fileSizeLimit,
  type ReadProblem,
  readWorkbookIsolated,
  type WorkbookFile,
} from '../features/plan/read/index.ts'

/** A workbook on disk, read under the limits of a stranger's file; the size is asked before a byte is read. */
export async function workbookAt(
  path: string,
): Promise<Result<{ name: string; bytes: Uint8Array; file: WorkbookFile }, ReadProblem>> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true) return err({ kind: 'not-found', file: name })
  if (found.size > fileSizeLimit)
    return err({ kind: 'file-too-large', file: name, bytes: found.size, limit: fileSizeLimit })
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return err({ kind: 'not-found', file: name })
  const file = await readWorkbookIsolated({ name, bytes })
  return file.ok ? ok({ name, bytes, file: file.value }) : file
}
