import { z } from 'zod'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { get, post, postStream, type Request, type Route, unitOf } from '../../context.ts'
import type { AddServices } from '../bring/add-routes.tsx'
import { takeForm } from '../bring/take-form.ts'
import {
  type EvidenceProblem,
  evidencePath,
  factErrors,
  problemError,
  statusOf,
  unitPath,
  uploadPath,
  viewerOf,
  words,
  zoneOf,
} from '../evidence-request.ts'
import { unlinkEvidence } from '../link/link-evidence.ts'
import { contentOf } from '../preview/content-of.ts'
import { Preview } from '../preview/preview.view.tsx'
import { storedFile } from '../queries.ts'
import { addVersion, editEvidence } from './change-evidence.ts'
import { EditView } from './edit.view.tsx'
import { factFields, readFacts, type TypedFacts, typedFrom } from './facts.ts'
import { factsBetween } from './facts-between.ts'
import { mayEdit, mayReview, mayUnlink, mayWithdraw } from './may-change.ts'
import { onPiece, piecePath, pieceRoute, which } from './on-piece.ts'
import { PieceView } from './piece.view.tsx'
import { onePiece, type PieceDetail, type PieceLink } from './piece-detail.ts'
import type { PieceProps } from './piece-props.ts'
import { reviewEvidence } from './review-evidence.ts'
import { serveFile } from './serve-file.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'

const text = z.string().optional().catch(undefined)
const Form = z.object({
  ...Object.fromEntries(factFields.map(name => [name, text])),
  decision: z.enum(['accepted', 'returned']).optional().catch(undefined),
  reason: text,
  withdrawn: text,
  link: text,
  revision: z.coerce.number().int().catch(0),
})
const Facts = z.object(Object.fromEntries(factFields.map(name => [name, text])))

type Tried = Pick<PieceProps, 'typed' | 'waiting' | 'errors'> & { readonly status: 200 | 409 | 422 }
const untried: Tried = { typed: {}, waiting: [], errors: [], status: 200 }

/** One piece of evidence: its page, its bytes, and what may be done to it. */
export function pieceRoutes(services: AddServices): Route[] {
  const rights = (request: Request, piece: PieceDetail) => ({
    edit: mayEdit(request.actor, piece, unitOf(request).path, request.today),
    review: mayReview(request.actor, piece, unitOf(request).path, request.today),
    withdraw: mayWithdraw(request.actor, piece, unitOf(request).path, request.today),
    link: request.may('evidence.add') && piece.state !== 'withdrawn',
    unlink: (link: PieceLink) => mayUnlink(request.actor, piece, link, unitOf(request).path, request.today),
    share: request.may('evidence.share') && piece.state !== 'withdrawn',
  })

  async function show(request: Request, id: string, tried: Tried = untried) {
    // Read again: after a refusal the page shows the piece as it stands now.
    const piece = await onePiece(request.db, unitOf(request).id, id, viewerOf(request))
    if (!piece) return request.notFound()
    const sha256 = piece.versions[0]?.sha256
    return request.page({
      title: piece.facts.title,
      current: 'evidence',
      status: tried.status,
      islands: rights(request, piece).edit ? ['upload'] : [],
      body: (
        <PieceView
          {...tried}
          locale={request.locale}
          zone={zoneOf(request)}
          unitPath={unitPath(request)}
          services={services}
          piece={piece}
          formKey={request.formKey}
          endpoint={uploadPath(request)}
          newKey={request.newId}
          preview={
            <Preview
              locale={request.locale}
              here={`${evidencePath(request)}/${piece.id}`}
              piece={piece}
              content={sha256 ? await contentOf(request.db, sha256) : null}
              mayEdit={rights(request, piece).edit}
            />
          }
          can={rights(request, piece)}
        />
      ),
    })
  }

  const refused = (
    request: Request,
    piece: PieceDetail,
    problem: EvidenceProblem,
    tried: Partial<Tried> = {},
  ) =>
    problem.kind === 'not-found'
      ? request.notFound()
      : show(request, piece.id, {
          ...untried,
          ...tried,
          errors: [problemError(request, problem)],
          status: statusOf(problem),
        })

  const showEdit = (
    request: Request,
    piece: PieceDetail,
    typed: TypedFacts,
    revision: number,
    errors: readonly FormError[] = [],
    status: 200 | 409 | 422 = 200,
  ) =>
    request.page({
      title: words(request)('edit'),
      current: 'evidence',
      status,
      body: (
        <EditView
          locale={request.locale}
          base={evidencePath(request)}
          piece={piece}
          revision={revision}
          typed={typed}
          errors={errors}
          formKey={request.formKey}
        />
      ),
    })

  return [
    get(pieceRoute, 'evidence.read', (c, request) => show(request, c.req.param('id') ?? '')),
    get(`${pieceRoute}/berkas/:version`, 'evidence.read', async (c, request) => {
      const [id = '', no = ''] = [c.req.param('id'), c.req.param('version')]
      const file = await storedFile(request.db, unitOf(request).id, id, no, viewerOf(request))
      return file ? serveFile(c, services.store, file) : request.notFound()
    }),
    postStream(
      `${pieceRoute}/versi`,
      'evidence.edit',
      onPiece(async (c, request, piece) => {
        if (!rights(request, piece).edit) return request.notFound()
        const taken = await takeForm(c, request, services)
        const tried = { typed: { url: taken.field('url') }, waiting: taken.waiting }
        if (taken.errors.length > 0)
          return show(request, piece.id, { ...tried, errors: taken.errors, status: 422 })
        const added = await addVersion(taken.request, {
          ...which(request, piece),
          revision: Number(taken.field('revision')),
          upload: taken.waiting.at(-1)?.id ?? null,
          link: taken.link,
        })
        if (added.ok) services.onStored?.()
        return added.ok
          ? request.go(piecePath(request, piece), words(request)('done.version', { n: added.value.version }))
          : refused(request, piece, added.problem, tried)
      }),
    ),
    get(
      `${pieceRoute}/ubah`,
      'evidence.edit',
      onPiece((_c, request, piece) =>
        rights(request, piece).edit
          ? showEdit(request, piece, typedFrom(piece.facts), piece.revision)
          : request.notFound(),
      ),
    ),
    post(
      `${pieceRoute}/ubah`,
      'evidence.edit',
      onPiece(async (c, request, piece) => {
        if (!rights(request, piece).edit) return request.notFound()
        const body = await c.req.parseBody({ all: true })
        const { revision } = Form.parse(body)
        const typed: TypedFacts = Facts.parse(body)
        const facts = readFacts(typed, true)
        if (!facts.ok)
          return showEdit(request, piece, typed, revision, factErrors(request, facts.problem), 422)
        const edited = await editEvidence(request, {
          ...which(request, piece),
          revision,
          facts: facts.value,
        })
        if (edited.ok) return request.go(piecePath(request, piece), words(request)('done.edited'))
        const others = edited.problem.kind === 'stale' ? factsBetween(typed, piece.facts, request.locale) : []
        const errors = [problemError(request, edited.problem), ...others]
        return showEdit(request, piece, typed, piece.revision, errors, statusOf(edited.problem))
      }),
    ),
    post(
      `${pieceRoute}/periksa`,
      'evidence.review',
      onPiece(async (c, request, piece) => {
        if (rights(request, piece).review === 'no') return request.notFound()
        const form = Form.parse(await c.req.parseBody({ all: true }))
        const reason = form.reason ?? ''
        if (!form.decision) return request.notFound()
        const { decision } = form
        const reviewed = await reviewEvidence(request, {
          ...which(request, piece),
          revision: form.revision,
          decision,
          reason,
        })
        return reviewed.ok
          ? request.go(piecePath(request, piece), words(request)(`done.${decision}`))
          : refused(request, piece, reviewed.problem, { typed: { reason } })
      }),
    ),
    post(
      `${pieceRoute}/tarik`,
      'evidence.edit',
      onPiece(async (c, request, piece) => {
        if (!rights(request, piece).withdraw && piece.state !== 'accepted') return request.notFound()
        const form = Form.parse(await c.req.parseBody({ all: true }))
        const withdrawn = await withdrawEvidence(request, {
          ...which(request, piece),
          revision: form.revision,
          reason: form.withdrawn ?? '',
        })
        if (withdrawn.ok) return request.go(piecePath(request, piece), words(request)('done.withdrawn'))
        const { problem } = withdrawn
        const error = problemError(request, problem)
        return problem.kind === 'reason-too-short'
          ? show(request, piece.id, {
              ...untried,
              typed: { withdrawn: form.withdrawn ?? '' },
              errors: [{ ...error, field: 'withdrawn' }],
              status: 422,
            })
          : refused(request, piece, problem)
      }),
    ),
    post(
      `${pieceRoute}/lepas`,
      'evidence.add',
      onPiece(async (c, request, piece) => {
        const form = Form.parse(await c.req.parseBody({ all: true }))
        const link = piece.links.find(({ id }) => id === form.link)
        // Of an accepted or withdrawn piece nobody may, and the operation says why.
        const changeable = piece.state !== 'accepted' && piece.state !== 'withdrawn'
        if (link && changeable && !rights(request, piece).unlink(link))
          return refused(request, piece, { kind: 'not-yours' })
        const unlinked = await unlinkEvidence(request, {
          ...which(request, piece),
          linkId: form.link ?? '',
        })
        return unlinked.ok
          ? request.go(piecePath(request, piece), words(request)('done.unlinked'))
          : refused(request, piece, unlinked.problem)
      }),
    ),
  ]
}
