import { BlockList } from 'node:net'
import type { Route } from '../context.ts'
import { type AddServices, addRoutes } from './add-routes.tsx'
import { shareRoutes } from './export/share-routes.tsx'
import { findingRoutes } from './findings/findings-routes.tsx'
import { pieceRoutes } from './piece-routes.tsx'
import { searchRoutes } from './search/search-routes.tsx'

/** Every page of the evidence. `proxies` are those whose word on a visitor's address is believed. */
export const evidenceRoutes = (services: AddServices, proxies = new BlockList()): Route[] => [
  ...searchRoutes(async () => null),
  ...findingRoutes,
  ...shareRoutes(services, proxies),
  ...addRoutes(services),
  ...pieceRoutes(services),
]
