import type { LocalDate } from '../../core/shared/local-date.ts'
import { type Locale, translator } from '../../ui/messages.ts'
import { parseChapter } from './chapter-text.ts'
import { type Block, type OfficialDocument, paragraph, type Signature } from './document.ts'
import { figureTable } from './figure-tables.ts'
import { type FigureValues, resolveFigures } from './figures.ts'
import { parseRuns, plainText } from './inline-text.ts'
import { type MergeField, mergeFields } from './merge-fields.ts'
import { documentMessages, workPlanMessages } from './messages.ts'
import { numberCaptions } from './number-captions.ts'
import { formatDate, formatNumber } from './numbers.ts'
import type { Chapter, DocumentUnit, PlanForDocument } from './plan-input.ts'
import { countPlan, planSummary, planTable } from './plan-tables.ts'

export type WorkPlanInput = {
  readonly unit: DocumentUnit
  readonly year: number
  /** The day the document is made or was adopted. */
  readonly date: LocalDate
  readonly locale?: Locale
  readonly chapters: readonly Chapter[]
  readonly plan: PlanForDocument
  readonly figures: FigureValues
  /** Figures beyond those of the catalogue, by key. */
  readonly fields?: Readonly<Record<string, MergeField>>
  /** The head's signature; null prints the plan as a draft. */
  readonly approval: Signature | null
}

/** The whole work plan: cover, foreword, contents, chapters, and the action plan as Lampiran I. */
export function workPlanDocument(input: WorkPlanInput): OfficialDocument {
  const { unit, year, date, plan, approval, locale = 'id' } = input
  const t = translator(workPlanMessages, locale)
  const words = translator(documentMessages, locale)
  const missing = new Set<string>()
  const fields = { ...resolveFigures(input.figures, locale), ...planFields(input, locale), ...input.fields }

  const table = (name: string): readonly Block[] => {
    if (name === 'ringkasan-rencana') return [planSummary(plan, locale)]
    const found = figureTable(name, input.figures, locale)
    if (!found) return [paragraph(`{{tabel.${name}}}`)]
    for (const label of found.missing) missing.add(label)
    return [found.table]
  }
  const chapterBlocks = (chapter: Chapter): readonly Block[] => {
    const merged = mergeFields(chapter.text, fields, locale)
    const title = mergeFields(chapter.title, fields, locale)
    for (const label of [...title.missing, ...merged.missing]) missing.add(label)
    const numeral = chapter.number === null ? null : romanValue(chapter.number)
    const parsed = parseChapter(merged.text, numeral)
    const body = parsed.flatMap((block, index) =>
      block.kind === 'insert' ? table(block.name) : [asBodyText(block, parsed[index + 1]?.kind)],
    )
    return [
      {
        kind: 'heading',
        level: 1,
        number: chapter.number === null ? null : `BAB ${chapter.number}`,
        text: plainText(parseRuns(title.text)),
      },
      ...body,
    ]
  }

  const foreword = input.chapters.filter(({ number }) => number === null).flatMap(chapterBlocks)
  const signedForeword: readonly Block[] =
    foreword.length === 0
      ? []
      : [
          ...foreword,
          paragraph(`${unit.place}, ${formatDate(date, locale)}`, { align: 'right', keepWithNext: true }),
          {
            kind: 'paragraph',
            align: 'right',
            runs: [{ text: t('team', { unit: unit.shortName }), bold: true }],
          },
        ]
  const chapters = input.chapters.filter(({ number }) => number !== null).flatMap(chapterBlocks)
  const labels = [...missing]
  const title = `${t('title')} ${t('zoneTitle')}`
  return {
    kind: 'work-plan',
    locale,
    title: `${title} ${unit.shortName} ${t('year', { year })}`,
    subtitle: `${t('subtitleOne')} ${t('subtitleTwo')}`,
    author: unit.name,
    place: unit.place,
    date,
    cover: {
      title: [t('title'), t('zoneTitle')],
      subtitle: [t('subtitleOne'), t('subtitleTwo')],
      agency: unit.agency === null ? [unit.name] : [unit.name, unit.agency],
      year: t('year', { year }),
      logo: unit.logo ?? null,
    },
    footnote: approval ? null : words('draft'),
    front: [
      ...(labels.length > 0 ? [{ kind: 'missing', labels } as const, { kind: 'page-break' } as const] : []),
      ...signedForeword,
    ],
    contents: true,
    blocks: numberCaptions(
      [
        ...chapters,
        {
          kind: 'landscape',
          blocks: [
            {
              kind: 'heading',
              level: 1,
              number: t('appendix').toUpperCase(),
              text: t('appendixTitle', { unit: unit.shortName, year }),
            },
            planTable(plan, locale),
            ...(approval ? [{ kind: 'signature', signature: approval } as const] : []),
          ],
        },
      ],
      { table: words('table'), figure: words('figure') },
    ),
    missing: labels,
  }
}

/** First lines are set in, as in a bound report; what introduces a list stays on its page. */
const asBodyText = (block: Block, next: string | undefined): Block =>
  block.kind === 'paragraph'
    ? { ...block, indent: true, ...(next === 'list' || next === 'insert' ? { keepWithNext: true } : {}) }
    : block

function planFields({ unit, year, plan }: WorkPlanInput, locale: Locale): Record<string, MergeField> {
  const t = translator(workPlanMessages, locale)
  const counts = countPlan(plan.areas)
  const own = (label: string, value: string): MergeField => ({ label, value, source: 'unit' })
  const counted = (label: string, value: number): MergeField => ({
    label,
    value: formatNumber(value, locale),
    source: 'plan',
  })
  return {
    tahun: own(t('planYear'), String(year)),
    'unit.nama': own(t('unitName'), unit.name),
    'unit.singkatan': own(t('unitShort'), unit.shortName),
    'unit.instansi': own(t('unitAgency'), unit.agency ?? unit.name),
    'unit.tempat': own(t('unitPlace'), unit.place),
    'rencana.area': counted(t('areaCount'), plan.areas.length),
    'rencana.komponen': counted(t('componentCount'), counts.components),
    'rencana.indikator': counted(t('indicatorCount'), counts.indicators),
    'rencana.aksi': counted(t('actionCount'), counts.actions),
    'rencana.bukti': counted(t('evidenceCount'), counts.evidence),
  }
}

const numerals: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

/** "IV" is 4. Chapters number with I, V and X only; null for anything else. */
export function romanValue(roman: string): number | null {
  const values = [...roman].map(letter => numerals[letter] ?? Number.NaN)
  const sum = values.reduce((total, value, at) => total + (value < (values[at + 1] ?? 0) ? -value : value), 0)
  return Number.isNaN(sum) || sum === 0 ? null : sum
}
