import { crc32, deflateRawSync } from 'node:zlib'

/** Files that tests make byte by byte, so that every fault in them is on purpose. */

export function zipOf(
  parts: Readonly<Record<string, string | Uint8Array>>,
  claim?: { readonly size: number },
): Uint8Array {
  const body: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content as Uint8Array)
    const packed = deflateRawSync(data, { level: 1 })
    const label = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc32(data), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(claim?.size ?? data.length, 22)
    head.writeUInt16LE(label.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    head.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(offset, 42)
    body.push(head, label, packed)
    list.push(entry, label)
    offset += 30 + label.length + packed.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(22)
  const count = Object.keys(parts).length
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...body, listed, end]))
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A cell: text, or raw `<c>` content with its attributes. */
export type MadeCell = string | { readonly attributes?: string; readonly inner: string }

export function sheetXml(rows: readonly (readonly MadeCell[])[], after = ''): string {
  const cells = (row: readonly MadeCell[], at: number) =>
    row.map((cell, column) => {
      const reference = `${String.fromCharCode(65 + column)}${at + 1}`
      if (cell === '') return ''
      if (typeof cell !== 'string') return `<c r="${reference}" ${cell.attributes ?? ''}>${cell.inner}</c>`
      return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
    })
  const lines = rows.map((row, at) => `<row r="${at + 1}">${cells(row, at).join('')}</row>`)
  return `<worksheet><sheetData>${lines.join('')}</sheetData>${after}</worksheet>`
}

export const workbookParts = (sheets: Readonly<Record<string, string>>): Record<string, string> => ({
  'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${Object.keys(sheets)
    .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}"/>`)
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${Object.keys(sheets)
    .map(
      (_, at) => `<Relationship Id="s${at + 1}" Type="t/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join('')}</Relationships>`,
  ...Object.fromEntries(Object.values(sheets).map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
})

export const xlsxOf = (sheets: Readonly<Record<string, readonly (readonly MadeCell[])[]>>): Uint8Array =>
  zipOf(
    workbookParts(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, sheetXml(rows)]))),
  )

const paragraph = (text: string) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`

export const tableXml = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map(
      row =>
        `<w:tr>${row.map(cell => `<w:tc>${cell.split('\n').map(paragraph).join('')}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`

export const docxOf = (body: string): Uint8Array =>
  zipOf({ 'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` })

/** A one-page PDF; `extra` goes into its trailer, `content` is its drawing. */
export function pdfOf(content: string, extra = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

export const planHeads = [
  'NO',
  'KOMPONEN',
  'INDIKATOR',
  'LANGKAH AKSI',
  'BUKTI FISIK',
  'TARGET WAKTU',
] as const

/** A small sound plan; `schedule` is the target time of its only row. */
export const planRows = (schedule: MadeCell = 'Maret 2027'): MadeCell[][] => [
  ['RENCANA AKSI BALAI MEKAR SARI TAHUN 2027'],
  [],
  [...planHeads],
  ['I', 'MANAJEMEN PERUBAHAN'],
  ['1', 'Tim Pembaharu', 'Tim terbentuk', '- Memilih tim\n- Menetapkan tim', 'SK tim', schedule],
]
