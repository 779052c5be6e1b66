import { type Actor, may } from '../../core/access/may.ts'
import { obligationState } from '../../core/schedule/obligation-dates.ts'
import { type LocalDate, yearOf } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import { type AssessmentStanding, assessmentStanding } from '../assessment/index.ts'
import type { Unit } from '../context.ts'
import { type EvidenceStanding, evidenceStanding } from '../evidence/index.ts'
import { type Progress, progress } from './progress.ts'
import { type Obligation, personObligations, unitObligations } from './queries.ts'

export type Overview = {
  /** The plan's year: this one's, or the latest there is. Null where the unit has no plan. */
  readonly year: number | null
  readonly today: LocalDate
  readonly progress: Progress
  readonly oldestLate: Obligation | null
  readonly next: LocalDate | null
  /** Late or due: the reader's own, and the unit's that others owe. */
  readonly own: readonly Obligation[]
  readonly others: readonly Obligation[]
  readonly reader: string | null
  readonly ownDue: number
  readonly evidence: EvidenceStanding | null
  /** Null where that year has no self-assessment, or the reader may not see it. */
  readonly assessment: AssessmentStanding | null
}

/** What the first page of a unit says on a day to that reader. */
export async function loadOverview(
  db: Db,
  unit: Pick<Unit, 'id' | 'path' | 'zone'>,
  actor: Actor | null,
  today: LocalDate,
): Promise<Overview> {
  const plans = await db
    .selectFrom('plan')
    .select('year')
    .where('unit_id', '=', unit.id)
    .orderBy('year', 'desc')
    .execute()
  const years = plans.map(plan => plan.year)
  const year = years.find(y => y === yearOf(today)) ?? years[0] ?? null
  const rows = year === null ? [] : await unitObligations(db, unit.id, year)
  const own = actor?.employeeId ? await personObligations(db, actor.employeeId) : []
  const state = (row: Obligation) => obligationState(row, today)
  const pressing = (list: readonly Obligation[]) =>
    list.filter(row => state(row) === 'late' || state(row) === 'due')
  const reader = actor?.employeeId ?? null
  const sees = may(actor, 'assessment.read', { unitPath: unit.path }, today)
  const [evidence, assessment] =
    year === null
      ? [null, null]
      : await Promise.all([
          evidenceStanding(db, unit, year, actor, today),
          sees ? assessmentStanding(db, unit.id, year) : null,
        ])
  return {
    year,
    today,
    progress: progress(rows, today),
    oldestLate: rows.find(row => state(row) === 'late') ?? null,
    next: rows.find(row => state(row) === 'upcoming')?.due ?? null,
    own: pressing(own),
    others: pressing(rows).filter(row => reader === null || row.personId !== reader),
    reader,
    ownDue: own.filter(row => state(row) === 'due').length,
    evidence,
    assessment,
  }
}
