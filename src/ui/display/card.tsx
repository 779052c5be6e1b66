import type { Child } from 'hono/jsx'

/** Share of the page's width on a wide screen; on a phone always all of it. */
export type CardSpan = 'third' | 'half' | 'two-thirds' | 'full'

export type CardProps = {
  readonly title?: Child
  /** A quiet line under the title. */
  readonly note?: Child
  /** A link or button at the right of the title. */
  readonly action?: Child
  readonly span?: CardSpan
  /** Lets a table reach the card's edges. */
  readonly flush?: boolean
  readonly id?: string
  readonly children: Child
}

/**
 * One subject on its own ground. Cards stand in a Grid.
 * @example <Grid><Card title="Yang menunggu Anda" span="two-thirds" flush><DataTable … /></Card></Grid>
 */
export const Card = (p: CardProps) => (
  <section class={`card span-${p.span ?? 'full'}${p.flush ? ' flush' : ''}`} id={p.id}>
    {p.title || p.action ? (
      <div class="card-head">
        <div>
          {p.title ? <h2>{p.title}</h2> : null}
          {p.note ? <p class="muted small">{p.note}</p> : null}
        </div>
        {p.action ? <div class="card-action">{p.action}</div> : null}
      </div>
    ) : null}
    {p.children}
  </section>
)

/** The page's grid of cards. */
export const Grid = (p: { children: Child }) => <div class="grid">{p.children}</div>
