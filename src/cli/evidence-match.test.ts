import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { zipOf } from '../features/plan/read/made-files.ts'
import { evidenceMatchCommand } from './evidence-match.ts'

const plan = fileURLToPath(new URL('../../examples/plan-files/tabel-per-area.docx', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'zona-match-'))
afterAll(() => rmSync(root, { recursive: true }))

const names = [
  'I. Manajemen Perubahan/1. Tim Pembaharu/SK Tim Pembaharu.pdf',
  'Penataan Tatalaksana/Laporan.pdf',
  'Thumbs.db',
  'Resep soto.docx',
]
const drive = join(root, 'drive')
for (const name of names) {
  mkdirSync(dirname(join(drive, name)), { recursive: true })
  writeFileSync(join(drive, name), 'isi')
}
const zip = join(root, 'drive.zip')
writeFileSync(zip, zipOf({ ...Object.fromEntries(names.map(name => [name, 'isi'])), '../keluar.txt': 'isi' }))

async function run(...args: string[]) {
  let [stdout, stderr] = ['', '']
  const code = await evidenceMatchCommand(args, {
    stdout: { write: text => (stdout += text) },
    stderr: { write: text => (stderr += text) },
  })
  return { code, stdout, stderr }
}

describe('zona evidence match', () => {
  test('a folder and its ZIP give the same matches, as JSON', async () => {
    const [folder, packed] = await Promise.all([
      run(drive, '--plan', plan, '--json'),
      run(zip, '--plan', plan, '--json'),
    ])
    expect([folder.code, folder.stderr, packed.code]).toEqual([0, '', 0])
    const found = JSON.parse(folder.stdout)
    expect(found.matched[0]).toMatchObject({ path: names[0], certainty: 'sure' })
    expect(found.matched[0].name).toMatch(/tim/i)
    expect(found.unmatched).toEqual([
      { path: 'Resep soto.docx', why: 'nothing-fits' },
      { path: 'Thumbs.db', why: 'not-a-document' },
    ])
    expect(found.slotsWithoutFile.length).toBeGreaterThan(5)
    expect(JSON.parse(packed.stdout).matched).toEqual(found.matched)
    expect(JSON.parse(packed.stdout).skipped).toEqual([
      { path: '../keluar.txt', why: 'climbs-out', text: 'menunjuk ke luar foldernya' },
    ])
  })
  test('people get a table with what fits nowhere and what is still missing', async () => {
    const { stdout } = await run(drive, '--plan', plan)
    expect(stdout).toMatch(/\d+ {2}yakin +/)
    expect(stdout).toContain('Resep soto.docx: tidak cocok')
    expect(stdout).toContain('Bukti yang belum ada berkasnya:')
    expect(stdout).toMatch(/\n4 berkas, 2 berpasangan; \d+ bukti belum ada berkasnya\.\n$/)
  })
  test.each([
    [[], 'Sebutkan tepat satu folder atau ZIP'],
    [['drive'], 'dengan --plan'],
    [['drive', '--plan', 'tidak-ada.xlsx'], 'tidak ditemukan'],
    [['tidak-ada.zip', '--plan', plan], 'tidak ditemukan'],
    [[plan, '--plan', plan, '--year', 'dua'], 'bukan angka'],
    [['drive', '--rencana', 'x'], 'Pilihan --rencana'],
  ])('%j is answered with one line on standard error and exit code 2', async (args, words) => {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
})
