import { describe, expect, test } from 'vitest'
import { ErrorPage, errorStatus } from './error-page.tsx'
import { Layout, PublicLayout } from './layout.tsx'

const assets = { stylesheet: '/assets/zona.css', icon: '/assets/zona.svg' }
const draw = async (locale: 'id' | 'en') =>
  String(
    await (
      <Layout
        locale={locale}
        title="Rencana <aksi>"
        assets={assets}
        csrf="token"
        user={{ name: 'Siti', roleLabel: 'Ketua Tim ZI' }}
        unit={{ name: 'Dinas Penanaman Modal', shortName: 'DPM', href: '/unit' }}
        nav={[
          {
            label: 'Pembangunan',
            items: [
              { href: '/plan', text: 'Rencana aksi', current: true, count: 4, countLabel: 'terlambat' },
            ],
          },
        ]}
      >
        <h1>Isi</h1>
      </Layout>
    ).toString(),
  )

describe('The page around the content', () => {
  test('is a whole document in the reader’s language, with the page’s name first', async () => {
    const page = await draw('id')
    expect(page.startsWith('<!doctype html><html lang="id"')).toBe(true)
    expect(page).toContain('<title>Rencana &lt;aksi&gt; · Zona</title>')
    expect(await draw('en')).toContain('<html lang="en"')
  })

  test('lets the keyboard skip to the content', async () => {
    const page = await draw('id')
    expect(page).toContain('<a href="#main" class="govuk-skip-link">Langsung ke isi</a>')
    expect(page).toContain('<main id="main" tabindex="-1"')
  })

  test('needs no script and no style attribute, which the security policy forbids', async () => {
    expect(await draw('id')).not.toMatch(/<script|\sstyle=|\son\w+=/)
  })

  test('marks the current place and says what is counted', async () => {
    expect(await draw('id')).toContain(
      '<a href="/plan" aria-current="page">Rencana aksi<span class="badge">4<span class="govuk-visually-hidden"> terlambat</span>',
    )
  })

  test('signs out with a posted form that carries the token', async () => {
    expect(await draw('id')).toContain('<input type="hidden" name="_csrf" value="token"/>')
  })

  test('without an account has no navigation', async () => {
    const page = String(
      await (
        <PublicLayout locale="id" title="Masuk" assets={assets}>
          x
        </PublicLayout>
      ).toString(),
    )
    expect(page).not.toContain('<nav')
  })
})

describe('An error page', () => {
  const error = async (e: Parameters<typeof ErrorPage>[0]['error'], locale: 'id' | 'en' = 'id') =>
    String(await (<ErrorPage locale={locale} assets={assets} error={e} />).toString())

  test('of a fault shows the reference number and nothing of the fault', async () => {
    expect(await error({ kind: 'fault', reference: 'Z-7F3K' })).toContain('<p class="reference">Z-7F3K</p>')
    expect(errorStatus.fault).toBe(500)
  })

  test('of a missing right says which roles have it and whom to ask', async () => {
    const page = await error({ kind: 'forbidden', permission: 'plan.publish' })
    expect(page).toContain('Halaman ini untuk peran: Pimpinan, Ketua Tim ZI.')
    expect(page).toContain('minta peran itu kepada admin instansi')
  })

  test('of a form that another site sent says that, not that a role is missing', async () => {
    const page = await error({ kind: 'foreign-form' }, 'en')
    expect(page).toContain('did not come from a page of Zona')
    expect(page).not.toContain('administrator')
  })

  test('of a request that is too large says how large it may be', async () => {
    expect(await error({ kind: 'too-large', most: 2_000_000 })).toContain('melebihi 2 MB')
    expect(errorStatus['too-large']).toBe(413)
  })
})
