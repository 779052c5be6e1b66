import { civilDate, type LocalDate } from '../core/shared/local-date.ts'
import type { Deps } from '../db/write.ts'
import {
  createAdmin,
  hashPassword,
  maximumPassword,
  minimumPassword,
  passwordLink,
} from '../features/organisation/index.ts'
import { readArguments } from './arguments.ts'
import type { Output } from './settings-or-explain.ts'

/** The database, and the address that a link leads to. */
type Opened = { readonly db: Deps['db']; readonly origin: string; readonly close: () => Promise<void> }

export type AdminDeps = Pick<Deps, 'now' | 'newId'> & {
  /** Called once it is known what is wanted; null where the settings are wrong, which it says itself. */
  readonly open: () => Promise<Opened | null>
  /** Default: the date in western Indonesia, for a first agency has no zone yet. */
  readonly today?: LocalDate
  readonly out: Output
  /** Reads standard input whole; called only with `--password-stdin`. Default: the process's own. */
  readonly readInput?: () => Promise<string>
}

const usage = `zona admin create --email SUREL --name NAMA [--agency INSTANSI] [--password-stdin]

Membuat akun admin instansi. Instansi dibuat bila belum ada. Tanpa --password-stdin,
perintah ini mencetak tautan sekali pakai (24 jam) untuk membuat kata sandi.`

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  agency: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const

/** `zona admin create`: exit code 0 when made, 2 with a sentence when not. */
export async function adminCreateCommand(args: string[], deps: AdminDeps): Promise<number> {
  const { out } = deps
  const refuse = (sentence: string) => {
    out.stderr(`zona: ${sentence}`)
    return 2
  }
  const wanted = readArguments(args, options)
  const [extra] = wanted.ok ? wanted.value.positionals : []
  if (!wanted.ok) return refuse(`${wanted.problem} Jalankan "zona admin create --help".`)
  if (extra !== undefined) return refuse(`"${extra}" tidak dikenal. Jalankan "zona admin create --help".`)
  const read = wanted.value.values
  if (read.help) {
    out.stdout(usage)
    return 0
  }
  const email = read.email?.trim() ?? ''
  const name = read.name?.trim() ?? ''
  const agency = read.agency?.trim() || null
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    return refuse('isi --email dengan alamat surel, misalnya --email admin@contoh.go.id.')
  if (name === '') return refuse('isi --name dengan nama orangnya, misalnya --name "Siti Rahma".')
  let hashed: string | null = null
  if (read['password-stdin']) {
    const password = (await (deps.readInput ?? readStandardInput)()).replace(/\r?\n$/, '')
    if (password.length < minimumPassword || password.length > maximumPassword)
      return refuse(`kata sandi harus ${minimumPassword} sampai ${maximumPassword} karakter.`)
    hashed = await hashPassword(password)
  }
  const opened = await deps.open()
  if (!opened) return 2
  const result = await createAdmin(
    {
      db: opened.db,
      now: deps.now,
      newId: deps.newId,
      today: deps.today ?? civilDate(deps.now, 'Asia/Jakarta'),
      actor: null,
    },
    { email, name, agency, hashed },
  ).finally(opened.close)
  if (!result.ok)
    return refuse(
      result.problem.kind === 'email-taken'
        ? `sudah ada orang dengan surel ${email}. Pakai "Lupa kata sandi" untuk masuk, atau pilih surel lain.`
        : 'belum ada instansi. Tambahkan namanya, misalnya --agency "Dinas Contoh".',
    )
  out.stdout(`Admin ${name} <${email}> dibuat untuk ${result.value.agency}.`)
  if (result.value.token !== null)
    out.stdout(
      `Buat kata sandi dalam 24 jam lewat tautan ini:\n${passwordLink(opened.origin, result.value.token)}`,
    )
  return 0
}

async function readStandardInput(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const part of process.stdin) text += part
  return text
}
