import { ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import type { Zone } from '../../ui/format.ts'
import type { Locale } from '../../ui/messages.ts'
import { actionName, subjectName } from './action-names.ts'
import { wholeDetailText } from './detail-text.ts'
import { auditText } from './messages.ts'
import { type AuditRow, type AuditScope, auditChunks, subjectTitles } from './queries.ts'

/** Records that the trail was taken out, and with which filter. */
export const recordExport = (deps: Deps, scope: AuditScope): Promise<Result<null, never>> =>
  write<null, never>({ ...deps, requestKey: undefined }, async (_tx, record) => {
    const asked = Object.fromEntries(Object.entries(scope.filter).filter(([, value]) => value !== ''))
    record({
      action: 'audit-exported',
      subjectType: 'audit',
      subjectId: scope.unitId,
      unitId: scope.unitId,
      whileClosed: true,
      detail: asked,
    })
    return ok(null)
  })

/** A text that a spreadsheet would take for a formula is kept from being one. */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
const line = (cells: readonly string[]) => `${cells.map(cell).join(';')}\r\n`

/** The trail as CSV, made while it is sent: however long it is, little of it is in memory. */
export function trailAsCsv(db: Deps['db'], scope: AuditScope, locale: Locale): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const chunks = auditChunks(db, scope)
  const t = auditText(locale)
  const headings = [
    'entry',
    'when',
    'who',
    'what',
    'code',
    'subject',
    'unit',
    'detail',
    'raw',
    'hash',
  ] as const
  return new ReadableStream({
    start(controller) {
      // The mark tells Excel that the text is UTF-8.
      controller.enqueue(encoder.encode(`\ufeff${line(headings.map(heading => t(heading)))}`))
    },
    async pull(controller) {
      const { done, value: rows } = await chunks.next()
      if (done) return controller.close()
      const titles = await subjectTitles(db, rows, scope.reader)
      controller.enqueue(encoder.encode(rows.map(row => rowLine(row, titles, scope.zone, locale)).join('')))
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

function rowLine(row: AuditRow, titles: ReadonlyMap<string, string>, zone: Zone, locale: Locale): string {
  return line([
    row.seq,
    localTime(row.at, zone),
    row.actor ?? auditText(locale)('system'),
    actionName(row.action, locale),
    row.action,
    `${subjectName(row.subjectType, locale)}: ${titles.get(row.subjectId) ?? row.subjectId}`,
    row.unit ?? '',
    row.detail ? wholeDetailText(row.detail, { locale, zone, titles }) : auditText(locale)('confidential'),
    row.detail ? JSON.stringify(row.detail) : '',
    row.hash,
  ])
}

/** A moment with its distance from UTC, which sorts and computes in any program: 2026-11-24T10:00:00+07:00. */
function localTime(at: Date, zone: Zone): string {
  const hours = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }[zone]
  const shifted = new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 19)
  return `${shifted}+0${hours}:00`
}
