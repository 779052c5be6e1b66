import { obligationState } from '../core/schedule/obligation-dates.ts'
import type { LocalDate } from '../core/shared/local-date.ts'
import type { Db } from '../db/database.ts'
import { formatDate, formatPercent } from '../ui/format.ts'
import type { Example } from './example.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']

/** Prints the year as it stands: what is late, what comes next, the months, the areas, the accounts. */
export async function printProgramme(db: Db, example: Example, today: LocalDate): Promise<void> {
  const rows = await db
    .selectFrom('obligation')
    .innerJoin('action', 'action.id', 'obligation.action_id')
    .innerJoin('indicator', 'indicator.id', 'action.indicator_id')
    .innerJoin('sub_component', 'sub_component.id', 'indicator.sub_component_id')
    .innerJoin('plan', 'plan.id', 'obligation.plan_id')
    .innerJoin('unit', 'unit.id', 'plan.unit_id')
    .innerJoin('plan_area', join =>
      join.onRef('plan_area.plan_id', '=', 'plan.id').onRef('plan_area.code', '=', 'sub_component.area'),
    )
    .where('unit.slug', '=', example.agency.slug)
    .where('plan.year', '=', example.plan.year)
    .select(['obligation.due', 'obligation.state', 'action.text', 'sub_component.area', 'plan_area.label'])
    .orderBy('obligation.due')
    .execute()
  const year = rows.map(row => ({ ...row, now: obligationState({ stored: row.state, due: row.due }, today) }))
  const count = (state: string, among = year) => among.filter(row => row.now === state).length

  console.log(`\nKewajiban ${example.plan.year} per ${formatDate(today, 'id', 'long')}: ${year.length}`)
  console.log(
    `  selesai ${count('done')} · terlambat ${count('late')} · jatuh tempo ${count('due')} · mendatang ${count('upcoming')}`,
  )
  const next = year.filter(row => row.now === 'late' || row.now === 'due')
  console.log('\nTerlambat dan jatuh tempo dalam 7 hari')
  for (const row of next.slice(0, 12)) {
    console.log(
      `  ${row.due}  ${row.now === 'late' ? 'terlambat  ' : 'jatuh tempo'}  ${row.area.padEnd(3)}  ${row.text.slice(0, 80)}`,
    )
  }
  if (next.length > 12) console.log(`  … dan ${next.length - 12} lagi`)

  console.log(`\nPer bulan      ${months.map(name => name.padStart(4)).join('')}`)
  const perMonth = (test: (row: (typeof year)[number]) => boolean) =>
    months
      .map((_, n) =>
        String(year.filter(row => Number(row.due.slice(5, 7)) === n + 1 && test(row)).length).padStart(4),
      )
      .join('')
  console.log(`  kewajiban    ${perMonth(() => true)}`)
  console.log(`  selesai      ${perMonth(row => row.now === 'done')}`)

  console.log('\nKemajuan per area')
  for (const label of new Set(year.map(row => row.label))) {
    const rows = year.filter(row => row.label === label)
    const done = count('done', rows)
    console.log(
      `  ${label.slice(0, 44).padEnd(44)} ${String(done).padStart(4)} dari ${String(rows.length).padStart(4)}  ${formatPercent(done / rows.length, 'id')}`,
    )
  }

  console.log('\nAkun contoh (hanya untuk demo di komputer ini)')
  for (const person of example.employees.filter(person => person.password)) {
    console.log(
      `  ${person.email.padEnd(32)} ${person.password}   ${person.roles.map(grant => grant.role).join(', ')}`,
    )
  }
}
