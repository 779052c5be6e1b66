import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { areaCodes } from '../../../core/access/role.ts'
import { planRows } from '../import/plan-rows.ts'
import { type PlanDocument, readPlan } from '../read/index.ts'
import { planCsv, planWorkbook } from './export-plan.ts'
import { planSheet } from './plan-sheet.ts'

type Source = Parameters<typeof planSheet>[1]
const indicator = (id: string, subId: string, text: string, owner: string | null = null) => ({
  id,
  subId,
  text,
  owner,
  position: 0,
})
const action = (indicatorId: string, text: string, person: string | null = null) => ({
  indicatorId,
  text,
  personId: null,
  person,
})
const schedule = (indicatorId: string, text: string) => ({ indicatorId, text }) as Source['schedules'][number]

const source: Source = {
  areas: [
    { code: 'MP', label: 'MANAJEMEN PERUBAHAN', position: 0 },
    { code: 'PW', label: 'Pengawasan Kita', position: 1 },
  ],
  subComponents: [
    { id: 's1', area: 'MP', no: '1', name: 'Tim kerja', position: 0 },
    { id: 's2', area: 'MP', no: '3', name: 'Agen perubahan', position: 1 },
    { id: 's3', area: 'PW', no: '1', name: 'Gratifikasi', position: 2 },
  ],
  indicators: [
    indicator('i1', 's1', 'Tim terbentuk', 'Sekretariat'),
    indicator('i2', 's1', '=2+3 tim bekerja'),
    indicator('i3', 's2', 'Agen dipilih'),
    indicator('i4', 's3', 'Larangan "gratifikasi" diketahui; dipatuhi'),
  ],
  actions: [
    action('i1', 'Menyusun daftar; memilih anggota', 'Sari'),
    action('i2', '=cmd|calc'),
    action('i2', '- mengadakan rapat'),
    action('i2', 'dan melaporkan'),
    action('i3', '1. memilih'),
    action('i4', '@memasang pengumuman'),
  ],
  evidence: [
    { indicatorId: 'i1', text: 'SK tim' },
    { indicatorId: 'i2', text: 'Undangan, notula' },
    { indicatorId: 'i2', text: 'daftar hadir' },
    { indicatorId: 'i4', text: '+foto' },
  ],
  schedules: [
    schedule('i1', 'Februari 2026'),
    schedule('i1', 'Februari 2026'),
    schedule('i2', 'Mei 2026, Okt'),
    schedule('i2', '2026'),
    schedule('i4', 'Tiap bulan'),
  ],
}

const plan = { title: 'Rencana Aksi Zona Integritas', year: 2026 }
const rows = planSheet(plan, source)

async function readBack(name: string, bytes: Uint8Array): Promise<PlanDocument> {
  const read = await readPlan({ name, bytes })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

const structure = ({ year, areas }: PlanDocument) => ({
  year,
  areas: areas.map(({ code, subComponents }) => ({
    code,
    subComponents: subComponents.map(({ no, name, indicators }) => ({
      no,
      name,
      indicators: indicators.map(({ text, actions, evidence, schedules, owner }) => ({
        text,
        actions,
        evidence,
        schedules: schedules.map(each => each.text),
        owner,
      })),
    })),
  })),
})

/** A document as the plan's rows say it, without a database between. */
function sourceOf(document: PlanDocument): Source {
  let id = 0
  const rows = planRows('plan', document, () => `${id++}`)
  const ofIndicator = ({ indicator_id: indicatorId, text }: { indicator_id: string; text: string }) => ({
    indicatorId,
    text,
  })
  return {
    areas: rows.areas.flatMap(({ code, label, position }) => {
      const known = areaCodes.find(each => each === code)
      return known ? [{ code: known, label, position }] : []
    }),
    subComponents: rows.subComponents.flatMap(({ area, ...sub }) => {
      const known = areaCodes.find(each => each === area)
      return known ? [{ ...sub, area: known }] : []
    }),
    indicators: rows.indicators.map(({ id, sub_component_id: subId, text, owner_text: owner, position }) => ({
      ...{ id, subId, text, owner, position },
    })),
    actions: rows.actions.map(row => ({ ...ofIndicator(row), personId: null, person: null })),
    evidence: rows.evidence.map(ofIndicator),
    schedules: rows.schedules.map(row => ({
      ...ofIndicator(row),
      start: null,
      reading: JSON.parse(row.reading),
    })),
  }
}

const examples = new URL('../../../../examples/', import.meta.url).pathname
const fixtures = process.env.ZONA_FIXTURES
const wholePlans = [
  `${examples}rencana-aksi.xlsx`,
  `${examples}plan-files/tabel-per-area.docx`,
  ...(fixtures ? [`${fixtures}/rencana-aksi-2019.xlsx`] : []),
]

const expected = {
  year: 2026,
  areas: [
    {
      code: 'MP',
      subComponents: [
        {
          no: 1,
          name: 'Tim kerja',
          indicators: [
            {
              text: 'Tim terbentuk',
              actions: ['Menyusun daftar; memilih anggota'],
              evidence: ['SK tim'],
              schedules: ['Februari 2026', 'Februari 2026'],
              owner: 'Sekretariat',
            },
            {
              text: '=2+3 tim bekerja',
              actions: ['=cmd|calc', '- mengadakan rapat', 'dan melaporkan'],
              evidence: ['Undangan, notula', 'daftar hadir'],
              schedules: ['Mei 2026, Okt', '2026'],
              owner: null,
            },
          ],
        },
        {
          no: 3,
          name: 'Agen perubahan',
          indicators: [
            { text: 'Agen dipilih', actions: ['1. memilih'], evidence: [], schedules: [], owner: null },
          ],
        },
      ],
    },
    {
      code: 'PW',
      subComponents: [
        {
          no: 1,
          name: 'Gratifikasi',
          indicators: [
            {
              text: 'Larangan "gratifikasi" diketahui; dipatuhi',
              actions: ['@memasang pengumuman'],
              evidence: ['+foto'],
              schedules: ['Tiap bulan'],
              owner: null,
            },
          ],
        },
      ],
    },
  ],
}

describe('an exported plan', () => {
  test('is read back from the workbook as the same plan', async () => {
    const bytes = await planWorkbook('Rencana 2026', rows)
    expect(structure(await readBack('rencana.xlsx', bytes))).toEqual(expected)
  })

  test('is read back from the CSV file as the same plan', async () => {
    const bytes = new TextEncoder().encode(planCsv(rows))
    expect(structure(await readBack('rencana.csv', bytes))).toEqual(expected)
  })

  test.each(wholePlans.map(path => [basename(path), path]))('keeps every row of %s', async (_name, path) => {
    const document = await readBack(path, new Uint8Array(readFileSync(path)))
    const again = planSheet({ title: document.title, year: document.year ?? 0 }, sourceOf(document))
    const workbook = await planWorkbook('Rencana', again)
    const kept = structure(document)
    expect(structure(await readBack('rencana.xlsx', workbook))).toEqual(kept)
    const csv = new TextEncoder().encode(planCsv(again))
    expect(structure(await readBack('rencana.csv', csv))).toEqual(kept)
  })

  test('holds no cell that a spreadsheet would run as a formula', async () => {
    const workbook = new ExcelJS.Workbook()
    const bytes = await planWorkbook('Rencana 2026', rows)
    await workbook.xlsx.read(Readable.from([bytes]))
    const kinds = new Set<ExcelJS.ValueType>()
    workbook.eachSheet(sheet => sheet.eachRow(row => row.eachCell(cell => kinds.add(cell.type))))
    expect([...kinds]).toEqual([ExcelJS.ValueType.String])
    const fields = planCsv(rows).matchAll(/"((?:[^"]|"")*)"/g)
    expect([...fields].map(([, text]) => text).filter(text => /^[=+\-@]/.test(text ?? ''))).toEqual([])
  })
})
