import type { LocalDate } from '../../core/shared/local-date.ts'
import { formatDate } from '../../ui/format.ts'
import { escapeText } from '../../ui/markup.ts'
import { type Locale, type Translator, translator } from '../../ui/messages.ts'
import { messages } from './messages.ts'
import type { Obligation } from './queries.ts'
import { type Reminder, reminderPath } from './reminder-plan.ts'

type DigestDuty = Pick<Obligation, 'id' | 'action' | 'due' | 'unitSlug' | 'unitName'>

/** What a reminder says of its day: "jatuh tempo 3 hari lagi". */
export const reminderWords = (reminder: Reminder<unknown>, t: Translator<typeof messages>): string =>
  reminder.kind === 'due'
    ? t('remind.today')
    : t(reminder.kind === 'late' ? 'remind.late' : 'remind.before', { n: reminder.days })

/** Today's reminders as one mail, the same in text and HTML. */
export function digestMail(
  reminders: readonly Reminder<DigestDuty>[],
  to: { readonly name: string; readonly locale: Locale; readonly today: LocalDate; readonly origin: string },
): { subject: string; text: string; html: string } {
  const t = translator(messages, to.locale)
  const late = reminders.filter(reminder => reminder.kind === 'late').length
  const link = `${to.origin}/tugas`
  const change = `${to.origin}${reminderPath}`
  const lines = reminders.map(reminder => ({
    action: reminder.duty.action.replace(/\s+/g, ' ').trim(),
    when: `${formatDate(reminder.duty.due, to.locale)}, ${reminderWords(reminder, t)}`,
    unit: reminder.duty.unitName,
    href: `${to.origin}/u/${reminder.duty.unitSlug}/kewajiban/${reminder.duty.id}`,
  }))
  const greeting = t('mail.greeting', { name: to.name, date: formatDate(to.today, to.locale) })
  const text = [
    greeting,
    '',
    ...lines.map(line => `- ${line.action}\n  ${line.when} (${line.unit})\n  ${line.href}`),
    '',
    `${t('mail.all')}: ${link}`,
    '',
    t('mail.why'),
    `${t('mail.change')}: ${change}`,
    '',
  ].join('\n')
  const items = lines.map(
    line =>
      `<li><a href="${escapeText(line.href)}">${escapeText(line.action)}</a><br>${escapeText(`${line.when} (${line.unit})`)}</li>`,
  )
  const html = `<!doctype html><html lang="${to.locale}"><body><p>${escapeText(greeting)}</p><ul>${items.join('')}</ul><p><a href="${escapeText(link)}">${escapeText(t('mail.all'))}</a></p><p>${escapeText(t('mail.why'))} <a href="${escapeText(change)}">${escapeText(t('mail.change'))}</a></p></body></html>`
  return { subject: t('mail.subject', { n: reminders.length, late }), text, html }
}
