import { describe, expect, it } from 'vitest'
import { scheduleCommand } from './schedule.ts'

function run(...args: string[]) {
  let stdout = ''
  let stderr = ''
  const code = scheduleCommand(args, {
    stdout: text => {
      stdout += text
    },
    stderr: text => {
      stderr += text
    },
  })
  return { code, stdout, stderr }
}

describe('zona schedule --json', () => {
  it('prints the reading, with its assumptions as sentences', () => {
    const { code, stdout } = run('Mei 2019, Okt 2019', '--year', '2019', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      text: 'Mei 2019, Okt 2019',
      kind: 'dates',
      rrule: null,
      windows: [
        ['2019-05-01', '2019-05-31'],
        ['2019-10-01', '2019-10-31'],
      ],
      dates: ['2019-05-31', '2019-10-31'],
      ambiguous: true,
      assumptions: [
        'Jatuh tempo dihitung pada hari terakhir masa yang disebut.',
        'Jarak antarbulan tidak sama; mungkin yang dimaksud jadwal berkala.',
      ],
      reason: null,
    })
  })

  it('prints what is unresolved too, with its reason', () => {
    const { code, stdout } = run('31 Februari', '--year', '2019', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'unresolved',
      dates: [],
      reason: 'Tanggal 31 Februari 2019 tidak ada; perbaiki tanggal atau bulannya.',
    })
  })

  it('counts a duration from its start', () => {
    const { stdout } = run('1 bulan', '--year', '2019', '--start', '2019-01-01', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'duration', dates: ['2019-01-31'] })
  })

  it('speaks English when asked', () => {
    const { stdout } = run('', '--year', '2019', '--json', '--lang', 'en')
    expect(JSON.parse(stdout).reason).toBe('The target time is empty; enter a date or a schedule.')
  })
})

describe('zona schedule', () => {
  it('prints each date with its weekday', () => {
    const { code, stdout } = run('Mei', '2019', '--year', '2019')
    expect(code).toBe(0)
    expect(stdout).toContain('Jatuh tempo  Jumat, 31 Mei 2019\n')
  })

  it('takes the only year that the text prints', () => {
    expect(run('Maret 2019').stdout).toContain('Minggu, 31 Maret 2019')
  })

  it('answers a text without a schedule with one sentence and code 2', () => {
    expect(run('Desember s.d. Maret', '--year', '2019')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        '“Desember s.d. Maret”: Akhirnya (31 Maret 2019) mendahului awalnya (1 Desember 2019); perbaiki urutan atau tahunnya.\n',
    })
  })

  it.each([
    [[], 'Teks jadwal'],
    [['Tribulanan'], 'Tahun rencana'],
    [['Maret', '--year', '19'], '--year'],
    [['Maret', '--year'], 'Pilihan --year memerlukan nilai'],
    [['1 bulan', '--year', '2019', '--start', '2019-02-31'], '--start'],
    [['Maret', '--year', '2019', '--lang', 'jv'], '--lang'],
    [['Maret', '--tahun', '2019'], 'Pilihan --tahun tidak dikenal'],
  ])('a wrong command line %j gets one sentence and code 2', (args, words) => {
    const { code, stdout, stderr } = run(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
