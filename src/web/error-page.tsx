import type { Child } from 'hono/jsx'
import { type Permission, rolesWith } from '../core/access/permissions.ts'
import { defineMessages, type Locale, translator } from '../ui/messages.ts'
import { roleName } from '../ui/role-names.ts'
import { type PageAssets, PublicLayout } from './layout.tsx'

const messages = defineMessages({
  home: { id: 'Kembali ke beranda', en: 'Back to the start page' },
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
  'forbidden.form': {
    id: 'Isian ini tidak datang dari halaman Zona, jadi tidak diterima. Buka halamannya di Zona, lalu kirim lagi.',
    en: 'What was sent did not come from a page of Zona, so it was not taken. Open the page in Zona and send it again.',
  },
  'closed.title': { id: 'Unit ini sudah ditutup', en: 'This unit is closed' },
  'closed.text': {
    id: 'Isinya tetap dapat dibaca, tetapi tidak ada yang dapat ditambah atau diubah. Admin unit di atasnya dapat membukanya kembali.',
    en: 'What it holds can still be read, but nothing can be added or changed. An administrator of the unit above it can reopen it.',
  },
  'invalid.title': { id: 'Permintaan tidak dapat diproses', en: 'The request could not be processed' },
  'invalid.text': {
    id: 'Isi yang dikirim tidak lengkap atau formulirnya sudah kedaluwarsa. Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi.',
    en: 'What was sent is incomplete, or the form has expired. Go back, reload the page and send it again.',
  },
  'too-many.title': { id: 'Terlalu banyak permintaan', en: 'Too many requests' },
  'too-many.text': { id: 'Tunggu sebentar, lalu coba lagi.', en: 'Wait a moment, then try again.' },
  'too-many.wait': {
    id: (d: { seconds: number }) => `Coba lagi dalam ${d.seconds} detik.`,
    en: (d: { seconds: number }) => `Try again in ${d.seconds} seconds.`,
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
  /** Without the permission that was missing it is a form of another site. */
  | { readonly kind: 'forbidden'; readonly permission?: Permission }
  /** A unit that is closed takes no more writes. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'invalid'; readonly text?: string }
  | { readonly kind: 'too-many'; readonly seconds?: number }
  | { readonly kind: 'fault'; readonly reference: string }

/** The HTTP status that goes with each page. */
export const errorStatus = {
  'not-found': 404,
  forbidden: 403,
  closed: 409,
  invalid: 422,
  'too-many': 429,
  fault: 500,
} as const

/** The words of an error page, for drawing it inside the signed-in Layout. */
export function ErrorContent(p: { locale: Locale; error: PageError; homeHref?: string }) {
  const t = translator(messages, p.locale)
  const e = p.error
  let body: Child
  switch (e.kind) {
    case 'not-found':
      body = <p>{t('not-found.text')}</p>
      break
    case 'forbidden':
      body = (
        <p>
          {e.permission
            ? t('forbidden.roles', {
                roles: rolesWith(e.permission)
                  .map(role => roleName(role, p.locale))
                  .join(', '),
              })
            : t('forbidden.form')}
        </p>
      )
      break
    case 'closed':
      body = <p>{t('closed.text')}</p>
      break
    case 'invalid':
      body = <p>{e.text ?? t('invalid.text')}</p>
      break
    case 'too-many':
      body = (
        <p>{e.seconds === undefined ? t('too-many.text') : t('too-many.wait', { seconds: e.seconds })}</p>
      )
      break
    case 'fault':
      body = (
        <>
          <p>{t('fault.text')}</p>
          <p class="reference">{e.reference}</p>
        </>
      )
  }
  return (
    <div class="prose error-page">
      <p class="error-code">{errorStatus[e.kind]}</p>
      <h1>{t(`${e.kind}.title`)}</h1>
      {body}
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
  <PublicLayout
    locale={p.locale}
    title={translator(messages, p.locale)(`${p.error.kind}.title`)}
    assets={p.assets}
    brand={p.brand}
  >
    <ErrorContent locale={p.locale} error={p.error} homeHref={p.homeHref ?? '/'} />
  </PublicLayout>
)
