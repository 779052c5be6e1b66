import type { Context } from 'hono'
import { bundleLimits } from '../../../core/bundle/format.ts'
import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { tagMarkup } from '../../../ui/display/tag.tsx'
import { formatDateTime } from '../../../ui/format.ts'
import { ButtonLink } from '../../../ui/forms/button.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, postStream, type Request, type Route, unitOf } from '../../context.ts'
import { findZone } from '../../organisation/index.ts'
import { closeCycle } from '../cycle/move-cycle.ts'
import { typedFields } from '../fill/fill-form.ts'
import { messages } from '../messages.ts'
import { cycleOf, cyclePath } from '../of-request.ts'
import { showOverview } from '../overview/overview-routes.tsx'
import { knownKeys } from './known-keys.ts'
import { pageMessages } from './page-messages.ts'
import { bundleOf } from './queries.ts'
import { readPostedFile } from './read-posted-file.ts'
import { describeUnreadable, reportOf } from './report.ts'
import { reportMarkup } from './report-markup.ts'
import { publicKeyPem, type SigningKeys } from './signing-key.ts'
import { VerifyPage } from './verify.view.tsx'
import { verifyHere } from './verify-here.ts'

async function close(c: Context, request: Request, keys: SigningKeys) {
  const cycle = await cycleOf(c, request)
  if (!cycle) return request.notFound()
  const typed = typedFields(await c.req.parseBody({ all: true }))
  const version = Number(/^\d{1,9}$/.exec(typed.get('version') ?? '')?.[0] ?? 0)
  const result = await closeCycle(request, { unitId: unitOf(request).id, cycleId: cycle.id, version }, keys)
  const path = cyclePath(request, cycle)
  if (result.ok) return request.go(path, translator(messages, request.locale)('close.done'))
  const { problem } = result
  if (problem.kind !== 'ledger-does-not-hold') return showOverview(request, cycle, { problem })
  const t = translator(pageMessages, request.locale)
  return request.page({
    title: t('close.refused'),
    current: 'assessment',
    status: 409,
    body: (
      <PageHead
        title={t('close.refused')}
        note={t('ledger.broken', { fault: problem.faults[0] ?? '' })}
        actions={
          <ButtonLink href={path} kind="quiet">
            {t('ledger.back')}
          </ButtonLink>
        }
      />
    ),
  })
}

async function download(c: Context, request: Request) {
  const cycle = await cycleOf(c, request)
  const bundle = cycle && (await bundleOf(request.db, cycle.id))
  if (!cycle || !bundle) return request.notFound()
  const name = `lke-${unitOf(request).slug}-${cycle.year}${cycle.kind === 'checklist' ? '-daftar' : ''}.zip`
  return new Response(bundle.content, {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(bundle.content.length),
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-cache',
      etag: `"${bundle.sha256}"`,
    },
  })
}

async function showKeys(request: Request, keys: SigningKeys) {
  const zone = await findZone(request.db, null)
  const t = translator(pageMessages, request.locale)
  return request.page({
    title: t('keys'),
    wide: true,
    body: (
      <>
        <PageHead
          title={t('keys')}
          note={t('keys.note')}
          actions={
            <ButtonLink href="/periksa" kind="quiet">
              {t('keys.verify')}
            </ButtonLink>
          }
        />
        <Card flush>
          <DataTable
            caption={t('keys')}
            rows={await knownKeys(request.db, keys)}
            empty={{ title: t('keys.empty'), text: t('keys.empty.text') }}
            columns={[
              {
                header: t('fingerprint'),
                rowHeader: true,
                width: 'grow',
                cell: ({ fingerprint }) => <code class="key-text">{fingerprint}</code>,
              },
              {
                header: t('pem'),
                cell: ({ publicKey }) => <code class="key-text">{publicKeyPem(publicKey)}</code>,
              },
              {
                header: t('since'),
                width: 'shrink',
                cell: ({ since, current }) => (
                  <>
                    {since ? formatDateTime(since, zone, request.locale) : '–'}
                    <span class="sub">{current ? tagMarkup('done', t('key.current')) : t('key.before')}</span>
                  </>
                ),
              },
            ]}
          />
        </Card>
      </>
    ),
  })
}

async function showVerify(request: Request, keys: SigningKeys) {
  const trusted = (await knownKeys(request.db, keys)).map(({ fingerprint }) => fingerprint)
  return verifyPage(request, trusted, {})
}

async function verify(c: Context, request: Request, keys: SigningKeys) {
  const trusted = (await knownKeys(request.db, keys)).map(({ fingerprint }) => fingerprint)
  const file = await readPostedFile(c, 'bundel')
  const t = translator(pageMessages, request.locale)
  if (!file.ok)
    return verifyPage(request, trusted, {
      error:
        file.problem === 'no-file'
          ? t('no-file')
          : describeUnreadable({ kind: 'file-too-large', limit: bundleLimits.file }, request.locale),
    })
  const result = await verifyHere(file.value, trusted.length > 0 ? trusted : null)
  return verifyPage(
    request,
    trusted,
    result.ok
      ? { report: reportMarkup(reportOf(result.value, request.locale, await findZone(request.db, null))) }
      : { error: describeUnreadable(result.problem, request.locale) },
  )
}

const verifyPage = async (
  request: Request,
  trusted: readonly string[],
  { error, report }: Pick<Parameters<typeof VerifyPage>[0], 'error' | 'report'>,
) =>
  request.page({
    title: translator(pageMessages, request.locale)('verify'),
    wide: true,
    status: error === undefined ? 200 : 422,
    islands: ['verify-bundle'],
    body: (
      <VerifyPage
        locale={request.locale}
        zone={await findZone(request.db, null)}
        trusted={trusted}
        error={error}
        report={report}
      />
    ),
  })

/** Closing with its bundle, and the public pages that check one. They stand before the pages of an area. */
export const bundleRoutes = (keys: SigningKeys): Route[] => [
  post('/u/:unit/lke/:year/tutup', 'assessment.close', (c, request) => close(c, request, keys)),
  get('/u/:unit/lke/:year/bundel', 'assessment.read', download),
  get('/kunci', 'public', (_c, request) => showKeys(request, keys)),
  get('/periksa', 'public', (_c, request) => showVerify(request, keys)),
  postStream('/periksa', 'public', (c, request) => verify(c, request, keys)),
]
