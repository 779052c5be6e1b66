import type { ObligationState } from '../../core/schedule/obligation-dates.ts'
import { asMarkup, escapeText, type Markup } from '../markup.ts'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'
import { type Tone, toneOf } from './obligation-state.ts'

/**
 * A state in a word, with its colour and mark.
 * @example <Tag tone="late">Terlambat 18 hari</Tag>
 */
export const Tag = (p: { tone: Tone; children: string }): Markup => tagMarkup(p.tone, p.children)

/** The same as a function, for table cells. */
export const tagMarkup = (tone: Tone, text: string): Markup =>
  asMarkup(`<span class="tag ${tone}">${escapeText(text)}</span>`)

/**
 * The state of an obligation; `text` says more than the state's own word ("3 hari lagi").
 * @example <StateTag locale={l} state={o.state} text={relativeDays(o.due, today, l)} />
 */
export const StateTag = (p: { locale: Locale; state: ObligationState; text?: string }): Markup =>
  asMarkup(
    `<span class="tag ${toneOf[p.state]} is-${p.state}">${escapeText(capital(p.text ?? uiText[p.locale](`state.${p.state}`)))}</span>`,
  )

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
