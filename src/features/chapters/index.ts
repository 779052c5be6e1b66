export { findDocumentUnit } from './queries.ts'
export { chapterRoutes } from './routes.tsx'
