import type { Context } from 'hono'
import { isId } from '../../../core/shared/id.ts'
import { yearOf } from '../../../core/shared/local-date.ts'
import { err } from '../../../core/shared/result.ts'
import { boundKey } from '../../../db/request-key.ts'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, type Handler, post, postStream, type Request, type Route, unitOf } from '../../context.ts'
import type { AddServices } from '../bring/add-routes.tsx'
import { cleanName } from '../bring/clean-name.ts'
import { BrokenForm, readUploadForm } from '../bring/read-upload-form.ts'
import { evidencePath, zoneOf } from '../evidence-request.ts'
import { planYears } from '../export/year-queries.ts'
import { linkableObligations } from '../queries.ts'
import { BeginView } from './begin.view.tsx'
import { beginLinks, beginZip, largestList } from './begin-import.ts'
import { checkLinks } from './check-links.ts'
import { choosePlaces, type Place, readPlace } from './choose-places.ts'
import { describeBegin } from './describe-row.ts'
import { ImportView } from './import.view.tsx'
import { importMessages } from './import-messages.ts'
import {
  type ImportHead,
  importCounts,
  importRow,
  importRows,
  oneImport,
  unitImports,
  type View,
  views,
} from './import-queries.ts'
import { PlaceView } from './place.view.tsx'
import { runImport } from './run-import.ts'
import { startImport } from './take-import.ts'

const words = (request: Request) => translator(importMessages, request.locale)
/** Seconds after which a page of a running import asks again. */
const again = 4

/** Bringing in what an agency has: sending it, correcting where it goes, and watching it come. */
export function importRoutes(services: AddServices): Route[] {
  async function showBegin(request: Request, asked: number, errors: readonly FormError[] = []) {
    const unitId = unitOf(request).id
    const years = await planYears(request.db, unitId)
    const year = [asked, yearOf(request.today), ...years].find(one => years.includes(one)) ?? asked
    return request.page({
      title: words(request)('title'),
      current: 'evidence',
      status: errors.length > 0 ? 422 : 200,
      body: (
        <BeginView
          locale={request.locale}
          zone={zoneOf(request)}
          base={evidencePath(request)}
          years={years}
          year={year}
          past={await unitImports(request.db, unitId)}
          errors={errors}
          formKey={request.formKey}
        />
      ),
    })
  }

  async function show(c: Context, request: Request, head: ImportHead, errors: readonly FormError[] = []) {
    const view: View = views.find(one => one === c.req.query('lihat')) ?? 'all'
    const asked = Number(c.req.query('hal') ?? '1')
    const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
    // A browser without scripts keeps this too.
    if (head.state === 'running') c.header('refresh', String(again))
    return request.page({
      title: words(request)('title'),
      current: 'evidence',
      status: errors.length > 0 ? 422 : 200,
      body: (
        <ImportView
          locale={request.locale}
          base={evidencePath(request)}
          head={head}
          counts={await importCounts(request.db, head.id)}
          rows={await importRows(request.db, head.id, view, page)}
          view={view}
          page={page}
          errors={errors}
          newKey={request.newId}
        />
      ),
    })
  }

  async function begin(c: Context, request: Request) {
    const where = { unitId: unitOf(request).id, year: Number(c.req.param('year')) }
    const form = await readUploadForm(c, async ({ name: given, bytes }) => {
      const { name, extension } = cleanName(given)
      const deps = { ...request, requestKey: boundKey(c.req.query('kunci'), [where.year, name]) }
      if (extension === 'zip') return beginZip(deps, services, { ...where, name }, bytes)
      if (extension !== 'csv' && extension !== 'xlsx') return err({ kind: 'wrong-kind' as const })
      const whole = await collect(bytes, largestList)
      return whole
        ? beginLinks(deps, { ...where, name }, whole)
        : err({ kind: 'too-large' as const, largest: largestList })
    }).catch(error => {
      if (error instanceof BrokenForm) return null
      throw error
    })
    if (!form) return err({ kind: 'broken-form' as const })
    return form.files[0] ?? err({ kind: 'no-file' as const })
  }

  /** A handler of an import of the unit. */
  const onImport =
    (work: (c: Context, request: Request, head: ImportHead) => Response | Promise<Response>): Handler =>
    async (c, request) => {
      const head = await oneImport(request.db, unitOf(request).id, c.req.param('id') ?? '')
      return head ? work(c, request, head) : request.notFound()
    }
  const base = '/u/:unit/bukti/impor'
  const one = `${base}/:id{[0-9a-f-]+}`
  const here = (request: Request, head: ImportHead) => `${evidencePath(request)}/impor/${head.id}`

  return [
    get(base, 'evidence.import', (c, request) => showBegin(request, Number(c.req.query('tahun')))),
    postStream(`${base}/tahun/:year`, 'evidence.import', async (c, request) => {
      const year = Number(c.req.param('year'))
      if (!Number.isInteger(year) || year < 2000 || year > 2100) return request.notFound()
      const begun = await begin(c, request)
      if (begun.ok) return request.go(`${evidencePath(request)}/impor/${begun.value.id}`)
      const { problem } = begun
      const text =
        problem.kind === 'wrong-kind' || problem.kind === 'broken-form' || problem.kind === 'no-file'
          ? words(request)(`problem.${problem.kind}`)
          : describeBegin(problem, request.locale)
      return showBegin(request, year, [{ field: 'file', text }])
    }),
    get(
      one,
      'evidence.import',
      onImport((c, request, head) => show(c, request, head)),
    ),
    post(
      `${one}/pilih`,
      'evidence.import',
      onImport(async (c, request, head) => {
        const places = new Map<string, Place>()
        for (const [name, value] of Object.entries(await c.req.parseBody())) {
          const row = name.startsWith('p-') ? name.slice(2) : ''
          const place = isId(row) && typeof value === 'string' ? readPlace(value) : null
          if (place) places.set(row, place)
        }
        const chosen = await choosePlaces(request, {
          unitId: unitOf(request).id,
          importId: head.id,
          year: head.year,
          places,
        })
        if (!chosen.ok)
          return show(c, request, head, [{ text: words(request)(`problem.${chosen.problem.kind}`) }])
        const query = new URL(c.req.url).search
        return request.go(
          `${here(request, head)}${query}`,
          words(request)('saved', { n: chosen.value.changed }),
        )
      }),
    ),
    get(
      `${one}/berkas/:file`,
      'evidence.import',
      onImport(async (c, request, head) => {
        const row = await importRow(request.db, head.id, c.req.param('file') ?? '')
        if (!row) return request.notFound()
        return request.page({
          title: words(request)('further'),
          current: 'evidence',
          body: (
            <PlaceView
              locale={request.locale}
              base={evidencePath(request)}
              head={head}
              row={row}
              linkable={await linkableObligations(request.db, unitOf(request).id, head.year)}
              errors={[]}
              formKey={request.formKey}
            />
          ),
        })
      }),
    ),
    post(
      `${one}/jalankan`,
      'evidence.import',
      onImport(async (c, request, head) => {
        const unitId = unitOf(request).id
        const started = await startImport(request, unitId, head.id)
        if (!started.ok)
          return show(c, request, head, [{ text: words(request)(`problem.${started.problem.kind}`) }])
        services.behind.run(closing => runImport(request, services, started.value, head, closing))
        return request.go(here(request, head))
      }),
    ),
    post(
      `${one}/periksa`,
      'evidence.import',
      onImport(async (_c, request, head) => {
        const seen = await checkLinks(request, services.checkLink, unitOf(request).id, head.id)
        return request.go(here(request, head), words(request)('link.checked', seen))
      }),
    ),
  ]
}

/** The whole of a small file; null where it is longer. */
async function collect(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of bytes) {
    length += part.length
    if (length > most) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
