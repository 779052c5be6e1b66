import { daysBetween, type LocalDate, localDate } from '../../core/shared/local-date.ts'
import { type Translator, translator } from '../../ui/messages.ts'
import { parseChapter } from './chapter-text.ts'
import { type Block, type OfficialDocument, paragraph } from './document.ts'
import { documentMessages, monevMessages } from './messages.ts'
import type { MonevInput, StateCounts } from './monev-input.ts'
import { doneTable, followUpTable, lateTable, stateBars, stateTable, summaryTable } from './monev-tables.ts'
import { numberCaptions } from './number-captions.ts'
import { formatDate, formatNumber, formatPercent, monthName } from './numbers.ts'

/** The report a unit hands to its head: how much is done, what is late and with whom, what follows. */
export function monevReport(input: MonevInput): OfficialDocument {
  const { unit, year, asOf, locale = 'id' } = input
  const t = translator(monevMessages, locale)
  const words = translator(documentMessages, locale)
  const sections = [summary(input, t), ...progress(input, t), ...lists(input, t)]
  const blocks = sections.flatMap(([title, ...rest], index): readonly Block[] => [
    { kind: 'heading', level: 2, number: `${String.fromCharCode(65 + index)}.`, text: title },
    ...rest,
  ])
  const asOfLine = t('asOf', { year, date: formatDate(asOf, locale) })
  return {
    kind: 'monev-report',
    locale,
    title: `${t('title')} ${t('zoneTitle')} ${unit.shortName}, ${formatDate(asOf, locale)}`,
    subtitle: asOfLine,
    author: unit.name,
    place: unit.place,
    date: asOf,
    margins: { left: 3, right: 2.5, top: 2, bottom: 2.5 },
    letterhead: {
      agency: unit.agency,
      unit: unit.name,
      address: unit.address ?? null,
      logo: unit.logo ?? null,
    },
    front: [],
    contents: false,
    blocks: numberCaptions(
      [
        titleLine(t('title').toUpperCase()),
        titleLine(`${t('zoneTitle')} ${unit.shortName}`.toUpperCase()),
        paragraph(asOfLine, { align: 'center' }),
        ...blocks,
        ...(input.signer ? [{ kind: 'signature', signature: input.signer } as const] : []),
      ],
      { table: words('table'), figure: words('figure') },
    ),
    missing: [],
  }
}

type Section = readonly [title: string, ...blocks: Block[]]
type Words = Translator<typeof monevMessages>

const titleLine = (text: string): Block => ({
  kind: 'paragraph',
  align: 'center',
  keepWithNext: true,
  runs: [{ text, bold: true }],
})

const totalOf = (c: StateCounts) => c.done + c.late + c.due + c.upcoming + c.waived

const addUp = (list: readonly { readonly counts: StateCounts }[]): StateCounts =>
  list.reduce(
    (sum, { counts }) => ({
      done: sum.done + counts.done,
      late: sum.late + counts.late,
      due: sum.due + counts.due,
      upcoming: sum.upcoming + counts.upcoming,
      waived: sum.waived + counts.waived,
    }),
    { done: 0, late: 0, due: 0, upcoming: 0, waived: 0 },
  )

function summary(input: MonevInput, t: Words): Section {
  const { locale = 'id', asOf } = input
  const all = addUp(input.perArea)
  const owed = totalOf(all) - all.waived
  if (totalOf(all) === 0) return [t('summary'), paragraph(t('nothing'))]
  const print = (value: number) => formatNumber(value, locale)
  const oldest = input.lateList.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
  const lead = t('lead', {
    asOf: formatDate(asOf, locale),
    done: print(all.done),
    owed: print(owed),
    share: formatPercent(all.done, owed, locale) ?? '–',
    late: print(all.late),
  })
  const longest = oldest
    ? ` ${t('longest', { days: print(daysBetween(oldest.dueOn, asOf)), action: oldest.action.replace(/[.\s]+$/, '') })}`
    : ''
  return [t('summary'), paragraph(lead + longest), summaryTable(all, locale), ...disagreement(input, t)]
}

/** The three breakdowns count the same obligations; when they do not agree the reader must know. */
function disagreement(
  { perArea, perMonth, perPerson, locale = 'id' }: MonevInput,
  t: Words,
): readonly Block[] {
  const [areas, months, people] = [perArea, perMonth, perPerson].map(list => totalOf(addUp(list)))
  if (areas === months && (areas === people || perPerson.length === 0)) return []
  const print = (value: number | undefined) => formatNumber(value ?? 0, locale)
  const text = t('countsDiffer', { areas: print(areas), months: print(months), people: print(people) })
  return [{ kind: 'paragraph', runs: [{ text, italic: true }] }]
}

function progress(input: MonevInput, t: Words): readonly Section[] {
  const { locale = 'id', perArea, perMonth, perPerson } = input
  const areas = perArea.map(({ label, counts }) => ({ label, counts }))
  const months = perMonth.map(({ month, counts }) => ({ label: monthName(month, locale), counts }))
  const people = perPerson.map(({ name, position, counts }) => ({
    label: position ? `${name} (${position})` : name,
    counts,
  }))
  return [
    [
      t('byArea'),
      stateBars(t('byArea'), areas, locale),
      stateTable(t('areaWord'), t('byArea'), areas, locale),
    ],
    [
      t('byMonth'),
      stateBars(t('byMonth'), months, locale),
      stateTable(t('monthWord'), t('byMonth'), months, locale),
    ],
    [t('byPerson'), stateTable(t('personWord'), t('byPerson'), people, locale)],
  ]
}

function lists(input: MonevInput, t: Words): readonly Section[] {
  const { locale = 'id', asOf, year } = input
  const from: LocalDate = input.from ?? localDate(year, 1, 1) ?? asOf
  const notes = input.notes?.trim()
  const period = t('donePeriod', { from: formatDate(from, locale), to: formatDate(asOf, locale) })
  return [
    [t('lateHeading'), lateTable(input.lateList, asOf, locale)],
    [t('doneHeading'), paragraph(period, { keepWithNext: true }), doneTable(input.doneList, locale)],
    [t('followUpHeading'), followUpTable(input.followUps ?? [], locale)],
    ...(notes ? [[t('notes'), ...noteBlocks(notes)] as const] : []),
  ]
}

const noteBlocks = (text: string): readonly Block[] =>
  parseChapter(text).flatMap(block =>
    block.kind === 'insert' ? [paragraph(`{{tabel.${block.name}}}`)] : [block],
  )
