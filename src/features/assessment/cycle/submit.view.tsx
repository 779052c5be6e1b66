import type { PlacedQuestion } from '../../../core/instrument/instrument.ts'
import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { Details } from '../../../ui/display/summary.tsx'
import { ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { Checkbox } from '../../../ui/forms/choice-group.tsx'
import { ErrorSummary, type FormError } from '../../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { nextGap, totalFigure } from '../bars.view.tsx'
import { rowPath } from '../fill/row.view.tsx'
import { rowFlags } from '../fill/row-state.ts'
import { messages } from '../messages.ts'
import { cycleName, labelText } from '../sentences.ts'
import { returnedCodes, type Sheet } from '../sheet.ts'

/** What is handed in, and what is missing in it. */
export function SubmitView(p: {
  readonly locale: Locale
  readonly sheet: Sheet
  readonly base: string
  readonly errors: readonly FormError[]
  readonly formKey: string
}) {
  const { locale, sheet, base } = p
  const t = translator(messages, locale)
  const flagsOf = rowFlags(sheet)
  const returned = new Set(returnedCodes(sheet))
  const lists = [
    {
      title: t('submit.returned'),
      rows: sheet.questions.filter(one => returned.has(one.question.code)),
      isClosed: false,
    },
    {
      title: t('submit.blank'),
      rows: sheet.questions.filter(one => flagsOf(one.question.code).has('blank')),
      isClosed: false,
    },
    {
      title: t('submit.unproven'),
      rows: sheet.questions.filter(one => flagsOf(one.question.code).has('unproven')),
      // A warning, not a hindrance, and often most of the sheet.
      isClosed: true,
    },
  ].filter(({ rows }) => rows.length > 0)
  const blanks = sheet.score.blanks.length
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[{ text: cycleName(sheet.cycle, locale), href: base }, { text: t('to.submit') }]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={t('submit.head', { year: sheet.cycle.year, score: totalFigure(sheet, locale) })}
        note={`${nextGap(sheet, locale)}. ${t('submit.note')}`}
      />
      <Card>
        <PostForm action={`${base}/ajukan`} csrf="" idempotencyKey={p.formKey}>
          <CarriedFields values={{ version: String(sheet.cycle.version) }} />
          {blanks > 0 ? <Checkbox name="acceptsBlanks" label={t('submit.accept', { n: blanks })} /> : null}
          <ButtonRow>
            <SubmitButton>{t('submit.go')}</SubmitButton>
            <a href={base}>{t('to.overview')}</a>
          </ButtonRow>
        </PostForm>
      </Card>
      {lists.map(({ title, rows, isClosed }) => (
        <Card title={`${title} (${rows.length})`} flush={!isClosed}>
          {isClosed ? (
            <Details summary={t('submit.list')}>
              <Items base={base} locale={locale} caption={title} rows={rows} />
            </Details>
          ) : (
            <Items base={base} locale={locale} caption={title} rows={rows} />
          )}
        </Card>
      ))}
    </>
  )
}

function Items(p: {
  readonly base: string
  readonly locale: Locale
  readonly caption: string
  readonly rows: readonly PlacedQuestion[]
}) {
  const t = translator(messages, p.locale)
  return (
    <DataTable
      caption={p.caption}
      dense
      rows={p.rows}
      empty={{ title: '–' }}
      columns={[
        {
          header: t('rule'),
          rowHeader: true,
          cell: ({ question }) => (
            <a href={rowPath(p.base, question.code)}>{labelText(question.text, p.locale)}</a>
          ),
        },
        { header: t('diff.item'), width: 'shrink', wideOnly: true, cell: ({ question }) => question.code },
      ]}
    />
  )
}
