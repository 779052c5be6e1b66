import { DataTable } from '../../../ui/display/data-table.tsx'
import { asMarkup, escapeText } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import { pieceCell, stateTag } from '../piece/piece-cells.ts'
import type { Slot } from '../queries.ts'

/** Something fills it that was neither returned nor withdrawn. */
const isFilled = (slot: Slot) =>
  slot.pieces.some(piece => piece.state === 'submitted' || piece.state === 'accepted')

export const filledSlots = (slots: readonly Slot[]) => {
  const asked = slots.filter(slot => slot.text !== '')
  return { asked: asked.length, filled: asked.filter(isFilled).length }
}

/** What whoever comes here most likely brings: the first item asked for that nothing fills, or the only one. */
export function firstEmptySlot(slots: readonly Slot[]): string {
  const asked = slots.filter(slot => slot.text !== '')
  const chosen = asked.find(slot => !isFilled(slot)) ?? (asked.length === 1 ? asked[0] : undefined)
  return chosen?.text ?? ''
}

/** What is asked for and what fills each of it. `fillHref` leads to the form, with the item chosen. */
export function SlotsTable(p: {
  locale: Locale
  base: string
  slots: readonly Slot[]
  fillHref: ((slot: string) => string) | null
}) {
  const { locale } = p
  const t = translator(messages, locale)
  const shown = p.slots.filter(slot => slot.text !== '' || slot.pieces.length > 0)
  return (
    <DataTable
      caption={t('slot')}
      columns={[
        {
          header: t('slot.item'),
          rowHeader: true,
          width: 'grow',
          cell: slot => slot.text || t('otherSlot'),
        },
        {
          header: t('filledBy'),
          width: 'grow',
          cell: slot =>
            slot.pieces.length === 0
              ? t('slot.empty')
              : asMarkup(
                  slot.pieces
                    .map(
                      piece =>
                        `<div>${String(pieceCell(piece, p.base, locale))}${String(stateTag(piece.state, locale))}</div>`,
                    )
                    .join(''),
                ),
        },
        ...(p.fillHref
          ? [
              {
                header: t('upload'),
                headerHidden: true,
                cell: (slot: Slot) =>
                  asMarkup(
                    `<a href="${escapeText(p.fillHref?.(slot.text) ?? '')}" aria-label="${escapeText(
                      t('slot.fillAria', { name: slot.text || t('otherSlot') }),
                    )}">${escapeText(t('slot.fill'))}</a>`,
                  ),
              },
            ]
          : []),
      ]}
      rows={shown}
      empty={{ title: t('slot.empty') }}
    />
  )
}
