import { z } from 'zod'
import { parseLocalDate } from '../../../core/shared/local-date.ts'
import { DateField } from '../../../ui/forms/date-field.tsx'
import { errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import type { Correction } from './correct-document.ts'
import { importMessages } from './import-messages.ts'

const text = z.string().catch('')
const Form = z.object({
  text,
  actions: text,
  evidence: text,
  schedules: text,
  owner: text,
  start: text,
  reason: z.string().trim().catch(''),
  revision: z.coerce.number().pipe(z.int32()).catch(0),
})
export type TypedRow = z.infer<typeof Form>

export const typedRow = (body: unknown): TypedRow => Form.parse(body)

export const rowAsTyped = (
  row: Omit<Correction, 'start'> & { readonly start?: string | null },
  revision: number,
): TypedRow => ({
  text: row.text,
  actions: row.actions.join('\n'),
  evidence: row.evidence.join('\n'),
  schedules: row.schedules.join('\n'),
  owner: row.owner ?? '',
  start: row.start ?? '',
  reason: '',
  revision,
})

const startTyped = ({ start }: TypedRow) => start.trim()

export const startIsReadable = (typed: TypedRow): boolean =>
  startTyped(typed) === '' || parseLocalDate(startTyped(typed)) !== null

/** What was typed as a correction, without a start that is no date. */
export function correctionOf(typed: TypedRow): Correction {
  const listed = (value: string) =>
    value
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(Boolean)
  return {
    text: typed.text.trim(),
    actions: listed(typed.actions),
    evidence: listed(typed.evidence),
    schedules: listed(typed.schedules),
    owner: typed.owner.trim() || null,
    start: parseLocalDate(startTyped(typed)),
  }
}

/** The fields of one row of a plan, items one a line. */
export function RowFields(p: { locale: Locale; typed: TypedRow; errors: readonly FormError[] }) {
  const t = translator(importMessages, p.locale)
  const { locale, typed, errors } = p
  const hint = t('one-per-line')
  return (
    <>
      <TextArea
        locale={locale}
        name="text"
        label={t('indicator')}
        rows={3}
        value={typed.text}
        error={errorOf(errors, 'text')}
      />
      <TextArea
        locale={locale}
        name="actions"
        label={t('actions')}
        hint={hint}
        rows={4}
        value={typed.actions}
      />
      <TextArea
        locale={locale}
        name="evidence"
        label={t('evidence')}
        hint={hint}
        rows={4}
        value={typed.evidence}
      />
      <TextArea
        locale={locale}
        name="schedules"
        label={t('schedule')}
        hint={hint}
        rows={3}
        value={typed.schedules}
      />
      <DateField
        locale={locale}
        name="start"
        label={t('start')}
        hint={t('start.hint')}
        optional
        value={typed.start}
        error={errorOf(errors, 'start')}
      />
      <TextField locale={locale} name="owner" label={t('owner')} optional value={typed.owner} width={30} />
    </>
  )
}
