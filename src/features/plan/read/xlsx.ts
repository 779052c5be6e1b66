import { type Archive, openArchive } from './archive.ts'
import type { Grid, GridFile, ReaderNote } from './grid.ts'
import { Refusal } from './problem.ts'
import { markStruck } from './struck.ts'
import { readSheet } from './xlsx-sheet.ts'
import { isOn, readStyles } from './xlsx-styles.ts'
import { unescapeText } from './xlsx-value.ts'
import { attribute, readXml } from './xml.ts'

const megabyte = 2 ** 20

/** How far each part may inflate: three times what 50,000 rows of a plan take. */
export const xlsxLimits = { sheet: 64 * megabyte, strings: 48 * megabyte, other: 16 * megabyte }

/** A workbook's sheets, and whether any cell takes its value from another file. */
export interface WorkbookFile extends GridFile {
  readonly externalLinks: boolean
}

interface SheetEntry {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

/**
 * Reads every visible sheet, streaming; nothing is calculated and no macro is looked at. With `whole` also what
 * is hidden, which the notes still name, and the text of formulas.
 */
export async function readXlsx(file: string, bytes: Uint8Array, whole = false): Promise<WorkbookFile> {
  const archive = await openArchive(file, bytes)
  const main = await mainPart(archive, file)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const { sheets, from1904, parts } = await readWorkbook(archive, file, main, folder)
  const styles = await readStyles(
    archive,
    file,
    parts.get('styles') ?? `${folder}styles.xml`,
    xlsxLimits.other,
  )
  const strings = await readStrings(archive, file, parts.get('sharedStrings') ?? `${folder}sharedStrings.xml`)

  const notes: ReaderNote[] = []
  if (archive.names.some(name => name.endsWith('vbaProject.bin'))) notes.push({ code: 'macros-ignored' })
  const grids: Grid[] = []
  for (const { name, part, hidden } of sheets) {
    if (!archive.has(part)) continue
    if (hidden) {
      notes.push({ code: 'hidden-sheet', sheet: name })
      if (!whole) continue
    }
    const sheet = await readSheet({
      archive,
      file,
      part,
      name,
      limit: xlsxLimits.sheet,
      styles,
      strings,
      from1904,
      whole,
    })
    grids.push(sheet.grid)
    notes.push(...sheet.notes)
  }
  return { grids, notes, externalLinks: archive.names.some(name => name.includes('externalLinks/')) }
}

async function mainPart(archive: Archive, file: string): Promise<string> {
  const found = archive.names.find(name => /^xl\/workbook\d*\.xml$/.test(name))
  if (found === undefined) throw new Refusal({ kind: 'damaged', file, part: 'xl/workbook.xml' })
  return found
}

async function readWorkbook(archive: Archive, file: string, main: string, folder: string) {
  const targets = new Map<string, string>()
  const parts = new Map<string, string>()
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`
  await readXml(archive, file, relations, xlsxLimits.other, {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return
      const path = Target.startsWith('/') ? Target.slice(1) : folder + Target
      targets.set(Id, path)
      parts.set(Type.slice(Type.lastIndexOf('/') + 1), path)
    },
    close() {},
  })

  const sheets: SheetEntry[] = []
  let from1904 = false
  await readXml(archive, file, main, xlsxLimits.other, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const part = targets.get(attribute(attributes, 'id') ?? '')
      if (part?.includes('worksheets/') !== true) return
      sheets.push({
        name: attributes.name ?? '',
        part,
        hidden: (attributes.state ?? 'visible') !== 'visible',
      })
    },
    close() {},
  })
  return { sheets, from1904, parts }
}

/** Shared strings: rich runs joined, the phonetic reading aids of East Asian text left out. */
async function readStrings(archive: Archive, file: string, part: string): Promise<string[]> {
  const strings: string[] = []
  if (!archive.has(part)) return strings
  let current = ''
  let inText = false
  let phonetic = false
  let struck = false
  await readXml(archive, file, part, xlsxLimits.strings, {
    open(name, { val }) {
      if (name === 'si') {
        current = ''
        struck = false
      }
      if (name === 'rPh') phonetic = true
      if (name === 'r') struck = false
      if (name === 'strike') struck = isOn(val)
      if (name === 't') inText = !phonetic
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic = false
      if (name === 'si') strings.push(unescapeText(current))
    },
    text(text) {
      if (inText) current += struck ? markStruck(text) : text
    },
  })
  return strings
}
