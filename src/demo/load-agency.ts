import type { Actor } from '../core/access/may.ts'
import type { LocalDate } from '../core/shared/local-date.ts'
import { ok } from '../core/shared/result.ts'
import type { Tx } from '../db/database.ts'
import { type Deps, write } from '../db/write.ts'
import { hashPassword } from '../features/organisation/index.ts'
import type { Example } from './example.ts'

export type Person = Example['employees'][number]
export type LoadedPerson = { id: string; actor: Actor }

/** Makes the agency's units, and its people with their accounts and roles. */
export async function loadAgency(deps: Deps, example: Example) {
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
