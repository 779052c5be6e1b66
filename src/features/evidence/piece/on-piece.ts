import type { Context } from 'hono'
import { type Request, unitOf } from '../../context.ts'
import { evidencePath, viewerOf } from '../evidence-request.ts'
import { onePiece, type PieceDetail } from './piece-detail.ts'

/** Where one piece stands. */
export const pieceRoute = '/u/:unit/bukti/:id{[0-9a-f-]+}'

/** A handler of one piece that stands in the unit and may be seen. */
export const onPiece =
  (work: (c: Context, request: Request, piece: PieceDetail) => Response | Promise<Response>) =>
  async (c: Context, request: Request) => {
    const id = c.req.param('id') ?? ''
    const piece = await onePiece(request.db, unitOf(request).id, id, viewerOf(request))
    return piece ? work(c, request, piece) : request.notFound()
  }

export const which = (request: Request, piece: PieceDetail) => ({
  unitId: unitOf(request).id,
  evidenceId: piece.id,
})

export const piecePath = (request: Request, piece: PieceDetail) => `${evidencePath(request)}/${piece.id}`
