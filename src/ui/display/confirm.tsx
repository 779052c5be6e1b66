import type { Child } from 'hono/jsx'
import { ButtonRow, SubmitButton } from '../forms/button.tsx'
import { CarriedFields, type FormTokens, PostForm } from '../forms/form.tsx'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'

export type ConfirmProps = FormTokens & {
  readonly locale: Locale
  /** The question: "Hapus rencana 2026?" */
  readonly title: string
  /** What is lost, what stays, who is told. */
  readonly children: Child
  readonly action: string
  readonly label: string
  readonly cancelHref: string
  readonly danger?: boolean
  readonly values?: Readonly<Record<string, string>>
}

/**
 * Asks once more before something that cannot be undone.
 * @example <Confirm locale={l} title="Hapus rencana 2026?" action="/plan/2026/delete" label="Ya, hapus" cancelHref="/plan" danger csrf={csrf}>…</Confirm>
 */
export const Confirm = (p: ConfirmProps) => (
  <div class="card confirm">
    <h1>{p.title}</h1>
    <div class="prose">{p.children}</div>
    <PostForm action={p.action} csrf={p.csrf} idempotencyKey={p.idempotencyKey}>
      {p.values ? <CarriedFields values={p.values} /> : null}
      <ButtonRow>
        <SubmitButton kind={p.danger ? 'danger' : 'primary'}>{p.label}</SubmitButton>
        <a href={p.cancelHref}>{uiText[p.locale]('confirm.cancel')}</a>
      </ButtonRow>
    </PostForm>
  </div>
)
