import { describe, expect, test } from 'vitest'
import { type MadeCell, sheetXml, workbookParts, zipOf } from './made-files.ts'
import type { PlanDocument } from './plan-document.ts'
import { readPlan } from './read-plan.ts'
import { describeWarning } from './warning-messages.ts'

const heads = ['NO', 'AREA PERUBAHAN', 'RENCANA AKSI', 'DATA DUKUNG']
const twelve = 'Jan Feb Mar Apr Mei Jun Jul Agt Sep Okt Nov Des'.split(' ')
const blank = ['', '', '', '']
const fixed = ['1', 'Manajemen Perubahan', 'Menyusun SK', 'SK']
const at = (of: number, sign: MadeCell, ...columns: number[]) =>
  Array.from({ length: of }, (_, column) => (columns.includes(column) ? sign : ''))
const merged = (...ranges: string[]) =>
  `<mergeCells>${ranges.map(range => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`

async function read(
  rows: readonly (readonly MadeCell[])[],
  after = '',
  colours: readonly string[] = [],
): Promise<PlanDocument> {
  const title = [['RENCANA AKSI TAHUN 2027'], []]
  const fills = colours.map(
    rgb => `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`,
  )
  const styles = `<styleSheet><fills><fill/>${fills.join('')}</fills><cellXfs>${['', ...colours]
    .map((_, fill) => `<xf fillId="${fill}"/>`)
    .join('')}</cellXfs></styleSheet>`
  const parts = workbookParts({ Rencana: sheetXml([...title, ...rows], after) })
  const read = await readPlan({ name: 'rencana.xlsx', bytes: zipOf({ ...parts, 'xl/styles.xml': styles }) })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

const dates = (plan: PlanDocument) =>
  plan.areas.flatMap(({ subComponents }) =>
    subComponents.flatMap(({ indicators }) =>
      indicators.map(({ schedules }) => schedules.flatMap(schedule => schedule.dates)),
    ),
  )
const coloured = (style: number): MadeCell => ({ attributes: `s="${style}"`, inner: '' })

describe('Columns of months', () => {
  test.each([
    ['01 to 12', twelve.map((_, month) => String(month + 1).padStart(2, '0'))],
    ['B01 to B12', twelve.map((_, month) => `B${String(month + 1).padStart(2, '0')}`)],
    ['Bulan 1 to Bulan ke-12', twelve.map((_, month) => `Bulan ${month > 5 ? 'ke-' : ''}${month + 1}`)],
  ])('may be headed %s', async (_, months) => {
    const plan = await read(
      [
        [...heads, 'Waktu Pelaksanaan'],
        [...blank, ...months],
        [...fixed, ...at(12, '√', 2, 8)],
      ],
      merged('E3:P3'),
    )
    expect(dates(plan)).toEqual([['2027-03-31', '2027-09-30']])
  })
  test('stand for themselves where quarters are written above them', async () => {
    const plan = await read(
      [
        [...heads, 'Waktu Pelaksanaan'],
        [...blank, 'TW I', '', '', 'TW II', '', '', 'TW III', '', '', 'TW IV'],
        [...blank, ...twelve],
        [...fixed, ...at(12, 'v', 0)],
      ],
      merged('E3:P3', 'E4:G4', 'H4:J4', 'K4:M4', 'N4:P4'),
    )
    expect(dates(plan)).toEqual([['2027-01-31']])
  })
  test('may be quarters that a heading above them names, or four long names in one row', async () => {
    const above = await read(
      [
        [...heads, 'Triwulan'],
        [...blank, 'I', 'II', 'III', 'IV'],
        [...fixed, ...at(4, 'v', 0, 3)],
      ],
      merged('E3:H3'),
    )
    expect(dates(above)).toEqual([['2027-03-31', '2027-12-31']])
    const named = ['Triwulan I', 'Triwulan II', 'Triwulan III', 'Triwulan IV']
    expect(
      dates(
        await read([
          [...heads, ...named],
          [...fixed, ...at(4, 'v', 1)],
        ]),
      ),
    ).toEqual([['2027-06-30']])
  })
  test('belong to the year above them where there are several', async () => {
    const plan = await read(
      [
        [...heads, 'Tahun 2026', '', 'Tahun 2027'],
        [...blank, 'Nov', 'Des', 'Jan', 'Feb'],
        [...fixed, ...at(4, 'v', 0, 3)],
      ],
      merged('E3:F3', 'G3:H3'),
    )
    expect(dates(plan)).toEqual([['2027-02-28']])
    expect(plan.warnings.map(({ code }) => code)).toContain('schedule-ambiguous')
  })
  test.each(['Ket.', 'Paraf'])('may stand beside another heading in their row: %s', async heading => {
    const plan = await read(
      [
        [...heads, 'Waktu Pelaksanaan'],
        [...blank, ...twelve, heading],
        [...fixed, ...at(12, '√', 2), 'sudah'],
      ],
      merged('A3:A4', 'B3:B4', 'E3:P3'),
    )
    expect(dates(plan)).toEqual([['2027-03-31']])
    expect(plan.warnings).toContainEqual(
      expect.objectContaining({ code: 'columns-ignored', names: [heading] }),
    )
  })
  test('that say what was done are no target, and are named as not read', async () => {
    const plan = await read(
      [
        [...heads, 'Target', ...at(11, ''), 'Realisasi'],
        [...blank, ...twelve, ...twelve].slice(0, 20),
        [...fixed, ...at(12, 'v', 2), ...at(4, 'v', 1)],
      ],
      merged('E3:P3', 'Q3:T3'),
    )
    expect(dates(plan)).toEqual([['2027-03-31']])
    expect(plan.warnings).toContainEqual(
      expect.objectContaining({ code: 'columns-ignored', names: ['Realisasi'] }),
    )
  })
})

describe('Headings below months', () => {
  const months = [...blank, 'Jan', '', 'Feb', '', 'Mar', '']
  const marks = [...fixed, 'v', '', '', 'v', 'v', '']
  test.each([
    ['T', 'R', 'merged', merged('E3:F3', 'G3:H3', 'I3:J3')],
    ['Target', 'Realisasi', 'merged', merged('E3:F3', 'G3:H3', 'I3:J3')],
    ['P', 'R', 'not merged', ''],
    ['Rencana', 'Realisasi', 'not merged', ''],
  ])('%s and %s: what was done is no target, months are %s', async (due, did, _, merges) => {
    const plan = await read(
      [[...heads, ...months.slice(4)], [...blank, due, did, due, did, due, did], marks],
      merges,
    )
    expect(dates(plan)).toEqual([['2027-01-31', '2027-03-31']])
    expect(plan.warnings.map(({ code }) => code)).toContain('columns-ignored')
  })
  test.each([
    ['1', '2', '3', '4'],
    ['M1', 'M2', 'M3', 'M4'],
    ['I', 'II', 'III', 'IV'],
  ])('number their weeks, though they are not merged: %s %s %s %s', async (...weeks) => {
    const plan = await read([
      [...heads, 'Januari', '', '', '', 'Februari'],
      [...blank, ...weeks, ...weeks],
      [...fixed, '', 'v', '', '', '', '', '', 'v'],
    ])
    expect(dates(plan)).toEqual([['2027-01-14', '2027-02-28']])
  })
})

describe('Headings above months that are not merged', () => {
  const months = [...blank, ...twelve, ...twelve]
  test.each([
    [
      'before the target',
      ['Realisasi', ...at(11, ''), 'Target'],
      [...at(12, 'v', 0, 1, 2), ...at(12, 'v', 5)],
      '2027-06-30',
    ],
    [
      'behind the target',
      ['Target', ...at(11, ''), 'Realisasi'],
      [...at(12, 'v', 5), ...at(12, 'v', 0, 1, 2)],
      '2027-06-30',
    ],
  ])('reach over all months: what was done %s is no target', async (_, above, marks, due) => {
    const plan = await read([[...heads, ...above], months, [...fixed, ...marks]])
    expect(dates(plan)).toEqual([[due]])
    expect(plan.warnings).toContainEqual(
      expect.objectContaining({ code: 'columns-ignored', names: ['Realisasi'] }),
    )
  })
  test('a year counts for every month behind it', async () => {
    const above = ['2027', ...at(11, ''), '2028']
    const plan = await read([[...heads, ...above], months, [...fixed, ...at(12, 'v', 1), ...at(12, 'v', 2)]])
    expect(dates(plan)).toEqual([['2027-02-28']])
  })
  test('a heading beside the months stays where it stands', async () => {
    const plan = await read([
      [...heads, 'Anggaran', 'Waktu'],
      [...blank, '', ...twelve],
      [...fixed, '10.000', ...at(12, 'v', 7)],
    ])
    expect(dates(plan)).toEqual([['2027-08-31']])
  })
})

test('months headed twice without anything that tells them apart are said to be so', async () => {
  const codes = async (...years: string[]) => {
    const plan = await read([
      [...heads, years[0] ?? '', '', '', years[1] ?? ''],
      [...blank, 'Jan', 'Feb', '', 'Jan', 'Feb'],
      [...fixed, 'v', '', '', '', 'v'],
    ])
    return plan.warnings.map(({ code }) => code)
  }
  expect(await codes('Waktu')).toContain('months-headed-twice')
  expect(await codes('2027', '2028')).not.toContain('months-headed-twice')
  expect(await codes('Target', 'Realisasi')).not.toContain('months-headed-twice')
})

describe('Marks below months', () => {
  test('a box that nobody ticked is none', async () => {
    const plan = await read([
      [...heads, ...twelve],
      [...fixed, '☐', '☑', '□', ...at(9, '')],
    ])
    expect(dates(plan)).toEqual([['2027-02-28']])
  })
  test('a colour that all months share is their ground, another colour or a sign is the mark', async () => {
    const row = (...marks: number[]) => [
      ...fixed,
      ...twelve.map((_, month) => coloured(marks.includes(month) ? 2 : 1)),
    ]
    const plan = await read([[...heads, ...twelve], row(0), row(2, 5)], '', ['F2F2F2', '00B050'])
    expect(dates(plan)).toEqual([['2027-01-31'], ['2027-03-31', '2027-06-30']])
    const signed = twelve.map(
      (_, month): MadeCell =>
        month === 3 ? { attributes: 's="1" t="inlineStr"', inner: '<is><t>v</t></is>' } : coloured(1),
    )
    expect(
      dates(
        await read(
          [
            [...heads, ...twelve],
            [...fixed, ...signed],
          ],
          '',
          ['F2F2F2'],
        ),
      ),
    ).toEqual([['2027-04-30']])
  })
  test.each([
    ['T', 'R'],
    ['P', 'R'],
    ['Target', 'Realisasi'],
  ])('of a row "%s" are a target, those of a row "%s" are not read and this is said', async (due, did) => {
    const plan = await read([
      [...heads, 'T/R', ...twelve],
      [...fixed, due, ...at(12, 'v', 0, 2)],
      [...blank, did, ...at(12, 'v', 1)],
    ])
    expect(dates(plan)).toEqual([['2027-01-31', '2027-03-31']])
    expect(plan.warnings).toContainEqual(expect.objectContaining({ code: 'rows-ignored', text: `${did} v` }))
  })
  test.each([
    ['T', 'R'],
    ['P', 'R'],
    ['Rencana', 'Realisasi'],
  ])('%s beside %s in one row is a target, the other what was done and no date', async (due, did) => {
    const cells = twelve.map((_, month) => (month === 2 ? due : month === 3 ? did : ''))
    const plan = await read([
      [...heads, ...twelve],
      [...fixed, ...cells],
    ])
    expect(dates(plan)).toEqual([['2027-03-31']])
    expect(plan.warnings.map(({ code }) => code)).toContain('marks-not-counted')
  })
  test('in a row without an action are said to count for the row above', async () => {
    const plan = await read([
      [...heads, ...twelve],
      [...fixed, ...at(12, 'v', 0)],
      [...blank, ...at(12, 'v', 1)],
    ])
    expect(dates(plan)).toEqual([['2027-01-31', '2027-02-28']])
    expect(plan.warnings.map(({ code }) => code)).toContain('marks-without-action')
  })
  test.each([
    ['15', '2027-04-15', 'marks-read-as-days'],
    ['tgl 10', '2027-04-10', null],
    ['minggu 2', '2027-04-14', null],
    ['10-15 April', '2027-04-15', null],
    ['10-15', '2027-04-15', 'marks-read-as-days'],
    ['1-4', '2027-04-30', 'marks-with-words'],
    ['2 dan 4', '2027-04-30', 'marks-with-words'],
    ['1 kali', '2027-04-30', null],
    ['(1)', '2027-04-30', null],
    ['1.', '2027-04-30', null],
    ['2 dokumen', '2027-04-30', null],
    ['50%', '2027-04-30', null],
    ['3', '2027-04-30', 'marks-with-words'],
    ['Senin', '2027-04-30', 'marks-with-words'],
    ['Mei', '2027-04-30', 'marks-with-words'],
  ])('with words keep their day within the month, or it is said: "%s"', async (said, date, code) => {
    const plan = await read([
      [...heads, ...twelve],
      [...fixed, ...at(12, said, 3)],
    ])
    expect(dates(plan)).toEqual([[date]])
    const codes = plan.warnings
      .map(warning => warning.code)
      .filter(each => each.startsWith('marks-with') || each === 'marks-read-as-days')
    expect(codes).toEqual(code === null ? [] : [code])
  })
  test.each(['batal', '?', 'tidak', 'n/a'])('that deny the date are none: "%s"', async said => {
    const plan = await read([
      [...heads, ...twelve],
      [...fixed, ...at(12, 'v', 0).slice(0, 11), said],
    ])
    expect(dates(plan)).toEqual([['2027-01-31']])
    const found = plan.warnings.find(({ code }) => code === 'marks-not-counted')
    expect(found && describeWarning(found, 'id')).toEqual(
      ['batal', '?'].includes(said) ? expect.stringContaining(`'Des: ${said}'`) : undefined,
    )
  })
  test.each([
    [4, true],
    [2, false],
  ])(
    'beside a written target time are not read, which is said where they differ: month %d',
    async (month, said) => {
      const plan = await read([
        [...heads, 'Target Waktu', ...twelve],
        [...fixed, 'Maret', ...at(12, 'v', month)],
      ])
      expect(dates(plan)).toEqual([['2027-03-31']])
      expect(plan.warnings.some(({ code }) => code === 'marks-beside-schedule')).toBe(said)
    },
  )
  test('a year coloured from end to end is twelve marks', async () => {
    const plan = await read(
      [
        [...heads, ...twelve],
        [...fixed, ...twelve.map(() => coloured(1))],
      ],
      '',
      ['00B050'],
    )
    expect(dates(plan)[0]).toHaveLength(12)
  })
})
