import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../core/access/may.ts'
import type { LocalDate } from '../core/shared/local-date.ts'
import { ok } from '../core/shared/result.ts'
import type { Db, Tx } from '../db/database.ts'
import { type Deps, write } from '../db/write.ts'
import type { EvidenceServices } from '../features/evidence/index.ts'
import { hashPassword } from '../features/organisation/index.ts'
import { approvePlan, importDocument, publishPlan, submitPlan } from '../features/plan/index.ts'
import { readPlan } from '../features/plan/read/index.ts'
import type { Example } from './example.ts'
import { loadAssessments } from './load-assessments.ts'
import { loadEvidence } from './load-evidence.ts'
import {
  type LoadContext,
  loadObligationEvidence,
  readObligationEvidence,
} from './load-obligation-evidence.ts'

type Person = Example['employees'][number]

/** Loads the example into a database that does not hold it, and its evidence into the store. */
export async function loadExample(
  db: Db,
  example: Example,
  file: { name: string; bytes: Uint8Array },
  services: EvidenceServices,
): Promise<void> {
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
  const later = (by: Deps, hours: number): Deps => ({
    ...by,
    now: new Date(start.getTime() + hours * 3_600_000),
  })
  expectOk(await submitPlan(later(as('team-leader'), 2), { planId }))
  expectOk(await approvePlan(later(as('head'), 5), { planId, note: 'Disetujui untuk dilaksanakan' }))
  expectOk(await publishPlan(later(as('head'), 6), { planId }))
  await settlePast(as('team-leader'), planId, example)
  const brought = readObligationEvidence()
  const { doneBefore } = example.settle
  const bringing: LoadContext = {
    db,
    services,
    unitId,
    planId,
    site: example.agency.siteUrl,
    as: (name, day) => {
      const person = example.employees.find(({ email }) => email.startsWith(`${name}@`))
      const found = person && people.get(person.email)
      if (!found) throw new Error(`the example has nobody called ${name}`)
      return { ...deps, now: new Date(`${day}T03:00:00Z`), today: day as LocalDate, actor: found.actor }
    },
    settledBefore: doneBefore,
  }
  await loadObligationEvidence(
    bringing,
    brought.filter(({ on }) => on < doneBefore),
  )
  const filledIn = {
    now: new Date(`${example.settle.doneBefore}T02:00:00Z`),
    today: example.settle.doneBefore,
  }
  await loadAssessments({ ...as('team-leader'), ...filledIn }, { ...as('head'), ...filledIn }, units, unitId)
  await loadEvidence({ ...as('team-leader'), ...filledIn }, unit, example.plan.year, example.agency.siteUrl)
  await loadObligationEvidence(
    bringing,
    brought.filter(({ on }) => on >= doneBefore),
  )
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
    await addPeople(
      tx,
      deps,
      example.employees.map(person => {
        const hash = person.password && hashes.get(person.password)
        const account = hash ? { userId: newId(), hash } : null
        const loaded = asActor(deps, person, units, account?.userId ?? '')
        people.set(person.email, loaded)
        return { ...person, id: loaded.id, unitId: units.get(person.unit) ?? '', account, loaded }
      }),
    )
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

function asActor(
  { newId, today }: Deps,
  person: Person,
  units: ReadonlyMap<string, string>,
  userId: string,
): LoadedPerson {
  const id = newId()
  const validFrom = `${today.slice(0, 4)}-01-01` as LocalDate
  const grants = person.roles.map(({ role, unit, areas }) => ({
    role,
    areas,
    unitId: units.get(unit) ?? '',
    validFrom,
    validTo: null,
  }))
  return { id, actor: { userId, employeeId: id, name: person.name, grants } }
}

type NewPerson = Omit<Person, 'unit'> & {
  readonly id: string
  readonly unitId: string
  readonly account: { readonly userId: string; readonly hash: string } | null
  readonly loaded: LoadedPerson
}

async function addPeople(tx: Tx, { now, newId }: Deps, people: readonly NewPerson[]): Promise<void> {
  const accounts = people.flatMap(({ account, name, email }) =>
    account ? [{ ...account, name, email }] : [],
  )
  await tx
    .insertInto('auth_user')
    .values(accounts.map(({ userId, name, email }) => ({ id: userId, name, email, email_verified: true })))
    .execute()
  await tx
    .insertInto('auth_account')
    .values(
      accounts.map(({ userId, hash }) => ({
        id: newId(),
        user_id: userId,
        account_id: userId,
        provider_id: 'credential',
        password: hash,
        updated_at: now,
      })),
    )
    .execute()
  await tx
    .insertInto('employee')
    .values(
      people.map(({ id, unitId, account, nip, name, email, position }) => ({
        id,
        unit_id: unitId,
        user_id: account?.userId ?? null,
        nip,
        name,
        email,
        position,
        created_at: now,
        updated_at: now,
      })),
    )
    .execute()
  await tx
    .insertInto('role_grant')
    .values(
      people.flatMap(({ id, loaded }) =>
        loaded.actor.grants.map(grant => ({
          id: newId(),
          employee_id: id,
          unit_id: grant.unitId,
          role: grant.role,
          areas: [...grant.areas],
          valid_from: grant.validFrom,
          valid_to: grant.validTo,
          granted_by: null,
          created_at: now,
        })),
      ),
    )
    .execute()
}

/** Gives each action the person whom the example names for the owner that its document names. */
async function assignByOwner(
  deps: Deps,
  planId: string,
  example: Example,
  people: ReadonlyMap<string, LoadedPerson>,
) {
  const owned = Object.entries(example.owners).map(([owner, email]) => {
    const person = people.get(email)
    if (!person) throw new Error(`the example has nobody with the address ${email}`)
    return { owner, id: person.id }
  })
  await write(deps, async (tx, record) => {
    await sql`
      update action set person_id = owned.person_id
      from indicator, unnest(${owned.map(({ owner }) => owner)}::text[], ${owned.map(({ id }) => id)}::uuid[])
        as owned (owner_text, person_id)
      where action.plan_id = ${planId} and indicator.id = action.indicator_id
        and indicator.owner_text = owned.owner_text`.execute(tx)
    record({ action: 'example-assigned', subjectType: 'plan', subjectId: planId })
    return ok(null)
  })
}

/** Marks what was due before the example's day as done, save every nth, which stays late. */
async function settlePast(deps: Deps, planId: string, example: Example) {
  const { doneBefore, everyNth } = example.settle
  const at = new Date(`${doneBefore}T02:00:00Z`)
  await write({ ...deps, now: at }, async (tx, record) => {
    await sql`
      update obligation set state = 'done', done_on = due - (past.n % 5)::integer,
        settled_by = ${deps.actor?.userId ?? null}, settled_at = ${at}
      from (
        select o.id, row_number() over (order by o.due, s.position, i.position, a.position, o.id) as n
        from obligation o
        join action a on a.id = o.action_id
        join indicator i on i.id = a.indicator_id
        join sub_component s on s.id = i.sub_component_id
        where o.plan_id = ${planId} and o.due < ${doneBefore}
      ) past
      where obligation.id = past.id and past.n % ${everyNth} <> 0`.execute(tx)
    record({
      action: 'example-settled',
      subjectType: 'plan',
      subjectId: planId,
      detail: { before: doneBefore },
    })
    return ok(null)
  })
}
