import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { LocalDate } from '../core/shared/local-date.ts'
import { ok } from '../core/shared/result.ts'
import type { Db } from '../db/database.ts'
import { type Deps, write } from '../db/write.ts'
import type { EvidenceServices } from '../features/evidence/index.ts'
import { approvePlan, importDocument, publishPlan, submitPlan } from '../features/plan/index.ts'
import { readPlan } from '../features/plan/read/index.ts'
import type { Example } from './example.ts'
import { type LoadedPerson, loadAgency, type Person } from './load-agency.ts'
import { loadAssessments } from './load-assessments.ts'
import { loadEvidence } from './load-evidence.ts'
import {
  type LoadContext,
  loadObligationEvidence,
  readObligationEvidence,
} from './load-obligation-evidence.ts'

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
