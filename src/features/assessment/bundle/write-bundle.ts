import { toHex } from '../../../core/bundle/format.ts'
import { makeBundle } from '../../../core/bundle/make-bundle.ts'
import { verifyBundle } from '../../../core/bundle/verify-bundle.ts'
import { webChecks } from '../../../core/bundle/web-checks.ts'
import type { ScoreSettings } from '../../../core/score/answers.ts'
import type { Score } from '../../../core/score/score.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { lockLedger } from '../../../db/write.ts'
import type { StoredAnswer } from '../queries.ts'
import { engine } from './engine.ts'
import { citedPieces, instrumentContent, ledgerOf, unitNames } from './queries.ts'
import { describeFault } from './report.ts'
import type { SigningKeys } from './signing-key.ts'

/** What the ledger says of the cycle is not true any more, so nothing may be signed. */
export type BundleProblem = { readonly kind: 'ledger-does-not-hold'; readonly faults: readonly string[] }

export type Closing = {
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly kind: string
  readonly instrumentHash: string
  readonly settings: ScoreSettings
  readonly answers: readonly StoredAnswer[]
  readonly score: Score
  readonly now: Date
}

/**
 * Writes the bundle of a cycle inside the transaction that closes it, and answers with its hash for the
 * closing entry of the ledger. The finished bundle is verified before anything is kept.
 */
export async function writeBundle(
  tx: Tx,
  cycle: Closing,
  keys: SigningKeys,
): Promise<Result<{ readonly sha256: string }, BundleProblem>> {
  const { sha256, checkSignature } = webChecks(crypto.subtle)
  const key = await keys.current()
  const names = await unitNames(tx, cycle.unitId)
  const instrument = await instrumentContent(tx, cycle.instrumentHash)
  const evidence = await citedPieces(tx, cycle.id)
  // From here on nobody appends: the closing entry follows directly on the head that the bundle names.
  await lockLedger(tx)
  const ledger = await ledgerOf(tx, cycle.id)
  const content = await makeBundle(
    {
      engine,
      agency: names.agency,
      unit: { id: cycle.unitId, name: names.unit },
      cycle: cycle.id,
      year: cycle.year,
      kind: cycle.kind,
      instrument: { id: cycle.score.instrument, hash: cycle.instrumentHash },
      closedAt: cycle.now.toISOString(),
    },
    {
      instrument,
      answers: {
        instrument: cycle.score.instrument,
        settings: cycle.settings,
        tracks: {
          unit: Object.fromEntries(
            cycle.answers.map(({ code, value, explanation, version }) => [
              code,
              { value, explanation, version },
            ]),
          ),
          assessor: null,
          final: null,
        },
      },
      evidence,
      ledger,
      score: cycle.score,
    },
    key,
    sha256,
  )
  const fingerprint = await sha256(key.publicKey)
  const checked = await verifyBundle(content, {
    sha256,
    checkSignature,
    trusted: [fingerprint],
    files: null,
  })
  if (!checked.ok) throw new Error(`a bundle that cannot be read: ${JSON.stringify(checked.problem)}`)
  const faults = checked.value.checks.flatMap(check =>
    check.faults.map(fault => ({ name: check.name, fault })),
  )
  const other = faults.find(({ name }) => name !== 'ledger')
  if (other) throw new Error(`a bundle that does not hold: ${describeFault(other.fault, 'en')}`)
  if (faults.length > 0)
    return err({
      kind: 'ledger-does-not-hold',
      faults: faults.map(({ fault }) => describeFault(fault, 'id')),
    })
  const hash = await sha256(content)
  await tx
    .insertInto('signing_key')
    .values({ fingerprint, public_key: toHex(key.publicKey), first_used_at: cycle.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx
    .insertInto('assessment_bundle')
    .values({ cycle_id: cycle.id, sha256: hash, content, key_fingerprint: fingerprint, closed_at: cycle.now })
    .execute()
  return ok({ sha256: hash })
}
