import type { LocalDate } from '../shared/local-date.ts'

/** Every role a person can hold on a unit and its subtree, for a period. The public has none. */
export const roles = [
  'head',
  'team-leader',
  'area-coordinator',
  'staff',
  'officer',
  'assessor',
  'assessor-lead',
  'agency-admin',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** The six areas of change, in the regulation's order (PermenPANRB 90/2021). */
export const areaCodes = ['MP', 'TT', 'SDM', 'AK', 'PW', 'PP'] as const
export type AreaCode = (typeof areaCodes)[number]

/**
 * A role on a unit and everything below it, from `validFrom` until the day before `validTo`.
 * `path` holds the ids from the agency's root down to the unit. An empty `areas` means all areas.
 */
export type Grant = {
  readonly role: Role
  readonly unitId: string
  readonly areas: readonly AreaCode[]
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
}
