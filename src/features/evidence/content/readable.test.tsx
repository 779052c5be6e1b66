import { expect, test } from 'vitest'
import { docxOf } from '../../plan/read/made-files.ts'
import type { Block, ContentWarning } from './block.ts'
import { describeContentProblem, describeContentWarning, ReadableBlocks, toReadable } from './index.ts'

const draw = (blocks: readonly Block[]) => (<ReadableBlocks locale="id" blocks={blocks} />).toString()

test('what a document says is text, whatever it looks like', async () => {
  const hostile = '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror="a"&gt;'
  const cell = `<w:tc><w:p><w:r><w:t>${hostile}</w:t></w:r></w:p></w:tc>`
  const docx = docxOf(
    `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>${hostile}</w:t></w:r></w:p><w:p><w:r><w:t>${hostile}</w:t></w:r></w:p><w:tbl><w:tr>${cell}</w:tr></w:tbl>`,
  )
  const content = await toReadable(docx, 'docx')
  if (!content.ok) throw new Error(content.problem.kind)
  const html = await draw(content.value.blocks)
  expect(html.match(/&lt;script&gt;alert/g)).toHaveLength(3)
  expect(html).not.toMatch(/<script|<img|onerror="/)
})

test('rows of a sheet keep their columns, merged cells span them, and every row is as wide as the widest', async () => {
  const html = await draw([
    {
      kind: 'table',
      rows: [
        [{ column: 0, columnSpan: 3, text: 'Rekap' }],
        [
          { column: 0, columnSpan: 1, text: 'a' },
          { column: 2, columnSpan: 1, text: 'c\nd' },
        ],
      ],
    },
  ])
  expect(html).toContain('<tr><td colspan="3">Rekap</td></tr><tr><td>a</td><td></td><td>c<br>d</td></tr>')
})

test('a cell far to the right does not make a page of millions of cells', async () => {
  const html = await draw([
    {
      kind: 'table',
      rows: [[{ column: 0, columnSpan: 1, text: 'a' }], [{ column: 16_383, columnSpan: 1, text: 'x' }]],
    },
  ])
  expect(html.match(/<td/g)).toHaveLength(120)
})

test('a document without text says so', async () => {
  expect(await draw([])).toContain('Tidak ada teks')
})

test.each(['id', 'en'] as const)('every problem and warning is a whole sentence (%s)', locale => {
  const sentences = [
    ...(['unsupported', 'empty', 'encrypted', 'damaged', 'unpacks-too-far', 'too-heavy'] as const).map(kind =>
      describeContentProblem({ kind }, locale),
    ),
    describeContentProblem({ kind: 'too-large', bytes: 7e7, limit: 6e7 }, locale),
    describeContentProblem({ kind: 'picture-too-large', width: 1e5, height: 1e5, limit: 1.2e8 }, locale),
    describeContentProblem({ kind: 'took-too-long', seconds: 20 }, locale),
    ...(['cut', 'no-text', 'macros', 'hidden-parts'] satisfies ContentWarning[]).map(warning =>
      describeContentWarning(warning, locale),
    ),
  ]
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(sentence).not.toMatch(/undefined|NaN|\[object/)
  }
})
