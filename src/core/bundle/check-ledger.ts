import { entryText } from '../ledger/entry.ts'
import { type BundleCheck, type BundleFault, checked } from './check.ts'
import { type Sha256, utf8 } from './format.ts'
import type { ReadBundle } from './read-contents.ts'

/**
 * Each entry's hash covers its own words and the hash before it. Entries about other things lie between those
 * of a cycle, so a link shows only where two follow each other, and nothing shows that none was left out.
 */
export async function checkLedger(
  { ledger, index, score }: ReadBundle,
  sha256: Sha256,
): Promise<BundleCheck> {
  const { entries, head } = ledger
  const hashes = await Promise.all(entries.map(entry => sha256(utf8(entryText(entry.previous, entry)))))
  const faults: BundleFault[] = []
  for (const [at, entry] of entries.entries()) {
    const { seq } = entry
    const before = entries[at - 1]
    if (hashes[at] !== entry.hash) faults.push({ kind: 'entry-changed', seq })
    if (entry.subjectType !== 'assessment' || entry.subjectId !== index.cycle)
      faults.push({ kind: 'other-cycle', seq })
    if (!before) continue
    if (before.seq >= seq) faults.push({ kind: 'out-of-order', seq })
    if (before.seq + 1 === seq && entry.previous !== before.hash) faults.push({ kind: 'link-broken', seq })
  }
  for (const { seq, action, detail } of entries) {
    const named = action === 'assessment-started' ? detail.hash : detail.instrument
    if (typeof named === 'string' && /^[0-9a-f]{64}$/.test(named) && named !== index.instrument.hash)
      faults.push({ kind: 'other-instrument-recorded', seq })
  }
  const last = entries.at(-1)
  if (last && (last.seq > head.seq || (last.seq === head.seq && last.hash !== head.hash)))
    faults.push({ kind: 'link-broken', seq: head.seq })
  const submitted = entries.findLast(({ action }) => action === 'assessment-submitted')
  if (submitted && submitted.detail.total !== score.total)
    faults.push({
      kind: 'submitted-otherwise',
      seq: submitted.seq,
      says: String(submitted.detail.total),
      recomputed: String(score.total),
    })
  return checked('ledger', entries.length, faults)
}
