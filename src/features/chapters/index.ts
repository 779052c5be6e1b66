export { chapterRoutes } from './routes.tsx'
