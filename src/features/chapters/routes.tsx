import type { Context } from 'hono'
import { translator } from '../../ui/messages.ts'
import { get, type Request, type Route, unitOf } from '../context.ts'
import { renderDocx, renderPdf, workPlanDocument } from '../documents/index.ts'
import { singleChapterRoutes } from './chapter-routes.tsx'
import { ChapterList, NoPlan } from './chapters.view.tsx'
import { figureRoutes } from './figure-routes.tsx'
import { messages } from './messages.ts'
import { basePath, readYear } from './naskah-path.ts'
import { findWorkPlan, mergedChapter } from './work-plan.ts'

/** The work plan as a document: its chapters, the figures they merge in, and the printed whole. */
export const chapterRoutes: Route[] = [
  get('/u/:unit/naskah/:year', 'document.read', showChapters),
  get('/u/:unit/naskah/:year/rencana-kerja.pdf', 'document.read', (c, request) =>
    download(c, request, 'pdf'),
  ),
  get('/u/:unit/naskah/:year/rencana-kerja.docx', 'document.read', (c, request) =>
    download(c, request, 'docx'),
  ),
  ...singleChapterRoutes,
  ...figureRoutes,
]

async function showChapters(c: Context, request: Request): Promise<Response> {
  const { locale } = request
  const year = readYear(c)
  if (year === null) return request.notFound()
  const unit = unitOf(request)
  const workPlan = await findWorkPlan(request.db, unit, year, request.today)
  return request.page({
    title: translator(messages, locale)('title', { year }),
    current: 'chapters',
    body: workPlan ? (
      <ChapterList
        locale={locale}
        base={basePath(c)}
        year={year}
        zone={unit.zone}
        approved={workPlan.approval !== null}
        editable={request.may('document.edit')}
        chapters={workPlan.chapters.map(chapter => ({ chapter, merged: mergedChapter(workPlan, chapter) }))}
      />
    ) : (
      <NoPlan locale={locale} unitSlug={unit.slug} year={year} mayImport={request.may('plan.import')} />
    ),
  })
}

const formats = {
  pdf: { render: renderPdf, type: 'application/pdf', disposition: 'inline' },
  docx: {
    render: renderDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    disposition: 'attachment',
  },
} as const

async function download(c: Context, request: Request, format: keyof typeof formats): Promise<Response> {
  const year = readYear(c)
  const unit = unitOf(request)
  const workPlan = year === null ? null : await findWorkPlan(request.db, unit, year, request.today)
  if (!workPlan) return request.notFound()
  const { render, type, disposition } = formats[format]
  const bytes = await render(workPlanDocument(workPlan))
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `${disposition}; filename="rencana-kerja-${unit.slug}-${year}.${format}"`,
    'cache-control': 'no-store',
  })
}
