import type { Context } from 'hono'
import { isId } from '../../../core/shared/id.ts'
import { formatNumber } from '../../../ui/format.ts'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { describeReadProblem } from '../../plan/read/index.ts'
import { typedFields, versionField } from '../fill/fill-form.ts'
import { saveAnswers } from '../fill/save-answers.ts'
import { cycleOf, cyclePath, sheetOf } from '../of-request.ts'
import type { Cycle } from '../queries.ts'
import { sentences, statusOf } from '../sentences.ts'
import { answersIn, isOpen, mayEditArea, type Sheet } from '../sheet.ts'
import { compareBook, rowsToSave } from './compare-book.ts'
import { describeAnswersProblem, describeTemplateProblem } from './messages.ts'
import { pageMessages } from './page-messages.ts'
import { BookPage, BookPreview } from './pages.view.tsx'
import { type BookProblem, findBook, readBook, type StoredBook, storeBook } from './store-book.ts'
import { takeWording, wordingOf } from './stored-wording.ts'
import { type ToWrite, writeIntoTemplate, writeWorkbook } from './write-workbook.ts'

const base = '/u/:unit/lke/:year/buku-kerja' as const
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const words = (request: Request) => translator(pageMessages, request.locale)
const pathOf = (request: Request, cycle: Cycle) => `${cyclePath(request, cycle)}/buku-kerja`

async function bookPage(request: Request, cycle: Cycle, errors: readonly FormError[] = []) {
  return request.page({
    title: words(request)('title'),
    current: 'assessment',
    status: errors.length > 0 ? 422 : 200,
    body: (
      <BookPage
        locale={request.locale}
        sheet={await sheetOf(request, cycle)}
        base={cyclePath(request, cycle)}
        errors={errors}
        newKey={request.newId}
        mayFill={request.may('assessment.edit')}
        open={isOpen(cycle)}
      />
    ),
  })
}

const compared = (request: Request, sheet: Sheet, book: StoredBook) =>
  compareBook(book.found, sheet, area =>
    mayEditArea(request.actor, unitOf(request).path, area, request.today),
  )

async function previewPage(
  request: Request,
  cycle: Cycle,
  book: StoredBook,
  problem?: { readonly errors: readonly FormError[]; readonly status: 403 | 404 | 409 | 422 },
) {
  const sheet = await sheetOf(request, cycle)
  return request.page({
    title: words(request)('preview'),
    current: 'assessment',
    status: problem?.status ?? 200,
    body: (
      <BookPreview
        locale={request.locale}
        sheet={sheet}
        base={cyclePath(request, cycle)}
        errors={problem?.errors ?? []}
        newKey={request.newId}
        book={book}
        compared={compared(request, sheet, book)}
      />
    ),
  })
}

const bookOf = (c: Context, request: Request, cycle: Cycle) => {
  const id = c.req.param('id') ?? ''
  return isId(id)
    ? findBook(request.db, { id, cycleId: cycle.id, userId: request.actor?.userId ?? '' })
    : null
}

const gone = (request: Request, cycle: Cycle) => bookPage(request, cycle, [{ text: words(request)('gone') }])

/** A handler of the cycle that the address names. */
const ofCycle =
  (handle: (c: Context, request: Request, cycle: Cycle) => Response | Promise<Response>): Route['handler'] =>
  async (c, request) => {
    const cycle = await cycleOf(c, request)
    return cycle?.kind === 'scored' ? handle(c, request, cycle) : request.notFound()
  }

async function fileIn(c: Context, field: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  const found = (await c.req.parseBody({ all: true }))[field]
  return found instanceof File && found.name !== ''
    ? { name: found.name, bytes: new Uint8Array(await found.arrayBuffer()) }
    : null
}

const problemText = (request: Request, problem: BookProblem): string =>
  problem.kind === 'no-answer-table' || problem.kind === 'no-question'
    ? describeAnswersProblem(problem, request.locale)
    : describeReadProblem(problem, request.locale, 'lke')

async function upload(c: Context, request: Request, cycle: Cycle) {
  const refuse = (text: string) => bookPage(request, cycle, [{ field: 'buku', text }])
  if (!isOpen(cycle)) return refuse(words(request)('locked'))
  const file = await fileIn(c, 'buku')
  if (file === null) return refuse(words(request)('file.missing'))
  const unit = unitOf(request)
  const sheet = await sheetOf(request, cycle)
  const own = await wordingOf(request.db, unit.path, cycle.instrumentHash)
  const stored = await storeBook(request, {
    unitId: unit.id,
    cycleId: cycle.id,
    instrument: sheet.instrument,
    wording: own?.wording ?? {},
    file,
  })
  return stored.ok
    ? request.go(`${pathOf(request, cycle)}/${stored.value.id}`)
    : refuse(problemText(request, stored.problem))
}

async function confirm(c: Context, request: Request, cycle: Cycle) {
  const t = words(request)
  const book = await bookOf(c, request, cycle)
  if (!book) return gone(request, cycle)
  const typed = typedFields(await c.req.parseBody({ all: true }))
  const sheet = await sheetOf(request, cycle)
  const rows = rowsToSave(compared(request, sheet, book).changes, code => {
    const seen = typed.get(versionField(code)) ?? ''
    return /^\d{1,9}$/.test(seen) ? Number(seen) : null
  })
  const result = await saveAnswers(request, { unit: unitOf(request), cycleId: cycle.id, rows })
  const conflicts = result.ok
    ? result.value.conflicts
    : result.problem.kind === 'conflict'
      ? result.problem.conflicts
      : []
  if (conflicts.length > 0)
    return previewPage(request, cycle, book, {
      status: 409,
      errors: [{ text: t('conflict', { n: formatNumber(conflicts.length, request.locale) }) }],
    })
  if (result.ok)
    return request.go(
      cyclePath(request, cycle),
      t('done', { n: formatNumber(result.value.saved.length, request.locale) }),
    )
  if (result.problem.kind === 'nothing-changed') return request.go(`${pathOf(request, cycle)}/${book.id}`)
  return previewPage(request, cycle, book, {
    status: statusOf(result.problem),
    errors: sentences(result.problem, request.locale, sheet.questions),
  })
}

async function takeWords(c: Context, request: Request, cycle: Cycle) {
  const book = await bookOf(c, request, cycle)
  if (!book) return gone(request, cycle)
  const taken = await takeWording(request, {
    unitId: unitOf(request).id,
    instrumentHash: cycle.instrumentHash,
    fileName: book.fileName,
    wording: book.wording,
  })
  const back = `${pathOf(request, cycle)}/${book.id}`
  return taken.ok ? request.go(back, words(request)('wording.done')) : request.go(back)
}

async function filledSheet(request: Request, cycle: Cycle): Promise<{ sheet: Sheet; content: ToWrite }> {
  const sheet = await sheetOf(request, cycle)
  const own = await wordingOf(request.db, unitOf(request).path, cycle.instrumentHash)
  const notes = Object.fromEntries(
    sheet.questions.flatMap(({ question: { code } }) => {
      const explanation = sheet.answers.get(code)?.explanation ?? ''
      const evidence = (sheet.evidence.get(code) ?? []).map(({ title, page }) =>
        page === '' ? title : `${title} (${page})`,
      )
      return explanation === '' && evidence.length === 0 ? [] : [[code, { explanation, evidence }]]
    }),
  )
  return {
    sheet,
    content: {
      answers: answersIn(sheet.answers.values()),
      notes,
      settings: cycle.settings,
      unit: unitOf(request).name,
      wording: own?.wording ?? {},
    },
  }
}

const download = (bytes: Uint8Array<ArrayBuffer>, name: string) =>
  new Response(bytes, {
    headers: {
      'content-type': name.endsWith('.xlsm') ? 'application/vnd.ms-excel.sheet.macroEnabled.12' : excel,
      'content-disposition': `attachment; filename="${name}"`,
    },
  })

const fileName = (request: Request, { year }: Cycle, ending = 'xlsx') =>
  `lke-${unitOf(request).slug}-${year}.${ending}`

async function fillOwn(c: Context, request: Request, cycle: Cycle) {
  const refuse = (text: string) => bookPage(request, cycle, [{ field: 'templat', text }])
  const template = await fileIn(c, 'templat')
  if (template === null) return refuse(words(request)('file.missing'))
  const file = await readBook(template)
  if (!file.ok) return refuse(problemText(request, file.problem))
  const { sheet, content } = await filledSheet(request, cycle)
  const made = await writeIntoTemplate(sheet.instrument, content, { ...template, file: file.value })
  if (made.ok)
    return download(made.value, fileName(request, cycle, /\.xlsm$/i.test(template.name) ? 'xlsm' : 'xlsx'))
  if (made.problem.kind === 'bad-answers' || made.problem.kind === 'not-scorable')
    throw new Error(`a stored sheet does not score: ${made.problem.kind}`)
  return refuse(describeTemplateProblem(made.problem, request.locale))
}

/** The assessment as the workbook that the ministry uses: out, and in again. */
export const workbookRoutes: Route[] = [
  get(
    base,
    'assessment.read',
    ofCycle((_c, request, cycle) => bookPage(request, cycle)),
  ),
  get(
    `${base}/unduh.xlsx`,
    'assessment.read',
    ofCycle(async (_c, request, cycle) => {
      const { sheet, content } = await filledSheet(request, cycle)
      const made = await writeWorkbook(sheet.instrument, content)
      if (!made.ok) throw new Error(`a stored sheet does not score: ${made.problem.kind}`)
      return download(made.value, fileName(request, cycle))
    }),
  ),
  post(base, 'assessment.edit', ofCycle(upload)),
  post(`${base}/isi`, 'assessment.edit', ofCycle(fillOwn)),
  get(
    `${base}/:id`,
    'assessment.edit',
    ofCycle(async (c, request, cycle) => {
      const book = await bookOf(c, request, cycle)
      return book ? previewPage(request, cycle, book) : gone(request, cycle)
    }),
  ),
  post(`${base}/:id`, 'assessment.edit', ofCycle(confirm)),
  post(`${base}/:id/kata`, 'assessment.edit', ofCycle(takeWords)),
]
