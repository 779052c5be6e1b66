import { type Role, roles } from './role.ts'

/**
 * Who may do what. One table, deny by default: a role that is not named may not.
 * `public` needs no account; `self` needs one and touches only the person's own things.
 */
const readers = ['head', 'team-leader', 'area-coordinator', 'staff', 'officer', 'auditor'] as const
const planners = ['team-leader'] as const

export const permissions = {
  public: 'everyone',
  self: 'signed-in',
  'plan.read': readers,
  'plan.import': planners,
  'plan.edit': planners,
  'plan.assign': ['team-leader', 'area-coordinator'],
  'plan.submit': planners,
  'plan.approve': ['head'],
  'plan.publish': ['head', 'team-leader'],
  'obligation.read': readers,
  'obligation.complete': ['team-leader', 'area-coordinator', 'staff', 'officer'],
  'obligation.waive': ['head', 'team-leader'],
  'evidence.read': [...readers, 'assessor', 'assessor-lead'],
  'evidence.read-restricted': [
    'head',
    'team-leader',
    'area-coordinator',
    'assessor',
    'assessor-lead',
    'auditor',
  ],
  'evidence.add': ['team-leader', 'area-coordinator', 'staff', 'officer'],
  'evidence.edit': ['team-leader', 'area-coordinator', 'staff', 'officer'],
  'evidence.review': ['head', 'team-leader', 'area-coordinator'],
  'evidence.import': ['team-leader', 'area-coordinator'],
  'evidence.share': ['head', 'team-leader'],
  'document.read': readers,
  'document.edit': planners,
  'assessment.read': readers,
  'assessment.start': planners,
  'assessment.edit': ['team-leader', 'area-coordinator'],
  'assessment.return': ['head', 'team-leader'],
  'assessment.submit': planners,
  'assessment.reopen': ['head'],
  'assessment.close': ['head'],
  'feed.manage': ['team-leader', 'head'],
  'people.read': ['head', 'team-leader', 'agency-admin', 'auditor'],
  'people.manage': ['agency-admin'],
  'units.manage': ['agency-admin'],
  'roles.manage': ['agency-admin'],
  'audit.read': ['head', 'agency-admin', 'auditor'],
} as const satisfies Record<string, 'everyone' | 'signed-in' | readonly Role[]>

export type Permission = keyof typeof permissions

/** The roles that carry a permission; empty for `public` and `self`, which need none. */
export function rolesWith(permission: Permission): readonly Role[] {
  const rule: 'everyone' | 'signed-in' | readonly Role[] = permissions[permission]
  return typeof rule === 'string' ? [] : roles.filter(role => rule.includes(role))
}
