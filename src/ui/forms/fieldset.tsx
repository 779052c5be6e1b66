import type { Child } from 'hono/jsx'

/**
 * Fields that belong together under one legend.
 * @example <Fieldset legend="Alamat kantor"><TextField … /><TextField … /></Fieldset>
 */
export const Fieldset = (p: { legend: string; hint?: Child; id?: string; children: Child }) => (
  <fieldset
    class="govuk-fieldset fieldset"
    id={p.id}
    aria-describedby={p.hint && p.id ? `${p.id}-hint` : undefined}
  >
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{p.legend}</legend>
    {p.hint ? (
      <div class="govuk-hint" id={p.id ? `${p.id}-hint` : undefined}>
        {p.hint}
      </div>
    ) : null}
    {p.children}
  </fieldset>
)
