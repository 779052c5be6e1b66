import { sql } from 'kysely'
import { civilDate, type LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import type { Locale } from '../../ui/messages.ts'
import type { Mailer } from '../mailer.ts'
import { digestMail } from './digest-mail.ts'
import { openObligationsOf } from './queries.ts'
import { type ReminderWishes, reminderPlan } from './reminder-plan.ts'
import { wishesOf } from './reminder-wishes.ts'

const attemptsADay = 3
const claimMinutes = 15

export type DigestDeps = { readonly db: Db; readonly now: Date; readonly origin: string }
export type DigestTally = { readonly sent: number; readonly failed: number }

/**
 * Sends each person today's reminders in one mail. The row of the person and the day is taken before the mail
 * goes out, so that two workers never send it twice; a failed one is tried three times a day. A worker that
 * dies between taking and sending leaves a claim, which counts as failed after a quarter of an hour.
 */
export async function sendDigests(deps: DigestDeps, mailer: Mailer): Promise<DigestTally> {
  const people = await recipients(deps.db)
  const open = await openObligationsOf(
    deps.db,
    people.map(person => person.id),
  )
  let sent = 0
  let failed = 0
  for (const person of people) {
    const today = civilDate(deps.now, person.zone)
    const reminders = reminderPlan(open.get(person.id) ?? [], person.wishes, today).filter(reminder =>
      person.wishes.byMail.includes(reminder.kind),
    )
    if (reminders.length === 0) continue
    if (!(await claim(deps, person.id, today, reminders.length))) continue
    const mail = digestMail(reminders, {
      name: person.name,
      locale: person.locale,
      today,
      origin: deps.origin,
    })
    try {
      await mailer.send({ to: person.email, ...mail })
      await mark(deps, person.id, today, { status: 'sent', error: '', sent_at: deps.now })
      sent += 1
    } catch (error) {
      await mark(deps, person.id, today, { status: 'failed', error: reasonOf(error), sent_at: null })
      failed += 1
    }
  }
  return { sent, failed }
}

/** The server's words may name the address; only the kind of failure is kept. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'send-failed'

type Recipient = {
  id: string
  name: string
  email: string
  locale: Locale
  zone: string
  wishes: ReminderWishes
}

async function recipients(db: Db): Promise<Recipient[]> {
  const rows = await db
    .selectFrom('employee as e')
    .innerJoin('unit as u', 'u.id', 'e.unit_id')
    .leftJoin('reminder_preference as r', 'r.employee_id', 'e.id')
    .select([
      'e.id',
      'e.name',
      'e.email',
      'e.locale',
      'u.zone',
      'r.upcoming',
      'r.due',
      'r.late',
      'r.days_before',
      'r.late_weekday',
    ])
    .where('e.active', '=', true)
    .where('e.email', 'is not', null)
    .orderBy('e.id')
    .execute()
  return rows.flatMap(({ id, name, email, zone, ...row }) => {
    const wishes = wishesOf(row)
    return email === null || wishes.byMail.length === 0
      ? []
      : [{ id, name, email, zone, wishes, locale: row.locale === 'en' ? 'en' : 'id' }]
  })
}

/** True where this worker now holds the day's digest of that person. The claim's moment is kept in its content. */
async function claim(deps: DigestDeps, employeeId: string, day: LocalDate, lines: number): Promise<boolean> {
  const content = JSON.stringify({ lines, claimedAt: deps.now.toISOString() })
  const staleBefore = new Date(deps.now.getTime() - claimMinutes * 60_000).toISOString()
  const taken = await deps.db
    .insertInto('reminder_digest')
    .values({ employee_id: employeeId, day, status: 'claimed', attempts: 1, content })
    .onConflict(conflict =>
      conflict
        .columns(['employee_id', 'day'])
        .doUpdateSet({ status: 'claimed', attempts: sql`reminder_digest.attempts + 1`, content })
        .where('reminder_digest.attempts', '<', attemptsADay)
        .where(
          sql<boolean>`(reminder_digest.status = 'failed' or (reminder_digest.status = 'claimed'
            and reminder_digest.content ->> 'claimedAt' < ${staleBefore}))`,
        ),
    )
    .returning('employee_id')
    .executeTakeFirst()
  return taken !== undefined
}

type Mark = { status: 'sent' | 'failed'; error: string; sent_at: Date | null }

async function mark(deps: DigestDeps, employeeId: string, day: LocalDate, set: Mark): Promise<void> {
  await deps.db
    .updateTable('reminder_digest')
    .set(set)
    .where('employee_id', '=', employeeId)
    .where('day', '=', day)
    .execute()
}
