import type { Run } from './document.ts'

/** What stands where a figure is missing; the same words are recognised again when the text is read. */
const missingMark = /\[(?:belum diisi|not filled in): [^[\]]*\]/g

type Token = {
  readonly text: string
  readonly stars: number
  readonly opens: boolean
  readonly closes: boolean
}
type Style = { bold: boolean; italic: boolean }

/**
 * Reads `**bold**`, `*italic*` and `***both***`; a backslash before a sign keeps the sign as it is.
 * A star without its partner stays a star.
 */
export function parseRuns(text: string): readonly Run[] {
  const tokens = tokenise(text)
  const partner = pairStars(tokens)
  const style: Style = { bold: false, italic: false }
  const runs: Run[] = []
  tokens.forEach((token, index) => {
    if (token.stars > 0 && partner.has(index)) {
      if (token.stars >= 2) style.bold = !style.bold
      if (token.stars !== 2) style.italic = !style.italic
    } else {
      push(runs, token.stars > 0 ? '*'.repeat(token.stars) : token.text, style)
    }
  })
  return runs.flatMap(markMissing)
}

function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  const pattern = /\\([\\*{}#.)\-•–[\]])|(\*+)|[^\\*]+|\\/g
  for (const match of text.matchAll(pattern)) {
    const stars = match[2]?.length ?? 0
    const before = text[match.index - 1] ?? ' '
    const after = text[match.index + match[0].length] ?? ' '
    tokens.push({
      text: match[1] ?? match[0],
      stars,
      opens: stars > 0 && stars <= 3 && /\S/.test(after),
      closes: stars > 0 && stars <= 3 && /\S/.test(before),
    })
  }
  return tokens
}

/** Indexes of the stars that have a partner: an opening mark and the next closing mark of the same length. */
function pairStars(tokens: readonly Token[]): ReadonlySet<number> {
  const paired = new Set<number>()
  const open = new Map<number, number>()
  tokens.forEach((token, index) => {
    if (token.stars === 0) return
    const start = open.get(token.stars)
    if (start !== undefined && token.closes) {
      paired.add(start).add(index)
      open.delete(token.stars)
    } else if (token.opens && start === undefined) {
      open.set(token.stars, index)
    }
  })
  return paired
}

function push(runs: Run[], text: string, { bold, italic }: Style): void {
  const last = runs.at(-1)
  if (last && (last.bold ?? false) === bold && (last.italic ?? false) === italic) {
    runs[runs.length - 1] = { ...last, text: last.text + text }
  } else {
    runs.push({ text, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) })
  }
}

function markMissing(run: Run): readonly Run[] {
  const parts: Run[] = []
  let from = 0
  for (const match of run.text.matchAll(missingMark)) {
    if (match.index > from) parts.push({ ...run, text: run.text.slice(from, match.index) })
    parts.push({ ...run, text: match[0], missing: true })
    from = match.index + match[0].length
  }
  if (from < run.text.length) parts.push({ ...run, text: run.text.slice(from) })
  return parts
}

/** A value written so that the chapter markup shows it exactly as it is. */
export function escapeMarkup(value: string): string {
  return value
    .replace(/[\\*{}]/g, '\\$&')
    .replace(/^(\s*)([-•–#])/, '$1\\$2')
    .replace(/^(\s*(?:\d{1,3}|[a-z]))([.)])/, '$1\\$2')
}

export const plainText = (runs: readonly Run[]): string => runs.map(run => run.text).join('')
