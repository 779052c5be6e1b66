import { Card, Grid } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { Breadcrumbs } from '../../ui/display/navigation.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { tagMarkup } from '../../ui/display/tag.tsx'
import { formatDateTime, type Zone } from '../../ui/format.ts'
import { SubmitButton } from '../../ui/forms/button.tsx'
import { RadioGroup } from '../../ui/forms/choice-group.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { HiddenFields, InlineForm, PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextArea, TextField } from '../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { pageName } from './area-pages.ts'
import type { StoreEvidence } from './evidence-queries.ts'
import type { Typed } from './fill-form.ts'
import { labelMarkup, markedLabel, sentenceMarkup } from './label-markup.ts'
import { messages } from './messages.ts'
import type { HistoryEntry } from './queries.ts'
import { roadMessages } from './road-messages.ts'
import { QuestionRow, rowPath } from './row.view.tsx'
import type { RowFilter } from './row-state.ts'
import { ScoreLine } from './score-line.view.tsx'
import { answerText } from './sentences.ts'
import type { Sheet } from './sheet.ts'

export type RowPageProps = {
  readonly locale: Locale
  readonly zone: Zone
  readonly sheet: Sheet
  readonly placed: Sheet['questions'][number]
  readonly flags: ReadonlySet<RowFilter>
  readonly base: string
  readonly page: string
  readonly editable: boolean
  readonly mayReturn: boolean
  readonly maySetZero: boolean
  readonly history: readonly HistoryEntry[]
  readonly store: readonly (StoreEvidence & { readonly fit: number })[]
  readonly search: string
  /** Where new evidence is brought; null for those who may not. */
  readonly uploadHref: string | null
  readonly typed: Typed | null
  readonly errors: readonly FormError[]
  readonly newKey: () => string
}

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
          { text: t('lke.year', { year: sheet.cycle.year }), href: base },
          { text: pageName(sheet, p.page, locale, t('area.results')), href: `${base}/${p.page}` },
          { text: code },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={sentenceMarkup(`${code} · ${markedLabel(text, locale)}`)}
        note={t('row.item', { item })}
      />
      <Grid>
        <Card title={labelMarkup(placed.subItem.title, locale)}>
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
            />
          </form>
          {p.placed.question.answer && sheet.instrument.predicates.length > 0 ? (
            <p class="small">
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

function EvidenceCard(p: RowPageProps & { readonly path: string }) {
  const { locale, sheet, path } = p
  const { code, evidence } = p.placed.question
  const t = translator(messages, locale)
  const cited = sheet.evidence.get(code) ?? []
  const open = p.store.filter(piece => !cited.some(({ evidenceId }) => evidenceId === piece.id))
  const ofArea = ({ areas }: StoreEvidence) => areas.includes(p.placed.area)
  const option = (piece: StoreEvidence & { readonly fit: number }) => ({
    value: piece.id,
    text: `${piece.fit > 0 ? `★ ${t('evidence.match')}: ` : ''}${piece.title}${piece.documentNumber ? ` · ${piece.documentNumber}` : ''}`,
  })
  return (
    <Card title={t('evidence.title')} id="bukti">
      {evidence.length > 0 ? (
        <p class="muted small">
          {t('evidence.required')}:{' '}
          {sentenceMarkup(evidence.map(label => markedLabel(label, locale)).join(' · '))}
        </p>
      ) : null}
      <DataTable
        caption={t('evidence.title')}
        dense
        rows={cited}
        empty={{ title: t('evidence.none') }}
        columns={[
          {
            header: t('evidence.piece'),
            rowHeader: true,
            width: 'grow',
            cell: piece => piece.title || t('evidence.restricted'),
          },
          { header: t('evidence.pointer'), cell: piece => piece.page || '–' },
          {
            header: t('state'),
            cell: piece =>
              piece.state === 'returned'
                ? tagMarkup('late', t('evidence.returned'))
                : tagMarkup(piece.state === 'accepted' ? 'done' : 'wait', t(`piece.${piece.state}`)),
          },
          ...(p.editable
            ? [
                {
                  header: t('evidence.remove'),
                  headerHidden: true,
                  cell: (piece: (typeof cited)[number]) => (
                    <InlineForm
                      action={`${path}/lepas`}
                      label={t('evidence.remove')}
                      ariaLabel={`${t('evidence.remove')}: ${piece.title}`}
                      csrf=""
                      idempotencyKey={p.newKey()}
                      values={{ link: piece.linkId }}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {p.editable ? (
        <>
          <h3>{t('evidence.choose')}</h3>
          {p.uploadHref ? (
            <p>
              <a href={p.uploadHref}>{t('evidence.upload')}</a>
            </p>
          ) : null}
          <form method="get" action={`${path}#bukti`} class="filters">
            <TextField locale={locale} name="cari" label={t('evidence.search')} value={p.search} width={20} />
            <SubmitButton kind="quiet">{t('evidence.search')}</SubmitButton>
          </form>
          {open.length === 0 ? (
            <p class="muted">{t('evidence.choose.none')}</p>
          ) : (
            <PostForm action={`${path}/bukti`} csrf="" idempotencyKey={p.newKey()}>
              <SelectField
                locale={locale}
                name="evidence"
                label={t('evidence.piece')}
                options={[
                  {
                    label: t('evidence.offered'),
                    options: open.filter(ofArea).map(option),
                  },
                  { label: t('evidence.other'), options: open.filter(one => !ofArea(one)).map(option) },
                ].filter(group => group.options.length > 0)}
                error={errorOf(p.errors, 'evidence')}
              />
              <TextField
                locale={locale}
                name="page"
                label={t('evidence.pointer')}
                hint={t('evidence.pointer.hint')}
                width={10}
                optional
              />
              <SubmitButton>{t('evidence.add')}</SubmitButton>
            </PostForm>
          )}
        </>
      ) : null}
    </Card>
  )
}

/** What nothing over nothing is worth, where the instrument leaves it open: said with its source. */
function ZeroCard(p: RowPageProps & { readonly path: string }) {
  const { locale, sheet } = p
  const { code, answer } = p.placed.question
  if (answer?.kind !== 'ratio' || !answer.zeroDenominator.setting) return null
  const t = translator(messages, locale)
  const { basis, whenNumeratorZero } = answer.zeroDenominator
  const chosen = sheet.cycle.settings.zeroDenominator?.[code]
  const note = basis.note ? labelMarkup(basis.note, locale) : ''
  return (
    <Card title={t('zero.title')} id="nol">
      <p>
        {note}{' '}
        <span class="muted">
          {t('condition.source', { text: sheet.instrument.sources[basis.source]?.title ?? '' })}
        </span>
      </p>
      {p.maySetZero ? (
        <PostForm action={`${p.path}/nol`} csrf="" idempotencyKey={p.newKey()}>
          <RadioGroup
            locale={locale}
            name="nilai"
            label={t('zero.label')}
            value={chosen ?? ''}
            choices={[
              { value: '', text: t('zero.default', { worth: whenNumeratorZero }) },
              { value: '0', text: t('zero.none') },
              { value: '1', text: t('zero.full') },
            ]}
          />
          <SubmitButton kind="quiet">{t('zero.save')}</SubmitButton>
        </PostForm>
      ) : (
        <p>
          {chosen === '1'
            ? t('zero.full')
            : chosen === '0'
              ? t('zero.none')
              : t('zero.default', { worth: whenNumeratorZero })}
        </p>
      )}
    </Card>
  )
}
