export { insertDefaultChapters, prepareChapters } from './prepare-chapters.ts'
export { chapterRoutes } from './routes.tsx'
