import { type FrequencyConflict, frequencyConflict } from '../../../core/schedule/frequency-conflict.ts'
import type { ScheduleReading } from '../../../core/schedule/reading.ts'

/** What a plan needs before a gap can be told, in the plan's order. */
export type GapRows = {
  readonly indicators: readonly { readonly id: string; readonly text: string }[]
  readonly actions: readonly {
    readonly id: string
    readonly indicatorId: string
    readonly text: string
    readonly personId: string | null
    /** How many dates it has, and how many of them were given to a person of their own. */
    readonly dates: number
    readonly assignedDates: number
  }[]
  readonly evidence: readonly { readonly indicatorId: string; readonly text: string }[]
  readonly schedules: readonly { readonly indicatorId: string; readonly reading: ScheduleReading }[]
  /** Conflicts that somebody decided, as `conflictKey` names them. */
  readonly settled: ReadonlySet<string>
}

type At = { readonly indicatorId: string; readonly text: string }

export type Gap = At &
  (
    | { readonly kind: 'schedule-missing' }
    | { readonly kind: 'schedule-unresolved'; readonly schedule: ScheduleReading }
    | { readonly kind: 'frequency-conflict'; readonly phrases: readonly string[]; readonly schedule: string }
    | { readonly kind: 'action-missing' }
    | { readonly kind: 'date-missing'; readonly action: string }
    | { readonly kind: 'person-missing'; readonly action: string }
    | { readonly kind: 'evidence-missing' }
  )

/** From what a head must answer for to what can follow later. */
export const gapKinds = [
  'schedule-missing',
  'schedule-unresolved',
  'frequency-conflict',
  'action-missing',
  'date-missing',
  'person-missing',
  'evidence-missing',
] as const satisfies readonly Gap['kind'][]

/** Gaps that leave open when something is due; see docs/decisions/0007-gaps-of-a-plan.md. */
export const needsConfirmation = ({ kind }: Gap): boolean =>
  kind === 'schedule-missing' || kind === 'schedule-unresolved'

const isUnresolved = ({ kind, dates }: ScheduleReading) =>
  kind === 'unresolved' || (kind === 'duration' && dates.length === 0)

/** Names a conflict by its row and its words, so that a decision holds only as long as the words stand. */
export const conflictKey = (indicatorId: string, phrases: readonly string[], schedule: string): string =>
  JSON.stringify([indicatorId, phrases, schedule])

export const unmetPhrases = ({ statements }: FrequencyConflict): string[] =>
  statements.filter(({ met }) => !met).map(({ phrase }) => phrase)

/** Everything that is missing or undecided in a plan. */
export function planGaps(rows: GapRows): Gap[] {
  const actionsOf = Map.groupBy(rows.actions, row => row.indicatorId)
  const evidenceOf = Map.groupBy(rows.evidence, row => row.indicatorId)
  const schedulesOf = Map.groupBy(rows.schedules, row => row.indicatorId)
  return rows.indicators.flatMap(({ id, text }) => {
    const at = { indicatorId: id, text }
    const gaps: Gap[] = []
    const actions = actionsOf.get(id) ?? []
    const evidence = (evidenceOf.get(id) ?? []).map(slot => slot.text)
    const readings = (schedulesOf.get(id) ?? []).map(({ reading }) => reading)
    const unread = readings.filter(isUnresolved)
    if (readings.length === 0) gaps.push({ kind: 'schedule-missing', ...at })
    for (const schedule of unread) gaps.push({ kind: 'schedule-unresolved', schedule, ...at })
    const row = { indicator: text, actions: actions.map(action => action.text), evidence }
    const conflict = frequencyConflict(row, readings)
    if (conflict) {
      const [phrases, schedule] = [unmetPhrases(conflict), conflict.cell]
      if (!rows.settled.has(conflictKey(id, phrases, schedule)))
        gaps.push({ kind: 'frequency-conflict', phrases, schedule, ...at })
    }
    if (actions.length === 0) gaps.push({ kind: 'action-missing', ...at })
    for (const action of actions) {
      // Where the schedule itself is the gap, its actions need not be told one by one.
      if (action.dates === 0 && readings.length > unread.length)
        gaps.push({ kind: 'date-missing', action: action.text, ...at })
      const held = action.personId !== null || (action.dates > 0 && action.assignedDates === action.dates)
      if (!held) gaps.push({ kind: 'person-missing', action: action.text, ...at })
    }
    if (evidence.length === 0) gaps.push({ kind: 'evidence-missing', ...at })
    return gaps
  })
}
