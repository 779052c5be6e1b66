import { ButtonLink } from '../../../ui/forms/button.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { pageMessages } from './page-messages.ts'

/** From a closed cycle to its bundle, and to where anyone can check one. */
export function BundleLinks({ locale, base }: { readonly locale: Locale; readonly base: string }) {
  const t = translator(pageMessages, locale)
  return (
    <span class="buttons">
      <ButtonLink href={`${base}/bundel`} kind="quiet" small download>
        {t('download')}
      </ButtonLink>
      <a href="/periksa">{t('verify')}</a>
    </span>
  )
}
