import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleWith, contents, rewrite, sha256, testKey } from '../core/bundle/bundle.test-data.ts'
import { bundleLimits } from '../core/bundle/format.ts'
import { verifyCommand } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'zona-verify-'))
const key = testKey()
const document = 'Surat keputusan'
const [piece] = contents().evidence
const at = (name: string) => join(folder, name)
const files = at('bukti')

beforeAll(async () => {
  if (!piece) throw new Error('one piece of evidence is expected')
  const named = { ...piece, sha256: createHash('sha256').update(document).digest('hex') }
  const bundle = await bundleWith(key, { evidence: [named] })
  writeFileSync(at('utuh.zip'), bundle)
  writeFileSync(
    at('diubah.zip'),
    rewrite(bundle, 'answers.json', text => text.replace('"value":"Ya"', '"value":"Tidak"')),
  )
  writeFileSync(
    at('bobot.zip'),
    rewrite(bundle, 'instrument.json', text =>
      text.replace(/("code":"P\.MP\.1",.{0,4000}?"weight":")[^"]+/s, '$10.25'),
    ),
  )
  const address = { ...piece, id: 'e2', sha256: null, size: null, fileName: '', url: 'https://contoh.go.id' }
  writeFileSync(at('alamat.zip'), await bundleWith(key, { evidence: [address, { ...address, id: 'e3' }] }))
  writeFileSync(at('campuran.zip'), await bundleWith(key, { evidence: [named, address] }))
  writeFileSync(at('tanpa-bukti.zip'), await bundleWith(key, { evidence: [] }))
  writeFileSync(at('kunci-lain.zip'), await bundleWith(testKey(), { evidence: [named] }))
  writeFileSync(at('catatan.txt'), 'bukan bundel')
  mkdirSync(join(files, 'P.MP.1'), { recursive: true })
  writeFileSync(join(files, 'P.MP.1', 'SK Tim.pdf'), document)
  symlinkSync(folder, join(files, 'lingkaran'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const [said, wrong]: [string[], string[]] = [[], []]
  const code = await verifyCommand(args, {
    stdout: text => said.push(text),
    stderr: text => wrong.push(text),
  })
  return { code, said: said.join('\n'), wrong: wrong.join('\n') }
}

test('a bundle that nobody touched is reported check by check, with what was not checked said', async () => {
  const { code, said } = await run(at('utuh.zip'))
  expect(code).toBe(0)
  expect(said).toContain('LKE 2026, Unit Contoh')
  expect(said).toMatch(/^COCOK +Tanda tangan$/m)
  expect(said).toMatch(/^BELUM DIPERIKSA +Kunci instansi$/m)
  expect(said).toContain('zona verify --key SIDIK')
  expect(said).toMatch(/^BELUM TERBUKTI milik instansi\. .* kuncinya belum dibandingkan\.$/m)
  expect(said).not.toContain('utuh')
})

test('with the agency’s fingerprint and the files, nothing stays unchecked', async () => {
  const fingerprint = await sha256(key.publicKey)
  const { code, said } = await run(at('utuh.zip'), '--key', fingerprint, '--evidence', files)
  expect(code).toBe(0)
  expect(said).not.toContain('BELUM DIPERIKSA')
  expect(said).toContain('1 berkas bukti ada dan sama.')
  expect(said).toMatch(/Berkas ini utuh: semua yang diperiksa cocok\.$/)
})

test('a changed answer is named, with every figure that no longer follows, and the code is 1', async () => {
  const { code, said } = await run(at('diubah.zip'))
  expect(code).toBe(1)
  expect(said).toContain('answers.json: P.MP.1.a berubah: hash berbeda')
  expect(said).toContain('score.total tertulis 17.25, hasil hitung ulang 17')
  expect(said).toContain('Berkas ini tidak cocok')
})

test('a changed weight is named by its sub-item, and the code is 1 even with the right key', async () => {
  const { code, said } = await run(at('bobot.zip'), '--key', await sha256(key.publicKey))
  expect(code).toBe(1)
  expect(said).toContain('instrument.json: P.MP.1 berubah: hash berbeda')
  expect(said).toContain('instrument.json bukan instrumen yang ditetapkan')
  expect(said).toMatch(/Berkas ini tidak cocok: .*$/)
})

test('a bundle signed by another key than the agency’s is refused where the key is known', async () => {
  const fingerprint = await sha256(key.publicKey)
  expect((await run(at('kunci-lain.zip'))).code).toBe(0)
  const { code, said } = await run(at('kunci-lain.zip'), '--key', fingerprint)
  expect(code).toBe(1)
  expect(said).toMatch(/Ditandatangani dengan kunci [0-9a-f]{16}…, yang bukan kunci instansi/)
})

test('a swapped evidence file is named by its title and file', async () => {
  const swapped = at('ditukar')
  mkdirSync(swapped)
  writeFileSync(join(swapped, 'SK Tim.pdf'), 'Surat lain')
  const { code, said } = await run(at('utuh.zip'), '--evidence', swapped)
  expect(code).toBe(1)
  expect(said).toContain('Bukti "SK Tim Kerja" (versi 2): SK Tim.pdf bukan berkas yang dirujuk, hash berbeda')
})

test('evidence that is an address is never called checked, with a folder or without', async () => {
  const sentence = '2 bukti adalah alamat tanpa berkas; isinya tidak dapat dibandingkan dengan apa pun.'
  for (const given of [[], ['--evidence', files]]) {
    const { code, said } = await run(at('alamat.zip'), ...given)
    expect(code).toBe(0)
    expect(said).toMatch(/^BELUM DIPERIKSA +Berkas bukti$/m)
    expect(said).toContain(sentence)
    expect(said).not.toMatch(/0 berkas bukti|evidence-manifest\.json/)
  }
  const mixed = await run(at('campuran.zip'), '--evidence', files)
  expect(mixed.said).toMatch(
    /^COCOK +Berkas bukti\n +1 berkas bukti ada dan sama\.\n +1 bukti adalah alamat/m,
  )
  expect((await run(at('campuran.zip'))).said).toMatch(/evidence-manifest\.json\.\n +1 bukti adalah alamat/)
})

test('a bundle that cites no evidence says that there is nothing to compare', async () => {
  const { said } = await run(at('tanpa-bukti.zip'), '--evidence', files)
  expect(said).toMatch(/^BELUM DIPERIKSA +Berkas bukti\n +Tidak ada bukti yang dirujuk/m)
})

test('--json gives the same as data', async () => {
  const { code, said } = await run(at('diubah.zip'), '--json')
  expect(code).toBe(1)
  expect(JSON.parse(said)).toMatchObject({
    verdict: 'fails',
    index: { year: 2026 },
    checks: expect.arrayContaining([
      expect.objectContaining({
        name: 'members',
        faults: expect.arrayContaining([{ kind: 'part-changed', member: 'answers.json', part: 'P.MP.1.a' }]),
      }),
    ]),
  })
})

test('what is no bundle is refused with one sentence and code 2', async () => {
  writeFileSync(at('besar.zip'), new Uint8Array(bundleLimits.file + 1))
  const refused: [string[], string][] = [
    [[at('catatan.txt')], `${at('catatan.txt')}: Berkas bukan ZIP yang dapat dibuka.`],
    [[at('besar.zip')], `${at('besar.zip')}: Berkas lebih dari 8 MB; bundel tidak pernah sebesar itu.`],
    [[at('tidak-ada.zip')], `${at('tidak-ada.zip')}: berkas tidak ditemukan atau tidak terbaca.`],
    [[folder], `${folder}: berkas tidak ditemukan atau tidak terbaca.`],
    [
      [at('utuh.zip'), '--key', 'abc'],
      'Sidik kunci adalah 64 angka heksadesimal, seperti di halaman /kunci.',
    ],
    [
      [at('utuh.zip'), '--evidence', at('tidak-ada')],
      `${at('tidak-ada')}: folder tidak ditemukan atau tidak terbaca.`,
    ],
  ]
  for (const [args, sentence] of refused)
    expect(await run(...args)).toEqual({ code: 2, said: '', wrong: sentence })
})

test('an archive with anything beside its members is refused, and told what that is', async () => {
  const bundle = readFileSync(at('utuh.zip'))
  writeFileSync(at('didepan.zip'), Buffer.concat([Buffer.from('MZ'), bundle]))
  writeFileSync(at('dibelakang.zip'), Buffer.concat([bundle, Buffer.from('xx')]))
  expect(await run(at('didepan.zip'))).toMatchObject({
    code: 2,
    wrong: expect.stringContaining('Ada 2 bita di depan arsip ZIP'),
  })
  expect(await run(at('dibelakang.zip'))).toMatchObject({
    code: 2,
    wrong: expect.stringContaining('Ada 2 bita sesudah akhir arsip ZIP'),
  })
})

test('without a bundle, with two, or with an unknown option it says how it is used', async () => {
  for (const args of [[], [at('utuh.zip'), at('utuh.zip')], ['--lain', at('utuh.zip')]]) {
    const { code, wrong } = await run(...args)
    expect(code).toBe(2)
    expect(wrong).toContain('Pemakaian: zona verify')
  }
  expect(await run('--help')).toMatchObject({ code: 0, said: expect.stringContaining('Kode keluar') })
})
