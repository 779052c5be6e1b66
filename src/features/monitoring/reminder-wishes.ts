import { err, ok, type Result } from '../../core/shared/result.ts'
import type { Db } from '../../db/database.ts'
import { type Deps, write } from '../../db/write.ts'
import { type ReminderKind, type ReminderWishes, reminderKinds, usualWishes } from './reminder-plan.ts'

type Stored = Record<ReminderKind, boolean | null> & {
  readonly days_before: number | null
  readonly late_weekday: number | null
}

/** A row of `reminder_preference` as wishes; what it leaves out is as usual. */
export const wishesOf = (row: Stored | undefined): ReminderWishes => ({
  byMail: reminderKinds.filter(kind => row?.[kind] ?? usualWishes.byMail.includes(kind)),
  daysBefore: row?.days_before ?? usualWishes.daysBefore,
  lateWeekday: row?.late_weekday ?? usualWishes.lateWeekday,
})

export async function reminderWishes(db: Db, employeeId: string): Promise<ReminderWishes> {
  const row = await db
    .selectFrom('reminder_preference')
    .select(['upcoming', 'due', 'late', 'days_before', 'late_weekday'])
    .where('employee_id', '=', employeeId)
    .executeTakeFirst()
  return wishesOf(row)
}

export type SaveWishesProblem = { readonly kind: 'no-employee' }

/** Keeps what the signed-in person chose for their own reminders. */
export const saveReminderWishes = (
  deps: Deps,
  { byMail, daysBefore, lateWeekday }: ReminderWishes,
): Promise<Result<null, SaveWishesProblem>> =>
  write<null, SaveWishesProblem>(deps, async (tx, record) => {
    const employeeId = deps.actor?.employeeId
    if (!employeeId) return err({ kind: 'no-employee' })
    const wishes = {
      upcoming: byMail.includes('upcoming'),
      due: byMail.includes('due'),
      late: byMail.includes('late'),
      days_before: daysBefore,
      late_weekday: lateWeekday,
    }
    await tx
      .insertInto('reminder_preference')
      .values({ employee_id: employeeId, ...wishes })
      .onConflict(conflict => conflict.column('employee_id').doUpdateSet(wishes))
      .returning('employee_id')
      .executeTakeFirstOrThrow()
    record({
      action: 'reminders-chosen',
      subjectType: 'employee',
      subjectId: employeeId,
      detail: { byMail, daysBefore, lateWeekday },
    })
    return ok(null)
  })
