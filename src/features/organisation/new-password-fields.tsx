import { TextField } from '../../ui/forms/text-field.tsx'
import type { Locale } from '../../ui/messages.ts'
import { accountText } from './messages.ts'

/** A new password, twice. */
export function NewPasswordFields(p: { locale: Locale; error?: string | undefined }) {
  const t = accountText(p.locale)
  const shared = {
    locale: p.locale,
    type: 'password',
    autocomplete: 'new-password',
    width: 30,
  } as const
  return (
    <>
      <TextField
        {...shared}
        name="password"
        label={t('newPassword')}
        hint={t('newPasswordHint')}
        error={p.error}
      />
      <TextField {...shared} name="again" label={t('again')} />
    </>
  )
}
