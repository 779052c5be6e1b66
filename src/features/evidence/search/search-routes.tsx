import type { Child } from 'hono/jsx'
import { areaCodes } from '../../../core/access/role.ts'
import { evidenceKinds } from '../../../core/evidence/kind.ts'
import { get, type Request, type Route, unitOf } from '../../context.ts'
import { evidencePath, viewerOf, words, zoneOf } from '../evidence-request.ts'
import { foundPieces } from './found-pieces.ts'
import { SearchView } from './search.view.tsx'
import { searchEvidence } from './search-evidence.ts'
import { evidenceStates, readQuery, type SearchFilter } from './search-filter.ts'

/** Rows are drawn fast; passages out of long texts are not. */
const pageSizes = { listed: 200, searched: 25 }

/** The list of a unit's evidence, which is also its search. */
export const searchRoutes = (notesOf: (request: Request) => Promise<Child>): Route[] => [
  get('/u/:unit/bukti', 'evidence.read', async (c, request) => {
    const typed = (c.req.query('q') ?? '').slice(0, 200).trim()
    const year = Number(c.req.query('tahun') ?? '')
    const oneOf = (values: readonly string[], name: string) =>
      values.find(value => value === c.req.query(name)) ?? ''
    const mine = c.req.query('saya') === '1' ? (request.actor?.userId ?? '') : ''
    const filter: SearchFilter = {
      q: readQuery(typed),
      kind: oneOf(evidenceKinds, 'jenis'),
      state: oneOf(evidenceStates, 'status'),
      area: oneOf(areaCodes, 'area'),
      year: Number.isInteger(year) && year > 0 && year < 10_000 ? year : null,
      person: (c.req.query('orang') ?? mine).slice(0, 100).replaceAll('\0', ''),
    }
    const asked = Number(c.req.query('hal') ?? '1')
    const page = {
      size: filter.q === '' ? pageSizes.listed : pageSizes.searched,
      number: Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1,
    }
    const find = async () => {
      const found = await searchEvidence(request.db, unitOf(request).id, viewerOf(request), filter, page)
      return { found, pieces: await foundPieces(request.db, found, zoneOf(request)) }
    }
    const [{ found, pieces }, notes] = await Promise.all([
      find(),
      c.req.url.includes('?') ? null : notesOf(request),
    ])
    return request.page({
      title: words(request)('evidence'),
      current: 'evidence',
      body: (
        <SearchView
          locale={request.locale}
          base={evidencePath(request)}
          filter={filter}
          typed={filter.q === '' ? '' : typed}
          found={found}
          pieces={pieces}
          page={page}
          mayAdd={request.may('evidence.add')}
          mayImport={request.may('evidence.import')}
          notes={notes}
        />
      ),
    })
  }),
]
