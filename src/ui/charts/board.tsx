import type { Child } from 'hono/jsx'
import type { Tone } from '../display/obligation-state.ts'
import { SubmitButton } from '../forms/button.tsx'
import { CarriedFields, type FormTokens, HiddenFields } from '../forms/form.tsx'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'

/** A move to another column: a button that posts. Without moves the card stays where it is. */
export type BoardMove = {
  /** What the button does: "Tandai selesai". */
  readonly text: string
  readonly action: string
  readonly values?: Readonly<Record<string, string>>
}
export type BoardCard = {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly note?: Child
  readonly moves?: readonly BoardMove[]
  /** Beside the buttons: a way that needs more than a button. */
  readonly aside?: Child
  /** One fresh id for the card's forms. */
  readonly idempotencyKey?: string
}
export type BoardColumn = {
  readonly title: string
  readonly tone: Tone
  readonly cards: readonly BoardCard[]
  /** What the title counts, where a card stands for several things; default the cards. */
  readonly count?: number
  /** How many cards there are in all, where not every one is drawn. */
  readonly total?: number
  readonly moreHref?: string
}

/**
 * Work by state. Cards move by buttons, so it needs neither a mouse nor JavaScript.
 * @example <Board locale={l} csrf={csrf} columns={[{ title: 'Terlambat', tone: 'late', cards }]} />
 */
export const Board = (p: Pick<FormTokens, 'csrf'> & { locale: Locale; columns: readonly BoardColumn[] }) => (
  <div class="board">
    {p.columns.map(column => (
      <section class={`board-column b-${column.tone}`}>
        <h2>
          {column.title} <span class="count">{column.count ?? column.total ?? column.cards.length}</span>
        </h2>
        {column.cards.length === 0 ? <p class="muted small">{uiText[p.locale]('board.empty')}</p> : null}
        <ul>
          {column.cards.map(card => (
            <li class="board-card" id={card.id}>
              <a href={card.href}>{card.title}</a>
              {card.note ? <div class="muted small">{card.note}</div> : null}
              {(card.moves && card.moves.length > 0) || card.aside ? (
                <div class="board-moves">
                  {card.moves?.map(move => (
                    <form method="post" action={move.action}>
                      <HiddenFields csrf={p.csrf} idempotencyKey={card.idempotencyKey} />
                      {move.values ? <CarriedFields values={move.values} /> : null}
                      <SubmitButton kind="quiet" small ariaLabel={`${move.text}: ${card.title}`}>
                        {move.text}
                      </SubmitButton>
                    </form>
                  ))}
                  {card.aside}
                </div>
              ) : null}
            </li>
          ))}
        </ul>
        {column.moreHref && column.total !== undefined && column.total > column.cards.length ? (
          <a class="small" href={column.moreHref}>
            {uiText[p.locale]('calendar.more', { n: column.total - column.cards.length })}
          </a>
        ) : null}
      </section>
    ))}
  </div>
)
