import type { Child } from 'hono/jsx'
import { type ButtonKind, SubmitButton } from './button.tsx'

/** The names of the two fields that every posting form carries. */
export const formFields = { csrf: '_csrf', idempotencyKey: '_key' } as const

export type FormTokens = {
  readonly csrf: string
  /** One fresh id a drawn form: the same form sent twice has one effect. */
  readonly idempotencyKey?: string | undefined
}

/** @example <HiddenFields csrf={c.csrf} idempotencyKey={c.newId()} /> */
export const HiddenFields = (p: FormTokens) => (
  <>
    <input type="hidden" name={formFields.csrf} value={p.csrf} />
    {p.idempotencyKey ? (
      <input type="hidden" name={formFields.idempotencyKey} value={p.idempotencyKey} />
    ) : null}
  </>
)

/** Further values that a form carries along unseen. */
export const CarriedFields = (p: { values: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries(p.values).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

export type PostFormProps = FormTokens & {
  readonly action: string
  /** For forms with a FileField. */
  readonly multipart?: boolean
  readonly id?: string
  readonly children: Child
}

/**
 * A form that writes. The browser's own checks are off: the server's sentences are better and in one language.
 * @example <PostForm action="/plan/new" csrf={csrf} idempotencyKey={key}>…fields…<SubmitButton>Simpan</SubmitButton></PostForm>
 */
export const PostForm = (p: PostFormProps) => (
  <form
    method="post"
    action={p.action}
    id={p.id}
    class="form"
    enctype={p.multipart ? 'multipart/form-data' : undefined}
    novalidate
  >
    <HiddenFields csrf={p.csrf} idempotencyKey={p.idempotencyKey} />
    {p.children}
  </form>
)

export type InlineFormProps = FormTokens & {
  readonly action: string
  readonly label: string
  readonly kind?: ButtonKind
  /** The full sentence for screen readers where `label` repeats down a table. */
  readonly ariaLabel?: string
  readonly values?: Readonly<Record<string, string>>
}

/**
 * One button that writes, inside a row or a line of text.
 * @example <InlineForm action={`/obligations/${o.id}/done`} label="Tandai selesai" ariaLabel={`Tandai selesai: ${o.title}`} csrf={csrf} />
 */
export const InlineForm = (p: InlineFormProps) => (
  <form method="post" action={p.action} class="inline-form">
    <HiddenFields csrf={p.csrf} idempotencyKey={p.idempotencyKey} />
    {p.values ? <CarriedFields values={p.values} /> : null}
    <SubmitButton kind={p.kind ?? 'quiet'} small ariaLabel={p.ariaLabel}>
      {p.label}
    </SubmitButton>
  </form>
)
