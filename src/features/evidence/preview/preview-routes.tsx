import type { Context } from 'hono'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { ButtonLink } from '../../../ui/forms/button.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, type Request, type Route, unitOf } from '../../context.ts'
import { kindOfType } from '../bring/file-kinds.ts'
import {
  describeContentProblem,
  describeContentWarning,
  ReadableBlocks,
  textKinds,
  toReadable,
} from '../content/index.ts'
import { evidencePath, viewerOf, words } from '../evidence-request.ts'
import { pieceRoute } from '../piece/on-piece.ts'
import { type StoredFile, storedFile } from '../queries.ts'
import type { ObjectStore } from '../store/object-store.ts'
import { thumbnailOf } from './content-of.ts'
import { previewMessages } from './messages.ts'

/** What the page of a piece shows of its bytes, apart from the bytes themselves. */
export function previewRoutes(services: { readonly store: ObjectStore }): Route[] {
  const onFile =
    (work: (c: Context, request: Request, file: StoredFile) => Response | Promise<Response>) =>
    async (c: Context, request: Request) => {
      const [id = '', no = ''] = [c.req.param('id'), c.req.param('version')]
      const file = await storedFile(request.db, unitOf(request).id, id, no, viewerOf(request))
      return file ? work(c, request, file) : request.notFound()
    }

  return [
    get(
      `${pieceRoute}/gambar-kecil/:version`,
      'evidence.read',
      onFile(async (c, request, { sha256 }) => {
        const picture = await thumbnailOf(request.db, sha256)
        if (!picture) return request.notFound()
        c.set('contentPolicy', "sandbox; default-src 'none'")
        const tag = `"${sha256}-kecil"`
        const headers = {
          etag: tag,
          'cache-control': 'private, no-cache, no-transform',
          'content-type': 'image/webp',
          'x-content-type-options': 'nosniff',
        }
        return c.req.header('if-none-match') === tag
          ? new Response(null, { status: 304, headers })
          : new Response(Uint8Array.from(picture), { headers })
      }),
    ),
    get(
      `${pieceRoute}/isi/:version`,
      'evidence.read',
      onFile(async (c, request, file) => {
        const kind = kindOfType(file.type)
        if (!kind || !textKinds.includes(kind)) return request.notFound()
        const { locale } = request
        const t = translator(previewMessages, locale)
        const content = await toReadable(await services.store.read(file.sha256), kind)
        const here = `${evidencePath(request)}/${c.req.param('id')}`
        return request.page({
          title: file.pieceTitle,
          current: 'evidence',
          body: (
            <>
              <Breadcrumbs
                locale={locale}
                items={[
                  { text: words(request)('evidence'), href: evidencePath(request) },
                  { text: file.pieceTitle, href: here },
                  { text: words(request)('version', { n: file.no }) },
                ]}
              />
              <PageHead
                title={t('frame', { name: file.fileName })}
                actions={
                  <ButtonLink href={`${here}/berkas/${file.no}`} kind="quiet">
                    {t('save')}
                  </ButtonLink>
                }
              />
              {content.ok ? (
                <>
                  {content.value.warnings.map(warning => (
                    <Notice locale={locale} tone="info">
                      <p>{describeContentWarning(warning, locale)}</p>
                    </Notice>
                  ))}
                  <ReadableBlocks locale={locale} blocks={content.value.blocks} />
                </>
              ) : (
                <Notice locale={locale} tone="warning">
                  <p>{describeContentProblem(content.problem, locale)}</p>
                </Notice>
              )}
            </>
          ),
        })
      }),
    ),
  ]
}
