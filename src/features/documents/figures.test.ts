import { describe, expect, it } from 'vitest'
import { checkFigures } from './check-figures.ts'
import { defaultChapters } from './default-chapters.ts'
import { figureTable } from './figure-tables.ts'
import { figureCatalogue, resolveFigures } from './figures.ts'
import { formatPercent } from './numbers.ts'
import { samplePlan, sampleUnit } from './sample.ts'
import { workPlanDocument } from './work-plan-document.ts'

describe('the figures of a unit', () => {
  it('computes percentages from the figures and prints them the Indonesian way', () => {
    const figures = resolveFigures({
      'anggaran.kelompok1.pagu': 7407451181,
      'anggaran.kelompok1.realisasi': 6515225118,
    })
    expect(figures['anggaran.kelompok1.persen']?.value).toBe('87,96%')
    expect(figures['anggaran.kelompok1.pagu']?.value).toBe('Rp7.407.451.181')
  })

  it('never takes a computed figure from what was entered', () => {
    expect(resolveFigures({ 'anggaran.kelompok1.persen': 99 })['anggaran.kelompok1.persen']?.value).toBeNull()
  })

  it('says how much a ceiling fell', () => {
    const figures = resolveFigures({
      'anggaran.kelompok2.pagu': 6000000000,
      'anggaran.sebelumnya.kelompok2.pagu': 6581681306,
    })
    expect(figures['anggaran.kelompok2.perubahan']?.value).toBe('turun 8,84%')
  })

  it('rounds half up without a float, and gives no percentage of nothing', () => {
    expect(formatPercent(1, 8, 'id')).toBe('12,50%')
    expect(formatPercent(1, 3, 'en')).toBe('33.33%')
    expect(formatPercent(20001, 40000000, 'id')).toBe('0,05%')
    expect(formatPercent(0, 0, 'id')).toBeNull()
  })

  it('finds the contradictions of a real plan: 72 educated among 73, an index that is not 25 times its mean', () => {
    const warnings = checkFigures({
      'pegawai.jumlah': 93,
      'pegawai.pns': 73,
      'pegawai.lain': 20,
      'pegawai.laki-laki': 36,
      'pegawai.perempuan': 37,
      'pegawai.pendidikan.s3': 1,
      'pegawai.pendidikan.s2': 22,
      'pegawai.pendidikan.s1': 38,
      'pegawai.pendidikan.d3': 5,
      'pegawai.pendidikan.slta': 6,
      'ikm.nrr': 3.633,
      'ikm.nilai': 90.863,
      'strategi.masalah': 'a\nb\nc\nd\ne\nf',
      'strategi.solusi': 'a\nb\nc\nd\ne',
    })
    expect(warnings.map(({ kind, expected, found }) => [kind, expected, found])).toEqual([
      ['sum', 73, 72],
      ['times', 90.825, 90.863],
      ['same-length', 6, 5],
    ])
  })

  it('accepts an index rounded from the same mean, and figures not yet filled in', () => {
    expect(checkFigures({ 'ikm.nrr': 3.635, 'ikm.nilai': 90.863 })).toEqual([])
    expect(checkFigures({ 'pegawai.pns': 73, 'pegawai.laki-laki': 36 })).toEqual([])
  })

  it('shows a missing figure in its table, and the total that needs it as missing too', () => {
    const found = figureTable('jenis-kelamin', { 'pegawai.laki-laki': 36 }, 'id')
    expect(found?.missing).toEqual(['PNS perempuan'])
    expect(found?.table.rows.map(row => row.cells[1]?.runs[0]?.text)).toEqual([
      '36',
      '[belum diisi]',
      '[belum diisi]',
    ])
  })

  it('names only figures it has in computations, tables and checks', () => {
    const keys = new Set(figureCatalogue.figures.map(({ key }) => key))
    const named = [
      ...figureCatalogue.figures.flatMap(({ of = [] }) => of),
      ...figureCatalogue.tables.flatMap(({ rows }) =>
        rows.flatMap(row => [...(typeof row.label === 'string' ? [row.label] : []), ...row.values]),
      ),
      ...figureCatalogue.checks.flatMap(({ parts, total }) => [...parts, total]),
    ]
    expect(named.filter(key => !keys.has(key))).toEqual([])
    expect(keys.size).toBe(figureCatalogue.figures.length)
  })

  it('knows every figure that the default chapters name', () => {
    const { missing } = workPlanDocument({
      unit: sampleUnit,
      year: 2026,
      date: '2026-01-15',
      chapters: defaultChapters,
      plan: samplePlan,
      figures: {},
      approval: null,
    })
    const labels = new Set(figureCatalogue.figures.map(({ label }) => label.id))
    expect(missing.filter(label => !labels.has(label))).toEqual([])
    expect(missing.length).toBeGreaterThan(40)
  })
})
