import type { Child } from 'hono/jsx'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'

export type NoticeProps = {
  readonly locale: Locale
  readonly tone: 'success' | 'info' | 'warning'
  readonly title?: string
  readonly children: Child
}

/**
 * What just happened, or what to know before going on. Success is announced to screen readers.
 * @example <Notice locale={l} tone="success">Rencana diterbitkan. 230 tenggat dibuat.</Notice>
 */
export const Notice = (p: NoticeProps) => (
  <div class={`notice notice-${p.tone}`} role={p.tone === 'success' ? 'status' : 'note'}>
    {p.title ? (
      <p class="notice-title">{p.title}</p>
    ) : (
      <span class="govuk-visually-hidden">{uiText[p.locale](`notice.${p.tone}`)}: </span>
    )}
    {p.children}
  </div>
)
