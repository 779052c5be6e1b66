/**
 * Evidence: what proves that something was done. The bytes lie in a content-addressed store (`store/`), taken in
 * by `receiveUpload`; `addEvidence` turns received uploads into pieces of evidence. The tables are in
 * `src/db/migrations/0004-evidence.sql`; the words of a slot, not its id, say what a link fills.
 */
export { addEvidence } from './bring/add-evidence.ts'
export type { AddServices as EvidencePageServices } from './bring/add-routes.tsx'
export type { EvidenceServices } from './bring/receive-file.ts'
export { receiveUpload } from './bring/receive-upload.ts'
export { openContentReader } from './content/content-reader.ts'
export {
  type EvidenceStanding,
  evidenceStanding,
  StandingNotice,
  withoutEvidence,
} from './findings/index.ts'
export { importFolder } from './import/import-folder.ts'
export { resumeImports } from './import/resume-imports.ts'
export { linkEvidence } from './link/link-evidence.ts'
export { evidenceOf, SlotList } from './link/slot-list.tsx'
export { messages as evidenceMessages } from './messages.ts'
export { openEvidence } from './open-evidence.ts'
export { reviewEvidence } from './piece/review-evidence.ts'
export type { Slot } from './queries.ts'
export { evidenceRoutes } from './routes.tsx'
export { foundPieces } from './search/found-pieces.ts'
export { searchEvidence } from './search/search-evidence.ts'
export { readQuery, type SearchFilter } from './search/search-filter.ts'
export { sweepStore, verifyStore } from './store/store-audit.ts'
export { dropExpiredUploads } from './upload/drop-upload.ts'
