import { BlockList } from 'node:net'
import { yearOf } from '../../core/shared/local-date.ts'
import { type Request, type Route, unitOf } from '../context.ts'
import { type AddServices, addRoutes } from './add-routes.tsx'
import { evidencePath } from './evidence-request.ts'
import { exportRoutes } from './export/export-routes.tsx'
import { shareRoutes } from './export/share-routes.tsx'
import { missingStanding, StandingNotice } from './findings/findings-notice.tsx'
import { findingRoutes } from './findings/findings-routes.tsx'
import { importRoutes } from './import/import-routes.tsx'
import { linkRoutes } from './link-routes.tsx'
import { pieceRoutes } from './piece-routes.tsx'
import { previewRoutes } from './preview/preview-routes.tsx'
import { searchRoutes } from './search/search-routes.tsx'
import { uploadRoutes } from './upload/upload-routes.ts'

const standingNote = async (request: Request) => (
  <StandingNotice
    locale={request.locale}
    base={evidencePath(request)}
    standing={await missingStanding(request.db, unitOf(request).id, yearOf(request.today), request.today)}
  />
)

/** Every page of the evidence. `proxies` are those whose word on a visitor's address is believed. */
export const evidenceRoutes = (services: AddServices, proxies = new BlockList()): Route[] => [
  ...searchRoutes(standingNote),
  ...findingRoutes,
  ...exportRoutes(services),
  ...importRoutes(services),
  ...shareRoutes(services, proxies),
  ...previewRoutes(services),
  ...addRoutes(services),
  ...uploadRoutes(services),
  ...pieceRoutes(services),
  ...linkRoutes,
]
