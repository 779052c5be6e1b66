import { Readable } from 'node:stream'
import { yearOf } from '../../../core/shared/local-date.ts'
import { ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { translator } from '../../../ui/messages.ts'
import { get, type Route, unitOf } from '../../context.ts'
import { renderPdf } from '../../documents/index.ts'
import { evidencePath, viewerOf, zoneOf } from '../evidence-request.ts'
import type { ObjectStore } from '../store/object-store.ts'
import { archiveStream } from './archive-stream.ts'
import { arrange } from './arrange.ts'
import { evidenceBookOf } from './book.ts'
import { ExportView } from './export.view.tsx'
import { countsOf, filesOf, indexPages } from './index-pages.ts'
import { exportMessages } from './messages.ts'
import { type Choice, evidenceYear, planYears } from './year-queries.ts'

/** Taking a year's evidence out: as a ZIP of its files, or as a book to print. */
export const exportRoutes = (services: { readonly store: ObjectStore }): Route[] => [
  get('/u/:unit/bukti/ekspor', 'evidence.read', async (_c, request) => {
    const years = await planYears(request.db, unitOf(request).id)
    const thisYear = yearOf(request.today)
    return request.page({
      title: translator(exportMessages, request.locale)('export.title'),
      current: 'evidence',
      body: (
        <ExportView
          locale={request.locale}
          base={evidencePath(request)}
          years={years}
          year={years.includes(thisYear) ? thisYear : (years[0] ?? thisYear)}
        />
      ),
    })
  }),
  get('/u/:unit/bukti/ekspor/unduh', 'evidence.read', async (c, request) => {
    const unit = unitOf(request)
    const year = Number(c.req.query('tahun'))
    const choice: Choice = c.req.query('isi') === 'all' ? 'all' : 'accepted'
    const form = c.req.query('bentuk') === 'pdf' ? 'pdf' : 'zip'
    if (!Number.isInteger(year) || year < 2000 || year > 2100) return request.notFound()
    const found = await evidenceYear(request.db, unit.id, year, viewerOf(request), choice)
    if (!found) return request.notFound()
    const file =
      form === 'pdf'
        ? { type: 'application/pdf', name: `buku-bukti-${unit.slug}-${year}.pdf` }
        : { type: 'application/zip', name: `bukti-${unit.slug}-${year}.zip` }
    // Nothing is taken out, and an archive that nobody reads would stay open.
    if (c.req.method === 'HEAD') return download(null, file)
    const areas = arrange(found, translator(exportMessages, request.locale)('index.other'))
    await recordExport(request, { unitId: unit.id, year, choice, form, pieces: countsOf(areas).pieces })
    const facts = { unit: unit.name, year, choice, now: request.now, zone: zoneOf(request) }
    if (form === 'pdf') {
      const book = await evidenceBookOf(request, { ...facts, areas })
      return download(new Uint8Array(await renderPdf(book)), file)
    }
    const zip = archiveStream(services.store, filesOf(areas), problems =>
      indexPages({ ...facts, locale: request.locale, areas, problems }),
    )
    return download(Readable.toWeb(zip) as ReadableStream<Uint8Array>, file)
  }),
]

function download(
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null,
  { type, name }: { readonly type: string; readonly name: string },
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store, no-transform',
    },
  })
}

/** Records who took out what. */
const recordExport = (
  deps: Deps,
  what: { unitId: string; year: number; choice: Choice; form: 'zip' | 'pdf'; pieces: number },
): Promise<Result<null, never>> =>
  write<null, never>({ ...deps, requestKey: undefined }, async (_tx, record) => {
    const { unitId, ...detail } = what
    record({
      action: 'evidence-exported',
      subjectType: 'unit',
      subjectId: unitId,
      unitId,
      whileClosed: true,
      detail,
    })
    return ok(null)
  })
