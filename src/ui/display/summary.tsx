import type { Child } from 'hono/jsx'

export type SummaryRow = { readonly key: string; readonly value: Child; readonly action?: Child }

/**
 * Facts of one thing as pairs, each with an optional action.
 * @example <SummaryList rows={[{ key: 'Tahun', value: '2026', action: <a href="…">Ubah</a> }]} />
 */
export const SummaryList = (p: { rows: readonly SummaryRow[] }) => (
  <dl class="govuk-summary-list">
    {p.rows.map(r => (
      <div class={`govuk-summary-list__row${r.action ? '' : ' govuk-summary-list__row--no-actions'}`}>
        <dt class="govuk-summary-list__key">{r.key}</dt>
        <dd class="govuk-summary-list__value">{r.value}</dd>
        {r.action ? <dd class="govuk-summary-list__actions">{r.action}</dd> : null}
      </div>
    ))}
  </dl>
)

/**
 * An explanation for those who want it, closed at first.
 * @example <Details summary="Mengapa baris ini diperingatkan?">…</Details>
 */
export const Details = (p: { summary: Child; open?: boolean; children: Child }) => (
  <details class="govuk-details" open={p.open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{p.summary}</span>
    </summary>
    <div class="govuk-details__text">{p.children}</div>
  </details>
)
