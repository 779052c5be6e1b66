import { z } from 'zod'
import { worstState } from '../../ui/display/obligation-state.ts'
import type { PlanRow } from './plan-page.view.tsx'

const word = z.string().max(200).catch('')
const Query = z.object({ q: word, area: word, person: word, state: word, month: word })
export type PlanFilter = z.infer<typeof Query>

export const planFilter = (query: Readonly<Record<string, string>>): PlanFilter => Query.parse(query)

export const isFiltered = (filter: PlanFilter): boolean =>
  Object.values(filter).some(value => value.trim() !== '')

/** The person filter's value for what nobody holds. */
export const nobody = 'nobody'

/**
 * Whether an indicator passes every filter that is set. Where a month or a person is chosen, the state is
 * that of their dates alone.
 */
export function matches(row: PlanRow, { q, area, person, state, month }: PlanFilter): boolean {
  if (area !== '' && row.area !== area) return false
  const holder = person === nobody ? null : person
  const held =
    person === '' ||
    (holder === null ? row.actions.some(({ personId }) => personId === null) : row.people.has(holder))
  const dated = row.dated.filter(
    each => (month === '' || each.month === Number(month)) && (person === '' || each.personId === holder),
  )
  if (!held || (month !== '' && dated.length === 0)) return false
  if (state === 'incomplete' ? row.state !== null : state !== '' && stateOf(dated) !== state) return false
  const wanted = q.trim().toLowerCase()
  if (wanted === '') return true
  const texts = [
    row.text,
    row.subName,
    ...row.actions.map(({ text }) => text),
    ...row.evidence,
    ...row.people.values(),
    row.owner ?? '',
  ]
  return texts.some(text => text.toLowerCase().includes(wanted))
}

const stateOf = (dated: PlanRow['dated']) => worstState(dated.map(each => each.state))
