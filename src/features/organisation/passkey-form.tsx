import type { Child } from 'hono/jsx'
import type { Locale } from '../../ui/messages.ts'
import { passkeyText } from './passkey-messages.ts'

type Props = {
  readonly locale: Locale
  /** Whether the browser makes a key or uses one. */
  readonly kind: 'create' | 'get'
  /** Where the browser asks what is wanted. */
  readonly options: string
  /** A form with an empty hidden field `passkey`. */
  readonly children: Child
}

/** A form that is shown where the browser knows passkeys, and an explanation where it does not. */
export const PasskeyForm = ({ locale, kind, options, children }: Props) => (
  <zona-passkey kind={kind} options={options}>
    <p class="muted small" data-without>
      {passkeyText(locale)('needsScript')}
    </p>
    <div data-with hidden>
      {children}
      <p class="text-late" role="alert" data-failed hidden>
        {passkeyText(locale)('failed')}
      </p>
    </div>
  </zona-passkey>
)

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'zona-passkey': { kind: string; options: string; children?: Child }
    }
  }
}
