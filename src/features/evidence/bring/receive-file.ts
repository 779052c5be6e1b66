import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Scan, ScanProblem } from '../store/clamd.ts'
import { type Measure, measuring, TooLarge } from '../store/measure.ts'
import { type ObjectStore, StoreProblem } from '../store/object-store.ts'
import { acceptFile, type Warning } from './accept-file.ts'
import { cleanName } from './clean-name.ts'
import type { ContentProblem } from './content-problem.ts'
import type { FileKind } from './file-kinds.ts'

/** What every place that takes files in needs: the store, its limits and the scanner, if there is one. */
export type EvidenceServices = {
  readonly store: ObjectStore
  /** Bytes. */
  readonly largest: number
  readonly kinds: readonly FileKind[]
  /** Null: files are not scanned, and the pages say so. */
  readonly scan: Scan | null
}

export type FileProblem =
  | ContentProblem
  | ScanProblem
  | { readonly kind: 'too-large'; readonly largest: number }
  | { readonly kind: 'store-full' }
  | { readonly kind: 'store-unavailable' }

/** Bytes that stand in the store, whole and durable, though nothing may refer to them yet. */
export type StoredFile = {
  readonly sha256: string
  readonly size: number
  readonly type: string
  readonly fileName: string
  /** The name was shortened or rid of what it must not hold. */
  readonly renamed: boolean
  readonly warnings: readonly Warning[]
  readonly scanned: boolean
}

/**
 * Takes one file in as it comes. It stays in the staging place until it has been judged and scanned; a refused
 * or broken one is gone again.
 */
export async function receiveFile(
  services: EvidenceServices,
  file: { readonly id: string; readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Result<StoredFile, FileProblem>> {
  const { store, largest } = services
  const { id, name } = file
  let settled = false
  try {
    const passing = measuring(file.bytes, largest)
    await store.stage(id, passing.stream)
    const stored = await settleFile(services, { id, name, measure: passing.measure() })
    settled = stored.ok
    return stored
  } catch (error) {
    if (error instanceof TooLarge) return err({ kind: 'too-large', largest })
    if (error instanceof StoreProblem) return err({ kind: error.kind })
    throw error
  } finally {
    // A store that is away keeps the rest for the sweep.
    if (!settled) await store.dropStaged(id).catch(() => undefined)
  }
}

/** Judges and scans staged bytes, and gives them their name in the store. Throws `StoreProblem`. */
export async function settleFile(
  { store, kinds, scan }: EvidenceServices,
  { id, name, measure }: { readonly id: string; readonly name: string; readonly measure: Measure },
): Promise<Result<StoredFile, FileProblem>> {
  const named = cleanName(name)
  const accepted = await acceptFile(measure, named.extension, kinds, range => store.readStaged(id, range))
  if (!accepted.ok) return accepted
  const scanned = scan ? await scan(await store.readStaged(id)) : ok(null)
  if (!scanned.ok) return scanned
  await store.settle(id, measure.sha256)
  return ok({
    sha256: measure.sha256,
    size: measure.size,
    type: accepted.value.type,
    fileName: named.name,
    renamed: named.changed,
    warnings: accepted.value.warnings,
    scanned: scan !== null,
  })
}
