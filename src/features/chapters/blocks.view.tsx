import type { Child } from 'hono/jsx'
import type { MergedChapter } from './work-plan.ts'

type Block = MergedChapter['blocks'][number]
type Table = Extract<Block, { kind: 'table' }>
type Runs = Extract<Block, { kind: 'paragraph' }>['runs']

const Text = ({ runs }: { runs: Runs }) => (
  <>
    {runs.map(run => {
      let text: Child = run.text
      if (run.italic) text = <em>{text}</em>
      if (run.bold) text = <strong>{text}</strong>
      return run.missing ? <strong class="text-late">{text}</strong> : text
    })}
  </>
)

/** A document's blocks as they read on a screen; page matters are left to the printed page. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map(block => (
      <DrawnBlock block={block} />
    ))}
  </>
)

function DrawnBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const text = block.number === null ? block.text : `${block.number} ${block.text}`
      return block.level === 2 ? <h3>{text}</h3> : <h4>{text}</h4>
    }
    case 'paragraph':
      return (
        <p>
          <Text runs={block.runs} />
        </p>
      )
    case 'list': {
      const items = block.items.map(item => (
        <li>
          <Blocks blocks={item} />
        </li>
      ))
      if (block.style === 'bullet') return <ul>{items}</ul>
      return (
        <ol type={block.style.startsWith('alpha') ? 'a' : '1'} start={block.start}>
          {items}
        </ol>
      )
    }
    case 'table':
      return <DrawnTable table={block} />
    default:
      return null
  }
}

const DrawnTable = ({ table }: { table: Table }) => (
  <section class="table-wrap" aria-label={table.caption ?? 'Tabel'} tabindex={0}>
    <table class="table dense">
      {table.caption ? (
        <caption>
          <span>{table.caption}</span>
        </caption>
      ) : null}
      <thead>
        {table.header.map(row => (
          <tr>
            {row.cells.map(cell => (
              <th scope="col" colspan={cell.columnSpan} rowspan={cell.rowSpan}>
                <Text runs={cell.runs} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.rows.map(row => (
          <tr>
            {row.cells.map((cell, at) => (
              <td
                colspan={cell.columnSpan}
                rowspan={cell.rowSpan}
                class={(cell.align ?? table.columns[at]?.align) === 'right' ? 'num' : undefined}
              >
                <Text runs={cell.runs} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
