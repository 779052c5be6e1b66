import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import type { SigningKeys } from '../bundle/signing-key.ts'
import { type BundleProblem, type Closing, writeBundle } from '../bundle/write-bundle.ts'
import { storedInstrument } from '../instruments.ts'
import { citedLinks } from '../prove/evidence-queries.ts'
import { answersOf, type CycleState } from '../queries.ts'
import { answersIn, scoreOf } from '../sheet.ts'

export type MoveProblem =
  | { readonly kind: 'not-found' }
  /** Somebody moved it since the page was opened, or it is in no state to move from. */
  | { readonly kind: 'stale'; readonly state: CycleState }
  | { readonly kind: 'reason-too-short'; readonly least: number }
  | { readonly kind: 'returned-open'; readonly codes: readonly string[] }
  | { readonly kind: 'blanks-not-accepted'; readonly n: number }

export const leastReason = 10

type Which = { readonly unitId: string; readonly cycleId: string; readonly version: number }

/** Hands the sheet in: from now on nobody can change an answer. Blanks score nothing and must be accepted. */
export const submitCycle = (deps: Deps, input: Which & { readonly acceptsBlanks: boolean }) =>
  move(deps, input, {
    to: 'submitted',
    action: 'assessment-submitted',
    from: ['open', 'reopened'],
    reason: '',
    refuse: (blanks, returned) =>
      returned.length > 0
        ? { kind: 'returned-open', codes: returned }
        : blanks > 0 && !input.acceptsBlanks
          ? { kind: 'blanks-not-accepted', n: blanks }
          : null,
  })

/** Opens a submitted sheet again, for a reason that stays on record. */
export const reopenCycle = (deps: Deps, input: Which & { readonly reason: string }) =>
  move(deps, input, {
    to: 'reopened',
    action: 'assessment-reopened',
    from: ['submitted'],
    reason: input.reason.trim(),
    refuse: () =>
      input.reason.trim().length < leastReason ? { kind: 'reason-too-short', least: leastReason } : null,
  })

/** Ends the cycle: it is never opened again. Its signed bundle is part of it, so neither is without the other. */
export const closeCycle = (deps: Deps, input: Which, keys: SigningKeys) =>
  move<BundleProblem>(deps, input, {
    to: 'closed',
    action: 'assessment-closed',
    from: ['submitted'],
    reason: '',
    refuse: () => null,
    keep: async (tx, cycle) => {
      const written = await writeBundle(tx, cycle, keys)
      return written.ok ? ok({ bundle: written.value.sha256 }) : written
    },
  })

type Moving<P> = {
  readonly to: 'submitted' | 'reopened' | 'closed'
  readonly action: string
  readonly from: readonly CycleState[]
  readonly reason: string
  readonly refuse: (blanks: number, returned: readonly string[]) => MoveProblem | null
  /** What else is written, and what of it the ledger names. */
  readonly keep?: (tx: Tx, cycle: Closing) => Promise<Result<Readonly<Record<string, string>>, P>>
}

const move = <P = never>(
  deps: Deps,
  { unitId, cycleId, version }: Which,
  { to, action, from, reason, refuse, keep }: Moving<P>,
): Promise<Result<{ readonly total: string }, MoveProblem | P>> =>
  write<{ readonly total: string }, MoveProblem | P>(deps, async (tx, record) => {
    const cycle = await tx
      .selectFrom('assessment_cycle')
      .select(['id', 'state', 'version', 'year', 'kind', 'instrument_hash', 'settings'])
      .where('id', '=', cycleId)
      .where('unit_id', '=', unitId)
      .forUpdate()
      .executeTakeFirst()
    if (!cycle) return err({ kind: 'not-found' })
    if (cycle.version !== version || !from.includes(cycle.state))
      return err({ kind: 'stale', state: cycle.state })
    const instrument = await storedInstrument(tx, cycle.instrument_hash)
    const answers = await answersOf(tx, [cycle.id])
    const scored = scoreOf(instrument, answersIn(answers), cycle.settings)
    const returned = answers.filter(answer => answer.returnedReason !== '').map(({ code }) => code)
    const refused = refuse(scored.blanks.length, returned)
    if (refused) return err(refused)
    const next = cycle.version + 1
    await tx
      .updateTable('assessment_cycle')
      .set({ state: to, version: next })
      .where('id', '=', cycle.id)
      .execute()
    await tx
      .insertInto('assessment_move')
      .values({
        cycle_id: cycle.id,
        version: next,
        state: to,
        reason,
        content: JSON.stringify({
          total: scored.total,
          score: scored,
          answers: Object.fromEntries(
            answers.map(({ code, value, explanation }) => [code, { value, explanation }]),
          ),
          versions: Object.fromEntries(answers.map(answer => [answer.code, answer.version])),
          evidence: await citedLinks(tx, cycle.id),
        }),
        moved_by: deps.actor?.userId ?? '',
        moved_at: deps.now,
      })
      .execute()
    const kept = await keep?.(tx, {
      id: cycle.id,
      unitId,
      year: cycle.year,
      kind: cycle.kind,
      instrumentHash: cycle.instrument_hash,
      settings: cycle.settings,
      answers,
      score: scored,
      now: deps.now,
    })
    if (kept && !kept.ok) return kept
    record({
      action,
      subjectType: 'assessment',
      subjectId: cycle.id,
      unitId,
      detail: {
        total: scored.total,
        blanks: scored.blanks.length,
        instrument: cycle.instrument_hash,
        reason,
        ...kept?.value,
      },
    })
    return ok({ total: scored.total })
  })
