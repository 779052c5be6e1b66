import { DataTable } from '../../../ui/display/data-table.tsx'
import { Details } from '../../../ui/display/summary.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { answerText } from '../sentences.ts'
import type { Sheet } from '../sheet.ts'
import { pageMessages } from './page-messages.ts'
import type { WorkbookAnswers } from './read-answers.ts'
import { differing } from './read-assessors.ts'

/** What assessors filled in: how much, and where they answered otherwise than the unit does in the same workbook. */
export function AssessorsAnswers({
  locale,
  sheet,
  found,
}: {
  readonly locale: Locale
  readonly sheet: Sheet
  readonly found: WorkbookAnswers
}) {
  const t = translator(pageMessages, locale)
  const placed = new Map(sheet.questions.map(one => [one.question.code, one]))
  const shown = (code: string, value: unknown) =>
    answerText(value ?? null, placed.get(code), locale) ?? t('none')
  const order = (codes: readonly string[]) => [...placed.keys()].filter(code => codes.includes(code))
  return (
    <>
      {found.assessors.map(track => {
        const codes = order(differing(found.answers, track))
        const title = t('assessors.differ', {
          heading: track.heading,
          n: formatNumber(codes.length, locale),
        })
        return (
          <>
            <p>
              {t('assessors', {
                heading: track.heading,
                n: formatNumber(Object.keys(track.answers).length, locale),
              })}
            </p>
            {codes.length > 0 ? (
              <Details summary={title}>
                <DataTable
                  caption={title}
                  rows={codes}
                  columns={[
                    { header: t('item'), rowHeader: true, width: 'shrink', cell: code => code },
                    { header: t('assessors.units'), cell: code => shown(code, found.answers[code]) },
                    { header: track.heading, cell: code => shown(code, track.answers[code]) },
                    { header: t('assessors.note'), cell: code => track.notes[code]?.explanation ?? '' },
                  ]}
                  empty={{ title: '' }}
                />
              </Details>
            ) : null}
          </>
        )
      })}
    </>
  )
}
