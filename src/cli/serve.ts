import { FolderInUse } from '../db/open-embedded.ts'
import { openServer } from '../web/open-server.ts'
import { type Output, settingsOrExplain } from './settings-or-explain.ts'

/** `zona serve`: runs the web server until it is told to stop. Resolves with the exit code. */
export async function serveCommand(out: Output): Promise<number> {
  const settings = settingsOrExplain(out)
  if (!settings) return 2
  try {
    const server = await openServer(settings, { jobs: true })
    const address = await server.listen()
    out.stdout(`Zona berjalan di ${address}`)
    if (settings.databaseUrl === null) {
      out.stdout(
        'Basis data tertanam: cocok untuk mencoba. Untuk pemakaian tetap, isi DATABASE_URL dan buat cadangan.',
      )
    }
    await new Promise<void>(stop => {
      // Not `once`: a terminal or a supervisor may tell the process and its starter, which passes it on. The
      // second of the two must not cut off what the first lets finish.
      process.on('SIGINT', () => stop())
      process.on('SIGTERM', () => stop())
    })
    await server.close()
    return 0
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    out.stderr(
      `zona: folder data ${error.message} sedang dipakai proses Zona lain. Hentikan proses itu dulu, atau pilih ZONA_DATA lain.`,
    )
    return 2
  }
}
