import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exampleAreas, exampleTitle } from '../../../../scripts/example-plan.ts'
import type { PlanDocument } from './plan-document.ts'
import { readPlan } from './read-plan.ts'

async function example(name: string): Promise<PlanDocument> {
  const bytes = new Uint8Array(
    readFileSync(new URL(`../../../../examples/plan-files/${name}`, import.meta.url)),
  )
  const read = await readPlan({ name, bytes })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

const written = exampleAreas.map(({ name, components }) => ({
  label: name,
  subComponents: components.map((component, at) => ({
    no: at + 1,
    name: component.name,
    indicators: component.rows.map(row => ({
      text: row.indicator,
      actions: row.actions,
      evidence: row.evidence,
      months: row.months,
      owner: row.owner,
    })),
  })),
}))

const asWritten = ({ areas }: PlanDocument) =>
  areas.map(({ label, subComponents }) => ({
    label,
    subComponents: subComponents.map(({ no, name, indicators }) => ({
      no,
      name,
      indicators: indicators.map(({ text, actions, evidence, schedules, owner }) => ({
        text,
        actions,
        evidence,
        months: schedules.flatMap(({ dates }) => dates.map(date => Number(date.slice(5, 7)))),
        owner,
      })),
    })),
  }))

describe('The same plan in every layout', () => {
  test.each([
    ['kolom-bulan.xlsx', 'twelve month columns with signs and colours, two heading rows, a signature block'],
    ['kolom-area.xlsx', 'an action a row, areas merged down a column, headings repeated'],
    ['tabel-per-area.docx', 'a table an area, automatic numbers and bullets'],
    ['ekspor-aplikasi.csv', 'Windows-1252, lists in one line'],
    ['cetakan-bergaris.pdf', 'rows and merged cells broken over pages'],
    ['cetakan-tanpa-garis.pdf', 'no rules at all'],
    ['cetakan-rapat.pdf', 'no rules, rows as tight as lines and broken over pages'],
    ['cetakan-tengah.pdf', 'no rules, cells in the middle of merged rows'],
  ])('%s is read as written: %s', async name => {
    const plan = await example(name)
    expect(plan.title).toBe(exampleTitle)
    expect(plan.year).toBe(2027)
    expect(asWritten(plan)).toEqual(written)
    expect(plan.areas.map(({ code }) => code)).toEqual(['PP', 'MP', 'TT', 'SDM', 'AK', 'PW'])
  })

  test('marks under months say what they were taken for', async () => {
    const plan = await example('kolom-bulan.xlsx')
    const codes = plan.warnings.map(({ code }) => code)
    expect(codes).toContain('marks-read-as-due-dates')
    expect(codes).toContain('hidden-sheet')
    const [first] = plan.areas[0]?.subComponents[0]?.indicators ?? []
    expect(first?.schedules[0]).toMatchObject({ text: 'Mar 2027, Sep 2027', fromMarks: true })
    expect(first?.place).toEqual({ kind: 'cell', sheet: 'Matriks', cell: 'E8' })
  })
})
