import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { civilDate, type LocalDate, yearOf } from '../core/shared/local-date.ts'
import type { Db } from '../db/database.ts'
import { openDatabase } from '../db/open-database.ts'
import { FolderInUse } from '../db/open-embedded.ts'
import { databaseSettings, readSettings, type Settings } from '../settings.ts'
import { toldToStop } from '../web/told-to-stop.ts'
import { holdsExample, readExample } from './example.ts'
import { printProgramme } from './print-programme.ts'

/**
 * `npm run demo [-- --once]`: a small agency on the embedded database in a folder of its own. It never
 * listens beyond this machine, for its accounts have public passwords.
 */
async function demo(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { once: { type: 'boolean', default: false } } })
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const read = readSettings({
    PORT: process.env.PORT,
    LOG_LEVEL: 'warn',
    ZONA_DATA: join(process.env.ZONA_DATA || join(root, '.zona'), 'demo'),
    HOST: '127.0.0.1',
  })
  if (!read.ok) {
    for (const sentence of read.problem) console.error(`zona: ${sentence}`)
    return 2
  }
  // What serves is loaded only where it is needed: most of a start is the reading of modules.
  if (values.once) {
    const database = await openDatabase(databaseSettings(read.value))
    try {
      await showExample(database.db, read.value)
      return 0
    } finally {
      await database.close()
    }
  }
  const { openServer } = await import('../web/open-server.ts')
  const server = await openServer(read.value, { jobs: false })
  try {
    await showExample(server.database.db, read.value)
    console.log(`\nBuka ${await server.listen()}   (Ctrl+C untuk berhenti)`)
    void server.readContents()
    await toldToStop()
    return 0
  } finally {
    await server.close()
  }
}

async function showExample(db: Db, settings: Settings): Promise<void> {
  const { example, plan } = readExample()
  const today = civilDate(new Date(), example.agency.zone) as LocalDate
  const there = await holdsExample(db, example)
  if (!there) {
    const { loadExample } = await import('./load-example.ts')
    const { openEvidence } = await import('../features/evidence/index.ts')
    await loadExample(db, example, plan, await openEvidence(settings))
  }
  console.log(
    there
      ? 'Contoh sudah dimuat sebelumnya; data Anda dipertahankan.'
      : 'Contoh dimuat ke basis data tertanam.',
  )
  await printProgramme(db, example, today)
  if (yearOf(today) !== example.plan.year) console.log(`Contoh memakai tahun ${example.plan.year}.`)
}

try {
  process.exit(await demo(process.argv.slice(2)))
} catch (error) {
  if (error instanceof FolderInUse) {
    console.error(
      'zona: demo lain sedang berjalan pada folder yang sama. Hentikan dulu, atau pilih ZONA_DATA lain.',
    )
    process.exitCode = 2
  } else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    console.error('zona: port itu sedang dipakai. Pilih yang lain, misalnya PORT=3001 npm run demo.')
    process.exitCode = 2
  } else throw error
}
