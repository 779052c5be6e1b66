import { Card, Grid } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatDateTime } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf } from '../../../ui/forms/error-summary.tsx'
import { HiddenFields, PostForm } from '../../../ui/forms/form.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { markedLabel, sentenceMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import { roadMessages } from '../road/road-messages.ts'
import { ScoreLine } from '../score-line.view.tsx'
import { answerText, cycleName } from '../sentences.ts'
import { pageName } from './area-pages.ts'
import { QuestionRow, rowPath } from './row.view.tsx'
import { EvidenceCard } from './row-evidence.view.tsx'
import type { RowPageProps } from './row-page-props.ts'
import { ZeroCard } from './row-zero.view.tsx'

/** One item by itself: its answer, its evidence, and everything it ever was. */
export function RowPageView(p: RowPageProps) {
  const { locale, sheet, placed, base } = p
  const { code, item, text } = placed.question
  const t = translator(messages, locale)
  const path = rowPath(base, code)
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[
          { text: cycleName(sheet.cycle, locale), href: base },
          { text: pageName(sheet, p.page, locale, t('area.results')), href: `${base}/${p.page}` },
          { text: code },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={sentenceMarkup(`${code} · ${markedLabel(text, locale)}`)}
        note={sentenceMarkup(`${markedLabel(placed.subItem.title, locale)} · ${t('row.item', { item })}`)}
      />
      <Grid>
        <Card>
          <form method="post" action={path} novalidate>
            <HiddenFields csrf="" idempotencyKey={p.newKey()} />
            <input type="hidden" name="kembali" value="butir" />
            <QuestionRow
              locale={locale}
              zone={p.zone}
              sheet={sheet}
              placed={placed}
              flags={p.flags}
              editable={p.editable}
              base={base}
              typed={p.typed}
              errors={p.errors}
              suggested={0}
              alone
            />
          </form>
          {p.placed.question.answer && sheet.instrument.predicates.length > 0 ? (
            <p class="small row-try">
              <a href={`${base}/jalan?butir=${encodeURIComponent(code)}#coba`}>
                {translator(roadMessages, locale)('try.here')}
              </a>
            </p>
          ) : null}
        </Card>
        <EvidenceCard {...p} path={path} />
        <Card title={t('history.title')} note={t('history.note')} flush>
          <DataTable
            caption={t('history.title')}
            dense
            rows={p.history}
            empty={{ title: t('history.empty') }}
            columns={[
              { header: t('when'), rowHeader: true, cell: entry => formatDateTime(entry.at, p.zone, locale) },
              { header: t('who'), cell: entry => entry.by },
              { header: t('change'), cell: entry => t(`history.${entry.change}`) },
              {
                header: t('answer'),
                cell: entry =>
                  sentenceMarkup(
                    answerText(entry.value, placed, locale, markedLabel) ?? t('answer.none.long'),
                  ),
              },
              {
                header: t('explanation'),
                width: 'grow',
                cell: entry => entry.returnedReason || entry.explanation || '–',
              },
            ]}
          />
        </Card>
        <ZeroCard {...p} path={path} />
        {p.mayReturn ? (
          <Card title={t('return.title')} id="kembalikan">
            <PostForm action={`${path}/kembalikan`} csrf="" idempotencyKey={p.newKey()}>
              <TextArea
                locale={locale}
                name="reason"
                label={t('return.reason')}
                rows={3}
                value={p.typed?.get('reason') ?? ''}
                error={errorOf(p.errors, 'reason')}
              />
              <SubmitButton kind="quiet">{t('return.go')}</SubmitButton>
            </PostForm>
          </Card>
        ) : null}
      </Grid>
      <ScoreLine locale={locale} sheet={sheet} area={placed.area} base={base} />
    </>
  )
}
