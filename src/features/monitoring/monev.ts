import { obligationState } from '../../core/schedule/obligation-dates.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import { areaName } from '../../ui/area-names.ts'
import type { Locale } from '../../ui/messages.ts'
import type { Unit } from '../context.ts'
import { agencyLine, type MonevInput } from '../documents/index.ts'
import { progress } from './progress.ts'
import { unitObligations } from './queries.ts'

/** What the monitoring report of a unit and a year says on a day; null where nothing is owed. */
export async function monevInput(
  db: Db,
  unit: Unit,
  year: number,
  asOf: LocalDate,
  words: { readonly locale: Locale; readonly nobody: string; readonly head: string },
): Promise<MonevInput | null> {
  const rows = await unitObligations(db, unit.id, year)
  if (rows.length === 0) return null
  const { perArea, perMonth, perPerson } = progress(rows, asOf)
  const units = await db
    .selectFrom('unit')
    .select(['id', 'name', 'address', 'region'])
    .where('id', 'in', [...unit.path])
    .execute()
  const own = units.find(row => row.id === unit.id)
  const root = units.find(row => row.id === unit.path[0])
  const place = own?.region ?? ''
  const signer = await headOf(db, unit, asOf)
  return {
    unit: {
      name: unit.name,
      shortName: unit.shortName,
      agency: agencyLine(unit, root ?? { name: unit.name, region: null }),
      address: own?.address || null,
      place,
    },
    year,
    asOf,
    locale: words.locale,
    perArea: perArea.map(one => ({ ...one, label: areaName(one.code, words.locale) })),
    perMonth,
    perPerson: perPerson.map(person => ({ ...person, name: person.name ?? words.nobody })),
    lateList: rows
      .filter(row => obligationState(row, asOf) === 'late')
      .map(row => ({
        action: row.action,
        area: areaName(row.area, words.locale),
        person: row.person,
        dueOn: row.due,
        note: row.note || null,
      })),
    doneList: rows.flatMap(row =>
      row.doneOn === null
        ? []
        : [
            {
              action: row.action,
              area: areaName(row.area, words.locale),
              person: row.person,
              dueOn: row.due,
              doneOn: row.doneOn,
            },
          ],
    ),
    signer: signer && {
      place,
      date: asOf,
      role: signer.position || words.head,
      name: signer.name,
      nip: signer.nip,
    },
  }
}

/** Who heads the unit on that day: the nearest grant above it. */
async function headOf(db: Db, unit: Unit, today: LocalDate) {
  const heads = await db
    .selectFrom('role_grant as g')
    .innerJoin('employee as e', 'e.id', 'g.employee_id')
    .select(['e.name', 'e.nip', 'e.position', 'g.unit_id'])
    .where('g.role', '=', 'head')
    .where('g.unit_id', 'in', [...unit.path])
    .where('g.valid_from', '<=', today)
    .where(eb => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>', today)]))
    .orderBy('g.valid_from', 'desc')
    .orderBy('e.id')
    .execute()
  return heads.find(head => head.unit_id === unit.id) ?? null
}
