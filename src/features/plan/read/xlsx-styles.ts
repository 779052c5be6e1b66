import type { Archive } from './archive.ts'
import { attribute, readXml } from './xml.ts'

/** What a cell's style says about its value: a colour behind it, a line through it, and how its number is meant. */
export interface CellStyle {
  readonly fill: string | null
  readonly struck: boolean
  readonly number: 'plain' | 'percent' | 'day' | 'month'
}

const plain: CellStyle = { fill: null, struck: false, number: 'plain' }

/** Number formats that every workbook has without declaring them (ECMA-376 18.8.30). */
function builtIn(id: number): string {
  if (id === 9 || id === 10) return '0%'
  if (id === 17) return 'mmm-yy'
  return (id >= 14 && id <= 16) || id === 22 ? 'dd/mm/yyyy' : ''
}

function meaning(format: string): CellStyle['number'] {
  const code = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
  if (/[dy]/.test(code) || /mmm/.test(code)) return /d/.test(code) ? 'day' : 'month'
  return code.includes('%') ? 'percent' : 'plain'
}

/** Reads `xl/styles.xml`; the list is indexed by a cell's `s` attribute. */
export async function readStyles(
  archive: Archive,
  file: string,
  part: string,
  limit: number,
): Promise<CellStyle[]> {
  if (!archive.has(part)) return [plain]
  const formats = new Map<number, string>()
  const fills: (string | null)[] = []
  const fonts: { struck: boolean }[] = []
  const styles: CellStyle[] = []
  let inside: string | null = null
  let pattern = 'none'

  await readXml(archive, file, part, limit, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'fills' || name === 'fonts' || name === 'cellXfs') inside = name
      if (inside === 'fills' && name === 'fill') {
        pattern = 'none'
        fills.push(null)
      }
      if (inside === 'fills' && name === 'patternFill') pattern = attributes.patternType ?? 'none'
      if (inside === 'fills' && name === 'fgColor' && pattern !== 'none')
        fills[fills.length - 1] = colour(attributes)
      if (inside === 'fills' && name === 'gradientFill') fills[fills.length - 1] = 'gradient'
      if (inside === 'fonts' && name === 'font') fonts.push({ struck: false })
      if (inside === 'fonts' && name === 'strike') fonts[fonts.length - 1] = { struck: isOn(attributes.val) }
      if (inside === 'cellXfs' && name === 'xf') {
        const id = Number(attributes.numFmtId ?? 0)
        styles.push({
          fill: fills[Number(attributes.fillId ?? 0)] ?? null,
          struck: fonts[Number(attributes.fontId ?? 0)]?.struck ?? false,
          number: meaning(formats.get(id) ?? builtIn(id)),
        })
      }
    },
    close(name) {
      if (name === inside) inside = null
    },
  })
  return styles.length > 0 ? styles : [plain]
}

/** Whether a switch of a font is on; without a value it is. */
export const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false'

/** White, however it is written, counts as no colour. */
function colour(attributes: Readonly<Record<string, string>>): string | null {
  const rgb = attribute(attributes, 'rgb')?.slice(-6).toUpperCase()
  if (rgb !== undefined) return rgb === 'FFFFFF' ? null : rgb
  const theme = attribute(attributes, 'theme')
  if (theme !== undefined)
    return theme === '0' && !attributes.tint ? null : `theme-${theme}${attributes.tint ?? ''}`
  const indexed = attribute(attributes, 'indexed')
  return indexed === undefined || indexed === '9' || indexed === '65' ? null : `indexed-${indexed}`
}
