import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'
import type { Tone } from './obligation-state.ts'
import { Tag } from './tag.tsx'

/**
 * Where one is in a short way: import → check → confirm. `current` counts from 0.
 * @example <Steps locale={l} items={['Pilih berkas', 'Periksa', 'Setujui']} current={1} />
 */
export const Steps = (p: { locale: Locale; items: readonly string[]; current: number }) => (
  <ol class="steps" aria-label={uiText[p.locale]('steps.label')}>
    {p.items.map((text, i) => (
      <li
        class={i < p.current ? 'is-done' : i === p.current ? 'is-current' : undefined}
        aria-current={i === p.current ? 'step' : undefined}
      >
        <span class="step-no" aria-hidden="true">
          {i < p.current ? '✓' : i + 1}
        </span>
        {text}
        {i < p.current ? (
          <span class="govuk-visually-hidden"> ({uiText[p.locale]('steps.done')})</span>
        ) : null}
      </li>
    ))}
  </ol>
)

export type Task = {
  readonly text: string
  readonly href?: string
  readonly hint?: string
  readonly tone: Tone
  readonly state: string
}

/**
 * Things to do in any order, each with its state.
 * @example <TaskList id="setup" items={[{ text: 'Isi jadwal V.2.4', href: '…', tone: 'due', state: 'Perlu diisi' }]} />
 */
export const TaskList = (p: { id: string; items: readonly Task[] }) => (
  <ul class="govuk-task-list">
    {p.items.map((t, i) => (
      <li class={`govuk-task-list__item${t.href ? ' govuk-task-list__item--with-link' : ''}`}>
        <div class="govuk-task-list__name-and-hint">
          {t.href ? (
            <a
              class="govuk-task-list__link"
              href={t.href}
              aria-describedby={`${p.id}-${i}-state${t.hint ? ` ${p.id}-${i}-hint` : ''}`}
            >
              {t.text}
            </a>
          ) : (
            <div>{t.text}</div>
          )}
          {t.hint ? (
            <div class="govuk-task-list__hint" id={`${p.id}-${i}-hint`}>
              {t.hint}
            </div>
          ) : null}
        </div>
        <div class="govuk-task-list__status" id={`${p.id}-${i}-state`}>
          <Tag tone={t.tone}>{t.state}</Tag>
        </div>
      </li>
    ))}
  </ul>
)
