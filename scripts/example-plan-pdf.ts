import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type ExampleRow, exampleAreas, exampleTitle } from './example-plan.ts'

const raw = (text: string) => `#${JSON.stringify(text)}`
const lines = (items: readonly string[]) =>
  items.length === 1 ? raw(items[0] ?? '') : items.map(item => raw(`- ${item}`)).join(' \\\n')

const cells = (row: ExampleRow) =>
  [raw(row.indicator), lines(row.actions), lines(row.evidence), raw(row.schedule), raw(row.owner)]
    .map(cell => `[${cell}]`)
    .join(', ')

function rows(): string {
  return exampleAreas
    .flatMap((area, areaAt) => [
      `[${raw('ABCDEF'[areaAt] ?? '')}], table.cell(colspan: 6)[${raw(area.name)}],`,
      ...area.components.flatMap((component, number) =>
        component.rows.map((row, at) => {
          const tall = `rowspan: ${component.rows.length}`
          const head = `table.cell(${tall})[${number + 1}], table.cell(${tall})[${raw(component.name)}], `
          return `${at === 0 ? head : ''}${cells(row)},`
        }),
      ),
    ])
    .join('\n')
}

const heads = [
  'NO',
  'KOMPONEN',
  'INDIKATOR',
  'LANGKAH AKSI',
  'BUKTI FISIK',
  'TARGET WAKTU',
  'PENANGGUNG JAWAB',
]

function compile(body: string): Uint8Array {
  const compiler = NodeCompiler.create()
  return new Uint8Array(compiler.pdf({ mainFileContent: body }, { creationTimestamp: 1_795_000_000 }))
}

/** Narrow pages with a header and page numbers: headings repeat, rows and merged cells break over pages. */
export const ruledPdf = (): Uint8Array =>
  compile(`
#set document(title: ${JSON.stringify(exampleTitle)}, date: none)
#set page(width: 24cm, height: 9.3cm, margin: 1.2cm, header: [Balai Pengujian Mekar Sari], numbering: "1 / 1")
#set text(size: 8pt, hyphenate: false)
${raw(exampleTitle)}
#table(columns: (0.8cm, 2.6cm, 4cm, 4.4cm, 4cm, 2.4cm, 2.4cm), stroke: 0.5pt,
table.header(${heads.map(head => `[${raw(head)}]`).join(', ')}),
${rows()})
#align(right)[Mekar Sari, 4 Januari 2027 \\ Kepala Balai Pengujian \\ SRI WAHYUNI]
`)

/** The same table without a single rule. */
export const unruledPdf = (): Uint8Array =>
  compile(`
#set document(title: ${JSON.stringify(exampleTitle)}, date: none)
#set page(width: 29.7cm, height: 21cm, margin: 1.2cm)
#set text(size: 9pt, hyphenate: false)
${raw(exampleTitle)}
#v(4mm)
#table(columns: (1cm, 3.4cm, 5cm, 5.6cm, 5cm, 3.2cm, 3.2cm), stroke: none, row-gutter: 2mm, inset: (x: 2mm, y: 1mm),
table.header(${heads.map(head => `[${raw(head)}]`).join(', ')}),
${rows()})
`)

/** Narrow pages without rules, rows as tight as the lines of a cell, headings printed once, a footer on each page. */
export const tightPdf = (): Uint8Array =>
  compile(`
#set document(title: ${JSON.stringify(exampleTitle)}, date: none)
#set page(width: 29.7cm, height: 9cm, margin: 1.2cm, numbering: "1 / 1")
#set text(size: 9pt, hyphenate: false, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(leading: 1.5pt)
${raw(exampleTitle)}
#v(4mm)
#table(columns: (0.9cm, 3.4cm, 5cm, 5.6cm, 5cm, 3.2cm, 3.2cm), stroke: none, inset: (x: 1mm, y: 0.75pt),
${heads.map(head => `[${raw(head)}]`).join(', ')},
${rows()})
`)

/** No rules, every cell in the middle of its room, also those merged down over several rows. */
export const middlePdf = (): Uint8Array =>
  compile(`
#set document(title: ${JSON.stringify(exampleTitle)}, date: none)
#set page(width: 29.7cm, height: 21cm, margin: 1.2cm)
#set text(size: 9pt, hyphenate: false)
${raw(exampleTitle)}
#v(4mm)
#table(columns: (1cm, 3.4cm, 4cm, 4.6cm, 4cm, 3.2cm, 3.2cm), stroke: none, inset: (x: 1mm, y: 1mm), align: horizon,
table.header(${heads.map(head => `[${raw(head)}]`).join(', ')}),
${rows()})
`)
