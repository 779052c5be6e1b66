import type { Tone } from '../../../ui/display/obligation-state.ts'
import { tagMarkup } from '../../../ui/display/tag.tsx'
import { asMarkup, escapeText, type Markup } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import type { EvidenceState, Piece } from '../queries.ts'

const tones: Record<EvidenceState, Tone> = {
  submitted: 'due',
  accepted: 'done',
  returned: 'late',
  withdrawn: 'wait',
}

/** A piece's state in a word. */
export const stateTag = (state: EvidenceState, locale: Locale): Markup =>
  tagMarkup(tones[state], translator(messages, locale)(`state.${state}`))

/** A piece's title as a link, with its kind and number on a quiet line. */
export function pieceCell(piece: Piece, base: string, locale: Locale): Markup {
  const t = translator(messages, locale)
  const about = [t(`kind.${piece.kind}`), piece.documentNumber].filter(Boolean).join(' · ')
  return asMarkup(
    `<a href="${base}/${piece.id}">${escapeText(piece.title)}</a><span class="sub">${escapeText(about)}</span>`,
  )
}
