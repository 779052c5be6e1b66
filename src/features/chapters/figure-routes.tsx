import type { Context } from 'hono'
import { z } from 'zod'
import { translator } from '../../ui/messages.ts'
import { uiText } from '../../ui/ui-messages.ts'
import { get, post, type Request, type Route, unitOf } from '../context.ts'
import { checkFigures } from '../documents/index.ts'
import { capital, FiguresPage } from './figures.view.tsx'
import { messages } from './messages.ts'
import { basePath, readYear } from './naskah-path.ts'
import { findFigures } from './queries.ts'
import { saveFigures } from './save-figures.ts'
import { enteredFigures, figureValues, readFigure, showFigure } from './stored-figures.ts'

type Texts = Readonly<Record<string, string>>
type FieldError = { readonly field: string; readonly text: string }

const texts = z.record(z.string(), z.string())
const path = '/u/:unit/naskah/:year/angka'

export const figureRoutes: readonly Route[] = [
  get(path, 'document.read', (c, request) => showFigures(c, request, null, [])),
  post(path, 'document.edit', async (c, request) => {
    const { locale } = request
    const t = translator(messages, locale)
    const year = readYear(c)
    if (year === null) return request.notFound()
    const body = await c.req.parseBody({ all: true })
    const drawn = readDrawn(body.drawn)
    const typed: Texts = Object.fromEntries(
      enteredFigures.flatMap(({ key }) => {
        const value = body[key]
        return typeof value === 'string' ? [[key, value]] : []
      }),
    )
    const errors: FieldError[] = []
    const changes = enteredFigures.flatMap(figure => {
      const text = typed[figure.key]
      if (text === undefined) return []
      const read = readFigure(figure, text)
      if ('text' in read) return [{ key: figure.key, drawn: drawn[figure.key] ?? '', text: read.text }]
      errors.push({ field: figure.key, text: t(read.problem, { label: figure.label[locale] }) })
      return []
    })
    if (errors.length > 0) return showFigures(c, request, typed, errors, drawn)
    const saved = await saveFigures(request, { unitId: unitOf(request).id, year, changes })
    if (saved.ok) return request.go(`${basePath(c)}/angka`, t('figures-saved', { n: saved.value.saved }))
    if (saved.problem.kind === 'unchanged') return request.go(`${basePath(c)}/angka`, t('unchanged'))
    const { now } = saved.problem
    const stale = enteredFigures.flatMap(figure => {
      const value = now[figure.key]
      if (value === undefined) return []
      const label = capital(figure.label[locale])
      return [
        {
          field: figure.key,
          text: uiText[locale]('field.stale', { label, stored: showFigure(figure, value, locale) }),
        },
      ]
    })
    return showFigures(c, request, typed, stale, { ...drawn, ...now })
  }),
]

function readDrawn(field: unknown): Texts {
  try {
    return texts.parse(JSON.parse(String(field)))
  } catch {
    return {}
  }
}

/** The form with what was typed, when something was; `drawn` is what the next save is compared with. */
async function showFigures(
  c: Context,
  request: Request,
  typed: Texts | null,
  errors: readonly FieldError[],
  drawn?: Texts,
): Promise<Response> {
  const { locale } = request
  const year = readYear(c)
  if (year === null) return request.notFound()
  const { stored } = await findFigures(request.db, unitOf(request).id, year)
  const shown = Object.fromEntries(
    enteredFigures.map(figure => [figure.key, showFigure(figure, stored[figure.key] ?? '', locale)]),
  )
  const values = figureValues(stored)
  return request.page({
    title: translator(messages, locale)('figures-title', { year }),
    current: 'chapters',
    status: errors.length > 0 ? 422 : 200,
    body: (
      <FiguresPage
        locale={locale}
        base={basePath(c)}
        year={year}
        typed={{ ...shown, ...typed }}
        drawn={drawn ?? stored}
        values={values}
        warnings={checkFigures(values)}
        errors={errors}
        editable={request.may('document.edit')}
        formKey={request.formKey}
      />
    ),
  })
}
