import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fold } from './items.ts'
import type { PlanDocument } from './plan-document.ts'
import { readPlan } from './read-plan.ts'

const folder = process.env.ZONA_FIXTURES

async function fixture(extension: string): Promise<PlanDocument> {
  const name = `rencana-aksi-2019.${extension}`
  const read = await readPlan({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

const structure = ({ title, year, areas, counts }: PlanDocument) => ({
  title,
  year,
  counts,
  areas: areas.map(area => ({
    ...area,
    subComponents: area.subComponents.map(sub => ({
      ...sub,
      indicators: sub.indicators.map(({ place: _, ...indicator }) => indicator),
    })),
  })),
})

/** Every cell's text: what a person would compare between the paper and the workbook. */
const cells = ({ areas }: PlanDocument) =>
  areas.flatMap(({ label, subComponents }) => [
    label,
    ...subComponents.flatMap(({ name, indicators }) => [
      name,
      ...indicators.flatMap(({ text, actions, evidence, schedules }) => [
        text,
        fold(actions.join(' ')),
        fold(evidence.join(' ')),
        schedules.map(schedule => fold(schedule.text)).join(' '),
      ]),
    ]),
  ])

const conflicts =
  'I.3.1 I.4.1 II.2.2 II.2.3 II.3.2 III.2.3 III.4.3 III.6.1 IV.1.3 IV.2.6 V.1.2 V.2.2 V.3.3 VI.3.1'.split(' ')

describe.skipIf(folder === undefined)('The plan of 2019', () => {
  test('has its areas, sub-components, indicators, actions and evidence', async () => {
    const plan = await fixture('xlsx')
    expect(plan.counts).toMatchObject({
      areas: 6,
      subComponents: 23,
      indicators: 68,
      actions: 115,
      evidence: 134,
    })
    expect(plan.areas.map(({ code }) => code)).toEqual(['MP', 'TT', 'SDM', 'AK', 'PW', 'PP'])
    expect(plan.year).toBe(2019)
  })

  test('lacks a schedule in V.2.4 alone, and states another frequency in exactly fourteen rows', async () => {
    for (const extension of ['xlsx', 'docx', 'pdf']) {
      const { warnings } = await fixture(extension)
      const rows = (code: string) =>
        warnings.filter(warning => warning.code === code).map(({ rowId }) => rowId)
      expect(rows('schedule-missing')).toEqual(['V.2.4'])
      expect(rows('frequency-conflict')).toEqual(conflicts)
      expect(rows('owner-column-missing')).toHaveLength(1)
      expect(rows('schedule-unresolved')).toEqual([])
      expect(rows('duplicate-row')).toEqual([])
    }
  })

  test('is the same from the document as from the workbook', async () => {
    expect(structure(await fixture('docx'))).toEqual(structure(await fixture('xlsx')))
  })

  test('is the same from the PDF as from the workbook, letter for letter', async () => {
    const [pdf, workbook] = [await fixture('pdf'), await fixture('xlsx')]
    const [found, wanted] = [cells(pdf), cells(workbook)]
    const equal = wanted.filter((text, at) => text === found[at]).length
    console.info(`PDF cells equal to the workbook: ${equal} of ${wanted.length}`)
    expect(equal / wanted.length).toBeGreaterThanOrEqual(0.98)
    expect(structure(pdf)).toEqual(structure(workbook))
  })

  test('keeps both dates that one cell prints, and the break of a row over two pages', async () => {
    const plan = await fixture('pdf')
    const indicators = plan.areas.flatMap(area => area.subComponents.flatMap(sub => sub.indicators))
    const row = (id: string) => indicators.find(indicator => indicator.id === id)
    expect(row('I.1.1')?.schedules.map(({ text }) => text)).toEqual(['Februari 2019', 'Februari 2019'])
    expect(row('II.2.1')?.evidence).toHaveLength(3)
    expect(row('II.2.2')?.evidence[0]).toContain('E-qvet')
  })
})
