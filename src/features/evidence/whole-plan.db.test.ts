import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../core/access/may.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import type { Deps } from '../../db/write.ts'
import { importDocument } from '../plan/index.ts'
import { readPlan } from '../plan/read/index.ts'
import { addEvidence } from './bring/add-evidence.ts'
import { receiveUpload } from './bring/receive-upload.ts'
import { filledSlots } from './link/slots.view.tsx'
import { onePiece } from './piece/piece-detail.ts'
import { reviewEvidence } from './piece/review-evidence.ts'
import { obligationSlots } from './queries.ts'
import { bytesOf, scratchServices } from './seed.test-data.tsx'
import { objectKey } from './store/object-store.ts'
import { verifyStore } from './store/store-audit.ts'

const fixtures = process.env.ZONA_FIXTURES
const plans = [
  { name: 'the example', folder: 'examples', file: 'rencana-aksi.xlsx', year: 2026, slots: null },
  ...(fixtures
    ? [{ name: 'the plan of 2019', folder: fixtures, file: 'rencana-aksi-2019.xlsx', year: 2019, slots: 134 }]
    : []),
]

describe.each(testDatabases)('every item that a plan asks for, on $name', ({ open }) => {
  let database: OpenDatabase
  const services = scratchServices()
  beforeAll(async () => {
    database = await open()
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  async function person(unitId: string, name: string): Promise<Actor> {
    const userId = randomUUID()
    const email = `${userId}@contoh.go.id`
    await database.db
      .insertInto('auth_user')
      .values({ id: userId, name, email, email_verified: true })
      .execute()
    const grant = { role: 'team-leader', unitId, areas: [], validFrom: '2019-01-01', validTo: null } as const
    return { userId, employeeId: null, name, grants: [grant] }
  }

  test.each(plans)(
    'of $name is filled, accepted by another person and verified, and a flipped byte is found',
    { timeout: 240_000 },
    async ({ folder, file, year, slots: known }) => {
      const { db } = database
      const { unitId } = await seedUnit(db)
      const today: LocalDate = `${year}-11-24`
      const deps = (actor: Actor): Deps => ({
        db,
        now: new Date(`${today}T02:00:00Z`),
        today,
        newId: randomUUID,
        actor,
      })
      const staff = await person(unitId, 'Pengunggah')
      const leader = await person(unitId, 'Pemeriksa')
      const bytes = new Uint8Array(readFileSync(join(folder, file)))
      const document = await readPlan({ name: file, bytes }, { year })
      if (!document.ok) throw new Error(document.problem.kind)
      const imported = await importDocument(deps(leader), {
        unit: { id: unitId },
        year,
        document: document.value,
        fileName: file,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })
      if (!imported.ok) throw new Error(imported.problem.kind)

      const asked = await db
        .selectFrom('evidence_slot as s')
        .leftJoin('action as a', 'a.indicator_id', 's.indicator_id')
        .leftJoin('obligation as o', 'o.action_id', 'a.id')
        .where('s.plan_id', '=', imported.value.planId)
        .select(({ fn }) => ['s.id', 's.text', fn.min<string | null>(fn('text', ['o.id'])).as('obligation')])
        .groupBy(['s.id', 's.text'])
        .execute()
      expect(asked.length).toBeGreaterThan(20)
      if (known !== null) expect(asked).toHaveLength(known)

      const brought = []
      for (const slot of asked) {
        const received = await receiveUpload(deps(staff), services, {
          unitId,
          name: 'bukti.txt',
          bytes: bytesOf(`${year} ${slot.id}: ${slot.text}`),
        })
        if (!received.ok) throw new Error(received.problem.kind)
        const added = await addEvidence(deps(staff), {
          unitId,
          facts: {
            title: slot.text.slice(0, 200),
            kind: 'other',
            documentNumber: '',
            documentDate: null,
            periodFrom: null,
            periodTo: null,
            validUntil: null,
            page: '',
            language: 'id',
            keywords: [],
            confidentiality: 'internal',
          },
          uploads: [received.value.id],
          link: null,
          target:
            slot.obligation === null ? null : { obligationId: slot.obligation, slot: slot.text, page: '' },
        })
        const [id] = added.ok ? added.value.ids : []
        if (id === undefined) throw new Error(`not added: ${slot.text}`)
        brought.push({ ...slot, id, sha256: received.value.sha256 })
      }
      for (const { id } of brought) {
        const input = { unitId, evidenceId: id, revision: 1, decision: 'accepted', reason: '' } as const
        expect(await reviewEvidence(deps(leader), input)).toEqual({ ok: true, value: null })
      }

      const viewer = { userId: leader.userId, restricted: true }
      for (const obligation of new Set(brought.map(slot => slot.obligation))) {
        if (obligation === null) continue
        const standing = await obligationSlots(db, unitId, obligation, viewer)
        const filled = brought.filter(slot => slot.obligation === obligation).map(slot => slot.text)
        for (const slot of standing)
          if (filled.includes(slot.text)) expect(slot.pieces.map(piece => piece.state)).toContain('accepted')
        expect(filledSlots(standing).filled).toBeGreaterThan(0)
      }
      expect((await onePiece(db, unitId, brought[0]?.id ?? '', viewer))?.state).toBe('accepted')

      const wrong = async () => {
        const found = []
        for await (const one of verifyStore(db, services.store)) found.push(one)
        return found
      }
      expect(await wrong()).toEqual([])
      const victim = brought[Math.floor(brought.length / 2)]
      const path = join(services.folder, objectKey(victim?.sha256 ?? ''))
      const whole = readFileSync(path)
      const flipped = Buffer.from(whole)
      flipped.writeUInt8(flipped.readUInt8(3) ^ 1, 3)
      writeFileSync(path, flipped)
      expect((await wrong()).map(({ kind, sha256 }) => [kind, sha256])).toEqual([['changed', victim?.sha256]])
      writeFileSync(path, whole)
      expect(await wrong()).toEqual([])
    },
  )
})
