import type { Child } from 'hono/jsx'
import { formatNumber } from '../format.ts'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'

export type Crumb = { readonly text: string; readonly href?: string }

/**
 * The way here, at most four steps; the last one is this page and no link.
 * @example <Breadcrumbs locale={l} items={[{ text: 'Rencana aksi', href: '/plan' }, { text: 'Impor' }]} />
 */
export const Breadcrumbs = (p: { locale: Locale; items: readonly Crumb[] }) => (
  <nav class="crumbs" aria-label={uiText[p.locale]('breadcrumbs.label')}>
    <ol>
      {p.items.map(c => (
        <li>{c.href ? <a href={c.href}>{c.text}</a> : <span aria-current="page">{c.text}</span>}</li>
      ))}
    </ol>
  </nav>
)

export type Tab = {
  readonly text: string
  readonly href: string
  readonly current?: boolean
  readonly count?: number
}

/**
 * Views of one subject as links: they work without JavaScript and can be sent to a colleague.
 * @example <Tabs label="Tampilan rencana" items={[{ text: 'Tabel', href: '?view=table', current: true }, …]} />
 */
export const Tabs = (p: { label: string; items: readonly Tab[] }) => (
  <nav class="tabs" aria-label={p.label}>
    {p.items.map(t => (
      <a href={t.href} aria-current={t.current ? 'page' : undefined}>
        {t.text}
        {t.count === undefined ? null : <span class="count"> {t.count}</span>}
      </a>
    ))}
  </nav>
)

export type PaginationProps = {
  readonly locale: Locale
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  readonly total: number
  readonly hrefOf: (page: number) => string
}

/**
 * Previous, next, and how much there is. Draws nothing where one page holds all.
 * @example <Pagination locale={l} page={2} pageSize={30} total={230} hrefOf={n => `?page=${n}`} />
 */
export function Pagination(p: PaginationProps) {
  const pages = Math.ceil(p.total / p.pageSize)
  if (pages <= 1) return null
  const t = uiText[p.locale]
  const count = (n: number) => formatNumber(n, p.locale)
  return (
    <nav class="pages" aria-label={t('pagination.label')}>
      {p.page > 1 ? (
        <a rel="prev" href={p.hrefOf(p.page - 1)}>
          ← {t('pagination.previous')}
        </a>
      ) : (
        <span />
      )}
      <span class="muted">
        {t('pagination.shown', {
          from: count((p.page - 1) * p.pageSize + 1),
          to: count(Math.min(p.page * p.pageSize, p.total)),
          total: count(p.total),
        })}
      </span>
      {p.page < pages ? (
        <a rel="next" href={p.hrefOf(p.page + 1)}>
          {t('pagination.next')} →
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

export type FiltersProps = {
  readonly locale: Locale
  readonly action: string
  /** Controls with `labelHidden`, or with labels where the choice is not plain. */
  readonly children: Child
  /** Shown while a filter is on: the page without any. */
  readonly clearHref?: string | undefined
  /** Values of the address that the form must keep (the view, the sort). */
  readonly keep?: Readonly<Record<string, string>>
}

/**
 * Narrows a list; a GET form, so the result has an address.
 * @example <Filters locale={l} action="/plan" clearHref={active ? '/plan' : undefined}><TextField … labelHidden /><SelectField … labelHidden /></Filters>
 */
export const Filters = (p: FiltersProps) => (
  <search>
    <form class="filters" method="get" action={p.action}>
      {Object.entries(p.keep ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {p.children}
      <div class="buttons">
        <button type="submit" class="btn btn-quiet">
          {uiText[p.locale]('filters.apply')}
        </button>
        {p.clearHref ? <a href={p.clearHref}>{uiText[p.locale]('filters.clear')}</a> : null}
      </div>
    </form>
  </search>
)
