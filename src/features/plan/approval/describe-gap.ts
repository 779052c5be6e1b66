import { type Locale, translator } from '../../../ui/messages.ts'
import { describeReason } from '../../../ui/schedule-messages.ts'
import type { Gap } from './plan-gaps.ts'
import { reviewMessages } from './review-messages.ts'

/** What a gap is about, besides its indicator and its kind; empty where those say all. */
export function describeGap(gap: Gap, locale: Locale): string {
  const t = translator(reviewMessages, locale)
  switch (gap.kind) {
    case 'schedule-unresolved': {
      const { text, reason, kind } = gap.schedule
      const why = reason
        ? describeReason(reason, locale)
        : t(kind === 'duration' ? 'unresolved.start' : 'gap.schedule-unresolved')
      return t('unresolved.text', { text, reason: why })
    }
    case 'frequency-conflict':
      return t('conflict.text', {
        phrases: gap.phrases.map(phrase => `“${phrase}”`).join(', '),
        schedule: gap.schedule,
      })
    case 'date-missing':
    case 'person-missing':
      return gap.action
    default:
      return ''
  }
}
