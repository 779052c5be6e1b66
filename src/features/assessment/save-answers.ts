import { sql } from 'kysely'
import { type Instrument, questionsOf } from '../../core/instrument/instrument.ts'
import type { BadAnswer } from '../../core/score/answers.ts'
import { score } from '../../core/score/score.ts'
import { err, ok, type Result } from '../../core/shared/result.ts'
import type { Tx } from '../../db/database.ts'
import { type Deps, write } from '../../db/write.ts'
import { storedInstrument } from './instruments.ts'
import { answersAt, type CycleState, type StoredAnswer } from './queries.ts'
import { conditionCode, isCondition, mayEditArea } from './sheet.ts'

/** One row of the sheet as a person filled it in, and the version that they saw before they did. */
export type FilledRow = {
  readonly code: string
  /** Null where the question is not answered. */
  readonly value: unknown
  readonly explanation: string
  /** 0 where there was no answer yet. */
  readonly seen: number
}

/** Somebody else changed the row since it was seen. */
export type Conflict = { readonly mine: FilledRow; readonly theirs: StoredAnswer }

export type SaveProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-open'; readonly state: CycleState }
  | { readonly kind: 'forbidden'; readonly codes: readonly string[] }
  | { readonly kind: 'bad-answers'; readonly answers: readonly BadAnswer[] }
  | { readonly kind: 'explanation-too-long'; readonly codes: readonly string[]; readonly most: number }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'nothing-changed' }

export type SaveOutcome = {
  readonly saved: readonly { readonly code: string; readonly version: number }[]
  readonly conflicts: readonly Conflict[]
}

export const longestExplanation = 4000

/**
 * Stores the rows that the person changed. A wrong answer stores nothing and names every mistake. A row that
 * somebody else changed meanwhile is not overwritten: it comes back with both texts, and the others are stored.
 */
export const saveAnswers = (
  deps: Deps,
  input: {
    readonly unit: { readonly id: string; readonly path: readonly string[] }
    readonly cycleId: string
    readonly rows: readonly FilledRow[]
  },
): Promise<Result<SaveOutcome, SaveProblem>> =>
  write<SaveOutcome, SaveProblem>(deps, async (tx, record) => {
    const cycle = await tx
      .selectFrom('assessment_cycle')
      .select(['id', 'state', 'instrument_hash'])
      .where('id', '=', input.cycleId)
      .where('unit_id', '=', input.unit.id)
      .forShare()
      .executeTakeFirst()
    if (!cycle) return err({ kind: 'not-found' })
    if (cycle.state !== 'open' && cycle.state !== 'reopened')
      return err({ kind: 'not-open', state: cycle.state })
    const instrument = await storedInstrument(tx, cycle.instrument_hash)
    const mistake = checkRows(deps, instrument, input.unit.path, input.rows)
    if (mistake) return err(mistake)

    const standing = await lockAnswers(
      tx,
      cycle.id,
      input.rows.map(row => row.code),
    )
    const { toSave, stale } = sortRows(input.rows, standing)
    const conflicts = await conflictsIn(tx, cycle.id, stale, standing)
    const stored = await store(tx, deps, cycle.id, toSave)
    // A row that was new to both is inserted by the faster one.
    const beaten = toSave.filter(row => !stored.some(one => one.code === row.code))
    const all = [...conflicts, ...(await beatenConflicts(tx, cycle.id, beaten))]
    if (stored.length === 0) {
      return err(all.length > 0 ? { kind: 'conflict', conflicts: all } : { kind: 'nothing-changed' })
    }
    record({
      action: 'assessment-answered',
      subjectType: 'assessment',
      subjectId: cycle.id,
      unitId: input.unit.id,
      detail: {
        answers: Object.fromEntries(
          toSave
            .filter(row => !beaten.includes(row))
            .map(row => [row.code, { was: standing.get(row.code)?.value ?? null, now: row.value }]),
        ),
      },
    })
    return ok({ saved: stored, conflicts: all })
  })

/** The area that a code stands in: empty for an entry condition, null where the instrument has no such code. */
export function areaOfCode(instrument: Instrument, code: string): string | null {
  if (isCondition(code)) return ''
  return questionsOf(instrument).find(placed => placed.question.code === code)?.area ?? null
}

function checkRows(
  deps: Deps,
  instrument: Instrument,
  unitPath: readonly string[],
  rows: readonly FilledRow[],
): SaveProblem | null {
  const areas = new Map(questionsOf(instrument).map(({ question, area }) => [question.code, area]))
  const forbidden = rows.filter(
    ({ code }) => !mayEditArea(deps.actor, unitPath, areas.get(code) ?? '', deps.today),
  )
  if (forbidden.length > 0) return { kind: 'forbidden', codes: forbidden.map(({ code }) => code) }
  const long = rows.filter(({ explanation }) => explanation.length > longestExplanation)
  if (long.length > 0)
    return { kind: 'explanation-too-long', codes: long.map(({ code }) => code), most: longestExplanation }
  const filled = rows.filter(({ code, value }) => value !== null && !isCondition(code))
  const scored = score(instrument, Object.fromEntries(filled.map(({ code, value }) => [code, value])))
  const bad = scored.ok || scored.problem.kind !== 'bad-answers' ? [] : scored.problem.answers
  const strangers = rows
    .filter(({ code, value }) => value === null && !isCondition(code) && !areas.has(code))
    .map(({ code }): BadAnswer => ({ code, kind: 'unknown-code' }))
  const all = [...bad, ...strangers, ...badConditions(instrument, rows)]
  return all.length > 0 ? { kind: 'bad-answers', answers: all } : null
}

const conditionAnswers = ['Ya', 'Tidak']

function badConditions(instrument: Instrument, rows: readonly FilledRow[]): BadAnswer[] {
  const known = new Set(
    instrument.predicates.flatMap(({ code, conditions }) =>
      conditions.map(condition => conditionCode(code, condition.code)),
    ),
  )
  return rows
    .filter(({ code }) => isCondition(code))
    .flatMap(({ code, value }): BadAnswer[] => {
      if (!known.has(code)) return [{ code, kind: 'unknown-code' }]
      if (value === null || conditionAnswers.includes(String(value))) return []
      return [{ code, kind: 'unknown-option', given: String(value).slice(0, 40), allowed: conditionAnswers }]
    })
}

/** The rows as they stand, locked in one order so that two pages never wait for each other in a circle. */
async function lockAnswers(
  tx: Tx,
  cycleId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredAnswer>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('assessment_answer as a')
    .innerJoin('auth_user as u', 'u.id', 'a.updated_by')
    .select([
      'a.cycle_id as cycleId',
      'a.code',
      'a.value',
      'a.explanation',
      'a.returned_reason as returnedReason',
      'a.version',
      'a.updated_at as updatedAt',
      'u.name as updatedBy',
    ])
    .where('a.cycle_id', '=', cycleId)
    .where('a.code', 'in', [...codes])
    .orderBy('a.code')
    .forUpdate('a')
    .execute()
  return new Map(rows.map(row => [row.code, row]))
}

type Content = { readonly value: unknown; readonly explanation: string }
const nothing: Content = { value: null, explanation: '' }

/** JSON with sorted keys, since the database orders the counts of a ratio its own way. */
const shape = ({ value, explanation }: Content): string => {
  const entries =
    value !== null && typeof value === 'object'
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : value
  return JSON.stringify([entries, explanation])
}
export const isSame = (a: Content, b: Content): boolean => shape(a) === shape(b)

function sortRows(rows: readonly FilledRow[], standing: ReadonlyMap<string, StoredAnswer>) {
  const toSave: FilledRow[] = []
  const stale: FilledRow[] = []
  for (const row of rows) {
    const stands = standing.get(row.code)
    const isAsItWas = isSame(row, stands ?? nothing)
    // Saving a returned row as it is answers the return.
    if (isAsItWas && !stands?.returnedReason) continue
    if (row.seen === (stands?.version ?? 0)) toSave.push(row)
    else if (!isAsItWas) stale.push(row)
  }
  return { toSave, stale }
}

/** Of the rows that were seen in an older version, those that the person changed themselves. */
async function conflictsIn(
  tx: Tx,
  cycleId: string,
  stale: readonly FilledRow[],
  standing: ReadonlyMap<string, StoredAnswer>,
): Promise<Conflict[]> {
  const seen = await answersAt(
    tx,
    cycleId,
    stale.map(({ code, seen }) => ({ code, version: seen })),
  )
  return stale.flatMap(mine => {
    const base = seen.find(entry => entry.code === mine.code && entry.version === mine.seen) ?? nothing
    const theirs = standing.get(mine.code)
    return !theirs || isSame(mine, base) ? [] : [{ mine, theirs }]
  })
}

async function beatenConflicts(tx: Tx, cycleId: string, beaten: readonly FilledRow[]): Promise<Conflict[]> {
  const theirs = await lockAnswers(
    tx,
    cycleId,
    beaten.map(row => row.code),
  )
  return beaten.flatMap(mine => {
    const found = theirs.get(mine.code)
    return found && !isSame(mine, found) ? [{ mine, theirs: found }] : []
  })
}

async function store(tx: Tx, deps: Deps, cycleId: string, rows: readonly FilledRow[]) {
  if (rows.length === 0) return []
  const by = deps.actor?.userId ?? ''
  const { rows: stored } = await sql<{ code: string; version: number }>`
    insert into assessment_answer as stands (cycle_id, code, value, explanation, version, updated_by, updated_at)
    select ${cycleId}, code, value::jsonb, explanation, 1, ${by}, ${deps.now}
    from unnest(${rows.map(row => row.code)}::text[], ${rows.map(row => jsonOf(row.value))}::text[],
      ${rows.map(row => row.explanation)}::text[], ${rows.map(row => row.seen)}::integer[])
      as filled (code, value, explanation, seen)
    order by code
    on conflict (cycle_id, code) do update
      set value = excluded.value, explanation = excluded.explanation, returned_reason = '',
        version = stands.version + 1, updated_by = excluded.updated_by, updated_at = excluded.updated_at
      where stands.version = any (
        select seen from unnest(${rows.map(row => row.code)}::text[], ${rows.map(row => row.seen)}::integer[])
          as expected (code, seen) where expected.code = stands.code)
    returning code, version`.execute(tx)
  if (stored.length === 0) return []
  await tx
    .insertInto('assessment_answer_history')
    .values(
      stored.flatMap(({ code, version }) => {
        const row = rows.find(one => one.code === code)
        return row
          ? [
              {
                cycle_id: cycleId,
                code,
                version,
                change: 'saved' as const,
                value: jsonOf(row.value),
                explanation: row.explanation,
                returned_reason: '',
                changed_by: by,
                changed_at: deps.now,
              },
            ]
          : []
      }),
    )
    .execute()
  return stored
}

const jsonOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
