import type { Context } from 'hono'
import { z } from 'zod'
import { translator } from '../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../context.ts'
import { type ChapterForm, ChapterPage } from './chapter.view.tsx'
import { messages } from './messages.ts'
import { basePath, readYear } from './naskah-path.ts'
import { saveChapter } from './save-chapter.ts'
import { findWorkPlan, mergedChapter } from './work-plan.ts'

const longestTitle = 200
const longestText = 200_000
const longestReason = 1000

const oneText = z.string().catch('')
const fields = z.object({
  title: oneText,
  body: oneText,
  reason: oneText,
  revision: z.coerce.number().int().catch(0),
  do: oneText,
})

export const singleChapterRoutes: readonly Route[] = [
  get('/u/:unit/naskah/:year/bab/:key', 'document.read', (c, request) => showChapter(c, request, {})),
  post('/u/:unit/naskah/:year/bab/:key', 'document.edit', async (c, request) => {
    const t = translator(messages, request.locale)
    const input = fields.parse(await c.req.parseBody({ all: true }))
    const form: ChapterForm = {
      title: input.title.trim(),
      body: input.body.replaceAll('\r\n', '\n').trimEnd(),
      reason: input.reason.trim(),
      revision: input.revision,
    }
    const errors = [
      ...(form.title === '' ? [{ field: 'title', text: t('title-empty') }] : []),
      ...(form.title.length > longestTitle ? [{ field: 'title', text: t('title-long') }] : []),
      ...(form.body.length > longestText ? [{ field: 'body', text: t('text-long') }] : []),
      ...(form.reason.length > longestReason ? [{ field: 'reason', text: t('reason-long') }] : []),
    ]
    if (errors.length > 0 || input.do === 'preview') return showChapter(c, request, { form, errors })
    const year = readYear(c)
    const key = c.req.param('key') ?? ''
    if (year === null) return request.notFound()
    const { id: unitId } = unitOf(request)
    const saved = await saveChapter(request, { unitId, year, key, ...form })
    const path = `${basePath(c)}/bab/${encodeURIComponent(key)}`
    if (saved.ok) return request.go(path, t('saved'))
    if (saved.problem.kind === 'unchanged') return request.go(path, t('unchanged'))
    if (saved.problem.kind === 'stale') return showChapter(c, request, { form, stale: true })
    return request.notFound()
  }),
]

type Shown = {
  readonly form?: ChapterForm
  readonly errors?: readonly { field?: string; text: string }[]
  readonly stale?: boolean
}

/** The chapter with what was typed, when something was; a stale form is checked against the new text next. */
async function showChapter(c: Context, request: Request, shown: Shown): Promise<Response> {
  const { locale } = request
  const t = translator(messages, locale)
  const year = readYear(c)
  const unit = unitOf(request)
  const workPlan = year === null ? null : await findWorkPlan(request.db, unit, year, request.today)
  const chapter = workPlan?.chapters.find(({ key }) => key === c.req.param('key'))
  if (!workPlan || !chapter) return request.notFound()

  const { form, stale = false } = shown
  const typed = form ? { ...chapter, title: form.title, text: form.body } : chapter
  const stored = { title: chapter.title, body: chapter.text, reason: '', revision: chapter.revision }
  const revision = stale || !form?.revision ? chapter.revision : form.revision
  const errors = [...(shown.errors ?? []), ...(stale ? [{ field: 'body', text: t('stale') }] : [])]
  const merged = mergedChapter(workPlan, typed)
  return request.page({
    title: merged.title,
    current: 'chapters',
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ChapterPage
        locale={locale}
        base={basePath(c)}
        zone={unit.zone}
        chapter={chapter}
        merged={merged}
        unsaved={form !== undefined}
        form={request.may('document.edit') ? { ...(form ?? stored), revision } : null}
        formKey={request.formKey}
        errors={errors}
        stale={stale}
      />
    ),
  })
}
