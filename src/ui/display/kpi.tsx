import type { Child } from 'hono/jsx'
import type { Tone } from './obligation-state.ts'

export type KpiProps = {
  readonly label: string
  readonly value: string
  /** Beside the figure: "dari 134". */
  readonly unit?: string
  /** Colours the figure; its meaning must be in `label` or `note` too. */
  readonly tone?: Tone
  /** The threshold, the reason or the next step, best as a link. A figure never stands alone. */
  readonly note: Child
}

/** One figure with what makes it mean something. */
export const Kpi = (p: KpiProps) => (
  <div class="kpi">
    <dt>{p.label}</dt>
    <dd>
      <b class={p.tone ? `text-${p.tone}` : undefined}>{p.value}</b>
      {p.unit ? <span class="kpi-unit"> {p.unit}</span> : null}
      <span class="kpi-note">{p.note}</span>
    </dd>
  </div>
)

/**
 * Figures side by side; on a phone two by two.
 * @example <KpiRow items={[{ label: 'Terlambat', value: '6', tone: 'late', note: <a href="…">tertua 18 hari</a> }]} />
 */
export const KpiRow = (p: { items: readonly KpiProps[] }) => (
  <dl class="kpis">
    {p.items.map(item => (
      <Kpi {...item} />
    ))}
  </dl>
)
