import { createHash } from 'node:crypto'
import { formatDate, formatDateTime, type Zone } from '../../../ui/format.ts'
import { escapeText } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { workbookBytes } from '../../../ui/workbook-bytes.ts'
import { messages } from '../messages.ts'
import type { ArchivePage, ArchiveProblem } from './archive-stream.ts'
import { type FiledArea, itemsOf } from './arrange.ts'
import { currentOf } from './current-version.ts'
import { exportMessages } from './messages.ts'
import type { Choice } from './year-queries.ts'

export type IndexFacts = {
  readonly unit: string
  readonly year: number
  readonly choice: Choice
  readonly now: Date
  readonly zone: Zone
  readonly locale: Locale
  readonly areas: readonly FiledArea[]
  readonly problems: readonly ArchiveProblem[]
}

/** What stands beside the files: a list to read, one to compute with, one for programs, and one to check by. */
export async function indexPages(facts: IndexFacts): Promise<readonly ArchivePage[]> {
  const text = (path: string, content: string) => ({ path, bytes: new TextEncoder().encode(content) })
  const pages: ArchivePage[] = [
    text('index.html', indexHtml(facts)),
    { path: 'index.xlsx', bytes: await indexWorkbook(facts) },
    text('manifest.json', `${JSON.stringify(manifest(facts), null, 2)}\n`),
  ]
  if (facts.problems.length > 0) pages.push(text('TIDAK LENGKAP.txt', incomplete(facts)))
  const sums = [
    ...filesOf(facts.areas),
    ...pages.map(({ path, bytes }) => ({ path, sha256: createHash('sha256').update(bytes).digest('hex') })),
  ]
  pages.push(text('SHA256SUMS', sums.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')))
  return pages
}

export const filesOf = (areas: readonly FiledArea[]) =>
  itemsOf(areas).flatMap(({ item }) =>
    item.filed.flatMap(({ piece, path }) => {
      const { sha256, size, type, uploadedAt } = currentOf(piece)
      return path !== null && sha256 !== null && size !== null && type !== null
        ? [{ path, sha256, size: Number(size), type, modifiedAt: uploadedAt, evidence: piece.id }]
        : []
    }),
  )

export function countsOf(areas: readonly FiledArea[]) {
  const items = itemsOf(areas)
  return {
    asked: items.length,
    filled: items.filter(({ item }) => item.filed.length > 0).length,
    pieces: new Set(items.flatMap(({ item }) => item.filed.map(({ piece }) => piece.id))).size,
  }
}

const href = (path: string) => path.split('/').map(encodeURIComponent).join('/')

function incomplete({ problems, locale }: IndexFacts): string {
  const t = translator(exportMessages, locale)
  const lines = problems.map(({ path, kind }) => `${t(`index.${kind}`)}: ${path}`)
  return `${[t('index.broken', { n: problems.length }), '', ...lines].join('\r\n')}\r\n`
}

function indexHtml(facts: IndexFacts): string {
  const { locale, areas, zone, problems } = facts
  const t = translator(exportMessages, locale)
  const words = translator(messages, locale)
  const e = escapeText
  const title = t('index.title', facts)
  const bad = new Map(problems.map(({ path, kind }) => [path, kind]))
  const rows = areas.map(area => {
    const subs = area.subs.map(sub => {
      const items = sub.items.map(item => {
        const filed = item.filed.map(({ piece, path, proofs }) => {
          const { sha256, url } = currentOf(piece)
          const kind = path === null ? undefined : bad.get(path)
          const address = path === null ? (url ?? '') : href(path)
          const about = [
            words(`kind.${piece.kind}`),
            piece.documentNumber,
            piece.documentDate ? formatDate(piece.documentDate, locale) : '',
            words(`state.${piece.state}`),
            piece.person,
            proofs.map(proof => proof.page).find(Boolean) ?? '',
          ].filter(Boolean)
          const mark = kind === undefined ? '' : `<strong>${e(t(`index.${kind}`))}</strong> `
          const name = kind === 'missing' ? e(piece.title) : `<a href="${e(address)}">${e(piece.title)}</a>`
          return `<li>${mark}${name}<br><small>${e(about.join(' · '))}</small>${
            sha256 === null ? '' : `<br><code>${sha256}</code>`
          }</li>`
        })
        const list = filed.length > 0 ? `<ul>${filed.join('')}</ul>` : `<p><em>${e(t('index.none'))}</em></p>`
        return `<h4>${e(item.no)} ${e(item.text)}</h4><p><small>${e(item.indicator)}</small></p>${list}`
      })
      return `<h3>${e(sub.no)}. ${e(sub.name)}</h3>${items.join('')}`
    })
    return `<section><h2 id="area-${area.no}">${area.no}. ${e(area.label)}</h2>${subs.join('')}</section>`
  })
  const parts = areas.map(area => {
    const { asked, filled } = countsOf([area])
    return `<li><a href="#area-${area.no}">${area.no}. ${e(area.label)}</a> <small>${e(t('index.filled', { asked, filled }))}</small></li>`
  })
  const made = t('index.made', {
    when: formatDateTime(facts.now, zone, locale),
    choice: t(`export.${facts.choice}`),
  })
  const warning =
    problems.length > 0 ? `<p class="bad">${e(t('index.broken', { n: problems.length }))}</p>` : ''
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${e(title)}</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#14212b}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1.25rem;border-top:2px solid #0b5563;margin:2.5rem 0 0;padding-top:.8rem}
h3{font-size:1.0625rem;margin:1.5rem 0 0}h4{font-size:1rem;margin:1.2rem 0 0}h4+p{margin:0}
a{color:#0c6373}small,nav small{color:#4a5b68}ul{margin:.4rem 0 0;padding-left:1.2rem}li{margin-bottom:.6rem}
nav ul{list-style:none;padding:0}nav li{margin:0}h2 a,h2 a:visited{color:inherit;text-decoration:none}
code{color:#4a5b68;font-size:.75rem;overflow-wrap:anywhere}.bad{border:3px solid #b3261e;padding:.7rem;font-weight:bold}
@media print{body{margin:0;font-size:10pt}nav{display:none}li,h4{break-inside:avoid}h2,h3,h4{break-after:avoid}}
</style></head><body><h1>${e(title)}</h1><p>${e(t('index.answer', countsOf(areas)))}</p><p>${e(made)}</p>
${warning}<nav><ul>${parts.join('')}</ul></nav>${rows.join('\n')}</body></html>
`
}

async function indexWorkbook({ areas, locale, problems }: IndexFacts): Promise<Uint8Array> {
  const t = translator(exportMessages, locale)
  const words = translator(messages, locale)
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(t('evidence'), { views: [{ state: 'frozen', ySplit: 1 }] })
  const columns = [
    ['area', 28],
    ['sub', 30],
    ['indicator', 40],
    ['item', 34],
    ['piece', 40],
    ['state', 16],
    ['number', 20],
    ['date', 14],
    ['person', 24],
    ['size', 14],
    ['file', 60],
  ] as const
  const style = { alignment: { wrapText: true, vertical: 'top' as const } }
  sheet.columns = [
    ...columns.map(([, width]) => ({ width, style })),
    { width: 66, style },
    { width: 28, style },
  ]
  sheet.addRow([...columns.map(([name]) => t(`index.${name}`)), 'SHA-256', t('index.problem')]).font = {
    bold: true,
  }
  const bad = new Map(problems.map(({ path, kind }) => [path, t(`index.${kind}`)]))
  for (const { area, sub, item } of itemsOf(areas)) {
    const place = [`${area.no}. ${area.label}`, `${sub.no}. ${sub.name}`, item.indicator, item.text]
    if (item.filed.length === 0) sheet.addRow([...place, t('index.none')])
    for (const { piece, path } of item.filed) {
      const { sha256, url, size } = currentOf(piece)
      const state = words(`state.${piece.state}`)
      const date = piece.documentDate ? new Date(`${piece.documentDate}T00:00:00Z`) : ''
      const about = [piece.title, state, piece.documentNumber, date, piece.person]
      const bytes = size === null ? '' : Number(size)
      sheet.addRow([...place, ...about, bytes, path ?? url ?? '', sha256 ?? '', bad.get(path ?? '') ?? ''])
    }
  }
  const date = sheet.getColumn(columns.findIndex(([name]) => name === 'date') + 1)
  date.numFmt = 'dd/mm/yyyy'
  date.alignment = { ...style.alignment, horizontal: 'left' }
  // On paper what one reads; where the file lies and its hash are for the screen.
  const last = columns.findIndex(([name]) => name === 'person')
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    // The library puts a $ before each end only; LibreOffice leaves a print area out that is not wholly fixed.
    printArea: `A$1:${sheet.getColumn(last + 1).letter}$${sheet.rowCount}`,
  }
  sheet.headerFooter.oddFooter = '&C&P / &N'
  return workbookBytes(workbook)
}

/** For programs: files by path, pieces with all versions, and what each proves. */
function manifest({ unit, year, choice, now, areas, problems }: IndexFacts) {
  const pieces = new Map(
    itemsOf(areas).flatMap(({ item }) => item.filed.map(({ piece }) => [piece.id, piece] as const)),
  )
  const links = itemsOf(areas).flatMap(({ area, sub, item }) =>
    item.filed.flatMap(({ piece, path, proofs }) =>
      proofs.map(({ action, due, page }) => ({
        evidence: piece.id,
        path,
        area: area.label,
        subComponent: sub.name,
        indicator: item.indicator,
        item: item.text,
        action,
        due,
        page,
      })),
    ),
  )
  return {
    format: 'zona-evidence-archive',
    version: 1,
    unit,
    year,
    choice,
    madeAt: now.toISOString(),
    complete: problems.length === 0,
    problems,
    files: filesOf(areas).map(({ modifiedAt, ...file }) => file),
    evidence: [...pieces.values()].map(({ reviewer, reviewedAt, ...piece }) => ({
      ...piece,
      review: reviewer === null ? null : { by: reviewer, at: reviewedAt },
      versions: piece.versions.map(({ size, ...version }) => ({
        ...version,
        size: size === null ? null : Number(size),
      })),
    })),
    links,
  }
}
