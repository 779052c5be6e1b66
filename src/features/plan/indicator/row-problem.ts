import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { describeReason } from '../../../ui/schedule-messages.ts'
import { planMessages } from '../messages.ts'
import type { ContentProblem } from './change-plan.ts'

/** What is wrong with a row as it was typed, at its field. */
export function rowError(
  problem: ContentProblem | { readonly kind: 'reason-missing' },
  locale: Locale,
): FormError {
  const t = translator(planMessages, locale)
  switch (problem.kind) {
    case 'reason-missing':
      return { field: 'reason', text: t('reason.missing') }
    case 'text-missing':
      return { field: 'text', text: t('problem.text-missing') }
    case 'impossible-schedule': {
      const { schedule, reason } = problem
      return {
        field: 'schedules',
        text: t('problem.schedule', { schedule, reason: describeReason(reason, locale) }),
      }
    }
  }
}
