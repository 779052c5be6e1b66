import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import type { Locale } from '../../ui/messages.ts'
import { peopleText } from './people-messages.ts'

export type InvitedProps = {
  readonly locale: Locale
  /** The address of the unit's people. */
  readonly path: string
  readonly link: string
  readonly name: string
  readonly email: string
  readonly mailed: 'sent' | 'failed' | 'off'
}

/** The link with which a person sets their first password, and whether it was mailed. */
export function InvitedView({ locale, path, link, name, email, mailed }: InvitedProps) {
  const t = peopleText(locale)
  return (
    <>
      <PageHead title={t('link')} />
      <p>{t('linkText', { name })}</p>
      <p>
        <code>{link}</code>
      </p>
      {mailed === 'sent' ? <p>{t('mailed', { email })}</p> : null}
      {mailed === 'failed' ? (
        <Notice locale={locale} tone="warning">
          {t('mailFailed', { email })}
        </Notice>
      ) : null}
      {mailed === 'off' ? <p>{t('mailOff')}</p> : null}
      <p>
        <a href={path}>{t('people')}</a>
      </p>
    </>
  )
}
