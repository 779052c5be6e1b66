import { z } from 'zod'
import { EmptyState } from '../../ui/display/empty-state.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { weekdayName } from '../../ui/format.ts'
import { SubmitButton } from '../../ui/forms/button.tsx'
import { CheckboxGroup } from '../../ui/forms/choice-group.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { translator } from '../../ui/messages.ts'
import { get, post, type Request, type Route } from '../context.ts'
import { messages } from './messages.ts'
import { reminderKinds, reminderPath } from './reminder-plan.ts'
import { reminderWishes, saveReminderWishes } from './reminder-wishes.ts'

const days = { least: 1, most: 30 }
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

const Form = z.object({
  byMail: z
    .union([z.string(), z.array(z.string())])
    .catch([])
    .transform(chosen => reminderKinds.filter(kind => [chosen].flat().includes(kind))),
  daysBefore: z.string().trim().max(20).catch(''),
  lateWeekday: z.coerce.number().int().min(1).max(7).nullable().catch(null),
})
type Typed = z.infer<typeof Form>

async function show(request: Request, errors: readonly FormError[] = [], typed?: Typed) {
  const { locale, actor } = request
  const t = translator(messages, locale)
  const wishes = actor?.employeeId ? await reminderWishes(request.db, actor.employeeId) : null
  return request.page({
    title: t('wishes.title'),
    current: 'reminders',
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary locale={locale} errors={errors} />
        <PageHead title={t('wishes.title')} note={t('wishes.note')} />
        {wishes ? (
          <PostForm action={reminderPath} csrf="" idempotencyKey={request.formKey}>
            <CheckboxGroup
              locale={locale}
              name="byMail"
              label={t('wishes.byMail')}
              hint={t('wishes.byMailHint')}
              choices={reminderKinds.map(kind => ({ value: kind, text: t(`wishes.${kind}`) }))}
              values={typed?.byMail ?? wishes.byMail}
            />
            <TextField
              locale={locale}
              name="daysBefore"
              label={t('wishes.daysBefore')}
              hint={t('wishes.daysBeforeHint', days)}
              inputmode="numeric"
              width={3}
              value={typed?.daysBefore ?? wishes.daysBefore}
              error={errorOf(errors, 'daysBefore')}
            />
            <SelectField
              locale={locale}
              name="lateWeekday"
              label={t('wishes.lateWeekday')}
              hint={t('wishes.lateWeekdayHint')}
              value={String(typed ? (typed.lateWeekday ?? '') : wishes.lateWeekday)}
              options={weekdays.map(day => ({ value: String(day), text: weekdayName(day, locale) }))}
              error={errorOf(errors, 'lateWeekday')}
            />
            <SubmitButton>{t('obligation.save')}</SubmitButton>
          </PostForm>
        ) : (
          <EmptyState title={t('feeds.noEmployee')} />
        )}
      </>
    ),
  })
}

export const reminderRoutes: Route[] = [
  get(reminderPath, 'self', (_c, request) => show(request)),
  post(reminderPath, 'self', async (c, request) => {
    const t = translator(messages, request.locale)
    const typed = Form.parse(await c.req.parseBody({ all: true }))
    const daysBefore = /^\d{1,2}$/.test(typed.daysBefore) ? Number(typed.daysBefore) : 0
    const { byMail, lateWeekday } = typed
    const errors: FormError[] = []
    if (daysBefore < days.least || daysBefore > days.most)
      errors.push({ field: 'daysBefore', text: t('problem.days-before', days) })
    if (lateWeekday === null) errors.push({ field: 'lateWeekday', text: t('problem.late-weekday') })
    if (errors.length > 0 || lateWeekday === null) return show(request, errors, typed)
    const saved = await saveReminderWishes(request, { byMail, daysBefore, lateWeekday })
    return saved.ok ? request.go(reminderPath, t('wishes.saved')) : show(request)
  }),
]
