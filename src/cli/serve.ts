import { FolderInUse } from '../db/open-embedded.ts'
import { openServer } from '../web/open-server.ts'
import { toldToStop } from '../web/told-to-stop.ts'
import { type Output, settingsOrExplain } from './settings-or-explain.ts'

/** `zona serve`: runs the web server until it is told to stop, which ends the process. Resolves with the exit code when it cannot run. */
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
    await toldToStop()
    await server.close()
    process.exit(0)
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    out.stderr(
      `zona: folder data ${error.message} sedang dipakai proses Zona lain. Hentikan proses itu dulu, atau pilih ZONA_DATA lain.`,
    )
    return 2
  }
}
