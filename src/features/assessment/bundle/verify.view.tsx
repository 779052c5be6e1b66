import { bundleLimits } from '../../../core/bundle/format.ts'
import { Card } from '../../../ui/display/card.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatBytes, type Zone } from '../../../ui/format.ts'
import { ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx'
import { Field } from '../../../ui/forms/field.tsx'
import { FileField } from '../../../ui/forms/file-field.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import type { Markup } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { pageMessages } from './page-messages.ts'

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'zona-verify-bundle': Readonly<Record<string, unknown>>
    }
  }
}

export function VerifyPage(p: {
  readonly locale: Locale
  readonly zone: Zone
  readonly trusted: readonly string[]
  readonly error?: string | undefined
  readonly report?: Markup | undefined
}) {
  const t = translator(pageMessages, p.locale)
  const errors = p.error === undefined ? [] : [{ field: 'bundel', text: p.error }]
  return (
    <>
      <ErrorSummary locale={p.locale} errors={errors} />
      <PageHead title={t('verify')} note={t('verify.note')} />
      <zona-verify-bundle
        data-locale={p.locale}
        data-zone={p.zone}
        data-trusted={p.trusted.join(' ')}
        data-no-file={t('no-file')}
        data-checking={t('checking')}
        data-unreadable={t('files.unreadable')}
      >
        <Card>
          <PostForm action="/periksa" csrf="" multipart>
            <FileField
              locale={p.locale}
              name="bundel"
              label={t('file')}
              kinds="ZIP"
              limit={formatBytes(bundleLimits.file, p.locale)}
              accept=".zip,application/zip"
              error={p.error}
            />
            <div data-with hidden>
              <Field locale={p.locale} name="bukti" id="bukti" label={t('files')} hint={t('files.note')}>
                <input
                  class="govuk-file-upload"
                  id="bukti"
                  type="file"
                  multiple
                  aria-describedby="bukti-hint"
                />
              </Field>
            </div>
            <p class="muted small" data-without>
              {t('verify.sent')}
            </p>
            <p class="muted small" data-with hidden>
              {t('verify.local')}
            </p>
            <ButtonRow>
              <SubmitButton>{t('go')}</SubmitButton>
              <a href="/kunci">{t('keys')}</a>
            </ButtonRow>
          </PostForm>
        </Card>
        <div data-result tabindex={-1}>
          {p.report}
        </div>
      </zona-verify-bundle>
    </>
  )
}
