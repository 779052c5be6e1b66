import { softBreak } from './grid.ts'

const bullet = /^(?:[-–—•▪●○◦■□➢►➤▶❖✓✔√→»·*\uf0b7\uf0a7\uf0d8\uf0fc]|o(?=\s+\p{Lu}))\s*(?=\S)/u
/** `1.`, `a)`, `ii.`, `1.2`; without a space behind it only before a capital: `1.Undangan`, but `a.n. Kepala`. */
const numbered =
  /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)](?:\s+(?=\S)|(?=\p{Lu}))|\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\p{Lu}))/u

/** Whether a line begins as an item of a list does: a bullet, `1.`, `a)`. */
export const startsWithMarker = (line: string): boolean => isBullet(line) || numbered.test(line)

/** A hyphen or star needs a space or a capital after it: `-5 °C` and `*)` are no bullets. */
const isBullet = (line: string) => bullet.test(line) && !/^[-–—*](?![\s\p{Lu}])/u.test(line)

const withoutMarker = (line: string) => line.replace(isBullet(line) ? bullet : numbered, '')

/** Text on one line: white space folded. */
export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * The items of one cell, in order. A list is told by its markers; without markers by semicolons, else by the
 * lines the author broke. A line that goes on in lower case belongs to the one above it.
 */
export function splitItems(cell: string): string[] {
  const lines = cell
    .replaceAll(softBreak, ' ')
    .split('\n')
    .map(fold)
    .filter(line => line !== '')
  const items = lines.some(startsWithMarker) && lines.length > 1 ? markedItems(lines) : plainItems(lines)
  return items.map(tidy).filter(item => /[\p{L}\p{N}]/u.test(item))
}

function markedItems(lines: readonly string[]): string[] {
  const items: string[] = []
  let introduction = ''
  for (const line of lines) {
    if (startsWithMarker(line)) {
      const text = withoutMarker(line)
      items.push(introduction === '' ? text : `${introduction} ${text}`)
      introduction = ''
    } else if (items.length === 0 && introduction === '' && line.endsWith(':')) introduction = line
    else if (items.length === 0) items.push(line)
    else items.push(`${items.pop() ?? ''} ${line}`)
  }
  return introduction === '' ? items : [...items, introduction]
}

function plainItems(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const goesOn =
      /^[\p{Ll}(&/,]/u.test(line) ||
      /[,:/&-]$|\b(dan|atau|serta|untuk|di|ke|dari|yang|dengan|pada|dalam)$/.test(joined.at(-1) ?? '')
    if (joined.length > 0 && goesOn && !(joined.at(-1) ?? '').endsWith(';'))
      joined.push(`${joined.pop() ?? ''} ${line}`)
    else joined.push(line)
  }
  return joined.flatMap(inlineItems)
}

/** `a; b; c`, `• a • b`, `1. a 2. b` and `- a - b` on one line. */
function inlineItems(line: string): string[] {
  if (/[•▪●■➢►]/.test(line.slice(1)) && isBullet(line)) return line.split(/[•▪●■➢►]/)
  // One dot at the head of a line says that the line is one item, whatever else it holds.
  if (/^[•▪●■➢►]/.test(line)) return [withoutMarker(line)]
  if (/^\(?1[.)]\s*\p{L}/u.test(line) && /\s\(?2[.)]\s*\p{L}/u.test(line))
    return line.split(/(?:^|\s)\(?\d{1,2}[.)]\s*(?=\p{L})/u)
  if (/^a[.)]\s/.test(line) && /\sb[.)]\s/.test(line)) return line.split(/(?:^|\s)[a-z][.)]\s+/)
  if (/^[-–]\s/.test(line) && /\s[-–]\s/.test(line.slice(2))) return line.split(/(?:^|\s)[-–]\s+/)
  const parts = line.split(/;\s*/)
  return parts.map(part => (startsWithMarker(part) ? withoutMarker(part) : part))
}

const tidy = (item: string) => fold(item).replace(/\s*;$/, '')
