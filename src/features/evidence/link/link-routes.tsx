import { z } from 'zod'
import { yearOf } from '../../../core/shared/local-date.ts'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { evidencePath, problemError, statusOf, words } from '../evidence-request.ts'
import { onPiece, piecePath, pieceRoute, which } from '../piece/on-piece.ts'
import type { PieceDetail } from '../piece/piece-detail.ts'
import { linkableObligations, planYears } from '../queries.ts'
import { type LinkTyped, LinkView, readTarget } from './link.view.tsx'
import { linkEvidence } from './link-evidence.ts'

const text = z.string().optional().catch(undefined)
const Form = z.object({ target: text, year: text, page: text })

const showLink = async (
  request: Request,
  piece: PieceDetail,
  typed: LinkTyped,
  asked: string | undefined,
  errors: readonly FormError[] = [],
  status: 200 | 409 | 422 = 200,
) => {
  const years = await planYears(request.db, unitOf(request).id)
  const now = yearOf(request.today)
  const year = years.find(one => String(one) === asked) ?? (years.includes(now) ? now : (years[0] ?? now))
  return request.page({
    title: words(request)('linkAdd'),
    current: 'evidence',
    status,
    body: (
      <LinkView
        locale={request.locale}
        base={evidencePath(request)}
        piece={piece}
        year={year}
        years={years}
        linkable={await linkableObligations(request.db, unitOf(request).id, year)}
        typed={typed}
        errors={errors}
        formKey={request.formKey}
      />
    ),
  })
}

/** A piece proves further obligations. */
export const linkRoutes: Route[] = [
  get(
    `${pieceRoute}/kaitkan`,
    'evidence.add',
    onPiece((c, request, piece) => showLink(request, piece, { target: '', page: '' }, c.req.query('tahun'))),
  ),
  post(
    `${pieceRoute}/kaitkan`,
    'evidence.add',
    onPiece(async (c, request, piece) => {
      const form = Form.parse(await c.req.parseBody({ all: true }))
      const typed = { target: form.target ?? '', page: form.page ?? '' }
      const linked = await linkEvidence(request, {
        ...which(request, piece),
        target: { ...readTarget(typed.target), page: typed.page.trim().slice(0, 60) },
      })
      return linked.ok
        ? request.go(piecePath(request, piece), words(request)('done.linked'))
        : showLink(
            request,
            piece,
            typed,
            form.year,
            [problemError(request, linked.problem)],
            statusOf(linked.problem),
          )
    }),
  ),
]
