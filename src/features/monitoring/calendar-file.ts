import ical, { ICalEventStatus } from 'ical-generator'
import { addDays, type LocalDate } from '../../core/shared/local-date.ts'
import { areaName } from '../../ui/area-names.ts'
import { type Locale, translator } from '../../ui/messages.ts'
import { messages } from './messages.ts'
import type { Obligation } from './queries.ts'

/** Obligations as an iCalendar file: a day-long event each, the same UID for as long as the obligation lives. */
export function calendarFile(
  obligations: readonly Obligation[],
  about: { readonly name: string; readonly origin: string; readonly locale: Locale; readonly now: Date },
): string {
  const t = translator(messages, about.locale)
  const calendar = ical({
    name: about.name,
    prodId: { company: 'Zona', product: 'Zona', language: about.locale.toUpperCase() },
    ttl: 3600,
  })
  for (const o of obligations) {
    const link = `${about.origin}/u/${o.unitSlug}/kewajiban/${o.id}`
    const prefix =
      o.stored === 'done' ? `${t('ics.done')}: ` : o.stored === 'waived' ? `${t('ics.waived')}: ` : ''
    calendar.createEvent({
      id: `${o.id}@zona`,
      stamp: about.now,
      start: midnight(o.due),
      end: midnight(addDays(o.due, 1)),
      allDay: true,
      summary: `${prefix}${o.action}`,
      description: [areaName(o.area, about.locale), o.indicator, o.person ?? t('nobody'), link].join('\n'),
      url: link,
      status: o.stored === 'waived' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

/** The library writes an all-day date from the UTC parts of a Date. */
const midnight = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`)
