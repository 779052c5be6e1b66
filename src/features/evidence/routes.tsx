import { get, type Route, unitOf } from '../context.ts'
import { type AddServices, addRoutes } from './add-routes.tsx'
import { evidencePath, viewerOf, words, zoneOf } from './evidence-request.ts'
import { ListView } from './list.view.tsx'
import { pieceRoutes } from './piece-routes.tsx'
import { unitPieces } from './queries.ts'

/** Every page of the evidence. */
export const evidenceRoutes = (services: AddServices): Route[] => [
  get('/u/:unit/bukti', 'evidence.read', async (c, request) => {
    const filter = {
      q: (c.req.query('q') ?? '').slice(0, 200),
      kind: c.req.query('jenis') ?? '',
      state: c.req.query('status') ?? '',
      area: c.req.query('area') ?? '',
      mine: c.req.query('saya') === '1',
    }
    const asked = Number(c.req.query('hal') ?? '1')
    const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
    const found = await unitPieces(request.db, unitOf(request).id, viewerOf(request), filter, page)
    return request.page({
      title: words(request)('evidence'),
      current: 'evidence',
      body: (
        <ListView
          {...found}
          locale={request.locale}
          zone={zoneOf(request)}
          base={evidencePath(request)}
          filter={filter}
          page={page}
          mayAdd={request.may('evidence.add')}
        />
      ),
    })
  }),
  ...addRoutes(services),
  ...pieceRoutes(services),
]
