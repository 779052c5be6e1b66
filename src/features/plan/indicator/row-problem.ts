import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { describeReason } from '../../../ui/schedule-messages.ts'
import { correctionOf, startIsReadable, type TypedRow } from '../import/row-form.tsx'
import { planMessages } from '../messages.ts'
import type { Plan } from '../queries.ts'
import { type ContentProblem, contentProblems } from './change-plan.ts'

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

/** What was typed as a row of the plan, with every mistake in it, in the order of the form's fields. */
export function readTyped(
  typed: TypedRow,
  { year, version }: Pick<Plan, 'year' | 'version'>,
  locale: Locale,
) {
  const t = translator(planMessages, locale)
  const content = correctionOf(typed)
  const errors = contentProblems(content, year).map(problem => rowError(problem, locale))
  if (!startIsReadable(typed)) errors.push({ field: 'start', text: t('problem.start') })
  if (version > 0 && typed.reason === '') errors.push(rowError({ kind: 'reason-missing' }, locale))
  return { content, errors }
}
