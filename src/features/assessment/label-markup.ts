import type { Label } from '../../core/instrument/instrument.ts'
import { asMarkup, escapeText, type Markup } from '../../ui/markup.ts'
import type { Locale } from '../../ui/messages.ts'
import { labelText } from './sentences.ts'

// Two characters that no text has a use for, around the words in another language than the page's.
const [begin, end] = ['\uE000', '\uE001']

/** A label as part of a sentence that `sentenceMarkup` draws, so that Indonesian words on an English page are read so. */
export function markedLabel(label: Label, locale: Locale): string {
  const text = labelText(label, locale).replace(/[\uE000\uE001]/g, '')
  return locale === 'id' || label.en !== undefined ? text : `${begin}${text}${end}`
}

export const sentenceMarkup = (sentence: string): Markup =>
  asMarkup(escapeText(sentence).replaceAll(begin, '<span lang="id">').replaceAll(end, '</span>'))

/** A label by itself, with its language where that is not the page's. */
export const labelMarkup = (label: Label, locale: Locale): Markup =>
  sentenceMarkup(markedLabel(label, locale))
