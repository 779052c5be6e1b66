import type { LocalDate } from '../../core/shared/local-date.ts'
import { defineMessages, type Locale, translator } from '../../ui/messages.ts'
import { type Block, type OfficialDocument, paragraph, plainRun } from './document.ts'
import { formatDate } from './numbers.ts'
import type { DocumentUnit } from './plan-input.ts'

export type BookPiece = {
  readonly title: string
  /** Facts in the order of the sheet, in words. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly thumbnail: { readonly png: Uint8Array; readonly width: number; readonly height: number } | null
}

export type BookItem = {
  readonly no: string
  readonly text: string
  readonly indicator: string
  readonly pieces: readonly BookPiece[]
}

export type EvidenceBookInput = {
  readonly unit: DocumentUnit
  readonly year: number
  readonly date: LocalDate
  readonly locale: Locale
  /** What the book leaves out or holds, as a sentence. */
  readonly scope: string
  readonly areas: readonly {
    readonly label: string
    readonly subs: readonly {
      readonly no: string
      readonly name: string
      readonly items: readonly BookItem[]
    }[]
  }[]
}

const messages = defineMessages({
  title: { id: 'Buku Bukti', en: 'Evidence Book' },
  zone: { id: 'Pembangunan Zona Integritas', en: 'Building the Integrity Zone' },
  year: { id: (d: { year: number }) => `Tahun ${d.year}`, en: (d: { year: number }) => `${d.year}` },
  summary: { id: 'Ringkasan', en: 'Summary' },
  answer: {
    id: (d: { filled: number; asked: number; date: string }) =>
      `Sampai ${d.date}, ${d.filled} dari ${d.asked} bukti yang diminta rencana sudah terisi.`,
    en: (d: { filled: number; asked: number; date: string }) =>
      `By ${d.date}, ${d.filled} of the ${d.asked} items that the plan asks for are filled.`,
  },
  area: { id: 'Area', en: 'Area' },
  asked: { id: 'Diminta', en: 'Asked for' },
  filled: { id: 'Terisi', en: 'Filled' },
  total: { id: 'Jumlah', en: 'Total' },
  perArea: { id: 'Bukti terisi menurut area', en: 'Items filled by area' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  none: { id: 'Belum ada bukti untuk butir ini.', en: 'There is no evidence for this item yet.' },
  thumbnail: { id: 'Halaman pertama', en: 'First page' },
})

/** Centimetres that a picture may take on a sheet. */
const room = { width: 9, height: 9 }

/** A year's evidence to print and bind: cover, contents, a count, and a sheet for each item that has evidence. */
export function evidenceBook(input: EvidenceBookInput): OfficialDocument {
  const { unit, year, date, locale } = input
  const t = translator(messages, locale)
  return {
    kind: 'evidence-book',
    locale,
    title: `${t('title')} ${unit.shortName} ${year}`,
    subtitle: t('zone'),
    author: unit.name,
    place: unit.place,
    date,
    cover: {
      title: [t('title'), t('zone')],
      subtitle: [input.scope],
      agency: unit.agency === null ? [unit.name] : [unit.name, unit.agency],
      year: t('year', { year }),
      logo: unit.logo ?? null,
    },
    front: [],
    contents: true,
    blocks: [...summary(input), ...input.areas.flatMap(area => areaBlocks(area, locale))],
    missing: [],
  }
}

function summary({ areas, locale, date, scope }: EvidenceBookInput): readonly Block[] {
  const t = translator(messages, locale)
  const rows = areas.map(area => {
    const items = area.subs.flatMap(sub => sub.items)
    const filled = items.filter(item => item.pieces.length > 0).length
    return { label: area.label, asked: items.length, filled }
  })
  const sum = (of: 'asked' | 'filled') => rows.reduce((total, row) => total + row[of], 0)
  const cells = (texts: readonly string[]) => ({ cells: texts.map(text => ({ runs: plainRun(text) })) })
  return [
    { kind: 'heading', level: 1, number: null, text: t('summary') },
    paragraph(t('answer', { filled: sum('filled'), asked: sum('asked'), date: formatDate(date, locale) })),
    paragraph(`${scope}.`),
    {
      kind: 'table',
      caption: t('perArea'),
      columns: [{ width: 6 }, { width: 1, align: 'right' }, { width: 1, align: 'right' }],
      header: [cells([t('area'), t('asked'), t('filled')])],
      rows: [
        ...rows.map(row => cells([row.label, String(row.asked), String(row.filled)])),
        { role: 'total', ...cells([t('total'), String(sum('asked')), String(sum('filled'))]) },
      ],
    },
  ]
}

function areaBlocks(area: EvidenceBookInput['areas'][number], locale: Locale): readonly Block[] {
  const sheets = area.subs.flatMap((sub, subAt) =>
    sub.items.flatMap((item, itemAt): readonly Block[] => [
      // The area's heading opens a page of its own, on which its first sheet stands. An item without
      // evidence has nothing to bind behind it, and follows on the page before.
      ...((subAt === 0 && itemAt === 0) || item.pieces.length === 0 ? [] : [{ kind: 'page-break' } as const]),
      ...(itemAt === 0 ? [{ kind: 'heading', level: 2, number: `${sub.no}.`, text: sub.name } as const] : []),
      ...sheet(item, locale),
    ]),
  )
  return [{ kind: 'heading', level: 1, number: null, text: area.label }, ...sheets]
}

function sheet(item: BookItem, locale: Locale): readonly Block[] {
  const t = translator(messages, locale)
  const head: readonly Block[] = [
    { kind: 'heading', level: 3, number: item.no, text: item.text },
    {
      kind: 'paragraph',
      align: 'left',
      runs: [{ text: `${t('indicator')}: `, bold: true }, { text: item.indicator }],
    },
  ]
  if (item.pieces.length === 0)
    return [...head, { kind: 'paragraph', align: 'left', runs: [{ text: t('none'), italic: true }] }]
  return [...head, ...item.pieces.flatMap(piece => pieceBlocks(piece, locale))]
}

function pieceBlocks({ title, facts, thumbnail }: BookPiece, locale: Locale): readonly Block[] {
  const t = translator(messages, locale)
  const table: Block = {
    kind: 'table',
    columns: [{ width: 3 }, { width: 8 }],
    header: [{ cells: [{ runs: plainRun(title), columnSpan: 2 }] }],
    rows: facts.map(({ label, value }) => ({
      cells: [{ runs: [{ text: label, bold: true }] }, { runs: plainRun(value) }],
    })),
  }
  if (thumbnail === null) return [table]
  const scale = Math.min(room.width / thumbnail.width, room.height / thumbnail.height)
  return [
    table,
    {
      kind: 'image',
      picture: { format: 'png', png: thumbnail.png },
      alt: `${t('thumbnail')}: ${title}`,
      widthCm: thumbnail.width * scale,
      heightCm: thumbnail.height * scale,
    },
  ]
}
