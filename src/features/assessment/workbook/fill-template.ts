import type { Instrument } from '../../../core/instrument/instrument.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import { columnName, openArchive, type WorkbookFile, xlsxLimits } from '../../plan/read/index.ts'
import { answerEdits, type CellEdit, type Filled, valueEdits } from './cell-edits.ts'
import { Findings } from './diagnostics.ts'
import { type AnswerTable, chainOf, findAnswerTable } from './find-table.ts'
import { keyOf } from './meanings.ts'
import { type PlacedRow, placeRows } from './place-rows.ts'
import { patchSheet, withoutResults } from './sheet-xml.ts'
import { rewriteZip } from './zip-rewrite.ts'

export type TemplateProblem =
  | { readonly kind: 'template-without-table' }
  /** Its XML is written in a way that cannot be filled without changing what stands in it. */
  | { readonly kind: 'template-unusual'; readonly part: string }

/**
 * Puts a filled sheet into a workbook by changing nothing but the cells of the answers: wording, formulas, looks,
 * macros and what Zona does not know stay byte for byte. A value without a formula gets one; results that the
 * file remembers are dropped, so that every program calculates anew.
 */
export async function fillTemplate(
  instrument: Instrument,
  filled: Filled,
  { name, bytes, file }: { readonly name: string; readonly bytes: Uint8Array; readonly file: WorkbookFile },
): Promise<Result<Uint8Array<ArrayBuffer>, TemplateProblem>> {
  const edits = new Map<string, CellEdit[]>()
  for (const grid of file.grids) {
    const table = findAnswerTable(grid, 'fill')
    if (!table) continue
    const placed = placeRows(table, instrument, {}, new Findings())
    if (placed.some(({ meaning }) => meaning.kind === 'question' || meaning.kind === 'operand'))
      edits.set(table.sheet, editsOf(instrument, filled, table, placed))
  }
  if (edits.size === 0) return err({ kind: 'template-without-table' })

  const archive = await openArchive(name, bytes)
  const textOf = async (part: string): Promise<string> => {
    const pieces: Buffer[] = []
    await archive.stream(part, xlsxLimits.sheet, piece => pieces.push(piece) > 0)
    return Buffer.concat(pieces).toString('utf8')
  }
  const main = archive.names.find(part => /^xl\/workbook\d*\.xml$/.test(part)) ?? 'xl/workbook.xml'
  const relations = main.replace(/^xl\//, 'xl/_rels/').concat('.rels')
  const [workbook, links] = [await textOf(main), await textOf(relations)]
  const changed = new Map<string, string>()
  for (const { sheet, part } of sheetParts(workbook, links)) {
    if (!archive.has(part)) continue
    const xml = await textOf(part)
    const wanted = edits.get(sheet)
    const patched = wanted === undefined ? xml : patchSheet(xml, wanted)
    if (patched === null) return err({ kind: 'template-unusual', part })
    changed.set(part, withoutResults(patched))
  }
  if ([...edits.keys()].some(sheet => !sheetParts(workbook, links).some(one => one.sheet === sheet)))
    return err({ kind: 'template-unusual', part: main })
  changed.set(main, calculatingOnLoad(workbook))
  // The chain lists cells with formulas; one that is no longer true makes Excel call the file broken.
  const chain = archive.names.filter(part => part.endsWith('calcChain.xml'))
  if (chain.length > 0) {
    changed.set(relations, links.replace(/<Relationship\b[^>]*calcChain[^>]*\/>/g, ''))
    const types = '[Content_Types].xml'
    changed.set(types, (await textOf(types)).replace(/<Override\b[^>]*calcChain[^>]*\/>/g, ''))
  }
  return ok(rewriteZip(bytes, changed, new Set(chain)))
}

function editsOf(
  instrument: Instrument,
  filled: Filled,
  table: AnswerTable,
  placed: readonly PlacedRow[],
): CellEdit[] {
  const rows = new Map<string, number>()
  for (const { row, meaning } of placed)
    if (!rows.has(keyOf(meaning))) rows.set(keyOf(meaning), row.index + 1)
  const rowOf = (key: string) => rows.get(key) ?? null
  const letter = (column: number | null) => (column === null ? null : columnName(column))
  const { own } = table
  const edits = answerEdits(instrument, filled, rowOf, {
    answer: columnName(own.column),
    explanation: letter(own.explanation),
    evidence: letter(own.evidence),
  })
  for (const column of table.answers) {
    if (column.value === null) continue
    const formulas = valueEdits(instrument, filled, placed, {
      rowOf,
      answers: chainOf(table, column).map(one => columnName(one.column)),
      value: columnName(column.value),
    })
    const calculated = new Set(
      placed
        .filter(({ row }) => row.cells.some(cell => cell.column === column.value && cell.formula !== null))
        .map(({ row }) => row.index + 1),
    )
    edits.push(...formulas.filter(({ row }) => !calculated.has(row)))
  }
  return edits
}

function sheetParts(workbook: string, links: string): { sheet: string; part: string }[] {
  const targets = new Map(
    [...links.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, attributes = '']) => {
      const target = attributeIn(attributes, 'Target')
      return [attributeIn(attributes, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    }),
  )
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(([, attributes = '']) => ({
    sheet: unescaped(attributeIn(attributes, 'name')),
    part: targets.get(attributeIn(attributes, '\\w+:id')) ?? '',
  }))
}

const attributeIn = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).join('') ?? ''

const unescaped = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** Excel then calculates every formula when it opens the file. */
function calculatingOnLoad(workbook: string): string {
  const without = workbook.replace(/\sfullCalcOnLoad="[^"]*"/g, '')
  return /<(?:\w+:)?calcPr\b/.test(without)
    ? without.replace(/<((?:\w+:)?)calcPr\b/, '<$1calcPr fullCalcOnLoad="1"')
    : without.replace(
        /(<\/(\w+:)?(?:definedNames|sheets)>)(?![\s\S]*<\/(?:\w+:)?definedNames>)/,
        '$1<calcPr fullCalcOnLoad="1"/>',
      )
}
