import type { Context } from 'hono'
import { translator } from '../../../ui/messages.ts'
import { get, type Request, type Route, unitOf } from '../../context.ts'
import { describeFileProblem } from '../bring/describe-problem.ts'
import { bodyOf } from '../bring/read-upload-form.ts'
import type { EvidenceServices, FileProblem } from '../bring/receive-file.ts'
import { uploadPath } from '../evidence-request.ts'
import { type PartProblem, type Progress, uploadsInParts } from './continue-upload.ts'
import { messages } from './messages.ts'
import { startUpload } from './start-upload.ts'
import { checksumOf, nameOf, partType, tus, wholeNumber } from './tus.ts'

type Services = EvidenceServices & { readonly onStored?: () => void }

/**
 * Uploads that go on where they broke off, by the tus protocol 1.0.0 with its extensions creation, checksum,
 * termination and expiration: see docs/decisions/0011. A refusal says why in the sentence of the form.
 */
export function uploadRoutes(services: Services): Route[] {
  const uploads = uploadsInParts(services)
  const words = (request: Request) => translator(messages, request.locale)

  const answer = (c: Context, status: 200 | 201 | 204, headers: Record<string, string>) =>
    c.body(null, status, { ...tus.always, ...headers })
  const refuse = (status: number, text: string) =>
    new Response(text, {
      status,
      headers: { ...tus.always, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })

  const refusePart = (request: Request, problem: PartProblem) =>
    problem.kind === 'file'
      ? refuse(
          fileStatus(problem.problem),
          describeFileProblem(problem.problem, problem.fileName, request.locale),
        )
      : refuse(partStatus[problem.kind], words(request)(`problem.${problem.kind}`))

  const progress = (c: Context, status: 200 | 204, { upload, offset }: Progress) =>
    answer(c, status, {
      'cache-control': 'no-store',
      'upload-offset': String(offset),
      'upload-length': String(upload.size),
      'upload-expires': upload.expiresAt.toUTCString(),
    })

  /** Every request but OPTIONS names the version it speaks. */
  const spoken =
    (work: (c: Context, request: Request) => Promise<Response>) =>
    async (c: Context, request: Request): Promise<Response> =>
      c.req.header('tus-resumable') === tus.version
        ? work(c, request)
        : c.body(null, 412, { ...tus.always, 'tus-version': tus.version })

  const which = (c: Context, request: Request) => ({
    id: c.req.param('upload') ?? '',
    unitId: unitOf(request).id,
  })
  const base = '/u/:unit/bukti/unggahan'
  const route = (method: Route['method'], path: string, handler: Route['handler']): Route => ({
    method,
    path,
    permission: 'evidence.add',
    handler,
  })

  return [
    route('OPTIONS', base, c =>
      answer(c, 204, {
        'tus-version': tus.version,
        'tus-extension': tus.extensions,
        'tus-checksum-algorithm': 'sha1,sha256',
        'tus-max-size': String(services.largest),
      }),
    ),
    route(
      'POST',
      base,
      spoken(async (c, request) => {
        const size = wholeNumber(c.req.header('upload-length'))
        const name = nameOf(c.req.header('upload-metadata'))
        if (size === null || name === null || c.req.header('upload-concat') !== undefined)
          return refuse(400, words(request)('problem.request'))
        const started = await startUpload(request, services, { unitId: unitOf(request).id, name, size })
        if (started.ok)
          return answer(c, 201, {
            location: `${uploadPath(request)}/${started.value.id}`,
            'upload-expires': started.value.expiresAt.toUTCString(),
          })
        const { problem } = started
        return problem.kind === 'too-many'
          ? refuse(429, words(request)('problem.too-many', { n: problem.most }))
          : refuse(fileStatus(problem), describeFileProblem(problem, name, request.locale))
      }),
    ),
    // Hono answers HEAD by the route of GET.
    get(
      `${base}/:upload`,
      'evidence.add',
      spoken(async (c, request) => {
        const looked = await uploads.look(request, which(c, request))
        return looked.ok ? progress(c, 200, looked.value) : refusePart(request, looked.problem)
      }),
    ),
    {
      ...route(
        'PATCH',
        `${base}/:upload`,
        spoken(async (c, request) => {
          const offset = wholeNumber(c.req.header('upload-offset'))
          const checksum = checksumOf(c.req.header('upload-checksum'))
          if (c.req.header('content-type') !== partType) return refuse(415, words(request)('problem.request'))
          if (offset === null || checksum === 'unknown') return refuse(400, words(request)('problem.request'))
          const length = wholeNumber(c.req.header('content-length'))
          const part = { offset, length, checksum, bytes: bodyOf(c) }
          const taken = await uploads.take(request, which(c, request), part)
          if (!taken.ok) return refusePart(request, taken.problem)
          if (taken.value.upload.received) services.onStored?.()
          return progress(c, 204, taken.value)
        }),
      ),
      streams: true,
    },
    route(
      'DELETE',
      `${base}/:upload`,
      spoken(async (c, request) => {
        const ended = await uploads.end(request, which(c, request))
        return ended.ok ? answer(c, 204, {}) : refusePart(request, ended.problem)
      }),
    ),
  ]
}

const partStatus: Readonly<Record<Exclude<PartProblem['kind'], 'file'>, number>> = {
  gone: 404,
  offset: 409,
  'past-end': 413,
  // A status of the protocol's own.
  checksum: 460,
  broken: 400,
}
const fileStatus = (problem: FileProblem): number =>
  problem.kind === 'too-large'
    ? 413
    : problem.kind === 'store-full'
      ? 507
      : problem.kind === 'store-unavailable' || problem.kind === 'scan-unavailable'
        ? 503
        : 422
