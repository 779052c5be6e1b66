import { openServer } from '../web/open-server.ts'
import { toldToStop } from '../web/told-to-stop.ts'
import { helpOrRefusal } from './arguments.ts'
import { type Output, settingsOrExplain } from './settings-or-explain.ts'

const usage =
  'Pemakaian: zona serve. Menjalankan server web sampai dihentikan; pengaturannya dibaca dari lingkungan (docs/reference/settings.md).'

/** `zona serve`: runs the web server until it is told to stop, which ends the process. Resolves with the exit code when it cannot run. */
export async function serveCommand(args: readonly string[], out: Output): Promise<number> {
  const answered = helpOrRefusal(args, usage, out)
  if (answered !== null) return answered
  const settings = settingsOrExplain(out)
  if (!settings) return 2
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
}
