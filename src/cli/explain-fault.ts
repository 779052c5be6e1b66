import { resolve } from 'node:path'
import { readSettings } from '../settings.ts'

/** What the settings name and the machine refuses: a sentence for whoever runs it; null for a fault of the program. */
export async function explainFault(problem: unknown, environment: NodeJS.ProcessEnv): Promise<string | null> {
  const read = readSettings(environment)
  if (!(problem instanceof Error) || !read.ok) return null
  const { dataFolder, databaseUrl, host, port } = read.value
  const { FolderInUse } = await import('../db/open-embedded.ts')
  if (problem instanceof FolderInUse)
    return `folder data ${problem.message} sedang dipakai proses Zona lain. Hentikan proses itu dulu, atau pilih ZONA_DATA lain.`
  const { code = '', path = '', syscall = '' } = problem as NodeJS.ErrnoException
  if (syscall === 'listen')
    return `alamat ${host}:${port} tidak dapat dipakai (${code}). Hentikan program yang memakainya, atau pilih HOST atau PORT lain.`
  if (code === 'ENOSPC') return 'penyimpanan penuh. Kosongkan tempat, lalu ulangi.'
  if (folderCodes.has(code) && resolve(path).startsWith(resolve(dataFolder)))
    return `folder data ${resolve(dataFolder)} tidak dapat ditulis (${code}). Beri hak tulis, atau pilih ZONA_DATA lain.`
  if (databaseUrl === null) return null
  const { hostname, port: databasePort, pathname } = new URL(databaseUrl)
  const database = `basis data "${decodeURIComponent(pathname.slice(1))}" di ${hostname}:${databasePort || 5432}`
  if (connectionCodes.has(code))
    return `${database} tidak menjawab (${code}). Jalankan PostgreSQL-nya, atau betulkan DATABASE_URL.`
  if (waitedInVain.test(problem.message))
    return `${database} tidak menjawab. Jalankan PostgreSQL-nya, atau betulkan DATABASE_URL atau jaringannya.`
  if (code in refusals) return `${database} ${refusals[code]}`
  return null
}

const folderCodes = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'])
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
])

/** What pg and its pool say, without a code, of a server that takes no connection or does not answer on it. */
const waitedInVain =
  /^(?:timeout exceeded when trying to connect|timeout expired|Query read timeout)$|connection timeout$/

/** PostgreSQL's own codes (its manual, appendix A). */
const refusals: Readonly<Record<string, string>> = {
  '28P01': 'menolak kata sandinya. Betulkan DATABASE_URL.',
  '28000': 'menolak penggunanya. Betulkan DATABASE_URL, atau beri pengguna itu hak masuk.',
  '3D000': 'belum ada. Buat dengan createdb, atau betulkan DATABASE_URL.',
  '42501': 'tidak memberi hak yang diperlukan. Jadikan pengguna di DATABASE_URL pemilik basis datanya.',
}
