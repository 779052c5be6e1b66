import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { opendir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { bundleLimits } from '../core/bundle/format.ts'
import type { GivenFile } from '../core/bundle/verify-bundle.ts'
import { describeUnreadable, verifyHere } from '../features/assessment/bundle/index.ts'
import { readArguments } from './arguments.ts'
import { verifyReport } from './verify-report.ts'

type Out = { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void }

const usage = `Pemakaian: zona verify BUNDEL [--json] [--key SIDIK] [--evidence FOLDER]

  --key SIDIK         sidik kunci instansi, dari halaman /kunci; boleh diulang
  --evidence FOLDER   cocokkan juga berkas bukti di folder itu
  --json              keluarkan hasil sebagai JSON

Kode keluar 0 bila semua yang diperiksa cocok, 1 bila ada yang tidak cocok, 2 bila bundel tidak terbaca. Tanpa
--key isinya diperiksa seluruhnya, tetapi belum terbukti milik siapa; laporan menyebutkannya.`

/** More files than any cycle cites; a folder named by mistake is told apart from evidence. */
const mostFiles = 20_000

/**
 * `zona verify BUNDLE`: recomputes everything that a bundle claims, without a database and without a network.
 * Exit code 0 when everything that was asked for holds, 1 when something does not, 2 with one sentence on standard
 * error when the file is no bundle. Whoever gives no key has not asked whose it is: the report calls it unproven.
 */
export async function verifyCommand(args: readonly string[], out: Out): Promise<number> {
  const refuse = (sentence: string) => {
    out.stderr(sentence)
    return 2
  }
  const wanted = readArguments(args, options)
  if (!wanted.ok) return refuse(`${wanted.problem}\n${usage}`)
  const { values, positionals } = wanted.value
  if (values.help) {
    out.stdout(usage)
    return 0
  }
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) return refuse(`Sebutkan tepat satu bundel.\n${usage}`)
  const trusted = (values.key ?? []).map(key => key.trim().toLowerCase())
  if (!trusted.every(key => /^[0-9a-f]{64}$/.test(key)))
    return refuse('Sidik kunci adalah 64 angka heksadesimal, seperti di halaman /kunci.')
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true) return refuse(`${path}: berkas tidak ditemukan atau tidak terbaca.`)
  if (found.size > bundleLimits.file)
    return refuse(
      `${path}: ${describeUnreadable({ kind: 'file-too-large', limit: bundleLimits.file }, 'id')}`,
    )
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return refuse(`${path}: berkas tidak ditemukan atau tidak terbaca.`)
  const files = values.evidence === undefined ? null : await filesOf(values.evidence)
  if (typeof files === 'string') return refuse(files)
  const verified = await verifyHere(new Uint8Array(bytes), trusted.length > 0 ? trusted : null, files)
  if (!verified.ok) return refuse(`${path}: ${describeUnreadable(verified.problem, 'id')}`)
  out.stdout(values.json ? JSON.stringify(verified.value, null, 2) : verifyReport(verified.value))
  return verified.value.verdict === 'fails' ? 1 : 0
}

/** The files below a folder with their hashes, or a sentence; links are not followed. */
async function filesOf(folder: string): Promise<readonly GivenFile[] | string> {
  const files: GivenFile[] = []
  const waiting = [folder]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const directory = await opendir(at).catch(() => null)
    if (directory === null) return `${at}: folder tidak ditemukan atau tidak terbaca.`
    for await (const entry of directory) {
      const path = join(at, entry.name)
      if (entry.isDirectory()) waiting.push(path)
      if (!entry.isFile()) continue
      if (files.length === mostFiles) return `${folder}: lebih dari ${mostFiles} berkas.`
      const sha256 = await hashOf(path)
      if (sha256 === null) return `${path}: berkas tidak terbaca.`
      files.push({ name: basename(path), sha256 })
    }
  }
  return files
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const bytes of createReadStream(path)) hash.update(bytes)
    return hash.digest('hex')
  } catch {
    return null
  }
}

const options = {
  evidence: { type: 'string' },
  key: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const
