import { exampleAreas, exampleTitle } from './example-plan.ts'

/** As an application exports it: Windows-1252, semicolons, the area and component on every row, lists in one line. */
export function exampleCsv(): Uint8Array {
  const quote = (field: string) => (/[";\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
  const rows = exampleAreas.flatMap(area =>
    area.components.flatMap(component =>
      component.rows.map(row => [
        area.name,
        component.name,
        row.indicator,
        row.actions.length === 1
          ? (row.actions[0] ?? '')
          : row.actions.map((item, n) => `${n + 1}. ${item}`).join(' '),
        row.evidence.length === 1 ? (row.evidence[0] ?? '') : row.evidence.map(item => `• ${item}`).join(' '),
        row.schedule,
        row.owner,
      ]),
    ),
  )
  const heads = ['Area', 'Komponen', 'Indikator', 'Rencana Aksi', 'Bukti Fisik', 'Waktu', 'PIC']
  const text = [[exampleTitle], heads, ...rows].map(fields => fields.map(quote).join(';')).join('\r\n')
  return Buffer.from(text.replaceAll('•', '\x95'), 'latin1')
}
