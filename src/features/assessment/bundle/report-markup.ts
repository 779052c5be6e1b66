import { asMarkup, escapeText, type Markup } from '../../../ui/markup.ts'
import type { BundleReport } from './report.ts'

const tones = { holds: 'done', fails: 'late', unchecked: 'due' } as const

/** The report as markup: the server puts it on its page, and the browser's island after a check of its own. */
export function reportMarkup({ tone, verdict, about, facts, rows }: BundleReport): Markup {
  const pairs = facts
    .map(
      ([name, value]) =>
        `<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${escapeText(name)}</dt><dd class="govuk-summary-list__value bundle-value">${escapeText(value)}</dd></div>`,
    )
    .join('')
  const checks = rows
    .map(
      ({ name, state, stateText, lines }) =>
        `<li class="bundle-check"><h3>${escapeText(name)} <span class="tag ${tones[state]}">${escapeText(stateText)}</span></h3>${lines.map(line => `<p>${escapeText(line)}</p>`).join('')}</li>`,
    )
    .join('')
  return asMarkup(
    `<section class="card bundle-report"><div class="notice notice-${tone}" role="status"><p class="notice-title">${escapeText(verdict)}</p></div><h2>${escapeText(about)}</h2><dl class="govuk-summary-list">${pairs}</dl><ul class="bundle-checks">${checks}</ul></section>`,
  )
}

/** One sentence in place of a report. */
export const unreadableMarkup = (sentence: string): Markup =>
  asMarkup(
    `<div class="notice notice-warning" role="alert"><p class="notice-title">${escapeText(sentence)}</p></div>`,
  )
