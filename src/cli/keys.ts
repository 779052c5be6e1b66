import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { openSigningKeys } from '../features/assessment/bundle/index.ts'
import { readArguments } from './arguments.ts'
import { type Output, settingsOrExplain } from './settings-or-explain.ts'

const usage = `zona keys create            buat kunci tanda tangan instansi di ZONA_DATA
zona keys create --rotate   ganti dengan kunci baru; kunci publik lama tetap diumumkan bila pernah dipakai
zona keys show              tampilkan sidik kunci yang sedang dipakai`

/** `zona keys create|show`: the agency's signing key. Never prints the private key. */
export async function keysCommand(args: readonly string[], out: Output): Promise<number> {
  const wanted = readArguments(args, options)
  if (wanted.ok && wanted.value.values.help) {
    out.stdout(usage)
    return 0
  }
  const [name, ...others] = wanted.ok ? wanted.value.positionals : []
  const rotate = wanted.ok && wanted.value.values.rotate === true
  if (!(name === 'create' || (name === 'show' && !rotate)) || others.length > 0) {
    out.stderr(`${wanted.ok ? 'Sebutkan create atau show.' : wanted.problem}\n${usage}`)
    return 2
  }
  const settings = settingsOrExplain(out)
  if (!settings) return 2
  const keys = openSigningKeys(settings)
  const fingerprint = (publicKey: Uint8Array) => createHash('sha256').update(publicKey).digest('hex')
  if (name === 'show') {
    const found = await keys.find()
    if (found) out.stdout(fingerprint(found.publicKey))
    else out.stderr('Belum ada kunci. Buat dengan "zona keys create", atau biarkan dibuat saat LKE ditutup.')
    return found ? 0 : 1
  }
  await mkdir(settings.dataFolder, { recursive: true, mode: 0o700 })
  const made = await keys.create({ rotate })
  if (!made.ok) {
    out.stderr(
      made.problem.kind === 'exists'
        ? 'Kunci sudah ada. Ganti dengan "zona keys create --rotate".'
        : 'Kunci diberikan oleh ZONA_SIGNING_KEY; ganti di sana.',
    )
    return 1
  }
  out.stdout(`Kunci dibuat. Sidik: ${fingerprint(made.value.publicKey)}`)
  return 0
}

const options = { rotate: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
