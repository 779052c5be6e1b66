import { raw } from 'hono/html'
import { obligationStates } from '../display/obligation-state.ts'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'
import { ganttShapes } from './gantt.ts'

/**
 * What the colours and marks mean; one a page is enough. `marks` shows the shapes of the Gantt.
 * @example <StateLegend locale={l} />
 */
export const StateLegend = (p: { locale: Locale; marks?: boolean }) => (
  <ul class="legend">
    {obligationStates.map(state => (
      <li>
        {p.marks ? (
          <svg viewBox="-8 0 16 22" aria-hidden="true">
            {raw(ganttShapes[state])}
          </svg>
        ) : (
          <i class={`p-${state}`} aria-hidden="true" />
        )}
        {uiText[p.locale](`state.${state}`)}
      </li>
    ))}
  </ul>
)
