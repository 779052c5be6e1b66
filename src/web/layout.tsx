import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Notice, type NoticeProps } from '../ui/display/notice.tsx'
import { HiddenFields } from '../ui/forms/form.tsx'
import { asMarkup, markupOf } from '../ui/markup.ts'
import { type Locale, translator } from '../ui/messages.ts'
import { layoutMessages } from './layout-messages.ts'

export type NavItem = {
  readonly href: string
  readonly text: string
  readonly current?: boolean
  /** Things that wait there; 0 shows nothing. */
  readonly count?: number
  /** What is counted, for screen readers: "terlambat". */
  readonly countLabel?: string
}
export type NavGroup = { readonly label?: string; readonly items: readonly NavItem[] }

/** Addresses of the compiled files, from `loadAssets`. */
export type PageAssets = {
  readonly stylesheet: string
  readonly icon: string
  /** Islands of this page. */
  readonly scripts?: readonly string[]
}

type Shared = {
  readonly locale: Locale
  /** The page's name; the browser shows "name · Zona". */
  readonly title: string
  readonly assets: PageAssets
  /** The theme: a file of tokens in assets/brands under this name. */
  readonly brand?: string | undefined
  /** The address of this page in the other language; default `?lang=` on the same page. */
  readonly languageHref?: string
  readonly homeHref?: string
  readonly helpHref?: string
  readonly version?: string
  readonly notice?: Omit<NoticeProps, 'locale'> | undefined
  readonly children: Child
}

export type LayoutProps = Shared & {
  readonly user?: { readonly name: string; readonly roleLabel: string } | undefined
  readonly unit?: { readonly name: string; readonly shortName: string; readonly href: string } | undefined
  readonly nav: readonly NavGroup[]
  /** Token of the sign-out form. */
  readonly csrf?: string
  readonly accountHref?: string
  readonly signOutAction?: string
  /** Printed across the page: wide tables, the year. */
  readonly landscape?: boolean
}

const Document = (
  p: Pick<Shared, 'locale' | 'title' | 'brand' | 'assets' | 'children'> & { skip: string },
) => (
  <html lang={p.locale} data-brand={p.brand}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${p.title} · Zona`}</title>
      <link rel="stylesheet" href={p.assets.stylesheet} />
      <link rel="icon" href={p.assets.icon} type="image/svg+xml" />
      {(p.assets.scripts ?? []).map(src => (
        <script type="module" src={src} />
      ))}
    </head>
    <body>
      <a href="#main" class="govuk-skip-link">
        {p.skip}
      </a>
      {p.children}
    </body>
  </html>
)

const NavList = (p: { groups: readonly NavGroup[] }) => (
  <>
    {p.groups.map(g => (
      <>
        {g.label ? <p>{g.label}</p> : null}
        <ul>
          {g.items.map(i => (
            <li>
              <a href={i.href} aria-current={i.current ? 'page' : undefined}>
                {i.text}
                {i.count ? (
                  <span class="badge">
                    {i.count}
                    {i.countLabel ? <span class="govuk-visually-hidden"> {i.countLabel}</span> : null}
                  </span>
                ) : null}
              </a>
            </li>
          ))}
        </ul>
      </>
    ))}
  </>
)

const otherLanguage: Record<Locale, { locale: Locale; short: string; name: string }> = {
  id: { locale: 'en', short: 'EN', name: 'English' },
  en: { locale: 'id', short: 'ID', name: 'Bahasa Indonesia' },
}

const SignOut = (p: { action: string | undefined; csrf: string | undefined; label: string }) => (
  <form method="post" action={p.action ?? '/sign-out'}>
    {p.csrf ? <HiddenFields csrf={p.csrf} /> : null}
    <button type="submit" class="top-button">
      {p.label}
    </button>
  </form>
)

function LanguageLink(p: { locale: Locale; href: string | undefined }) {
  const other = otherLanguage[p.locale]
  return (
    <a class="lang" href={p.href ?? `?lang=${other.locale}`} lang={other.locale} hreflang={other.locale}>
      {other.name}
    </a>
  )
}

const Footer = (p: { text: string; help: string; helpHref: string; version: string }) => (
  <footer class="foot">
    <span>
      <b>{p.version}</b> · {p.text}
    </span>
    <a href={p.helpHref}>{p.help}</a>
  </footer>
)

/**
 * The whole page of a signed-in person: header, navigation, content, footer.
 * @example c.html(<Layout locale={l} title="Rencana aksi" nav={nav} user={user} unit={unit} assets={assets} csrf={csrf}>…</Layout>)
 */
export function Layout(p: LayoutProps) {
  const t = translator(layoutMessages, p.locale)
  // Drawn once; it stands in the menu and at the side.
  const nav = asMarkup(markupOf(<NavList groups={p.nav} />))
  const waiting = p.nav.some(g => g.items.some(i => (i.count ?? 0) > 0))
  return html`<!doctype html>${(
    <Document {...p} skip={t('skip')}>
      <header class="top">
        <details class="menu">
          <summary>
            <span class="menu-icon" aria-hidden="true" />
            {t('menu')}
            {waiting ? <span class="menu-dot" aria-hidden="true" /> : null}
          </summary>
          <nav class="nav" aria-label={t('nav.label')}>
            {p.unit ? (
              <a class="nav-unit" href={p.unit.href}>
                {p.unit.name}
              </a>
            ) : null}
            {nav}
            <div class="nav-foot">
              {p.user ? (
                <a class="who" href={p.accountHref ?? '/account'}>
                  <b>{p.user.name}</b>
                  <span>{p.user.roleLabel}</span>
                </a>
              ) : null}
              <LanguageLink locale={p.locale} href={p.languageHref} />
              {p.user ? <SignOut action={p.signOutAction} csrf={p.csrf} label={t('sign-out')} /> : null}
            </div>
          </nav>
        </details>
        <a class="mark" href={p.homeHref ?? '/'}>
          Zona
        </a>
        {p.unit ? (
          <a class="unit" href={p.unit.href}>
            <span class="unit-name">{p.unit.name}</span>
            <abbr class="unit-short" title={p.unit.name}>
              {p.unit.shortName}
            </abbr>
          </a>
        ) : null}
        <div class="me">
          <LanguageLink locale={p.locale} href={p.languageHref} />
          {p.user ? (
            <>
              <a class="who" href={p.accountHref ?? '/account'}>
                <span class="govuk-visually-hidden">{t('account.label')}: </span>
                <b>{p.user.name}</b>
                <span>{p.user.roleLabel}</span>
              </a>
              <SignOut action={p.signOutAction} csrf={p.csrf} label={t('sign-out')} />
            </>
          ) : null}
        </div>
      </header>
      <div class="shell">
        <nav class="nav side" aria-label={t('nav.label')}>
          {nav}
        </nav>
        <div class="content">
          <main id="main" tabindex={-1} class={p.landscape ? 'landscape' : undefined}>
            {p.notice ? <Notice locale={p.locale} {...p.notice} /> : null}
            {p.children}
          </main>
          <Footer
            text={t('footer.about')}
            help={t('help')}
            helpHref={p.helpHref ?? '/help'}
            version={t('version', { version: p.version ?? '' }).trim()}
          />
        </div>
      </div>
    </Document>
  )}`
}

export type PublicLayoutProps = Shared & {
  /** The agency's name at the top; without it "Zona". */
  readonly agency?: string
  /** Narrow for a form (default), wide for the portal. */
  readonly width?: 'narrow' | 'wide'
}

/**
 * A page without an account: signing in, errors, the public portal.
 * @example c.html(<PublicLayout locale={l} title="Masuk" assets={assets}>…</PublicLayout>)
 */
export function PublicLayout(p: PublicLayoutProps) {
  const t = translator(layoutMessages, p.locale)
  return html`<!doctype html>${(
    <Document {...p} skip={t('skip')}>
      <header class="top">
        <a class="mark" href={p.homeHref ?? '/'}>
          {p.agency ?? 'Zona'}
        </a>
        <div class="me">
          <LanguageLink locale={p.locale} href={p.languageHref} />
        </div>
      </header>
      <div class={`public public-${p.width ?? 'narrow'}`}>
        <main id="main" tabindex={-1}>
          {p.notice ? <Notice locale={p.locale} {...p.notice} /> : null}
          {p.children}
        </main>
        <Footer
          text={t('footer.about')}
          help={t('help')}
          helpHref={p.helpHref ?? '/help'}
          version={t('version', { version: p.version ?? '' }).trim()}
        />
      </div>
    </Document>
  )}`
}
