import type { Child } from 'hono/jsx'
import { type Permission, rolesWith } from '../core/access/permissions.ts'
import { formatBytes } from '../ui/format.ts'
import { defineMessages, type Locale, translator } from '../ui/messages.ts'
import { roleName } from '../ui/role-names.ts'
import { type PageAssets, PublicLayout } from './layout.tsx'

const messages = defineMessages({
  back: { id: 'Kembali ke halaman sebelumnya', en: 'Back to the page before' },
  home: { id: 'Ke beranda', en: 'To the start page' },
  'not-found.title': { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  'not-found.text': {
    id: 'Alamatnya mungkin salah ketik, atau isinya sudah dipindahkan. Periksa alamat, atau mulai dari beranda.',
    en: 'The address may be mistyped, or what it held has moved. Check it, or begin at the start page.',
  },
  'forbidden.title': { id: 'Anda belum berhak membuka halaman ini', en: 'You may not open this page' },
  'forbidden.roles': {
    id: (d: { roles: string }) =>
      `Halaman ini untuk peran: ${d.roles}. Bila pekerjaan Anda memerlukannya, minta peran itu kepada admin instansi.`,
    en: (d: { roles: string }) =>
      `This page is for the roles: ${d.roles}. If your work needs it, ask the agency administrator for such a role.`,
  },
  'foreign-form.title': { id: 'Isian tidak diterima', en: 'What was sent was not taken' },
  'foreign-form.text': {
    id: 'Isian ini tidak datang dari halaman Zona, jadi tidak ada yang tersimpan. Buka halamannya di Zona, lalu kirim lagi.',
    en: 'What was sent did not come from a page of Zona, so nothing was saved. Open the page in Zona and send it again.',
  },
  'closed.title': { id: 'Unit ini sudah ditutup', en: 'This unit is closed' },
  'closed.text': {
    id: 'Isinya tetap dapat dibaca, tetapi tidak ada yang dapat ditambah atau diubah. Admin unit di atasnya dapat membukanya kembali.',
    en: 'What it holds can still be read, but nothing can be added or changed. An administrator of the unit above it can reopen it.',
  },
  'too-large.title': { id: 'Kiriman terlalu besar', en: 'What was sent is too large' },
  'too-large.text': {
    id: (d: { most: string }) =>
      `Yang dikirim melebihi ${d.most}, jadi tidak ada yang tersimpan. Kembali ke halaman sebelumnya, perkecil berkasnya atau persingkat isiannya, lalu kirim lagi.`,
    en: (d: { most: string }) =>
      `What was sent is larger than ${d.most}, so nothing was saved. Go back, make the file smaller or the text shorter, and send it again.`,
  },
  'invalid.title': { id: 'Permintaan tidak dapat diproses', en: 'The request could not be processed' },
  'invalid.text': {
    id: 'Isi yang dikirim tidak lengkap atau formulirnya sudah kedaluwarsa. Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi.',
    en: 'What was sent is incomplete, or the form has expired. Go back, reload the page and send it again.',
  },
  'fault.title': { id: 'Terjadi gangguan pada sistem', en: 'Something went wrong on our side' },
  'fault.text': {
    id: 'Ini bukan kesalahan Anda. Tidak ada yang tersimpan setengah. Coba lagi; bila tetap gagal, sampaikan nomor ini kepada admin instansi:',
    en: 'It is not your fault, and nothing was saved by half. Try again; if it still fails, give your administrator this number:',
  },
})

/** What went wrong, as far as the reader may know. */
export type PageError =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly permission: Permission }
  /** A form of another site. */
  | { readonly kind: 'foreign-form' }
  /** A unit that is closed takes no more writes. */
  | { readonly kind: 'closed' }
  /** `most` in bytes. */
  | { readonly kind: 'too-large'; readonly most: number }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'fault'; readonly reference: string }

/** The HTTP status that goes with each page. */
export const errorStatus = {
  'not-found': 404,
  forbidden: 403,
  'foreign-form': 403,
  closed: 409,
  'too-large': 413,
  invalid: 422,
  fault: 500,
} as const

export const errorTitle = (locale: Locale, { kind }: PageError): string =>
  translator(messages, locale)(`${kind}.title`)

/** The words of an error page, for drawing it inside the signed-in Layout. `back` is the page one came from. */
export function ErrorContent(p: { locale: Locale; error: PageError; homeHref?: string; back?: string }) {
  const t = translator(messages, p.locale)
  const e = p.error
  let body: Child
  switch (e.kind) {
    case 'forbidden': {
      const roles = rolesWith(e.permission).map(role => roleName(role, p.locale))
      body = <p>{t('forbidden.roles', { roles: roles.join(', ') })}</p>
      break
    }
    case 'too-large':
      body = <p>{t('too-large.text', { most: formatBytes(e.most, p.locale) })}</p>
      break
    case 'fault':
      body = (
        <>
          <p>{t('fault.text')}</p>
          <p class="reference">{e.reference}</p>
        </>
      )
      break
    default:
      body = <p>{t(`${e.kind}.text`)}</p>
  }
  return (
    <div class="prose error-page">
      <p class="error-code">{errorStatus[e.kind]}</p>
      <h1>{errorTitle(p.locale, e)}</h1>
      {body}
      {p.back === undefined ? null : (
        <p>
          <a href={p.back}>{t('back')}</a>
        </p>
      )}
      <p>
        <a href={p.homeHref ?? '/'}>{t('home')}</a>
      </p>
    </div>
  )
}

/**
 * A whole error page, for any reader.
 * @example c.html(<ErrorPage locale={l} assets={assets} error={{ kind: 'fault', reference }} />, 500)
 */
export const ErrorPage = (p: {
  locale: Locale
  assets: PageAssets
  error: PageError
  brand?: string
  homeHref?: string
}) => (
  <PublicLayout locale={p.locale} title={errorTitle(p.locale, p.error)} assets={p.assets} brand={p.brand}>
    <ErrorContent locale={p.locale} error={p.error} homeHref={p.homeHref ?? '/'} />
  </PublicLayout>
)
