import type { InstrumentChange } from '../../../core/instrument/compare-instruments.ts'
import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import { Card, Grid } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { KpiRow } from '../../../ui/display/kpi.tsx'
import { tagMarkup } from '../../../ui/display/tag.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { shortName } from '../fill/area-pages.ts'
import { markedLabel, sentenceMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import { inFull, labelText, ruleName, scoreFigure } from '../sentences.ts'
import type { StartPreview } from './preview-start.ts'

type Props = { readonly locale: Locale; readonly preview: StartPreview; readonly next: Instrument }

/** The differences of two instruments, and what last year's answers come to under each. */
export function PreviewView(p: Props) {
  const { locale, preview, next } = p
  const t = translator(messages, locale)
  const { before, scores, changes } = preview
  const again = preview.carried.filter(({ confirm }) => confirm).length
  return (
    <>
      <KpiRow
        items={[
          {
            label: t('diff.carried'),
            value: String(preview.carried.length),
            note: again > 0 ? t('diff.again', { n: again }) : t('diff.as-is'),
          },
          { label: t('diff.left'), value: String(preview.left.length), note: t('diff.left.note') },
          { label: t('diff.open'), value: String(preview.open.length), note: t('diff.open.note') },
          {
            label: t('total'),
            value: scoreFigure(scores.next.total, locale, p.next),
            note: t('diff.total', {
              year: before.year,
              score: scoreFigure(scores.old.total, locale, p.preview.beforeInstrument),
            }),
          },
        ]}
      />
      {preview.same ? (
        <p class="muted">{t('start.same', { year: before.year })}</p>
      ) : (
        <Grid>
          <EffectTable {...p} />
          <Card title={t('diff.title')} flush>
            <DataTable
              caption={t('diff.title')}
              dense
              rows={changes}
              empty={{ title: t('diff.none') }}
              columns={[
                {
                  header: t('change'),
                  cell: change => tagMarkup('due', t(`diff.kind.${change.kind}`)),
                },
                {
                  header: t('diff.what'),
                  rowHeader: true,
                  width: 'grow',
                  cell: change => sentenceMarkup(subjectOf(change, preview.beforeInstrument, next, locale)),
                },
                { header: t('diff.how'), cell: change => detailOf(change, locale) },
              ]}
            />
          </Card>
        </Grid>
      )}
    </>
  )
}

function EffectTable({ locale, preview, next }: Props) {
  const t = translator(messages, locale)
  const { old, next: carried } = preview.scores
  const codes = next.areas.map(({ code }) => code).filter(code => carried.areas[code])
  const figures = (score: typeof old, instrument: Instrument) => [
    scoreFigure(score.total, locale, instrument),
    ...codes.map(code => `${scoreFigure(score.areas[code]?.percent ?? '0', locale, instrument, 1)}%`),
  ]
  const rows = [
    {
      name: `${labelText(preview.beforeInstrument.title, locale)} · ${preview.before.year}`,
      values: figures(old, preview.beforeInstrument),
    },
    { name: `${labelText(next.title, locale)} · ${t('diff.chosen')}`, values: figures(carried, next) },
  ]
  return (
    <Card title={t('start.effect', { year: preview.before.year })} flush>
      <DataTable
        caption={t('start.effect', { year: preview.before.year })}
        dense
        rows={rows}
        empty={{ title: '–' }}
        columns={[
          { header: t('start.under'), rowHeader: true, width: 'grow', cell: row => row.name },
          ...[t('total'), ...codes.map(code => shortName(code, locale))].map((header, index) => ({
            header,
            numeric: true,
            cell: (row: (typeof rows)[number]) => row.values[index] ?? '–',
          })),
        ]}
      />
    </Card>
  )
}

function subjectOf(change: InstrumentChange, before: Instrument, next: Instrument, locale: Locale): string {
  const t = translator(messages, locale)
  switch (change.kind) {
    case 'question-added':
    case 'question-removed':
    case 'question-changed': {
      const placed = [...questionsOf(next), ...questionsOf(before)].find(
        ({ question }) => question.code === change.code,
      )
      return `${change.code} · ${placed ? markedLabel(placed.question.text, locale) : ''}`
    }
    case 'weight-changed':
      return change.path
    case 'threshold-changed': {
      const words = { total: t('total'), enabler: t('enabler'), result: t('result') }
      const where = next.predicates.some(({ rules }) => rules.some(({ rule }) => rule === change.rule))
      return `${change.predicate} · ${ruleName(where ? next : before, change.rule, locale, words)}`
    }
    case 'condition-added':
    case 'condition-removed': {
      const found = [...next.predicates, ...before.predicates]
        .filter(({ code }) => code === change.predicate)
        .flatMap(({ conditions }) => conditions)
        .find(({ code }) => code === change.code)
      return `${change.predicate} · ${found ? markedLabel(found.text, locale) : change.code}`
    }
    case 'rule-changed':
      return t(`diff.rule.${change.rule}`)
  }
}

function detailOf(change: InstrumentChange, locale: Locale): string {
  const t = translator(messages, locale)
  if (change.kind === 'question-changed') return change.what.map(part => t(`diff.part.${part}`)).join(', ')
  if (change.kind === 'weight-changed' || change.kind === 'threshold-changed') {
    const text = (value: string | null) => (value === null ? '–' : inFull(value, locale))
    return `${text(change.before)} → ${text(change.after)}`
  }
  return '–'
}
