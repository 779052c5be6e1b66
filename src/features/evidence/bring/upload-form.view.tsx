import { Notice } from '../../../ui/display/notice.tsx'
import { formatBytes } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { FileField } from '../../../ui/forms/file-field.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import type { TypedFacts } from '../piece/facts.ts'
import { FactsFields } from '../piece/facts-fields.view.tsx'
import { Uploading } from '../upload/uploading.view.tsx'
import { acceptedExtensions, kindLabels } from './file-kinds.ts'
import type { EvidenceServices } from './receive-file.ts'

export type Waiting = { readonly id: string; readonly fileName: string; readonly size: number | null }

export type UploadTyped = TypedFacts & { readonly slot?: string; readonly url?: string }

export type UploadFormProps = {
  readonly locale: Locale
  readonly services: Pick<EvidenceServices, 'largest' | 'kinds' | 'scan'>
  readonly action: string
  readonly formKey: string
  /** Where files go that are sent in parts. */
  readonly endpoint: string
  readonly errors: readonly FormError[]
  readonly typed: UploadTyped
  /** Files of an attempt before: they need not be sent again. */
  readonly waiting: readonly Waiting[]
}

/** What the form asks of every file, said before one is chosen; files that wait are carried along. */
function FileInput(p: UploadFormProps & { multiple: boolean }) {
  const t = translator(messages, p.locale)
  const scan = t(p.services.scan ? 'scanned' : 'notScanned')
  return (
    <>
      {p.waiting.length > 0 ? (
        <Notice locale={p.locale} tone="info" title={t('received')}>
          <p>{t('receivedText')}</p>
          <ul>
            {p.waiting.map(file => (
              <li>
                {file.fileName}
                {file.size === null ? null : ` (${formatBytes(file.size, p.locale)})`}
                <input type="hidden" name="upload" value={file.id} />
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Uploading locale={p.locale} endpoint={p.endpoint} several={p.multiple}>
        <FileField
          locale={p.locale}
          name="files"
          label={t(p.multiple ? 'files' : 'file')}
          hint={p.multiple ? `${t('filesHint')} ${scan}` : scan}
          kinds={kindLabels(p.services.kinds)}
          limit={formatBytes(p.services.largest, p.locale)}
          accept={acceptedExtensions(p.services.kinds)}
          multiple={p.multiple}
          error={errorOf(p.errors, 'files')}
        />
      </Uploading>
      <TextField
        locale={p.locale}
        name="url"
        label={t('url')}
        hint={t('urlHint')}
        optional
        type="url"
        value={p.typed.url}
        error={errorOf(p.errors, 'url')}
      />
    </>
  )
}

/** Brings evidence: files and what is known of them. `slots` are the items that the obligation asks for. */
export function UploadForm(p: UploadFormProps & { readonly slots: readonly string[] }) {
  const t = translator(messages, p.locale)
  return (
    <PostForm action={p.action} csrf="" idempotencyKey={p.formKey} multipart id="unggah-formulir">
      <div class="form-columns">
        <div>
          <FileInput {...p} multiple />
        </div>
        <div>
          {p.slots.length > 0 ? (
            <SelectField
              locale={p.locale}
              name="slot"
              label={t('slotHint')}
              empty={t('otherSlot')}
              value={p.typed.slot ?? ''}
              options={p.slots.map(text => ({ value: text, text }))}
              error={errorOf(p.errors, 'slot')}
            />
          ) : null}
          <FactsFields locale={p.locale} typed={p.typed} errors={p.errors} titleOptional open={false} />
        </div>
      </div>
      <SubmitButton>{t('upload')}</SubmitButton>
    </PostForm>
  )
}

/** Brings a further version of one piece. */
export function VersionForm(p: UploadFormProps & { readonly revision: number }) {
  const t = translator(messages, p.locale)
  return (
    <PostForm action={p.action} csrf="" idempotencyKey={p.formKey} multipart>
      <input type="hidden" name="revision" value={p.revision} />
      <FileInput {...p} multiple={false} />
      <SubmitButton kind="quiet">{t('newVersion')}</SubmitButton>
    </PostForm>
  )
}
