import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import ExcelJS from 'exceljs'
import sharp from 'sharp'
import type { LocalDate } from '../src/core/shared/local-date.ts'
import { type OfficialDocument, renderPdf } from '../src/features/documents/index.ts'

const agency = 'Pemerintah Kabupaten Tirta Lestari'
const unit = 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu'
const head = { role: 'Kepala Dinas', name: 'Ratna Wulandari', nip: '197203141998032001' }
const secretary = { role: 'Sekretaris Dinas', name: 'Bagas Prakoso', nip: '197908222005011002' }

/** What a paper says: its title, its lines, a table where it has one, and who signs it. */
export type Paper = {
  readonly title: string
  readonly number?: string
  readonly date: LocalDate
  readonly lines: readonly string[]
  readonly table?: readonly (readonly string[])[]
  readonly signer?: 'head' | 'secretary'
}

export function pdfOf({ title, number = '', date, lines, table, signer }: Paper): Promise<Uint8Array> {
  const centred = (text: string) =>
    ({ kind: 'paragraph', align: 'center', runs: [{ text, bold: true }], keepWithNext: true }) as const
  const row = (cells: readonly string[]) => ({ cells: cells.map(text => ({ runs: [{ text }] })) })
  const [header = [], ...rows] = table ?? []
  const document: OfficialDocument = {
    kind: 'letter',
    locale: 'id',
    title,
    subtitle: '',
    author: unit,
    place: 'Tirta Lestari',
    date,
    margins: { left: 3, right: 2.5, top: 2, bottom: 2.5 },
    letterhead: { agency, unit, address: 'Jalan Mata Air Nomor 8, Tirta Lestari' },
    front: [],
    contents: false,
    missing: [],
    blocks: [
      centred(title.toUpperCase()),
      ...(number ? [centred(`Nomor: ${number}`)] : []),
      ...lines.map(text => ({ kind: 'paragraph', runs: [{ text }], align: 'justify' }) as const),
      ...(table
        ? [
            {
              kind: 'table',
              columns: header.map(() => ({ width: 1 })),
              header: [row(header)],
              rows: rows.map(row),
            } as const,
          ]
        : []),
      ...(signer
        ? [
            {
              kind: 'signature',
              signature: { place: 'Tirta Lestari', date, ...(signer === 'head' ? head : secretary) },
            } as const,
          ]
        : []),
    ],
  }
  return renderPdf(document)
}

export function docxOf({ title, number = '', lines, table }: Paper): Promise<Uint8Array> {
  const text = (words: string) => new Paragraph({ children: [new TextRun(words)], spacing: { after: 120 } })
  const rows = (table ?? []).map(
    cells =>
      new TableRow({ children: cells.map(words => new TableCell({ children: [new Paragraph(words)] })) }),
  )
  return Packer.toBuffer(
    new Document({
      creator: unit,
      title,
      sections: [
        {
          children: [
            text(agency.toUpperCase()),
            text(unit.toUpperCase()),
            new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
            ...(number ? [text(`Nomor: ${number}`)] : []),
            ...lines.map(text),
            ...(rows.length > 0
              ? [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } })]
              : []),
          ],
        },
      ],
    }),
  )
}

export async function xlsxOf({ title, date, lines, table = [] }: Paper): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.created = workbook.modified = new Date(`${date}T00:00:00Z`)
  const sheet = workbook.addWorksheet('Lembar 1')
  sheet.addRow([title]).font = { bold: true }
  for (const line of [unit, ...lines]) sheet.addRow([line])
  sheet.addRow([])
  for (const [at, cells] of table.entries()) {
    const row = sheet.addRow(cells.map(cell => (/^\d{1,6}$/.test(cell) ? Number(cell) : cell)))
    if (at === 0) row.font = { bold: true }
  }
  for (const [at] of (table[0] ?? []).entries()) sheet.getColumn(at + 1).width = at === 1 ? 34 : 16
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

export const csvOf = ({ table = [] }: Paper): Uint8Array =>
  Buffer.from(table.map(cells => `${cells.join(';')}\r\n`).join(''))

export const txtOf = ({ title, lines }: Paper): Uint8Array => Buffer.from(`${[title, ...lines].join('\n')}\n`)

const tones = ['#3d5a4c', '#5b4a78', '#7a4b2a', '#2c5d7a', '#7a2c3d']

/** A drawn scene with its title: people before a building, more of them and in other colours by `seed`. */
export function sceneOf({ title, lines }: Paper, seed: number): Promise<Buffer> {
  const people = Array.from({ length: 7 + (seed % 5) }, (_, at) => {
    const x = 70 + at * 62 + (seed % 3) * 12
    const y = 330 + ((at * 7 + seed) % 4) * 9
    const tone = tones[(at + seed) % tones.length]
    return `<circle cx="${x}" cy="${y}" r="17" fill="#c99b78"/><path d="M${x - 21} ${y + 100}q0-82 21-82t21 82z" fill="${tone}"/>`
  })
  const marked = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="530" font-family="DejaVu Sans, sans-serif">
<rect width="800" height="320" fill="${['#cfe3ee', '#e6e3cf', '#dfe0ea'][seed % 3]}"/><rect y="300" width="800" height="230" fill="#d9d2c3"/>
<path d="M110 150L400 70l290 80z" fill="#7a4b2a"/><rect x="140" y="150" width="520" height="170" fill="#f4f1ea"/>
${[180, 270, 470, 560].map(x => `<rect x="${x}" y="185" width="56" height="80" fill="#8fb3c7"/>`).join('')}
<rect x="370" y="200" width="60" height="120" fill="#6b5036"/><rect x="716" y="60" width="5" height="330" fill="#555"/>
<rect x="721" y="64" width="60" height="20" fill="#c8102e"/><rect x="721" y="84" width="60" height="20" fill="#fff"/>
${people.join('')}<rect y="462" width="800" height="68" fill="#1b1b1b"/>
<text x="20" y="490" font-size="19" fill="#fff">${marked(title)}</text><text x="20" y="516" font-size="15" fill="#ddd">${marked(lines.join(' · '))}</text></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 60, mozjpeg: true }).toBuffer()
}

/** A drawn page of the agency's site, as somebody would photograph their screen. */
export function screenOf({ title, lines }: Paper): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="420" font-family="DejaVu Sans, sans-serif">
<rect width="800" height="420" fill="#fff"/><rect width="800" height="34" fill="#d8dadd"/><rect x="90" y="7" width="620" height="20" rx="10" fill="#fff"/>
<text x="104" y="22" font-size="12" fill="#444">dpmptsp.tirtalestari.contoh.go.id/zona-integritas</text>
<rect y="34" width="800" height="60" fill="#12436d"/><text x="30" y="72" font-size="20" fill="#fff">DPMPTSP Kabupaten Tirta Lestari</text>
<text x="30" y="140" font-size="24" fill="#1b1b1b">${title}</text>
${lines.map((line, at) => `<text x="30" y="${180 + at * 30}" font-size="16" fill="#333">${line}</text>`).join('')}</svg>`
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer()
}
