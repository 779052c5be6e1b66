import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { inForce, may } from '../core/access/may.ts'
import type { Permission } from '../core/access/permissions.ts'
import { civilDate, type LocalDate } from '../core/shared/local-date.ts'
import type { Db } from '../db/database.ts'
import type { Page, Unit } from '../features/context.ts'
import { type Locale, locales } from '../ui/messages.ts'
import { roleName } from '../ui/role-names.ts'
import { uiText } from '../ui/ui-messages.ts'
import { ErrorContent, errorStatus, errorTitle, type PageError } from './error-page.tsx'
import { findUnit } from './find-unit.ts'
import { homeUnitId } from './home-unit.ts'
import { Layout, PublicLayout } from './layout.tsx'
import { navigation } from './navigation.ts'
import { sendHtml } from './send-html.ts'
import type { Services, Session } from './services.ts'

export const defaultZone = 'Asia/Jakarta'
const noticeCookie = 'zona_notice'
const localeCookie = 'zona_lang'

/** A cookie that no script reads and no other site sends along; `maxAge` in seconds. */
function keepCookie(
  { c, services }: Pick<Shell, 'c' | 'services'>,
  name: string,
  text: string,
  maxAge: number,
) {
  const secure = services.origin.startsWith('https:')
  setCookie(c, name, text, { path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge })
}

/** A sentence that the next page shows once. */
export const keepNotice = (shell: Pick<Shell, 'c' | 'services'>, notice: string): void =>
  keepCookie(shell, noticeCookie, encodeURIComponent(notice), 60)

/** The language asked for in the address, chosen before, or of the person. */
export function chooseLocale(c: Context, services: Services, session: Session | null): Locale {
  const asked = locales.find(locale => locale === c.req.query('lang'))
  if (asked) keepCookie({ c, services }, localeCookie, asked, 31_536_000)
  return asked ?? locales.find(locale => locale === getCookie(c, localeCookie)) ?? session?.locale ?? 'id'
}

/** One request, as its page's frame needs it. */
export type Shell = {
  readonly c: Context
  readonly services: Services
  readonly session: Session | null
  readonly locale: Locale
  readonly unit: Unit | null
}

/** A page inside the shell of whoever asks. */
export async function showPage(shell: Shell, page: Page): Promise<Response> {
  const { c, services, session, locale } = shell
  const flash = getCookie(c, noticeCookie)
  if (flash) keepCookie(shell, noticeCookie, '', 0)
  const assets = {
    stylesheet: services.assets.stylesheet.path,
    icon: services.assets.icon.path,
    scripts: (page.islands ?? []).flatMap(name => services.assets.islands[name]?.path ?? []),
  }
  const shared = {
    locale,
    title:
      page.status === 422 || page.status === 409
        ? `${uiText[locale]('error.prefix')} ${page.title}`
        : page.title,
    assets,
    brand: services.brand ?? undefined,
    notice: flash ? { tone: 'success' as const, children: safeDecode(flash) } : undefined,
    helpHref: '/bantuan',
  }
  c.header('cache-control', 'no-store')
  if (!session)
    return sendHtml(
      c,
      <PublicLayout {...shared} width={page.wide ? 'wide' : 'narrow'}>
        {page.body}
      </PublicLayout>,
      page,
    )
  const unit = shell.unit ?? (await homeUnit(services.db, session, civilDate(services.clock(), defaultZone)))
  const today = civilDate(services.clock(), unit?.zone ?? defaultZone)
  const { actor } = session
  const can = (permission: Permission) => may(actor, permission, unit && { unitPath: unit.path }, today)
  const held = actor.grants.find(grant => inForce(grant, today) && unit?.path.includes(grant.unitId))
  const year = Number(c.req.param('year'))
  return sendHtml(
    c,
    <Layout
      {...shared}
      user={{ name: actor.name, roleLabel: held ? roleName(held.role, locale) : '' }}
      unit={unit ? { name: unit.name, shortName: unit.shortName, href: '/' } : undefined}
      nav={navigation(locale, unit, Number.isInteger(year) ? year : null, today, page.current, can)}
      accountHref="/akun"
      signOutAction="/keluar"
      landscape={page.landscape ?? false}
    >
      {page.body}
    </Layout>,
    page,
  )
}

async function homeUnit(db: Db, session: Session, today: LocalDate): Promise<Unit | null> {
  const id = homeUnitId(session.actor, session.unitId, today)
  return id === null ? null : findUnit(db, { id })
}

/** Empty where it cannot be a notice of ours: anybody can write a cookie. */
function safeDecode(text: string): string {
  try {
    const notice = decodeURIComponent(text)
    return notice.includes('\0') ? '' : notice
  } catch {
    return ''
  }
}

/** An error in the shell of whoever asks; it reads no database unless a session was found. */
export async function plainError(
  c: Context,
  services: Services,
  error: PageError,
  session: Session | null = null,
): Promise<Response> {
  const locale = chooseLocale(c, services, session)
  const shell: Shell = { c, services, session, locale, unit: null }
  const back = pageBefore(c, services)
  const body = <ErrorContent locale={locale} error={error} {...(back === undefined ? {} : { back })} />
  return showPage(shell, { title: errorTitle(locale, error), body, status: errorStatus[error.kind] })
}

/** The page of ours that led here, whole: an address without its origin could name another site. */
function pageBefore(c: Context, { origin }: Services): string | undefined {
  const from = c.req.header('referer')
  if (from === undefined || !from.startsWith(`${origin}/`)) return undefined
  return c.req.method === 'GET' && from === `${origin}${c.req.path}` ? undefined : from
}
