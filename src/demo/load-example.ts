import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '../core/access/may.ts'
import { addDays, type LocalDate } from '../core/shared/local-date.ts'
import { ok } from '../core/shared/result.ts'
import type { Db, Tx } from '../db/database.ts'
import { type Deps, write } from '../db/write.ts'
import { hashPassword } from '../features/organisation/index.ts'
import { approvePlan, importDocument, publishPlan, submitPlan } from '../features/plan/index.ts'
import { readPlan } from '../features/plan/read/index.ts'
import type { Example } from './example.ts'

type Person = Example['employees'][number]

/** Loads the example once; a folder that holds it already is left as it is. */
export async function loadExample(
  db: Db,
  example: Example,
  file: { name: string; bytes: Uint8Array },
): Promise<{ fresh: boolean }> {
  const there = await db
    .selectFrom('plan')
    .innerJoin('unit', 'unit.id', 'plan.unit_id')
    .where('unit.slug', '=', example.agency.slug)
    .select('plan.id')
    .executeTakeFirst()
  if (there) return { fresh: false }
  const start = new Date(`${example.plan.year}-01-05T02:00:00Z`)
  const deps: Deps = {
    db,
    now: start,
    today: `${example.plan.year}-01-05` as LocalDate,
    newId: randomUUID,
    actor: null,
  }
  const { units, people } = await loadAgency(deps, example)
  const as = (role: Person['roles'][number]['role']): Deps => {
    const person = example.employees.find(
      candidate => candidate.password && candidate.roles.some(grant => grant.role === role),
    )
    const found = person && people.get(person.email)
    if (!found) throw new Error(`the example has no account for ${role}`)
    return { ...deps, actor: found.actor }
  }
  const unitId = units.get(example.agency.slug) ?? ''
  const unit = { id: unitId, path: [unitId] }
  const document = expectOk(await readPlan(file, { year: example.plan.year }))
  const { planId } = expectOk(
    await importDocument(as('team-leader'), {
      unit,
      year: example.plan.year,
      document,
      fileName: file.name,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    }),
  )
  await assignByOwner(deps, planId, example, people)
  expectOk(await submitPlan(as('team-leader'), { planId }))
  expectOk(await approvePlan(as('head'), { planId, note: 'Disetujui untuk dilaksanakan', acceptGaps: true }))
  expectOk(await publishPlan(as('head'), { planId }))
  await settlePast(as('team-leader'), planId, example)
  return { fresh: true }
}

function expectOk<T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (result.ok) return result.value
  throw new Error(`the example could not be loaded: ${JSON.stringify(result.problem)}`)
}

type LoadedPerson = { id: string; actor: Actor }

async function loadAgency(deps: Deps, example: Example) {
  const { now, newId, today } = deps
  const units = new Map([
    [example.agency.slug, newId()],
    ...example.units.map(unit => [unit.slug, newId()] as const),
  ])
  const people = new Map<string, LoadedPerson>()
  const hashes = new Map<string, string>()
  for (const { password } of example.employees) {
    if (password && !hashes.has(password)) hashes.set(password, await hashPassword(password))
  }
  await write(deps, async (tx, record) => {
    const { agency } = example
    await tx
      .insertInto('unit')
      .values([
        {
          id: units.get(agency.slug) ?? '',
          parent_id: null,
          slug: agency.slug,
          name: agency.name,
          short_name: agency.shortName,
          region: agency.region,
          kind: agency.kind,
          zone: agency.zone,
          address: agency.address,
          site_url: agency.siteUrl,
          created_at: now,
        },
        ...example.units.map(unit => ({
          id: units.get(unit.slug) ?? '',
          parent_id: units.get(unit.parent) ?? null,
          slug: unit.slug,
          name: unit.name,
          short_name: unit.shortName,
          created_at: now,
        })),
      ])
      .execute()
    for (const person of example.employees)
      people.set(person.email, await addPerson(tx, deps, person, units, hashes))
    record({
      action: 'example-loaded',
      subjectType: 'unit',
      subjectId: units.get(agency.slug) ?? '',
      detail: { today },
    })
    return ok(null)
  })
  return { units, people }
}

async function addPerson(
  tx: Tx,
  { now, newId, today }: Deps,
  person: Person,
  units: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string>,
): Promise<LoadedPerson> {
  const id = newId()
  const hash = person.password && hashes.get(person.password)
  const userId = hash ? newId() : null
  if (userId) {
    await tx
      .insertInto('auth_user')
      .values({ id: userId, name: person.name, email: person.email, email_verified: true, image: null })
      .execute()
    await tx
      .insertInto('auth_account')
      .values({
        id: newId(),
        user_id: userId,
        account_id: userId,
        provider_id: 'credential',
        access_token: null,
        refresh_token: null,
        id_token: null,
        scope: null,
        password: hash ?? null,
        updated_at: now,
      })
      .execute()
  }
  await tx
    .insertInto('employee')
    .values({
      id,
      unit_id: units.get(person.unit) ?? '',
      user_id: userId,
      nip: person.nip,
      name: person.name,
      email: person.email,
      position: person.position,
      created_at: now,
      updated_at: now,
    })
    .execute()
  const validFrom = `${today.slice(0, 4)}-01-01` as LocalDate
  const grants = person.roles.map(grant => ({ ...grant, unitId: units.get(grant.unit) ?? '' }))
  await tx
    .insertInto('role_grant')
    .values(
      grants.map(grant => ({
        id: newId(),
        employee_id: id,
        unit_id: grant.unitId,
        role: grant.role,
        areas: grant.areas,
        valid_from: validFrom,
        valid_to: null,
        granted_by: null,
        created_at: now,
      })),
    )
    .execute()
  const held = grants.map(({ role, unitId, areas }) => ({ role, unitId, areas, validFrom, validTo: null }))
  return { id, actor: { userId: userId ?? '', employeeId: id, name: person.name, grants: held } }
}

/** Gives each action the person whose position the document names, or one of the area's people in turn. */
async function assignByOwner(
  deps: Deps,
  planId: string,
  example: Example,
  people: ReadonlyMap<string, LoadedPerson>,
) {
  const actions = await deps.db
    .selectFrom('action')
    .innerJoin('indicator', 'indicator.id', 'action.indicator_id')
    .innerJoin('sub_component', 'sub_component.id', 'indicator.sub_component_id')
    .where('action.plan_id', '=', planId)
    .select(['action.id', 'indicator.owner_text as owner', 'sub_component.area'])
    .orderBy('sub_component.position')
    .orderBy('indicator.position')
    .orderBy('action.position')
    .execute()
  const doers = example.employees.filter(person =>
    person.roles.some(({ role }) => role !== 'agency-admin' && role !== 'auditor' && role !== 'head'),
  )
  await write(deps, async (tx, record) => {
    for (const [index, action] of actions.entries()) {
      const named = doers.find(
        person =>
          action.owner && (action.owner.includes(person.position) || action.owner.includes(person.name)),
      )
      const person = people.get((named ?? doers[index % doers.length])?.email ?? '')
      if (person)
        await tx.updateTable('action').set({ person_id: person.id }).where('id', '=', action.id).execute()
    }
    record({ action: 'example-assigned', subjectType: 'plan', subjectId: planId })
    return ok(null)
  })
}

/** Marks what was due before the example's day as done, save every nth, which stays late. */
async function settlePast(deps: Deps, planId: string, example: Example) {
  const { doneBefore, everyNth } = example.settle
  await write({ ...deps, now: new Date(`${doneBefore}T02:00:00Z`) }, async (tx, record) => {
    const past = await tx
      .selectFrom('obligation')
      .where('plan_id', '=', planId)
      .where('due', '<', doneBefore)
      .select(['id', 'due'])
      .orderBy('due')
      .orderBy('id')
      .execute()
    for (const [index, { id, due }] of past.entries()) {
      if (index % everyNth === everyNth - 1) continue
      await tx
        .updateTable('obligation')
        .set({
          state: 'done',
          done_on: addDays(due, -(index % 5)),
          settled_by: deps.actor?.userId ?? null,
          settled_at: deps.now,
        })
        .where('id', '=', id)
        .execute()
    }
    record({
      action: 'example-settled',
      subjectType: 'plan',
      subjectId: planId,
      detail: { before: doneBefore },
    })
    return ok(null)
  })
}
