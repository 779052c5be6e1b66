import { html } from 'hono/html'
import { describe, expect, test } from 'vitest'
import { asMarkup, escapeText, markupOf } from './markup.ts'

describe('Markup written by hand', () => {
  test('never lets text become a tag or leave its quotes', () => {
    expect(escapeText(`<b onclick="x">'&`)).toBe('&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;')
    expect(markupOf('<script>')).toBe('&lt;script&gt;')
  })

  test('takes JSX, templates and marked markup as they are', () => {
    expect(markupOf(<b>{'<i>'}</b>)).toBe('<b>&lt;i&gt;</b>')
    expect(markupOf(html`<i>${'a & b'}</i>`)).toBe('<i>a &amp; b</i>')
    expect(markupOf(asMarkup('<hr>'))).toBe('<hr>')
    expect(markupOf(['a', <b>b</b>, 3, null, false])).toBe('a<b>b</b>3')
  })

  test('refuses an asynchronous component instead of printing "[object Promise]"', () => {
    const Slow = async () => <b>late</b>
    expect(() => markupOf(<Slow />)).toThrow('asynchronous')
  })
})
