import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { tagMarkup } from '../../../ui/display/tag.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { measured } from '../fill/row-state.ts'
import { messages } from '../messages.ts'
import { gapFigure, inFull, needFigure, ruleName, scoreFigure } from '../sentences.ts'
import type { Sheet } from '../sheet.ts'

type Props = { readonly locale: Locale; readonly sheet: Sheet }

/** Every threshold with what is measured against it; the score in full, as it is compared. */
export function ThresholdsCard({ locale, sheet }: Props) {
  const t = translator(messages, locale)
  if (sheet.instrument.predicates.length === 0) return null
  return (
    <Card
      title={t('thresholds.title')}
      note={`${t('thresholds.note', { text: inFull(sheet.score.total, locale) })} ${sourcesOf(sheet, locale)}`}
      flush
    >
      <ThresholdTable locale={locale} sheet={sheet} />
    </Card>
  )
}

/** Where the thresholds stand, each place once. */
function sourcesOf({ instrument }: Sheet, locale: Locale): string {
  const places = instrument.predicates
    .flatMap(({ rules }) => rules)
    .map(({ basis }) => [instrument.sources[basis.source]?.title, basis.item].filter(Boolean).join(', '))
  return translator(messages, locale)('condition.source', { text: [...new Set(places)].join('; ') })
}

function ThresholdTable({ locale, sheet }: Props) {
  const t = translator(messages, locale)
  const { predicates } = sheet.instrument
  const rules = [...new Map(predicates.flatMap(one => one.rules).map(rule => [rule.rule, rule])).values()]
  const words = { total: t('total'), enabler: t('enabler'), result: t('result') }
  return (
    <DataTable
      caption={t('thresholds.title')}
      dense
      rows={rules}
      empty={{ title: '–' }}
      columns={[
        {
          header: t('rule'),
          rowHeader: true,
          width: 'grow',
          cell: ({ rule }) => ruleName(sheet.instrument, rule, locale, words),
        },
        {
          header: t('have'),
          numeric: true,
          cell: ({ of, unit }) =>
            `${scoreFigure(measured(sheet, of, unit), locale, sheet.instrument)}${unit === 'percent' ? '%' : ''}`,
        },
        ...predicates.map(({ code, rules: own }) => ({
          header: code,
          cell: ({ rule }: (typeof rules)[number]) => {
            const asked = own.find(one => one.rule === rule)
            if (!asked) return '–'
            const mark = asked.unit === 'percent' ? '%' : ''
            const need = `${needFigure(asked.need, locale)}${mark}`
            const gap = sheet.score.predicates[code]?.unmet.find(unmet => unmet.rule === rule)
            return gap
              ? tagMarkup('late', t('short.by', { short: `${gapFigure(gap.short, locale)}${mark}`, need }))
              : tagMarkup('done', t('met.cap', { need }))
          },
        })),
      ]}
    />
  )
}
