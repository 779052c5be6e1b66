import { expect, test } from 'vitest'
import { findDoubts } from '../../../core/evidence/findings.ts'
import type { HonestyInput } from '../../../core/evidence/honesty-input.ts'
import { settleFindings } from '../../../core/evidence/settle-findings.ts'
import { describeFinding, ExplainForm, type FindingNames, Findings } from './index.ts'

const at = Date.UTC(2019, 6, 1)
const year = { from: '2019-01-01', to: '2019-06-30' } as const
const piece = (id: string) => ({
  id,
  sha256: 'x',
  kind: 'photo' as const,
  documentDate: '2018-05-12' as const,
  proves: year,
  validUntil: '2018-12-31' as const,
  uploadedAt: at - 1,
})

/** One finding of every sort. */
const input: HonestyInput = {
  today: '2019-07-01',
  pieces: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(piece),
  slots: [
    { id: 's1', indicatorId: 'i1', text: 'SK Tim' },
    { id: 's2', indicatorId: 'i2', text: 'Notulen rapat' },
  ],
  uses: [
    { evidenceId: 'a', slotId: 's1', obligationId: 'o1' },
    { evidenceId: 'b', slotId: 's2', obligationId: null },
  ],
  obligations: [
    { id: 'o1', due: '2019-06-30', period: year, waived: false },
    { id: 'o2', due: '2019-06-30', period: year, waived: false },
  ],
  deadlines: [{ id: 'd', at, evidenceIds: null }],
  earlier: [{ sha256: 'x', year: 2018 }],
  elsewhere: [
    { sha256: 'x', unitId: 'u2' },
    { sha256: 'x', unitId: 'hidden' },
  ],
}
const findings = findDoubts(input, { pieces: 5, hours: 24 })
const names: FindingNames = {
  piece: id => ({ title: `Bukti <${id}>`, href: `/bukti/${id}` }),
  obligation: id => ({ title: `Kewajiban ${id}`, href: `/kewajiban/${id}` }),
  indicator: id => `Indikator ${id}`,
  slot: () => 'SK Tim',
  deadline: () => 'penilaian mandiri',
  unit: id => (id === 'hidden' ? null : 'Dinas Perizinan'),
}

test.each(['id', 'en'] as const)('every sort of finding is a whole sentence (%s)', locale => {
  expect(new Set(findings.map(({ code }) => code)).size).toBe(9)
  for (const finding of findings) {
    const sentence = describeFinding(finding, names, locale, 'Asia/Jakarta')
    expect(sentence).toMatch(/\.$/)
    expect(sentence).not.toMatch(/undefined|NaN|\[object|null/)
  }
})

test('a unit that the reader may not know of is another unit', () => {
  const finding = findings.find(({ code }) => code === 'same-file-other-unit')
  expect(finding && describeFinding(finding, names, 'id', 'Asia/Jakarta')).toBe(
    'Isi berkasnya sama persis dengan bukti unit lain dan Dinas Perizinan.',
  )
})

test('the list shows every finding with its remedy, state and explanation, escaped', async () => {
  const [first] = findings
  const settled = settleFindings(
    findings,
    first ? [{ key: first.key, subject: first.subject, text: 'Sudah <benar>.' }] : [],
  )
  const html = await (
    <Findings
      locale="id"
      zone="Asia/Jakarta"
      findings={settled}
      names={names}
      explainHref={({ code }) => (code === 'expired' ? null : `/jelaskan?${code}`)}
    />
  ).toString()
  expect(html.match(/<tr role="row"><th scope="row"/g)).toHaveLength(findings.length)
  expect(html).toContain('Sudah dijelaskan')
  expect(html).toContain('Sudah &lt;benar&gt;.')
  expect(html).toContain('Bukti &lt;a&gt;')
  expect(html).toContain('dan 4 lainnya')
  expect(html).not.toContain('/jelaskan?expired')
  expect(html).toContain('/jelaskan?bulk-before-deadline')
})

test('where there is nothing to explain the page says so', async () => {
  const html = await (
    <Findings locale="id" zone="Asia/Jakarta" findings={[]} names={names} explainHref={() => null} />
  ).toString()
  expect(html).toContain('Tidak ada temuan')
})

test('the form carries the key of the facts that are explained, and keeps what was typed', async () => {
  const html = await (
    <ExplainForm
      locale="id"
      action="/x"
      csrf="c"
      idempotencyKey="k"
      findingKey={'["expired","a"]'}
      value="Masih berlaku"
      error="Isi penjelasan"
    />
  ).toString()
  expect(html).toContain('value="[&quot;expired&quot;,&quot;a&quot;]"')
  expect(html).toContain('Masih berlaku')
  expect(html).toContain('Isi penjelasan')
})
