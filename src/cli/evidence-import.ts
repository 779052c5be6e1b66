import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { sql } from 'kysely'
import { may } from '../core/access/may.ts'
import { civilDate } from '../core/shared/local-date.ts'
import type { Db } from '../db/database.ts'
import { openDatabase } from '../db/open-database.ts'
import { UnitClosed } from '../db/unit-closed.ts'
import { importFolder, openEvidence } from '../features/evidence/index.ts'
import { type ActorRow, actorColumns, actorOf } from '../features/organisation/index.ts'
import { databaseSettings } from '../settings.ts'
import { findUnit } from '../web/find-unit.ts'
import { readArguments } from './arguments.ts'
import { type Output, settingsOrExplain } from './settings-or-explain.ts'

const usage = `zona evidence import FOLDER --unit SLUG --year TAHUN --as EMAIL [--take]

Membaca folder di server ini dan mencocokkannya dengan rencana. Hasilnya diperiksa dan dijalankan di halaman
Impor bukti; foldernya harus tetap ada sampai impor selesai. --take langsung mengimpor yang sudah cocok;
kalau terhenti, perintah yang sama melanjutkannya. Yang sudah menjadi bukti tidak masuk dua kali, juga kalau impornya
sudah selesai.
--as menyebut akun yang menjadi pengunggahnya dan harus berhak mengimpor bukti di unit itu.`

/** `zona evidence import FOLDER`: exit code 2 with a sentence when nothing could be begun, 1 when it stopped in the middle. */
export async function evidenceImportCommand(args: string[], out: Output): Promise<number> {
  const asked = readWanted(args)
  if (asked === 'help') {
    out.stdout(usage)
    return 0
  }
  if (typeof asked === 'string') {
    out.stderr(`${asked}\n${usage}`)
    return 2
  }
  const settings = settingsOrExplain(out)
  if (!settings) return 2
  const database = await openDatabase(databaseSettings(settings))
  try {
    const { db } = database
    const unit = await findUnit(db, { slug: asked.unit })
    const now = new Date()
    const today = civilDate(now, unit?.zone ?? 'Asia/Jakarta')
    const actor = await actorByEmail(db, asked.email)
    if (!unit || !actor || !may(actor, 'evidence.import', { unitPath: unit.path }, today)) {
      out.stderr(`Akun ${asked.email} tidak berhak mengimpor bukti di unit "${asked.unit}".`)
      return 2
    }
    const deps = { db, now, today, newId: randomUUID, actor }
    const wanted = {
      unitId: unit.id,
      year: asked.year,
      name: resolve(asked.folder),
      take: asked.take,
      locale: 'id' as const,
    }
    const done = await importFolder(deps, await openEvidence(settings), wanted, toldToEnd())
    if (!done.ok) {
      out.stderr(done.problem)
      return 2
    }
    const { counts, id, stopped } = done.value
    const added = counts.taken - counts.known
    out.stdout(
      `${counts.all} berkas: ${added} diimpor, ${counts.take} siap diimpor, ${counts.known} sudah ada, ${counts.skip} dilewati, ${counts.refused} ditolak.`,
    )
    if (counts.known > 0 && added + counts.take === 0)
      out.stdout(
        'Impor folder ini sudah selesai sebelumnya: yang cocok sudah menjadi bukti, dan tidak ada yang ditambahkan.',
      )
    out.stdout(`Periksa di /u/${unit.slug}/bukti/impor/${id}`)
    return stopped ? 1 : 0
  } catch (error) {
    if (!(error instanceof UnitClosed)) throw error
    out.stderr(
      `Unit "${asked.unit}" sudah ditutup: isinya tetap dapat dibaca, tetapi tidak ada yang dapat ditambah atau diubah.`,
    )
    return 2
  } finally {
    await database.close()
  }
}

/** Aborted when somebody ends the program: the file at hand is not to blame for that. */
function toldToEnd(): AbortSignal {
  const end = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort())
  return end.signal
}

/** The arguments, `help`, or a sentence about what is wrong with them. */
function readWanted(args: string[]) {
  const parsed = readArguments(args, {
    unit: { type: 'string' },
    year: { type: 'string' },
    as: { type: 'string' },
    take: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  })
  if (!parsed.ok) return parsed.problem
  const { values, positionals } = parsed.value
  if (values.help) return 'help'
  const [folder, ...others] = positionals
  const { unit, year, as: email } = values
  if (!folder || others.length > 0) return 'Sebutkan tepat satu folder.'
  if (!unit) return 'Sebutkan unitnya dengan --unit, seperti di alamat halamannya.'
  if (!/^20\d\d$/.test(year ?? '')) return 'Sebutkan tahun rencananya dengan --year, misalnya --year 2026.'
  if (!email) return 'Sebutkan akun pengunggahnya dengan --as, misalnya --as siti@contoh.go.id.'
  return { folder, unit, email, year: Number(year), take: values.take }
}

async function actorByEmail(db: Db, email: string) {
  const { rows } = await sql<ActorRow>`
    select ${actorColumns} from auth_user u left join employee e on e.user_id = u.id
    where lower(u.email) = ${email.toLowerCase()} and coalesce(e.active, true)`.execute(db)
  return rows[0] ? actorOf(rows[0]) : null
}
