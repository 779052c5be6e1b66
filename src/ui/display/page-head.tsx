import type { Child } from 'hono/jsx'

/**
 * The answer to the question that the person came with, then as of when and from what.
 * @example <PageHead title="Menuju WBK: kurang 4,18" note="Posisi 24 November 2026 · nilai mandiri 70,82" actions={<ButtonLink href="/print" kind="quiet">Cetak</ButtonLink>} />
 */
export const PageHead = (p: { title: Child; note?: Child; actions?: Child }) => (
  <div class="head">
    <div class="head-text">
      <h1>{p.title}</h1>
      {p.note ? <p class="head-note">{p.note}</p> : null}
    </div>
    {p.actions ? <div class="buttons">{p.actions}</div> : null}
  </div>
)
