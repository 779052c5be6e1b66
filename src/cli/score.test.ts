import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fullSheet, instrumentFile } from '../core/score/full-sheet.test-data.ts'
import { scoreCommand } from './score.ts'

/** Runs the command on a file with this content. */
async function run(content: unknown, ...flags: string[]) {
  const path = join(await mkdtemp(join(tmpdir(), 'zona-score-')), 'answers.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  const written = { stdout: '', stderr: '' }
  const code = await scoreCommand([path, ...flags], {
    stdout: text => {
      written.stdout += text
    },
    stderr: text => {
      written.stderr += text
    },
  })
  return { code, ...written }
}

const instrument = 'permenpanrb-90-2021'

test('the all-A sheet is scored as JSON: exactly 100, every number a decimal text', async () => {
  const { code, stdout } = await run({ instrument, answers: fullSheet() }, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ instrument, total: '100', enabler: '60', result: '40', blanks: [] },
    areas: { PW: { score: '15', max: '15', percent: '100' } },
    items: { 'H.BERSIH.a': { value: '1', score: '17.5' } },
    predicates: { WBK: { met: true, unmet: [] }, WBBM: { met: true, unmet: [] } },
    workbook: { total: '100' },
  })
})

test('a person reads the score, what each predicate lacks, the blanks and what the workbook would show', async () => {
  const answers = {
    ...fullSheet(),
    'P.PP.1.a': null,
    'H.BERSIH.a': 3.59,
    'R.PW.3.b': { echelon3: 3, echelon4: 8, functional: 40, reported: 0 },
  }
  const { code, stdout } = await run({ instrument, answers })
  expect(code).toBe(0)
  expect(stdout).toMatch(/H\.BERSIH\.a +15,75 +15,71 +0,04/)
  expect(stdout).toMatch(/Belum dijawab \(1, dihitung nol\): P\.PP\.1\.a/)
  expect(stdout).toMatch(/R\.PW\.3: 2,00, bukan 1,00; bagian pertama dihitung dua kali/)
  expect(stdout).toMatch(/P\.PP\.1: 1,00, bukan 0,75; butir kosong dilewati/)
})

test('a missed threshold is never printed as if it were reached', async () => {
  const { stdout } = await run({ instrument, answers: { ...fullSheet(), 'H.PRIMA.a': '3.1999999999' } })
  expect(stdout).toMatch(/H\.PRIMA +14,00 +13,999999999563 +0,00000000043/)
})

test('a number with more digits than a float holds is taken as it is written', async () => {
  const file = (answers: string) => `{"instrument":"${instrument}","answers":{${answers}}}`
  const { stdout } = await run(file('"H.BERSIH.a":3.59999999999999999999'), '--json')
  const { WBK } = JSON.parse(stdout).predicates
  expect(WBK.unmet.map(({ rule }: { rule: string }) => rule)).toContain('H.BERSIH.a')
  const count = await run(file('"R.MP.1.a":{"agents":7.00000000000000001,"changes":7}'))
  expect([count.code, count.stderr]).toEqual([2, expect.stringContaining('R.MP.1.a.agents')])
  expect((await run(file('"H.BERSIH.a":3.600000000000000000'))).code).toBe(0)
})

test('every mistake is named with its code on standard error, and the exit code is 2', async () => {
  const { code, stdout, stderr } = await run(
    `{"instrument":"${instrument}","answers":{"P.MP.1.a":"Ya","P.MP.1.a":"Yes","R.MP.1.a":{"agents":1,"agents":-2},"Q":"A"},
      "conditions":{"x":true},"effort":{"Q":2}}`,
  )
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr.split('\n')).toEqual([
    'P.MP.1.a: ditulis lebih dari sekali.',
    'R.MP.1.a.agents: ditulis lebih dari sekali.',
    'conditions.x: kode ini tidak ada dalam instrumen.',
    'effort.Q: kode ini tidak ada dalam instrumen.',
    'P.MP.1.a: pilihan "Yes" tidak ada; pilih Ya, Tidak.',
    'R.MP.1.a.agents: -2 kurang dari nol.',
    'R.MP.1.a.changes: jumlah ini belum diisi.',
    'Q: kode ini tidak ada dalam instrumen.',
  ])
})

test('a wrong entry of effort, conditions or notes is named by its code, and the answers’ mistakes follow', async () => {
  const { code, stderr } = await run({
    instrument,
    answers: { 'P.MP.1.a': 'X', 'R.MP.1.a': { agents: -1, changes: 1 } },
    effort: { 'P.MP.1.b': 0, 'P.MP.2.a': 5000, 'P.MP.2.b': 3 },
    conditions: { 'agency-audit-opinion': 'ya' },
    notes: { 'P.MP.1.a': 'catatan', 'P.MP.1.b': { explanation: '', evidence: [] } },
  })
  expect(code).toBe(2)
  expect(stderr.split('\n')).toEqual([
    'conditions.agency-audit-opinion: harus true atau false.',
    'effort.P.MP.1.b: harus bilangan bulat 1 sampai 1000.',
    'effort.P.MP.2.a: harus bilangan bulat 1 sampai 1000.',
    'notes.P.MP.1.a: harus berisi "explanation" (teks) dan "evidence" (daftar teks).',
    'P.MP.1.a: pilihan "X" tidak ada; pilih Ya, Tidak.',
    'R.MP.1.a.agents: -1 kurang dari nol.',
  ])
  const whole = await run({ instrument, answers: { 'P.MP.1.a': 'X' }, effort: [] })
  expect(whole.stderr).toMatch(/^"effort" tidak ada atau bentuknya salah\.\nP\.MP\.1\.a: /)
})

test.each([
  ['not json', /bukan JSON/],
  ['{"instrument": "x",\n "answers": {,}}', /bukan JSON.*baris 2, huruf ke-14/],
  [{ instrument, answers: {}, settings: { other: 1 } }, /"settings\.other"/],
  ['{"answers": 7, "answers": 7}', /"answers" tidak ada.*\nanswers: ditulis lebih dari sekali/],
  [[], /bukan berkas jawaban/],
  [{ answers: 7, extra: 1 }, /"extra".*\n.*"instrument".*\n.*"answers"/],
  [{ instrument: 'permenpanrb-1-1999', answers: {} }, /tidak dikenal/],
  [
    { instrument, answers: {}, settings: { zeroDenominator: { 'R.PW.2.a': 1 } } },
    /settings\.zeroDenominator/,
  ],
])('a file that is no answers file is refused with its reason: %j', async (content, reason) => {
  const { code, stderr } = await run(content)
  expect(code).toBe(2)
  expect(stderr).toMatch(reason)
})

test('a file that is not there and a wrong option are refused in a sentence', async () => {
  const lines: string[] = []
  const out = { stdout: () => {}, stderr: (text: string) => void lines.push(text) }
  expect(await scoreCommand(['/nowhere.json'], out)).toBe(2)
  expect(await scoreCommand(['--wrong'], out)).toBe(2)
  expect(lines[0]).toMatch(/tidak ditemukan/)
  expect(lines[1]).toMatch(/^Pilihan --wrong tidak dikenal\.\nPemakaian/)
})

test('a file that begins with a byte order mark, as some editors write it, is read', async () => {
  const { code } = await run(`\ufeff{"instrument":"${instrument}","answers":{"P.MP.1.a":"Ya"}}`)
  expect(code).toBe(0)
})

test('what stands in a file is told on one line, without control characters', async () => {
  const answers = { 'P.MP.1.a': '\u001b[31m\nYa', 'X\u0007': 'A' }
  const { stderr } = await run({ instrument, answers })
  expect(stderr.split('\n')).toEqual([
    'P.MP.1.a: pilihan " [31m Ya" tidak ada; pilih Ya, Tidak.',
    'X : kode ini tidak ada dalam instrumen.',
  ])
})

test('--road shows the least work to each predicate, and goes round what the unit finds hard', async () => {
  const answers = { ...fullSheet(), 'H.BERSIH.b': 'D', 'H.PRIMA.a': 3 }
  const { stdout } = await run({ instrument, answers }, '--road')
  expect(stdout).toMatch(/Jalan ke WBK: 2 perbaikan, usaha 2, tambah 2,13 \(terbukti paling ringan\)/)
  expect(stdout).toMatch(/H\.PRIMA\.a .* 3 → 3,2 +\+0,88/)
  expect(stdout).toMatch(/H\.BERSIH\.b +D → C: WBK H\.BERSIH\.b/)
  expect(stdout).toMatch(/H\.PRIMA\.a .* −4,38/)
  const effort = { 'H.BERSIH.b': 3 }
  const json = await run({ instrument, answers, effort }, '--road', '--json')
  expect(JSON.parse(json.stdout).roads[0]).toMatchObject({ predicate: 'WBK', effort: 4, proven: true })
})

test('an instrument of one’s own is checked before anything is scored: every mistake with its path', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'zona-instrument-')), 'instrument.json')
  const file = JSON.stringify(instrumentFile(instrument))
  await writeFile(
    path,
    file.replace('"weight":"0.5"', '"weight":"0.6"').replace('"code":"PW"', '"code":"PX"'),
  )
  const { code, stdout, stderr } = await run({ instrument, answers: fullSheet() }, '--instrument', path)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr.split('\n')).toEqual(
    expect.arrayContaining([
      'P.MP: jumlah bobot 4.1, seharusnya 4.',
      'areas[PX]: jumlah bobot 0, seharusnya 15.',
      'P.PW: menunjuk ke PW yang tidak ada.',
    ]),
  )
  await writeFile(path, file)
  expect((await run({ instrument, answers: fullSheet() }, '--instrument', path, '--json')).code).toBe(0)
  const other = await run({ instrument: 'x', answers: {} }, '--instrument', path)
  expect(other.stderr).toBe('Jawaban dibuat untuk "x", bukan untuk "permenpanrb-90-2021".')
})
