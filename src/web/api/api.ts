import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { UnitClosed } from '../../db/unit-closed.ts'
import type { ApiEnv } from './authorise.ts'
import { addObligations } from './obligations.ts'
import { addOverview } from './overview.ts'
import { addPlans } from './plans.ts'
import { problem } from './problem.ts'
import { addSettling } from './settle.ts'

export const apiPath = '/api/v1'
const bodyBytes = 64 * 1024

/** The operations for programs. The server gives it its services and mounts it at `apiPath`. */
export const api = new OpenAPIHono<ApiEnv>({
  defaultHook: (result, c) => {
    if (result.success) return
    // An address that cannot exist is not told apart from one that does not.
    if (result.target === 'param') return problem(c, 'not-found')
    const errors = result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
    return problem(c, 'invalid', { errors })
  },
})
api.use(bodyLimit({ maxSize: bodyBytes, onError: c => problem(c, 'too-large') }))
api.onError((error, c) => {
  if (error instanceof HTTPException && error.status === 400) return problem(c, 'malformed')
  if (error instanceof HTTPException && error.status === 415) return problem(c, 'unsupported-media-type')
  if (error instanceof UnitClosed) return problem(c, 'unit-closed')
  return problem(c, 'fault', { reference: c.get('services').fault(error, c.req.routePath) })
})
api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
  type: 'http',
  scheme: 'bearer',
  description: 'zona_…',
})
addOverview(api)
addPlans(api)
addObligations(api)
addSettling(api)
