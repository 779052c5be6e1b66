/** Rules, fills and words of one page, in points from its top left corner. */
export interface PageContent {
  readonly width: number
  readonly height: number
  readonly lines: readonly RuleLine[]
  readonly fills: readonly Box[]
  readonly words: readonly TextRun[]
}

/** A straight rule: vertical where `x0 === x1`. */
export interface RuleLine {
  readonly vertical: boolean
  /** The x of a vertical rule, the y of a horizontal one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly colour: string
}

export interface TextRun {
  readonly text: string
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly width: number
  readonly size: number
}

type Matrix = readonly [number, number, number, number, number, number]

/** What this file needs of pdf.js; its own types change with every release. */
export interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] }
  getTextContent(options?: object): Promise<{ items: readonly unknown[] }>
  getOperatorList(): Promise<{ fnArray: readonly number[]; argsArray: readonly unknown[] }>
  cleanup(): unknown
}

const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) && (value as ArrayLike<unknown>).length === 6

/** Rules and fills beyond this are a drawing, not a table. */
const pathLimit = 40_000

export async function readPage(page: PdfPage, ops: Readonly<Record<string, number>>): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 })
  const shown = isMatrix(viewport.transform) ? viewport.transform : ([1, 0, 0, 1, 0, 0] as const)
  const content = await page.getTextContent({ disableNormalization: true })
  const base = upright(shown, content.items, viewport)
  const words = content.items.flatMap(item => textRun(item, base))
  const { lines, fills } =
    words.length === 0 ? { lines: [], fills: [] } : drawn(await page.getOperatorList(), ops, base)
  page.cleanup()
  const turned = base[0] * shown[0] + base[1] * shown[1] === 0
  const [width, height] = turned ? [viewport.height, viewport.width] : [viewport.width, viewport.height]
  return { width, height, lines, fills, words }
}

/** A page whose letters mostly lie on their side, or stand on their head, is turned until they stand. */
function upright(
  shown: Matrix,
  items: readonly unknown[],
  { width, height }: { width: number; height: number },
): Matrix {
  const turns: readonly Matrix[] = [
    [1, 0, 0, 1, 0, 0],
    [0, 1, -1, 0, height, 0],
    [-1, 0, 0, -1, width, height],
    [0, -1, 1, 0, 0, width],
  ]
  const letters = turns.map(() => 0)
  for (const item of items) {
    const { str, transform } = item as { str?: string; transform?: unknown }
    if (typeof str !== 'string' || !isMatrix(transform)) continue
    const [a, b] = multiply(shown, transform)
    const turn = Math.abs(a) >= Math.abs(b) ? (a < 0 ? 2 : 0) : b < 0 ? 1 : 3
    letters[turn] = (letters[turn] ?? 0) + str.trim().length
  }
  const most = turns[letters.indexOf(Math.max(...letters))]
  return most === undefined ? shown : multiply(most, shown)
}

function textRun(item: unknown, base: Matrix): TextRun[] {
  const { str, transform, width, height } = item as {
    str?: string
    transform?: unknown
    width?: number
    height?: number
  }
  if (typeof str !== 'string' || str.trim() === '' || !isMatrix(transform)) return []
  const [a, b, , d, x, y] = multiply(base, transform)
  const size = Math.max(Math.hypot(a, b), Math.abs(d)) || height || 10
  const sideways = Math.abs(b) > Math.abs(a)
  return [{ text: str, x: sideways ? x - size : x, y, width: sideways ? size : (width ?? 0), size }]
}

/** Follows the drawing commands and keeps straight rules and filled rectangles. */
function drawn(
  list: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  ops: Readonly<Record<string, number>>,
  base: Matrix,
) {
  const lines: RuleLine[] = []
  const fills: Box[] = []
  const strokes = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ])
  const filling = new Set([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ])
  const saved: { matrix: Matrix; colour: string }[] = []
  let matrix: Matrix = base
  let colour = '#000000'

  for (let at = 0; at < list.fnArray.length && lines.length + fills.length < pathLimit; at += 1) {
    const op = list.fnArray[at]
    const args = list.argsArray[at] as readonly unknown[] | null
    if (op === ops.save || op === ops.paintFormXObjectBegin) saved.push({ matrix, colour })
    if (op === ops.restore || op === ops.paintFormXObjectEnd)
      ({ matrix, colour } = saved.pop() ?? { matrix, colour })
    if (op === ops.transform && isMatrix(args)) matrix = multiply(matrix, args)
    if (op === ops.paintFormXObjectBegin && isMatrix(args?.[0])) matrix = multiply(matrix, args[0])
    if (op === ops.setFillRGBColor) colour = typeof args?.[0] === 'string' ? args[0] : String(args)
    if (op !== ops.constructPath || !args) continue
    const paint = args[0] as number
    const data = (args[1] as readonly unknown[] | undefined)?.[0]
    if (!data || typeof data !== 'object') continue
    for (const path of subpaths(Object.values(data) as number[], matrix)) {
      if (filling.has(paint)) addFill(path, colour, lines, fills)
      if (strokes.has(paint)) addStrokes(path, lines)
    }
  }
  return { lines, fills }
}

type Point = readonly [number, number]

/** The packed path of pdf.js: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
function subpaths(data: readonly number[], matrix: Matrix): Point[][] {
  const paths: Point[][] = []
  let path: Point[] = []
  const point = (x = 0, y = 0): Point => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ]
  for (let at = 0; at < data.length; ) {
    const code = data[at]
    if (code === 0) {
      path = [point(data[at + 1], data[at + 2])]
      paths.push(path)
    } else if (code === 1) path.push(point(data[at + 1], data[at + 2]))
    else if (code === 4 && path[0]) path.push(path[0])
    else path = [] // a curve is no rule
    at += code === 2 ? 7 : code === 3 ? 5 : code === 4 ? 1 : 3
  }
  return paths
}

const straight = 0.8
const thin = 3

function addStrokes(path: readonly Point[], lines: RuleLine[]) {
  for (let at = 1; at < path.length; at += 1) {
    const [x0, y0] = path[at - 1] ?? [0, 0]
    const [x1, y1] = path[at] ?? [0, 0]
    if (Math.abs(x0 - x1) < straight && Math.abs(y0 - y1) > thin) {
      lines.push({ vertical: true, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
    } else if (Math.abs(y0 - y1) < straight && Math.abs(x0 - x1) > thin) {
      lines.push({ vertical: false, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
    }
  }
}

/** A filled sliver is a rule drawn as a rectangle; a larger one is a background. */
function addFill(path: readonly Point[], colour: string, lines: RuleLine[], fills: Box[]) {
  if (path.length < 4) return
  const xs = path.map(([x]) => x)
  const ys = path.map(([, y]) => y)
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys), colour }
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0]
  if (width < thin && height < thin) return
  if (width < thin) lines.push({ vertical: true, at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1 })
  else if (height < thin) lines.push({ vertical: false, at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1 })
  else if (!/^#f{6}$/i.test(colour)) fills.push(box)
}
