export { type FoundToken, findToken } from './find-token.ts'
export { tokenRoutes } from './routes.tsx'
