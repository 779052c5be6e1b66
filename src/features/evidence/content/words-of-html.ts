/** Elements whose text is not meant to be read. */
const unread = new Set(['script', 'style', 'head', 'title', 'noscript', 'template'])
/** Elements that end a line. */
const lineEnds = new Set([
  'p',
  'div',
  'br',
  'tr',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'blockquote',
])
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** The words of a letter that was written as a web page. One pass, whatever the markup; the result is text. */
export function wordsOfHtml(html: string): string {
  const [first = '', ...tags] = html.slice(0, 4_000_000).split('<')
  let text = first
  let inside: string | null = null
  for (const tag of tags) {
    const end = tag.indexOf('>')
    const name = /^\/?([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
    if (inside === null && unread.has(name) && !tag.startsWith('/')) inside = name
    else if (inside === name && tag.startsWith('/')) inside = null
    if (inside !== null) continue
    if (lineEnds.has(name)) text += '\n'
    text += end < 0 ? '' : tag.slice(end + 1)
  }
  return text
    .replace(/&(?:#(\d{1,7})|([a-z]{2,5}));/gi, (whole, code?: string, name?: string) =>
      code === undefined ? (entities[name?.toLowerCase() ?? ''] ?? whole) : character(Number(code)),
    )
    .replace(/[ \t\u00a0]+/g, ' ')
}

const character = (code: number) => (code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ')
