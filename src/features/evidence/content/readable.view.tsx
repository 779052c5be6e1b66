import { asMarkup, escapeText, type Markup } from '../../../ui/markup.ts'
import type { Locale } from '../../../ui/messages.ts'
import type { Block, Row } from './block.ts'
import { contentText } from './messages.ts'

/** No sheet is drawn wider than this. */
const columnLimit = 60

export type ReadableBlocksProps = {
  readonly locale: Locale
  readonly blocks: readonly Block[]
  /** The document's own language. */
  readonly lang?: string
}

/**
 * A document's blocks as they read on a screen. All of it is text put between elements of our own choosing.
 * @example <ReadableBlocks locale={l} blocks={content.blocks} />
 */
export function ReadableBlocks({ locale, blocks, lang = 'id' }: ReadableBlocksProps) {
  const t = contentText(locale)
  if (blocks.length === 0) return <p class="muted">{t('readable.empty')}</p>
  let tables = 0
  return (
    <div lang={lang}>
      {runsOf(blocks).map(run =>
        Array.isArray(run) ? (
          <div class="prose">
            {run.map(block => (
              <Drawn locale={locale} block={block} />
            ))}
          </div>
        ) : (
          // A region that scrolls must be reachable by keyboard.
          <section class="table-wrap" aria-label={t('readable.table', { n: ++tables })} tabindex={0}>
            {tableMarkup(run.rows)}
          </section>
        ),
      )}
    </div>
  )
}

type Table = Extract<Block, { kind: 'table' }>
type Text = Exclude<Block, Table>

/** Text keeps a line's length that the eye can follow; a table takes all the room there is. */
function runsOf(blocks: readonly Block[]): (Text[] | Table)[] {
  const runs: (Text[] | Table)[] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (block.kind === 'table') runs.push(block)
    else if (Array.isArray(last)) last.push(block)
    else runs.push([block])
  }
  return runs
}

function Drawn({ locale, block }: { locale: Locale; block: Text }) {
  const t = contentText(locale)
  switch (block.kind) {
    case 'heading':
      return block.level <= 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'paragraph':
      return <p>{lines(block.text)}</p>
    case 'sheet':
      return <h3>{block.name}</h3>
    case 'page':
      return <h3 class="muted small">{t('readable.page', { n: block.number })}</h3>
    case 'slide':
      return <h3 class="muted small">{t('readable.slide', { n: block.number })}</h3>
    case 'letter':
      return (
        <dl>
          {(['from', 'to', 'cc', 'date', 'attachments'] as const)
            .filter(part => block[part] !== '')
            .map(part => (
              <>
                <dt class="muted small">{t(`letter.${part}`)}</dt>
                <dd>{block[part]}</dd>
              </>
            ))}
        </dl>
      )
  }
}

/** Written by hand: a sheet has thousands of cells. What stands under a merged cell is drawn as empty cells. */
function tableMarkup(rows: readonly Row[]): Markup {
  const width = Math.min(
    columnLimit,
    rows.reduce(
      (most, row) => row.reduce((m, { column, columnSpan }) => Math.max(m, column + columnSpan), most),
      1,
    ),
  )
  const drawn = rows.map(row => {
    let out = ''
    let at = 0
    for (const { column, columnSpan, text } of row) {
      if (column < at || column >= width) continue
      const span = Math.min(columnSpan, width - column)
      out += `${'<td></td>'.repeat(column - at)}<td${span > 1 ? ` colspan="${span}"` : ''}>${escapeText(text).replaceAll('\n', '<br>')}</td>`
      at = column + span
    }
    return `<tr>${out}${'<td></td>'.repeat(width - at)}</tr>`
  })
  return asMarkup(`<table class="table dense"><tbody>${drawn.join('')}</tbody></table>`)
}

const lines = (text: string): Markup => asMarkup(escapeText(text).replaceAll('\n', '<br>'))
