import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { exampleAreas, exampleTitle } from './example-plan.ts'

const heads = ['NO', 'PROGRAM', 'INDIKATOR', 'LANGKAH-LANGKAH', 'EVIDEN', 'TARGET WAKTU', 'PENANGGUNG JAWAB']

const text = (words: string, list?: string) =>
  new Paragraph({ children: [new TextRun(words)], ...(list && { numbering: { reference: list, level: 0 } }) })

const cell = (paragraphs: Paragraph[], merge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]) =>
  new TableCell({ children: paragraphs, ...(merge && { verticalMerge: merge }) })

/** A letterhead, one table an area with its name above, automatic numbers and bullets, and a table of signatures. */
export async function exampleDocx(): Promise<Uint8Array> {
  const parts: (Paragraph | Table)[] = [
    text('BALAI PENGUJIAN MEKAR SARI'),
    text('Jalan Melati 7, Mekar Sari'),
    text('Lampiran Keputusan Nomor 3 Tahun 2027'),
    text(exampleTitle),
  ]
  for (const [areaAt, area] of exampleAreas.entries()) {
    parts.push(text(`AREA ${['I', 'II', 'III', 'IV', 'V', 'VI'][areaAt]}. ${area.name}`))
    const rows = area.components.flatMap(component =>
      component.rows.map((row, at) => {
        const merge =
          component.rows.length === 1
            ? undefined
            : at === 0
              ? VerticalMergeType.RESTART
              : VerticalMergeType.CONTINUE
        return new TableRow({
          children: [
            cell([at === 0 ? text('', `nomor-${areaAt}`) : text('')], merge),
            cell([text(at === 0 ? component.name : '')], merge),
            cell([text(row.indicator)]),
            cell(row.actions.map(item => text(item, 'butir'))),
            cell(row.evidence.map((item, n) => text(`${String.fromCharCode(97 + n)}) ${item}`))),
            cell([text(row.schedule)]),
            cell([text(row.owner)]),
          ],
        })
      }),
    )
    const head = new TableRow({ tableHeader: true, children: heads.map(word => cell([text(word)])) })
    parts.push(new Table({ rows: [head, ...rows] }))
  }
  const sign = (words: string[]) => cell(words.map(word => text(word)))
  parts.push(
    text(''),
    new Table({
      rows: [
        new TableRow({
          children: [sign(['Mengetahui,', 'Ketua Tim']), sign(['Mekar Sari, 4 Januari 2027', 'Kepala'])],
        }),
        new TableRow({ children: [sign(['BUDI SANTOSA']), sign(['SRI WAHYUNI'])] }),
      ],
    }),
  )
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], shown: string) => [
    { level: 0, format, text: shown, alignment: AlignmentType.START },
  ]
  const numbers = exampleAreas.map((_, at) => ({
    reference: `nomor-${at}`,
    levels: level(LevelFormat.DECIMAL, '%1.'),
  }))
  const document = new Document({
    creator: 'Zona',
    numbering: { config: [{ reference: 'butir', levels: level(LevelFormat.BULLET, '-') }, ...numbers] },
    sections: [{ children: parts }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
