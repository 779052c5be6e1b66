import type { PersonRow } from './read-people.ts'

/** A person as the database has them, within the units of whoever imports. */
export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly nip: string | null
  readonly position: string
  readonly rank: string
  readonly email: string | null
  readonly unitId: string
  readonly active: boolean
  /** True where the person holds a role beyond those units: their address opens more than the importer may. */
  readonly beyond: boolean
}

export type KnownUnit = { readonly id: string; readonly name: string; readonly shortName: string }

export type Known = {
  readonly people: readonly KnownPerson[]
  readonly units: readonly KnownUnit[]
  /** NIPs and addresses of the file that belong to people or accounts outside those units. */
  readonly elsewhere: { readonly nips: ReadonlySet<string>; readonly emails: ReadonlySet<string> }
  /** Where a new person belongs whose row names no unit. */
  readonly homeUnitId: string
}

export type Facts = Pick<KnownPerson, 'name' | 'nip' | 'position' | 'rank' | 'email' | 'unitId'>
export type Field = keyof Facts
export type Change = { readonly field: Field; readonly from: string; readonly to: string }

export type MatchFault =
  | { readonly kind: 'unit-unknown'; readonly unit: string }
  | { readonly kind: 'unit-ambiguous'; readonly unit: string }
  | { readonly kind: 'nip-elsewhere'; readonly nip: string }
  | { readonly kind: 'email-elsewhere'; readonly email: string }
  /** The NIP is one person's and the address another's. */
  | { readonly kind: 'two-people'; readonly other: string }
  | { readonly kind: 'same-person'; readonly first: number }
  | { readonly kind: 'email-protected' }

export type Comparison = {
  readonly added: readonly { readonly row: number; readonly facts: Facts }[]
  readonly changed: readonly {
    readonly row: number
    readonly id: string
    readonly facts: Facts
    readonly changes: readonly Change[]
  }[]
  readonly unchanged: number
  /** Active people whom the file does not name. */
  readonly missing: readonly KnownPerson[]
  readonly faults: readonly { readonly row: number; readonly name: string; readonly fault: MatchFault }[]
}

const fold = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * What a list of employees would change. A person is known by the NIP, else by the address, else by the
 * name alone where it is one person's. An empty cell changes nothing.
 */
export function comparePeople(rows: readonly PersonRow[], known: Known): Comparison {
  const byNip = new Map(known.people.flatMap(person => (person.nip ? [[person.nip, person] as const] : [])))
  const byEmail = new Map(
    known.people.flatMap(person => (person.email ? [[person.email, person] as const] : [])),
  )
  const byName = Map.groupBy(known.people, person => fold(person.name))
  const added: Comparison['added'][number][] = []
  const changed: Comparison['changed'][number][] = []
  const faults: Comparison['faults'][number][] = []
  const seen = new Map<string, number>()
  let unchanged = 0
  for (const row of rows) {
    const add = (fault: MatchFault) => faults.push({ row: row.row, name: row.name, fault })
    const unit = findUnit(row.unit, known.units)
    if (unit === 'none' || unit === 'several') {
      add({ kind: unit === 'none' ? 'unit-unknown' : 'unit-ambiguous', unit: row.unit ?? '' })
      continue
    }
    if (row.nip !== null && known.elsewhere.nips.has(row.nip)) {
      add({ kind: 'nip-elsewhere', nip: row.nip })
      continue
    }
    if (row.email !== null && known.elsewhere.emails.has(row.email)) {
      add({ kind: 'email-elsewhere', email: row.email })
      continue
    }
    const withNip = row.nip === null ? undefined : byNip.get(row.nip)
    const withEmail = row.email === null ? undefined : byEmail.get(row.email)
    const alike = row.nip === null && row.email === null ? byName.get(fold(row.name)) : undefined
    const person = withNip ?? withEmail ?? (alike?.length === 1 ? alike[0] : undefined)
    const facts: Facts = {
      name: row.name,
      nip: row.nip ?? person?.nip ?? null,
      position: row.position ?? person?.position ?? '',
      rank: row.rank ?? person?.rank ?? '',
      email: row.email ?? person?.email ?? null,
      unitId: unit?.id ?? person?.unitId ?? known.homeUnitId,
    }
    if (!person) {
      added.push({ row: row.row, facts })
      continue
    }
    const first = seen.get(person.id)
    if (first !== undefined) {
      add({ kind: 'same-person', first })
      continue
    }
    seen.set(person.id, row.row)
    const changes = changesOf(person, facts, known.units)
    if (person.beyond && changes.some(change => change.field === 'email')) add({ kind: 'email-protected' })
    else if (changes.length > 0) changed.push({ row: row.row, id: person.id, facts, changes })
    else unchanged++
  }
  // An address may pass from one person to another only where the file gives the other one a new address.
  const given = new Map(changed.map(({ id, facts }) => [id, facts.email]))
  for (const { row, id, facts } of changed) {
    const holder = facts.email === null ? undefined : byEmail.get(facts.email)
    if (!holder || holder.id === id || (given.get(holder.id) ?? facts.email) !== facts.email) continue
    faults.push({ row, name: facts.name, fault: { kind: 'two-people', other: holder.name } })
  }
  const missing = known.people.filter(person => person.active && !seen.has(person.id))
  return { added, changed, unchanged, missing, faults }
}

function findUnit(text: string | null, units: readonly KnownUnit[]): KnownUnit | null | 'none' | 'several' {
  if (text === null) return null
  const wanted = fold(text)
  const named = units.filter(unit => fold(unit.name) === wanted)
  const found = named.length > 0 ? named : units.filter(unit => fold(unit.shortName) === wanted)
  return found.length > 1 ? 'several' : (found[0] ?? 'none')
}

const fields = ['name', 'nip', 'position', 'rank', 'email', 'unitId'] as const

function changesOf(person: KnownPerson, facts: Facts, units: readonly KnownUnit[]): Change[] {
  const shown = (field: Field, value: string | null) =>
    field === 'unitId' ? (units.find(unit => unit.id === value)?.name ?? '') : (value ?? '')
  return fields
    .filter(field => person[field] !== facts[field])
    .map(field => ({ field, from: shown(field, person[field]), to: shown(field, facts[field]) }))
}
