import type { BlockList } from 'node:net'
import type { Context } from 'hono'
import { asZone } from '../../../ui/format.ts'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, postWhileClosed, type Request, type Route, unitOf } from '../../context.ts'
import { requestAddress } from '../../organisation/index.ts'
import { fileKinds } from '../bring/file-kinds.ts'
import { evidencePath, viewerOf, zoneOf } from '../evidence-request.ts'
import { onePiece, type PieceDetail } from '../piece/piece-detail.ts'
import { serveFile } from '../piece/serve-file.ts'
import type { ObjectStore } from '../store/object-store.ts'
import { createGuessLimit } from './guess-limit.ts'
import { exportMessages } from './messages.ts'
import { countOpening, findShared } from './open-share.ts'
import { cameraKind, notesOf, publishedCopies } from './published-copy.ts'
import { ShareView } from './share.view.tsx'
import { hashOfCode, makeShareCode } from './share-code.ts'
import { revokeShare, type ShareProblem, shareDays, shareEvidence, sharesOf } from './share-evidence.ts'
import { NothingSharedView, type NothingShown, SharedView } from './shared.view.tsx'

const words = (request: Request) => translator(exportMessages, request.locale)

type Tried = {
  readonly made?: string
  readonly again?: boolean
  readonly days?: string
  readonly errors?: readonly FormError[]
}

/** Sharing a piece, and what stands under the shared address. */
export function shareRoutes(services: { readonly store: ObjectStore }, proxies: BlockList): Route[] {
  const base = '/u/:unit/bukti/:id{[0-9a-f-]+}/bagikan'

  const onPiece =
    (work: (c: Context, request: Request, piece: PieceDetail) => Response | Promise<Response>) =>
    async (c: Context, request: Request) => {
      const id = c.req.param('id') ?? ''
      const piece = await onePiece(request.db, unitOf(request).id, id, viewerOf(request))
      return piece ? work(c, request, piece) : request.notFound()
    }

  async function show(request: Request, piece: PieceDetail, tried: Tried = {}) {
    return request.page({
      title: words(request)('share.title'),
      current: 'evidence',
      status: tried.errors ? 422 : 200,
      body: (
        <ShareView
          locale={request.locale}
          zone={zoneOf(request)}
          now={request.now}
          base={evidencePath(request)}
          piece={{ id: piece.id, title: piece.facts.title, notes: notesOf(piece.versions[0]?.type) }}
          shares={await sharesOf(request.db, unitOf(request).id, piece.id)}
          made={tried.made ?? null}
          again={tried.again ?? false}
          typed={tried.days ?? '90'}
          errors={tried.errors ?? []}
          formKey={request.formKey}
          newKey={request.newId}
        />
      ),
    })
  }

  const sentence = (request: Request, problem: ShareProblem): FormError => ({
    text: words(request)(`share.problem.${problem.kind}`),
  })

  const copyOf = publishedCopies(services)
  /** Why a photo or film is not shared: no copy of it can be made that surely tells no place. */
  async function notCleanable(
    request: Request,
    { versions: [version] }: PieceDetail,
  ): Promise<string | null> {
    const kind = cameraKind(version?.type)
    if (!kind || !version?.sha256 || !version.type || version.size === null) return null
    const { sha256, size, type } = version
    if ((await copyOf({ sha256, size, type })).ok) return null
    const problem = kind === 'mp4' ? 'share.problem.video' : 'share.problem.photo'
    return words(request)(problem, { format: fileKinds[kind].label })
  }

  const nothing = (request: Request, why: NothingShown, status: 404 | 422 | 429) =>
    request.page({
      title: words(request)(`public.${why}`),
      status,
      body: <NothingSharedView locale={request.locale} why={why} />,
    })

  const guesses = createGuessLimit()
  /** A handler for whoever holds a valid code; others learn nothing, and the eager ones wait. */
  const onShared =
    (
      work: (
        c: Context,
        request: Request,
        shared: NonNullable<Awaited<ReturnType<typeof findShared>>>,
      ) => Response | Promise<Response>,
    ) =>
    async (c: Context, request: Request) => {
      c.header('x-robots-tag', 'noindex')
      const address = requestAddress(c, proxies) ?? ''
      if (guesses.tooMany(address, request.now)) return nothing(request, 'many', 429)
      const shared = await findShared(request.db, c.req.param('code') ?? '', request.now)
      if (shared) return work(c, request, shared)
      guesses.wrong(address, request.now)
      return nothing(request, 'gone', 404)
    }

  return [
    get(
      base,
      'evidence.share',
      onPiece((_c, request, piece) => show(request, piece)),
    ),
    post(
      base,
      'evidence.share',
      onPiece(async (c, request, piece) => {
        const typed = String((await c.req.parseBody()).days ?? '')
        const days = shareDays.find(one => String(one) === typed)
        if (days === undefined)
          return show(request, piece, {
            errors: [{ field: 'days', text: words(request)('share.problem.days') }],
          })
        const problem = await notCleanable(request, piece)
        if (problem !== null) return show(request, piece, { days: typed, errors: [{ text: problem }] })
        const code = makeShareCode()
        const shared = await shareEvidence(request, {
          unitId: unitOf(request).id,
          evidenceId: piece.id,
          cleaned: piece.versions[0]?.sha256 ?? null,
          code,
          days,
        })
        if (!shared.ok)
          return show(request, piece, { days: typed, errors: [sentence(request, shared.problem)] })
        // The same form once more made nothing new, so this code opens nothing.
        if (shared.value.codeHash !== hashOfCode(code)) return show(request, piece, { again: true })
        return show(request, piece, { made: `${request.origin}/b/${code}` })
      }),
    ),
    postWhileClosed(
      `${base}/:share/cabut`,
      'evidence.share',
      onPiece(async (c, request, piece) => {
        const revoked = await revokeShare(request, {
          unitId: unitOf(request).id,
          evidenceId: piece.id,
          shareId: c.req.param('share') ?? '',
        })
        return revoked.ok
          ? request.go(`${evidencePath(request)}/${piece.id}/bagikan`, words(request)('share.done'))
          : request.notFound()
      }),
    ),
    get(
      '/b/:code',
      'public',
      onShared(async (c, request, shared) => {
        await countOpening(request, shared)
        return request.page({
          title: shared.title,
          wide: true,
          body: (
            <SharedView
              locale={request.locale}
              zone={asZone(shared.zone)}
              shared={shared}
              notes={notesOf(shared.type)}
              download={`/b/${c.req.param('code')}/berkas`}
            />
          ),
        })
      }),
    ),
    get(
      '/b/:code/berkas',
      'public',
      onShared(async (c, request, shared) => {
        const copy = await copyOf(shared)
        if (!copy.ok) return nothing(request, 'noCopy', 422)
        return serveFile(c, copy.value.from, { ...copy.value, fileName: shared.fileName })
      }),
    ),
  ]
}
