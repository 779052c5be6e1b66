import { type Actor, may } from '../../../core/access/may.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db } from '../../../db/database.ts'
import { asMarkup, escapeText } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import { stateTag } from '../piece/piece-cells.ts'
import { obligationSlots, type Slot } from '../queries.ts'

type Owed = { readonly id: string; readonly unitId: string; readonly unitPath: readonly string[] }

/** What an obligation asks for and what fills it, as far as the person may see it. */
export const evidenceOf = (
  { db, actor, today }: { db: Db; actor: Actor | null; today: LocalDate },
  { id, unitId, unitPath }: Owed,
): Promise<Slot[]> =>
  obligationSlots(db, unitId, id, {
    userId: actor?.userId ?? '',
    restricted: may(actor, 'evidence.read-restricted', { unitPath }, today),
  })

/** The items asked for with their states, and the way to the page that fills them. */
export function SlotList(p: { locale: Locale; href: string; slots: readonly Slot[]; empty: string }) {
  const { locale } = p
  const t = translator(messages, locale)
  const shown = p.slots.filter(slot => slot.text !== '' || slot.pieces.length > 0)
  const best = (slot: Slot) =>
    (['accepted', 'submitted', 'returned'] as const).find(state =>
      slot.pieces.some(piece => piece.state === state),
    )
  return (
    <>
      {shown.length === 0 ? (
        <p>{p.empty}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {shown.map(slot => {
            const state = best(slot)
            return (
              <li>
                {slot.text || t('otherSlot')}{' '}
                {state
                  ? stateTag(state, locale)
                  : asMarkup(`<span class="muted small">${escapeText(t('slot.empty'))}</span>`)}
              </li>
            )
          })}
        </ul>
      )}
      <a href={p.href}>{t('obligation.open')}</a>
    </>
  )
}
