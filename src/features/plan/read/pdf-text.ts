import { softBreak } from './grid.ts'
import { startsWithMarker } from './items.ts'
import type { TextRun } from './pdf-page.ts'

export interface TextLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly size: number
}

/** Runs on one baseline become a line; a gap wider than a fifth of the letter size is a space. */
export function linesOf(runs: readonly TextRun[]): TextLine[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x)
  const rows: TextRun[][] = []
  for (const run of sorted) {
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(run.y - row[0].y) <= Math.max(1.5, run.size * 0.3)) row.push(run)
    else rows.push([run])
  }
  return rows.map(row => {
    row.sort((a, b) => a.x - b.x)
    let text = ''
    let right = Number.NEGATIVE_INFINITY
    for (const run of row) {
      const gap = run.x - right
      if (text !== '' && gap > run.size * 0.15 && !text.endsWith(' ') && !run.text.startsWith(' '))
        text += ' '
      text += run.text
      right = Math.max(right, run.x + run.width)
    }
    const first = row[0] ?? { x: 0, y: 0, size: 10 }
    return { text: clean(text), x: first.x, y: first.y, right, size: first.size }
  })
}

const clean = (text: string) =>
  text
    .replace(/\u00ad(?=\S)/g, '')
    .replace(/[\ufb00-\ufb06]/g, ligature => ligature.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim()

/**
 * The text of a cell from its lines. A line ends where the author broke it (`\n`) when the next word would
 * still have fitted, else where the column did (`softBreak`); after a hyphen or slash nothing is put between.
 *
 * @param limit the right edge up to which text may run
 * @param marked whether the lines are items of a list, so that every marker begins one
 */
export function joinLines(
  lines: readonly TextLine[],
  limit: number,
  marked = startsWithMarker(lines[0]?.text ?? ''),
): string {
  let text = lines[0]?.text ?? ''
  for (let at = 1; at < lines.length; at += 1) {
    const [above, line] = [lines[at - 1], lines[at]]
    if (!above || !line) continue
    text = joinText(text, line.text, authored(above, line, limit) || (marked && startsWithMarker(line.text)))
  }
  return text
}

/** Joins what stands on two lines, or on two pages. */
export function joinText(text: string, next: string, hard: boolean): string {
  if (text === '' || next === '') return text + next
  if (hard) return `${text}\n${next}`
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next
  return /\S[-/]$/.test(text) ? text + next : text + softBreak + next
}

function authored(above: TextLine, line: TextLine, limit: number): boolean {
  const word = /^[^\s/-]*[/-]?/.exec(line.text)?.[0] ?? ''
  const width = ((line.right - line.x) * word.length) / Math.max(1, line.text.length)
  const space = above.size * 0.28
  return above.right + space + width + above.size * 0.6 < limit
}
