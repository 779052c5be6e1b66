import type { AreaCode } from '../../../core/access/role.ts'
import { assignSchedules, datedObligations } from '../../../core/schedule/obligation-dates.ts'
import type { ScheduleReading } from '../../../core/schedule/reading.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { PlanDocument, PlanIndicator } from '../read/index.ts'

type NewId = () => string

/** A read plan as rows of the tables, ready to be inserted in this order. */
export function planRows(planId: string, document: PlanDocument, newId: NewId) {
  const rows = emptyRows()
  for (const [position, area] of document.areas.entries()) {
    // An area that is none of the six cannot be held: the preview says so before anyone confirms.
    if (area.code === null) continue
    // Two tables of one area are one area.
    if (!rows.areas.some(({ code }) => code === area.code))
      rows.areas.push({ plan_id: planId, code: area.code, label: area.label, position })
    for (const sub of area.subComponents) {
      const subId = newId()
      rows.subComponents.push({
        id: subId,
        plan_id: planId,
        area: area.code,
        no: String(sub.no),
        name: sub.name,
        position: rows.subComponents.length,
      })
      for (const [index, indicator] of sub.indicators.entries())
        addIndicator(rows, planId, subId, index, indicator, newId)
    }
  }
  return rows
}

/** The tables' rows, none yet. */
export function emptyRows() {
  return {
    areas: [] as { plan_id: string; code: AreaCode; label: string; position: number }[],
    subComponents: [] as {
      id: string
      plan_id: string
      area: string
      no: string
      name: string
      position: number
    }[],
    indicators: [] as {
      id: string
      plan_id: string
      sub_component_id: string
      text: string
      owner_text: string | null
      position: number
    }[],
    actions: [] as {
      id: string
      plan_id: string
      indicator_id: string
      text: string
      position: number
      person_id: string | null
    }[],
    evidence: [] as { id: string; plan_id: string; indicator_id: string; text: string; position: number }[],
    schedules: [] as {
      id: string
      plan_id: string
      indicator_id: string
      action_id: null
      text: string
      start_date: LocalDate | null
      kind: string
      reading: string
      position: number
    }[],
    obligations: [] as ObligationRow[],
  }
}
export type PlanRows = ReturnType<typeof emptyRows>
type ObligationRow = {
  id: string
  plan_id: string
  action_id: string
  schedule_id: string
  from_date: ReturnType<typeof datedObligations>[number]['from']
  due: ReturnType<typeof datedObligations>[number]['due']
  person_id: null
  done_on: null
  settled_by: null
}

/** One standing indicator's new content as rows, under the id that it has. */
export function indicatorRowsOf(
  planId: string,
  indicator: { readonly id: string; readonly sub_component_id: string; readonly position: number },
  content: ReadContent,
  newId: NewId,
): PlanRows {
  const rows = emptyRows()
  const ids = [indicator.id]
  addIndicator(
    rows,
    planId,
    indicator.sub_component_id,
    indicator.position,
    content,
    () => ids.pop() ?? newId(),
  )
  return rows
}

type ReadContent = Pick<PlanIndicator, 'text' | 'actions' | 'evidence' | 'owner'> & {
  readonly schedules: readonly ScheduleReading[]
}

/** Adds an indicator with everything that hangs on it; `people` holds who has each action. */
export function addIndicator(
  rows: PlanRows,
  planId: string,
  subId: string,
  position: number,
  read: ReadContent,
  newId: NewId,
  people: readonly (string | null)[] = [],
) {
  const indicatorId = newId()
  rows.indicators.push({
    id: indicatorId,
    plan_id: planId,
    sub_component_id: subId,
    text: read.text,
    owner_text: read.owner,
    position,
  })
  for (const [index, text] of read.evidence.entries()) {
    rows.evidence.push({ id: newId(), plan_id: planId, indicator_id: indicatorId, text, position: index })
  }
  const schedules = read.schedules.map((reading, index) => {
    const id = newId()
    rows.schedules.push({
      id,
      plan_id: planId,
      indicator_id: indicatorId,
      action_id: null,
      text: reading.text,
      start_date: startOf(reading),
      kind: reading.kind,
      reading: JSON.stringify(reading),
      position: index,
    })
    return { id, reading }
  })
  const assigned = assignSchedules(
    read.actions,
    schedules.map(({ reading }) => reading.text),
  )
  for (const [index, text] of read.actions.entries()) {
    const actionId = newId()
    rows.actions.push({
      id: actionId,
      plan_id: planId,
      indicator_id: indicatorId,
      text,
      position: index,
      person_id: people[index] ?? null,
    })
    const paired = schedules.length > 1 && schedules.length === read.actions.length
    const texts = assigned[index] ?? []
    const mine = paired
      ? schedules.slice(index, index + 1)
      : texts.flatMap(one => schedules.filter(s => s.reading.text === one).slice(0, 1))
    const seen = new Set<string>()
    for (const { id, reading } of mine) {
      for (const { from, due } of datedObligations(reading)) {
        // One obligation an action and a date, whichever of its schedules names the date first.
        if (seen.has(due)) continue
        seen.add(due)
        rows.obligations.push({
          id: newId(),
          plan_id: planId,
          action_id: actionId,
          schedule_id: id,
          from_date: from,
          due,
          person_id: null,
          done_on: null,
          settled_by: null,
        })
      }
    }
  }
}

/** The first day that a duration was counted from, where a person gave one. */
function startOf({ assumptions }: ScheduleReading): LocalDate | null {
  const counted = assumptions.find(each => each.code === 'duration-counted-from')
  return counted?.start ?? null
}
