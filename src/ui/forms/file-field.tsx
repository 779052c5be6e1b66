import { uiText } from '../ui-messages.ts'
import { describedBy, Field, type FieldProps, fieldId } from './field.tsx'

export type FileFieldProps = FieldProps & {
  /** The formats in words: "Excel, Word atau PDF". */
  readonly kinds: string
  /** The largest size in words: "10 MB". */
  readonly limit: string
  /** For the browser's chooser: ".xlsx,.docx,.pdf". */
  readonly accept?: string
  readonly multiple?: boolean
}

/**
 * A file to send; its limits are said before it is chosen. The form needs `multipart`.
 * @example <FileField locale={l} name="file" label="Dokumen rencana kerja" kinds="Excel, Word atau PDF" limit="10 MB" accept=".xlsx,.docx,.pdf" />
 */
export function FileField(p: FileFieldProps) {
  const id = p.id ?? fieldId(p.name)
  const limits = uiText[p.locale]('file.limit', { kinds: p.kinds, size: p.limit })
  const hint = p.hint ? (
    <>
      {p.hint} {limits}
    </>
  ) : (
    limits
  )
  return (
    <Field {...p} hint={hint} id={id}>
      <input
        class={`govuk-file-upload${p.error ? ' govuk-file-upload--error' : ''}`}
        id={id}
        name={p.name}
        type="file"
        accept={p.accept}
        multiple={p.multiple}
        required={p.required}
        disabled={p.disabled}
        aria-describedby={describedBy(id, { hint, error: p.error })}
        aria-invalid={p.error ? 'true' : undefined}
      />
    </Field>
  )
}
