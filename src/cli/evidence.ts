import { randomUUID } from 'node:crypto'
import { civilDate } from '../core/shared/local-date.ts'
import { openDatabase } from '../db/open-database.ts'
import { openEvidence, sweepStore, verifyStore } from '../features/evidence/index.ts'
import { databaseSettings } from '../settings.ts'
import { formatBytes } from '../ui/format.ts'
import { readArguments } from './arguments.ts'
import { type Output, settingsOrExplain } from './settings-or-explain.ts'

const usage = `zona evidence verify            baca ulang setiap berkas bukti dan cocokkan sidiknya
zona evidence sweep             laporkan sisa unggahan dan berkas yang hilang
zona evidence sweep --remove    laporkan, lalu hapus sisa yang lebih tua dari satu jam

Kode keluar 1 bila ada berkas yang hilang atau berubah.`

/** `zona evidence verify|sweep`: exit code 1 when bytes are lost or changed, 2 for a command that is none. */
export async function evidenceCommand(args: string[], out: Output): Promise<number> {
  const wanted = readArguments(args, options)
  if (wanted.ok && wanted.value.values.help) {
    out.stdout(usage)
    return 0
  }
  const [name, ...others] = wanted.ok ? wanted.value.positionals : []
  const remove = wanted.ok && wanted.value.values.remove === true
  if (!((name === 'verify' && !remove) || name === 'sweep') || others.length > 0) {
    out.stderr(`${wanted.ok ? 'Sebutkan verify, sweep, match, atau import.' : wanted.problem}\n${usage}`)
    return 2
  }
  const settings = settingsOrExplain(out)
  if (!settings) return 2
  const database = await openDatabase(databaseSettings(settings))
  const { store } = await openEvidence(settings)
  try {
    return name === 'verify'
      ? await verify(database.db, store, out)
      : await sweep({ ...now(), db: database.db, store }, remove, out)
  } finally {
    await database.close()
  }
}

const now = () => {
  const moment = new Date()
  return { now: moment, today: civilDate(moment, 'Asia/Jakarta'), newId: randomUUID }
}

const options = { remove: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

const names = (titles: readonly string[], sha256: string) => (titles.length > 0 ? titles.join('; ') : sha256)

async function verify(...[db, store, out]: [...Parameters<typeof verifyStore>, Output]): Promise<number> {
  const checking = verifyStore(db, store)
  let bad = 0
  for (;;) {
    const step = await checking.next()
    if (step.done) {
      out.stdout(`${step.value} berkas diperiksa, ${bad} tidak cocok.`)
      return bad > 0 ? 1 : 0
    }
    bad++
    const { kind, titles, sha256 } = step.value
    out.stderr(`${kind === 'missing' ? 'HILANG' : 'BERUBAH'} ${names(titles, sha256)}`)
  }
}

async function sweep(deps: Parameters<typeof sweepStore>[0], remove: boolean, out: Output): Promise<number> {
  const { findings, removed } = await sweepStore(deps, { remove })
  for (const finding of findings) {
    if (finding.kind === 'row-without-object') out.stderr(`HILANG ${names(finding.titles, finding.sha256)}`)
    else if (finding.kind === 'staged') out.stdout(`sisa unggahan ${finding.id}`)
    else
      out.stdout(
        `${finding.kind === 'unused-file' ? 'tidak dipakai' : 'tanpa catatan'} ${finding.sha256} (${formatBytes(finding.size, 'id')})`,
      )
  }
  const rests = findings.filter(finding => finding.kind !== 'row-without-object').length
  const done = remove
    ? `${removed} dihapus`
    : rests > 0
      ? 'jalankan lagi dengan --remove untuk menghapusnya'
      : ''
  out.stdout(`${rests} sisa${done ? `; ${done}` : ''}.`)
  return findings.length > rests ? 1 : 0
}
