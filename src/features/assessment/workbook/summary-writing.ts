import type ExcelJS from 'exceljs'
import type { Instrument, Measured } from '../../../core/instrument/instrument.ts'
import type { Filled } from './cell-edits.ts'
import { areaFigure, figureOf } from './figure-of.ts'
import type { Meaning } from './meanings.ts'
import { keyOf } from './meanings.ts'
import { plainText } from './plain-text.ts'

interface Summary {
  readonly name: string
  readonly unit: string
  /** The column of values on the sheet of answers. */
  readonly value: string
  readonly rowOf: (key: string) => number | null
}

/** A sheet that shows what each area comes to and whether it reaches the predicate named in B2. */
export function addSummarySheet(
  book: ExcelJS.Workbook,
  instrument: Instrument,
  filled: Filled,
  { name, unit, value, rowOf }: Summary,
): void {
  const sheet = book.addWorksheet(name, {
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
  })
  const put = (address: string, content: ExcelJS.CellValue) => {
    sheet.getCell(address).value = content
  }
  const calculated = (address: string, formula: string, result: number | string) => {
    sheet.getCell(address).value = { formula, result, date1904: false }
  }
  const source = (meaning: Meaning) => `Jawaban!${value}${rowOf(keyOf(meaning))}`
  const figure = (meaning: Meaning) => Number(figureOf(instrument, filled.figures, meaning)?.right[0] ?? 0)
  const predicates = instrument.predicates.map(({ code }) => code)

  put('B1', plainText(unit))
  put('B2', predicates[0] ?? '')
  sheet.getCell('B2').dataValidation = {
    type: 'list',
    formulae: [`"${predicates.join(',')}"`],
    allowBlank: false,
  }
  for (const [column, text] of [
    ['B', 'Area Perubahan'],
    ['H', 'Bobot'],
    ['K', 'Nilai'],
    ['L', ' %'],
    ['M', 'Pemenuhan Nilai Min'],
  ] as const)
    put(`${column}4`, text)
  const halves = instrument.pillars.filter(({ role }) => role === instrument.roles[0]?.code)
  for (const [at, { title }] of halves.entries()) put(`${'IJ'.charAt(at)}4`, title.id)
  sheet.getRow(1).font = { bold: true }
  sheet.getRow(4).font = { bold: true }
  for (const column of 'HIJKL') sheet.getCell(`${column}4`).alignment = { horizontal: 'right' }

  let row = 5
  const judged = (measured: readonly Measured[], at: number) => {
    const [formula, result] = verdict(instrument, filled, measured, `K${at}`, `L${at}`)
    if (formula !== null) calculated(`M${at}`, formula, result)
  }
  const totals: string[] = []
  let sum = 0
  for (const [roleAt, { code: role, title, weight }] of instrument.roles.entries()) {
    const head = row
    put(`B${row}`, `${'ABCD'.charAt(roleAt)}.`)
    put(`C${row}`, title.id.toUpperCase())
    put(`H${row}`, Number(weight))
    row += 1
    const parts: string[] = []
    const pillars = instrument.pillars.filter(pillar => pillar.role === role)
    for (const { code, title: name, weight: full } of instrument.areas) {
      const holding = pillars.filter(({ areas }) => areas.some(({ area }) => area === code))
      if (holding.length === 0) continue
      put(`D${row}`, parts.length + 1)
      put(`E${row}`, name.id.toUpperCase())
      put(`H${row}`, Number(full))
      const [only] = holding
      const single = only?.areas.find(({ area }) => area === code)?.subItems ?? []
      if (pillars.length === 1 && single.length > 0) {
        calculated(
          `K${row}`,
          `SUM(${single.map(({ code: sub }) => source({ kind: 'sub-item', code: sub })).join(',')})`,
          areaResult(instrument, filled, code),
        )
      } else {
        for (const [at, pillar] of halves.entries())
          calculated(
            `${'IJ'.charAt(at)}${row}`,
            source({ kind: 'area', pillar: pillar.code, area: code }),
            figure({ kind: 'area', pillar: pillar.code, area: code }),
          )
        calculated(`K${row}`, `SUM(I${row}:J${row})`, areaResult(instrument, filled, code))
      }
      calculated(`L${row}`, `K${row}/H${row}`, areaResult(instrument, filled, code) / Number(full))
      judged(
        [
          { kind: 'area', area: code },
          ...single.map(({ code: sub }) => ({ kind: 'sub-item' as const, code: sub })),
        ],
        row,
      )
      parts.push(`K${row}`)
      row += 1
      if (pillars.length > 1) continue
      for (const { code: question, weight: points, text } of single.flatMap(({ questions }) => questions)) {
        if (points === undefined) continue
        put(`E${row}`, plainText(text.id))
        put(`H${row}`, Number(points))
        const shown = Number(filled.figures.score.items[question]?.score ?? 0)
        calculated(`K${row}`, `N(${source({ kind: 'question', code: question })})`, shown)
        calculated(`L${row}`, `K${row}/H${row}`, shown / Number(points))
        judged([{ kind: 'question', code: question }], row)
        row += 1
      }
    }
    put(`B${row}`, `TOTAL ${title.id.toUpperCase()}`)
    const total = figure({ kind: 'role-total', role })
    calculated(`K${row}`, `SUM(${parts.join(',')})`, total)
    calculated(`L${row}`, `K${row}/H${head}`, total / Number(weight))
    judged([{ kind: 'role', role }], row)
    sheet.getRow(row).font = { bold: true }
    totals.push(`K${row}`)
    sum += total
    row += 2
  }
  put(`B${row}`, 'NILAI EVALUASI ZONA INTEGRITAS')
  calculated(`K${row}`, `SUM(${totals.join(',')})`, sum)
  judged([{ kind: 'total' }], row)
  sheet.getRow(row).font = { bold: true }

  for (const [column, width] of [
    ['B', 6],
    ['C', 6],
    ['D', 5],
    ['E', 60],
    ['F', 2],
    ['G', 2],
    ['H', 10],
    ['I', 13],
    ['J', 13],
    ['K', 12],
    ['L', 12],
    ['M', 22],
  ] as const)
    sheet.getColumn(column).width = width
  for (const column of 'HIJK') sheet.getColumn(column).numFmt = '0.00'
  sheet.getColumn('L').numFmt = '0.00%'
  sheet.getColumn('D').alignment = { horizontal: 'center' }
  sheet.getColumn('M').alignment = { horizontal: 'center' }
}

const areaResult = (instrument: Instrument, { figures }: Filled, area: string): number =>
  Number(areaFigure(instrument, figures, area).right[0] ?? 0)

/** Whether the threshold of the predicate in B2 is reached. A share is compared after its ninth decimal. */
function verdict(
  instrument: Instrument,
  { figures }: Filled,
  measured: readonly Measured[],
  points: string,
  percent: string,
): [string | null, string] {
  const wanted = new Set(measured.map(one => JSON.stringify(one)))
  const rules = instrument.predicates.flatMap(({ code, rules: all }) =>
    all
      .filter(({ of }) => wanted.has(JSON.stringify(of)))
      .map(({ rule, need, unit }) => ({ code, rule, need, unit })),
  )
  if (rules.length === 0) return [null, '']
  const formula = rules.reduceRight(
    (rest, { code, need, unit }) =>
      unit === 'percent'
        ? `IF($B$2="${code}",IF(ROUND(${percent}*100,9)>=${need},"OK","Tidak Lulus"),${rest})`
        : `IF($B$2="${code}",IF(ROUND(${points},9)>=${need},"OK","Tidak Lulus"),${rest})`,
    '""',
  )
  const first = instrument.predicates[0]?.code ?? ''
  const rule = rules.find(({ code }) => code === first)
  const unmet = figures.score.predicates[first]?.unmet.some(gap => gap.rule === rule?.rule) ?? false
  return [formula, rule === undefined ? '' : unmet ? 'Tidak Lulus' : 'OK']
}
