import { BlockList } from 'node:net'
import { yearOf } from '../../core/shared/local-date.ts'
import { PageHead } from '../../ui/display/page-head.tsx'
import { type Request, type Route, unitOf } from '../context.ts'
import { type AddServices, addRoutes } from './bring/add-routes.tsx'
import { evidencePath, words } from './evidence-request.ts'
import { exportRoutes } from './export/export-routes.tsx'
import { shareRoutes } from './export/share-routes.tsx'
import { missingStanding, StandingNotice } from './findings/findings-notice.tsx'
import { findingRoutes } from './findings/findings-routes.tsx'
import { importRoutes } from './import/import-routes.tsx'
import { linkRoutes } from './link/link-routes.tsx'
import { pieceRoutes } from './piece/piece-routes.tsx'
import { previewRoutes } from './preview/preview-routes.tsx'
import { searchRoutes } from './search/search-routes.tsx'
import { StoreProblem } from './store/object-store.ts'
import { uploadRoutes } from './upload/upload-routes.ts'

const standingNote = async (request: Request) => (
  <StandingNotice
    locale={request.locale}
    base={evidencePath(request)}
    standing={await missingStanding(request.db, unitOf(request).id, yearOf(request.today), request.today)}
  />
)

/** Says so where the store does not answer, whatever page needed it. */
const whileStoreAnswers = (route: Route): Route => ({
  ...route,
  handler: async (c, request) => {
    try {
      return await route.handler(c, request)
    } catch (error) {
      if (!(error instanceof StoreProblem)) throw error
      const t = words(request)
      return request.page({
        title: t(error.kind),
        status: 503,
        body: (
          <>
            <PageHead title={t(error.kind)} />
            <p>{t(`${error.kind}.text`)}</p>
          </>
        ),
      })
    }
  },
})

/** Every page of the evidence. `proxies` are those whose word on a visitor's address is believed. */
export const evidenceRoutes = (services: AddServices, proxies = new BlockList()): Route[] =>
  everyRoute(services, proxies).map(whileStoreAnswers)

const everyRoute = (services: AddServices, proxies: BlockList): Route[] => [
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
