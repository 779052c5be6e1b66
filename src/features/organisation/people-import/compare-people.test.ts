import { describe, expect, test } from 'vitest'
import { comparePeople, type Known, type KnownPerson } from './compare-people.ts'
import type { PersonRow } from './read-people.ts'

const person = (more: Partial<KnownPerson>): KnownPerson => ({
  id: 'p1',
  name: 'Ani Lestari',
  nip: '198001012005012001',
  position: 'Analis',
  rank: 'Penata, III/c',
  email: 'ani@contoh.go.id',
  unitId: 'u1',
  active: true,
  beyond: false,
  ...more,
})
const row = (more: Partial<PersonRow>): PersonRow => ({
  row: 2,
  name: 'Ani Lestari',
  nip: '198001012005012001',
  position: null,
  rank: null,
  email: null,
  unit: null,
  ...more,
})
const known = (people: KnownPerson[], more: Partial<Known> = {}): Known => ({
  people,
  units: [
    { id: 'u1', name: 'Bidang Perizinan', shortName: 'Perizinan' },
    { id: 'u2', name: 'Sekretariat', shortName: 'Set' },
    { id: 'u3', name: 'Seksi Loket', shortName: 'Set' },
  ],
  elsewhere: { nips: new Set(), emails: new Set() },
  homeUnitId: 'u1',
  ...more,
})

describe('a list of employees beside those who are known', () => {
  test('an empty cell changes nothing; another value is shown old and new', () => {
    expect(comparePeople([row({})], known([person({})]))).toMatchObject({
      unchanged: 1,
      missing: [],
      changed: [],
    })
    const { changed } = comparePeople(
      [row({ position: 'Kepala Seksi', unit: 'sekretariat' })],
      known([person({})]),
    )
    expect(changed[0]?.changes).toEqual([
      { field: 'position', from: 'Analis', to: 'Kepala Seksi' },
      { field: 'unitId', from: 'Bidang Perizinan', to: 'Sekretariat' },
    ])
  })

  test('a person is known by the address where the row has no NIP, and by a name that only one has', () => {
    const people = [person({}), person({ id: 'p2', name: 'Budi', nip: null, email: null })]
    const { changed, added, missing } = comparePeople(
      [
        row({ nip: null, email: 'ani@contoh.go.id', name: 'Ani L.' }),
        row({ row: 3, name: 'budi', nip: null, rank: 'II/a' }),
      ],
      known(people),
    )
    expect(changed.map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect([added, missing]).toEqual([[], []])
    const twins = [...people, person({ id: 'p3', name: 'Budi', nip: null, email: null })]
    expect(comparePeople([row({ name: 'Budi', nip: null })], known(twins)).added).toHaveLength(1)
  })

  test('whom the file does not name is missing, unless they are locked already', () => {
    const people = [person({}), person({ id: 'p2', nip: null, email: null, active: false })]
    const { missing, added } = comparePeople(
      [row({ nip: '199001012015011009', name: 'Baru' })],
      known(people),
    )
    expect(missing.map(({ id }) => id)).toEqual(['p1'])
    expect(added[0]?.facts).toMatchObject({ name: 'Baru', unitId: 'u1', position: '' })
  })

  test('a unit that is unknown or has its name in common, and a NIP or address from elsewhere, is a fault', () => {
    const from = (more: Partial<PersonRow>) =>
      comparePeople(
        [row(more)],
        known([person({})], {
          elsewhere: { nips: new Set(['199001012015011009']), emails: new Set(['x@contoh.go.id']) },
        }),
      ).faults[0]?.fault.kind
    expect(from({ unit: 'Bidang Lain' })).toBe('unit-unknown')
    expect(from({ unit: 'set' })).toBe('unit-ambiguous')
    expect(from({ nip: '199001012015011009' })).toBe('nip-elsewhere')
    expect(from({ email: 'x@contoh.go.id' })).toBe('email-elsewhere')
  })

  test('two rows for one person, and a NIP and an address of two people, are faults', () => {
    const people = [person({}), person({ id: 'p2', name: 'Budi', nip: null, email: 'budi@contoh.go.id' })]
    const { faults } = comparePeople(
      [row({}), row({ row: 3, nip: null, email: 'ani@contoh.go.id' })],
      known(people),
    )
    expect(faults).toMatchObject([{ row: 3, fault: { kind: 'same-person', first: 2 } }])
    expect(comparePeople([row({ email: 'budi@contoh.go.id' })], known(people)).faults).toMatchObject([
      { fault: { kind: 'two-people', other: 'Budi' } },
    ])
  })

  test('the address of someone with a role beyond the importer’s units stays', () => {
    const { faults } = comparePeople([row({ email: 'lain@contoh.go.id' })], known([person({ beyond: true })]))
    expect(faults).toMatchObject([{ fault: { kind: 'email-protected' } }])
  })
})
