import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../src/db/database.ts'
import { openPostgres } from '../src/db/open-postgres.ts'
import { foundPieces, readQuery, type SearchFilter, searchEvidence } from '../src/features/evidence/index.ts'
import { addCorpus, chance } from './evidence-corpus.ts'
import type { Measurement } from './measurement.ts'
import { makeScratchDatabase } from './scratch-database.ts'

const sizes = [1_000, 10_000, 100_000]
const rounds = 5
const page = { size: 25, number: 1 }

const none: SearchFilter = { q: '', kind: '', state: '', area: '', year: null, person: '' }
/** What people type, each equally often: the sorts that cost most are not rare here. */
const searches: Readonly<Record<string, Partial<SearchFilter>>> = {
  'no words': {},
  'the most frequent word': { q: 'laporan' },
  'two frequent words': { q: 'kegiatan pelayanan' },
  'three words': { q: 'laporan gratifikasi triwulan' },
  'a seldom word': { q: 'kelompok7' },
  'a word of one piece': { q: 'kode500' },
  'a number': { q: '800/77/2024' },
  'a beginning': { q: 'rapat undang' },
  'a phrase': { q: '"rencana aksi"' },
  'a mistyped word': { q: 'gratifkasi' },
  'a word, narrowed twice': { q: 'laporan', kind: 'minutes', year: 2023 },
  'a word that is nowhere': { q: 'zzzzzz' },
}

/** Search in one unit of 1,000, 10,000 and 100,000 pieces of evidence, with counts, ranking and passages. */
export async function benchEvidenceSearch(server: string | undefined): Promise<Measurement[]> {
  if (server === undefined) {
    console.log('evidence search: skipped, it is promised for PostgreSQL; set TEST_DATABASE_URL')
    return []
  }
  const scratch = await makeScratchDatabase(server)
  try {
    const database = await openPostgres(scratch.url, 4)
    try {
      return await measure(database.db)
    } finally {
      await database.close()
    }
  } finally {
    await scratch.drop()
  }
}

async function measure(db: Db): Promise<Measurement[]> {
  const unitId = randomUUID()
  const userIds = ['satu', 'dua', 'tiga', 'empat', 'lima']
  await db
    .insertInto('unit')
    .values({
      id: unitId,
      parent_id: null,
      slug: 'unit',
      name: 'Unit',
      short_name: 'Unit',
      created_at: new Date(0),
    })
    .execute()
  await db
    .insertInto('auth_user')
    .values(userIds.map(id => ({ id, name: id, email: `${id}@contoh.go.id`, email_verified: true })))
    .execute()
  await chance.execute(db)
  const measurements: Measurement[] = []
  let from = 0
  for (const to of sizes) {
    await db.connection().execute(async filling => {
      await sql`set statement_timeout = 0`.execute(filling)
      await addCorpus(filling, { unitId, userIds, from, to })
      await sql`vacuum analyze`.execute(filling)
      await sql`reset statement_timeout`.execute(filling)
    })
    from = to
    const slowest = new Map<string, number[]>()
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, wanted] of Object.entries(searches)) {
        const took = await timed(db, unitId, { ...none, ...wanted, q: readQuery(wanted.q ?? '') })
        // The first round warms the database's memory.
        if (round > 0) slowest.set(name, [...(slowest.get(name) ?? []), took])
      }
    }
    const pieces = `search in ${to.toLocaleString('en')} pieces`
    const all = [...slowest.values()].flat()
    measurements.push(
      { name: `${pieces}, median`, value: share(all, 0.5), unit: 'ms' },
      {
        name: `${pieces}, p95`,
        value: share(all, 0.95),
        unit: 'ms',
        ...(to === 100_000 ? { limit: { atMost: 100 } } : {}),
      },
    )
    if (to === 100_000)
      for (const [name, times] of slowest)
        measurements.push({ name: `${pieces}: ${name}, median`, value: share(times, 0.5), unit: 'ms' })
  }
  return measurements
}

/** As somebody who may not read confidential pieces, of which one in twenty is one. */
async function timed(db: Db, unitId: string, filter: SearchFilter): Promise<number> {
  const started = performance.now()
  const found = await searchEvidence(db, unitId, { userId: 'satu', restricted: false }, filter, page)
  await foundPieces(db, found, 'Asia/Jakarta')
  return performance.now() - started
}

function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
