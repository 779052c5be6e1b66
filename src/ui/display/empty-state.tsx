import type { Child } from 'hono/jsx'

export type EmptyStateProps = {
  /** What is empty, as a fact: "Belum ada rencana untuk 2026". */
  readonly title: string
  /** What this place is for, and what happens next. */
  readonly text?: Child
  /** Usually one ButtonLink. */
  readonly action?: Child
}

/**
 * An empty place that says what belongs there and how to begin.
 * @example <EmptyState title="Belum ada bukti" text="Bukti muncul di sini setelah diunggah." action={<ButtonLink href="…">Unggah bukti</ButtonLink>} />
 */
export const EmptyState = (p: EmptyStateProps) => (
  <div class="empty">
    <p class="empty-title">{p.title}</p>
    {p.text ? <p>{p.text}</p> : null}
    {p.action ? <div class="buttons">{p.action}</div> : null}
  </div>
)
