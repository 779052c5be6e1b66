import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { planReadCommand } from './plan-read.ts'

const example = (name: string) => fileURLToPath(new URL(`../../examples/plan-files/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zona-plan-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...args: string[]) {
  let [stdout, stderr] = ['', '']
  const code = await planReadCommand(args, {
    stdout: { write: text => (stdout += text) },
    stderr: { write: text => (stderr += text) },
  })
  return { code, stdout, stderr }
}

describe('zona plan read', () => {
  test('prints the plan as JSON in the agreed shape', async () => {
    const { code, stdout, stderr } = await run(example('tabel-per-area.docx'), '--json')
    expect([code, stderr]).toEqual([0, ''])
    const plan = JSON.parse(stdout)
    expect(Object.keys(plan)).toEqual(['title', 'year', 'areas', 'counts', 'warnings'])
    expect(plan.counts).toEqual({
      areas: 6,
      subComponents: 7,
      indicators: 9,
      actions: 14,
      evidence: 17,
      schedules: 9,
    })
    expect(plan.areas[1]).toMatchObject({
      code: 'MP',
      label: 'MANAJEMEN PERUBAHAN',
      subComponents: [{ no: 1, name: 'Tim Pembaharu' }],
    })
    const [indicator] = plan.areas[1].subComponents[0].indicators
    expect(Object.keys(indicator)).toEqual(['text', 'actions', 'evidence', 'schedules', 'owner'])
    expect(indicator.schedules[0]).toMatchObject({
      text: 'Januari 2027',
      kind: 'once',
      rrule: null,
      dates: ['2027-01-31'],
    })
    expect(indicator.schedules[0].assumptions.every((text: unknown) => typeof text === 'string')).toBe(true)
    expect(plan.warnings[0]).toEqual({
      code: expect.any(String),
      where: expect.any(String),
      text: expect.stringMatching(/\.$/),
    })
  })
  test('prints a page of text for people', async () => {
    const { code, stdout } = await run(example('kolom-bulan.xlsx'))
    expect(code).toBe(0)
    expect(stdout).toContain('BALAI PENGUJIAN MEKAR SARI')
    expect(stdout).toMatch(/Jumlah +7 +9 +14 +17 +9/)
    expect(stdout).toContain("Lembar 'Arsip' tersembunyi")
  })
  test('takes the year that is given', async () => {
    const { stdout } = await run(example('ekspor-aplikasi.csv'), '--json', '--year', '2028')
    const plan = JSON.parse(stdout)
    expect(plan.year).toBe(2028)
    expect(plan.warnings.map(({ code }: { code: string }) => code)).toContain('year-conflict')
  })
  test.each([
    [['tidak-ada.xlsx'], 'tidak ditemukan'],
    [[], 'Sebutkan tepat satu berkas'],
    [['a.xlsx', '--year', 'dua ribu'], 'bukan tahun'],
    [['a.xlsx', '--table', '0'], 'bukan nomor tabel'],
    [['a.xlsx', '--tahun', '2027'], 'Pilihan --tahun'],
  ])('%j is answered with one line on standard error and exit code 2', async (args, words) => {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
  test('a file of 200 MB is refused by its size, without being read', async () => {
    const path = join(folder, 'besar.xlsx')
    writeFileSync(path, '')
    truncateSync(path, 200_000_000)
    const { code, stderr } = await run(path)
    expect(code).toBe(2)
    expect(stderr).toBe(
      "Berkas 'besar.xlsx' berukuran 200 MB, melebihi batas 25 MB; hapus gambar dan lembar yang bukan rencana aksi lalu simpan ulang.\n",
    )
  })
})
