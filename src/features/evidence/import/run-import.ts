import { UnitClosed } from '../../../db/unit-closed.ts'
import type { Deps } from '../../../db/write.ts'
import type { EvidenceServices } from '../bring/receive-file.ts'
import { StoreProblem } from '../store/object-store.ts'
import type { FileTree, SharedFile } from './file-tree.ts'
import { tryFile } from './import-file.ts'
import { type ImportHead, waitingRows } from './import-queries.ts'
import { openFolder } from './open-folder.ts'
import { openZip } from './open-zip.ts'
import { beat, finishImport, type Held, letGo, type Stop } from './take-import.ts'

/** Milliseconds from one sign of life to the next, whatever large file is coming. */
const pulse = 20_000

export type Source = Pick<ImportHead, 'source' | 'name' | 'sha256'>

/**
 * Works through what was chosen, file by file, until nothing waits. Whatever ends it in the middle, the same call goes
 * on with what is left. When `closing` is aborted it lets go of the import in the middle of a file, for the next
 * process. Throws what nobody expected, after noting that it stopped.
 */
export async function runImport(
  given: Deps,
  services: EvidenceServices,
  held: Held,
  source: Source,
  closing?: AbortSignal,
): Promise<Stop | 'let-go' | null> {
  const begun = performance.now()
  // It may take hours: each file is as late as it is.
  const deps = (): Deps => ({
    ...given,
    now: new Date(given.now.getTime() + Math.floor(performance.now() - begun)),
  })
  const lost = new AbortController()
  const signal = closing ? AbortSignal.any([closing, lost.signal]) : lost.signal
  const timer = setInterval(() => {
    // A database that is away for a moment is met by the work itself.
    beat(given.db, held, false).then(
      ours => ours || lost.abort(),
      () => undefined,
    )
  }, pulse)
  let end: Stop | 'let-go' | null = 'fault'
  try {
    end = await work(deps, services, held, source, signal)
  } catch (error) {
    if (error instanceof StoreProblem) end = error.kind
    else if (error instanceof UnitClosed) end = 'unit-closed'
    else throw error
  } finally {
    clearInterval(timer)
    if (end === 'let-go' || (end === 'fault' && signal.aborted)) await letGo(given.db, held)
    else await finishImport(deps(), held, end)
  }
  return end
}

async function work(
  deps: () => Deps,
  services: EvidenceServices,
  held: Held,
  source: Source,
  signal: AbortSignal,
): Promise<Stop | 'let-go' | null> {
  const { db } = deps()
  // What had everything but its end needs no source any more.
  if ((await waitingRows(db, held.importId, 1)).length === 0) return null
  const tree = await openSource(services, source)
  if (tree === 'not-in-source') return tree
  try {
    const files = new Map<string, SharedFile>(tree?.files.map(file => [file.path, file]))
    let through = false
    for (;;) {
      const waiting = await waitingRows(db, held.importId, 20)
      if (waiting.length === 0) return null
      for (const row of waiting) {
        if (signal.aborted || !(await beat(db, held, through))) return 'let-go'
        const done = await tryFile(deps(), services, held.unitId, row, files.get(row.path), signal)
        if (done.kind === 'stop') return done.why
        if (done.kind === 'let-go') return done.kind
        through = true
      }
    }
  } finally {
    await tree?.close()
  }
}

async function openSource(
  { store }: EvidenceServices,
  { source, name, sha256 }: Source,
): Promise<FileTree | null | 'not-in-source'> {
  if (source === 'links') return null
  if (source === 'folder') {
    const tree = await openFolder(name)
    return tree.ok ? tree.value : 'not-in-source'
  }
  const found = sha256 === null ? null : await store.find(sha256)
  if (sha256 === null || found === null) return 'not-in-source'
  const tree = await openZip({ size: found.size, read: range => store.read(sha256, range) })
  return tree.ok ? tree.value : 'not-in-source'
}
