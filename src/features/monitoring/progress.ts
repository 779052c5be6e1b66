import { type AreaCode, areaCodes } from '../../core/access/role.ts'
import { obligationState } from '../../core/schedule/obligation-dates.ts'
import { type LocalDate, monthOf } from '../../core/shared/local-date.ts'

/** Obligations by state; every one is in exactly one, and the waived are left out of every share. */
export type Counts = {
  readonly done: number
  readonly late: number
  readonly due: number
  readonly upcoming: number
  readonly waived: number
}

/** What counting needs of an obligation. */
export type Counted = {
  readonly due: LocalDate
  readonly stored: 'open' | 'done' | 'waived'
  readonly area: AreaCode
  readonly personId: string | null
  readonly person: string | null
  readonly position?: string | null
}

export type Progress = {
  readonly all: Counts
  readonly perArea: readonly { readonly code: AreaCode; readonly counts: Counts }[]
  /** All twelve months; `month` 1 to 12 is the one the obligation falls due in. */
  readonly perMonth: readonly { readonly month: number; readonly counts: Counts }[]
  /** By name; obligations that nobody holds stand last with `id` null. */
  readonly perPerson: readonly {
    readonly id: string | null
    readonly name: string | null
    readonly position: string | null
    readonly counts: Counts
  }[]
}

export function countStates(rows: readonly Pick<Counted, 'due' | 'stored'>[], today: LocalDate): Counts {
  const counts = { done: 0, late: 0, due: 0, upcoming: 0, waived: 0 }
  for (const row of rows) counts[obligationState(row, today)] += 1
  return counts
}

/** The obligations of one plan, counted by state on a day for each area, month and person. */
export function progress(rows: readonly Counted[], today: LocalDate): Progress {
  const areas = Map.groupBy(rows, row => row.area)
  const months = Map.groupBy(rows, row => monthOf(row.due))
  const people = Map.groupBy(rows, row => row.personId)
  return {
    all: countStates(rows, today),
    perArea: areaCodes.flatMap(code => {
      const of = areas.get(code)
      return of ? [{ code, counts: countStates(of, today) }] : []
    }),
    perMonth: Array.from({ length: 12 }, (_, i) => ({
      month: i + 1,
      counts: countStates(months.get(i + 1) ?? [], today),
    })),
    perPerson: [...people]
      .map(([id, of]) => ({
        id,
        name: of[0]?.person ?? null,
        position: of[0]?.position ?? null,
        counts: countStates(of, today),
      }))
      .toSorted((a, b) => (a.name === null ? 1 : b.name === null ? -1 : a.name.localeCompare(b.name, 'id'))),
  }
}

/** Done out of what is owed, 0 to 1; null where nothing is owed. */
export function shareDone(counts: Counts): number | null {
  const owed = counts.done + counts.late + counts.due + counts.upcoming
  return owed === 0 ? null : counts.done / owed
}
