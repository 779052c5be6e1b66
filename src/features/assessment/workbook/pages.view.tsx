import { Card, Grid } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { EmptyState } from '../../../ui/display/empty-state.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { ButtonLink, ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { FileField } from '../../../ui/forms/file-field.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { versionField } from '../fill/fill-form.ts'
import { labelMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import { answerText } from '../sentences.ts'
import type { Sheet } from '../sheet.ts'
import { AssessorsAnswers } from './assessors.view.tsx'
import type { compareBook, RowChange } from './compare-book.ts'
import { Findings, Totals } from './findings.view.tsx'
import { pageMessages } from './page-messages.ts'
import type { StoredBook } from './store-book.ts'

type Shared = {
  readonly locale: Locale
  readonly sheet: Sheet
  /** The page of the cycle. */
  readonly base: string
  readonly errors: readonly FormError[]
  readonly newKey: () => string
}

function Trail({ locale, sheet, base, last }: Shared & { readonly last?: string }) {
  const t = translator(messages, locale)
  const own = translator(pageMessages, locale)
  return (
    <Breadcrumbs
      locale={locale}
      items={[
        { text: t('lke'), href: base.replace(/\/[^/]+$/, '') },
        { text: t('lke.year', { year: sheet.cycle.year }), href: base },
        last === undefined ? { text: own('title') } : { text: own('title'), href: `${base}/buku-kerja` },
        ...(last === undefined ? [] : [{ text: last }]),
      ]}
    />
  )
}

/** What goes out and what comes in. */
export function BookPage(p: Shared & { readonly mayFill: boolean; readonly open: boolean }) {
  const { locale, base, errors } = p
  const t = translator(pageMessages, locale)
  const at = `${base}/buku-kerja`
  const field = (name: string) => (
    <FileField
      locale={locale}
      name={name}
      label={t('file')}
      kinds={t('kinds')}
      limit="10 MB"
      accept=".xlsx,.xlsm"
      error={errorOf(errors, name)}
    />
  )
  return (
    <>
      <Trail {...p} />
      <ErrorSummary locale={locale} errors={errors} />
      <PageHead title={t('title')} note={t('note')} />
      <Grid>
        <Card title={t('download')} note={t('download.text')}>
          <ButtonLink href={`${at}/unduh.xlsx`} download>
            {t('download.go')}
          </ButtonLink>
        </Card>
        {p.mayFill ? (
          <Card title={t('own')} note={t('own.text')} span="half">
            <PostForm action={`${at}/isi`} csrf="" idempotencyKey={p.newKey()} multipart>
              {field('templat')}
              <SubmitButton kind="quiet">{t('own.go')}</SubmitButton>
            </PostForm>
          </Card>
        ) : null}
        {p.mayFill ? (
          <Card title={t('upload')} note={p.open ? t('upload.text') : t('locked')} span="half">
            {p.open ? (
              <PostForm action={at} csrf="" idempotencyKey={p.newKey()} multipart>
                {field('buku')}
                <SubmitButton>{t('upload.go')}</SubmitButton>
              </PostForm>
            ) : (
              ''
            )}
          </Card>
        ) : null}
      </Grid>
    </>
  )
}

/** What a workbook would change, before it does. */
export function BookPreview(
  p: Shared & { readonly book: StoredBook; readonly compared: ReturnType<typeof compareBook> },
) {
  const { locale, base, book, compared, sheet } = p
  const t = translator(pageMessages, locale)
  const count = (n: number) => formatNumber(n, locale)
  const at = `${base}/buku-kerja/${book.id}`
  const named = Object.values(book.found.notes).filter(({ evidence }) => evidence.length > 0).length
  const texts = Object.keys(book.wording).length
  return (
    <>
      <Trail {...p} last={t('preview')} />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={t('preview')}
        note={t('preview.note', {
          file: book.fileName,
          answers: count(Object.keys(book.found.answers).length),
          all: count(sheet.questions.length),
        })}
      />
      <Grid>
        <Findings locale={locale} book={book} />
        {compared.changes.length > 0 ? (
          <Changes locale={locale} sheet={sheet} changes={compared.changes} />
        ) : null}
      </Grid>
      {compared.changes.length > 0 ? null : (
        <EmptyState
          title={t('changes.none')}
          text={t(Object.keys(book.found.answers).length === 0 ? 'changes.blank' : 'changes.none.text')}
          action={
            <ButtonLink href={`${base}/buku-kerja`} kind="quiet">
              {t('again')}
            </ButtonLink>
          }
        />
      )}
      <AssessorsAnswers locale={locale} sheet={sheet} found={book.found} />
      <Totals locale={locale} book={book} />
      <p>
        {[
          ...(compared.same > 0 && compared.changes.length > 0
            ? [t('same', { n: count(compared.same) })]
            : []),
          ...(compared.notAllowed > 0 ? [t('notAllowed', { n: count(compared.notAllowed) })] : []),
          ...(named > 0 ? [t('evidence', { n: count(named) })] : []),
        ].join(' ')}
      </p>
      {compared.changes.length > 0 ? (
        <PostForm action={at} csrf="" idempotencyKey={p.newKey()}>
          <CarriedFields
            values={Object.fromEntries(
              compared.changes.map(({ code, version }) => [versionField(code), String(version)]),
            )}
          />
          <ButtonRow>
            <SubmitButton>{t('confirm', { n: count(compared.changes.length) })}</SubmitButton>
            <a href={`${base}/buku-kerja`}>{t('again')}</a>
          </ButtonRow>
        </PostForm>
      ) : null}
      {texts > 0 ? (
        <Card title={t('wording')} note={t('wording.text', { n: count(texts) })}>
          <PostForm action={`${at}/kata`} csrf="" idempotencyKey={p.newKey()}>
            <SubmitButton kind="quiet">{t('wording.go')}</SubmitButton>
          </PostForm>
        </Card>
      ) : null}
    </>
  )
}

function Changes({
  locale,
  sheet,
  changes,
}: {
  readonly locale: Locale
  readonly sheet: Sheet
  readonly changes: readonly RowChange[]
}) {
  const t = translator(pageMessages, locale)
  const title = t('changes', { n: formatNumber(changes.length, locale) })
  const placed = new Map(sheet.questions.map(one => [one.question.code, one]))
  const item = (code: string) => {
    const question = placed.get(code)?.question
    return (
      <>
        {question ? labelMarkup(question.text, locale) : null}
        <span class="sub">{code}</span>
      </>
    )
  }
  const shown = (code: string, { value, explanation }: RowChange['now']) =>
    [answerText(value, placed.get(code), locale) ?? t('none'), explanation]
      .filter(text => text !== '')
      .join(' · ')
  return (
    <Card title={title} flush>
      <DataTable
        caption={title}
        rows={changes}
        columns={[
          { header: t('item'), rowHeader: true, width: 'grow', cell: ({ code }) => item(code) },
          { header: t('was'), cell: ({ code, was }) => shown(code, was) },
          { header: t('becomes'), cell: ({ code, now }) => shown(code, now) },
        ]}
        empty={{ title: t('changes.none'), text: t('changes.none.text') }}
      />
    </Card>
  )
}
