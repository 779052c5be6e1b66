import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { freeSlug } from './free-slug.ts'
import { createPasswordToken, storePassword } from './set-password.ts'

export type AdminInput = {
  readonly email: string
  readonly name: string
  readonly agency: string | null
  /** A hashed password, or null where a link shall set it. */
  readonly hashed: string | null
}

export type AdminProblem = { readonly kind: 'email-taken' } | { readonly kind: 'agency-missing' }

export type CreatedAdmin = { readonly agency: string; readonly token: string | null }

/**
 * Creates an agency administrator on the root unit, and that unit where the database has none yet. Only
 * the command line calls it: whoever can, holds the machine.
 */
export const createAdmin = (deps: Deps, input: AdminInput): Promise<Result<CreatedAdmin, AdminProblem>> =>
  write<CreatedAdmin, AdminProblem>(deps, async (tx, record) => {
    const email = input.email.toLowerCase()
    const account = await tx
      .selectFrom('auth_user')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst()
    const person = await tx.selectFrom('employee').select('id').where('email', '=', email).executeTakeFirst()
    if (account || person) return err({ kind: 'email-taken' })
    let root = await tx
      .selectFrom('unit')
      .select(['id', 'name'])
      .where('parent_id', 'is', null)
      .where('closed_at', 'is', null)
      .$if(input.agency !== null, query => query.where('name', '=', input.agency ?? ''))
      .orderBy('created_at')
      .executeTakeFirst()
    if (!root) {
      if (input.agency === null) return err({ kind: 'agency-missing' })
      root = { id: deps.newId(), name: input.agency }
      const slug = await freeSlug(tx, input.agency)
      await tx
        .insertInto('unit')
        .values({ ...root, parent_id: null, slug, short_name: input.agency, created_at: deps.now })
        .execute()
      record({
        action: 'unit-created',
        subjectType: 'unit',
        subjectId: root.id,
        unitId: root.id,
        detail: { slug },
      })
    }
    const userId = deps.newId()
    const employeeId = deps.newId()
    await tx
      .insertInto('auth_user')
      .values({ id: userId, name: input.name, email, email_verified: true, image: null })
      .execute()
    await tx
      .insertInto('employee')
      .values({
        id: employeeId,
        unit_id: root.id,
        user_id: userId,
        nip: null,
        name: input.name,
        email,
        created_at: deps.now,
        updated_at: deps.now,
      })
      .execute()
    await tx
      .insertInto('role_grant')
      .values({
        id: deps.newId(),
        employee_id: employeeId,
        unit_id: root.id,
        role: 'agency-admin',
        valid_from: deps.today,
        valid_to: null,
        granted_by: null,
        created_at: deps.now,
      })
      .execute()
    if (input.hashed !== null) await storePassword(tx, deps, userId, input.hashed)
    const token = input.hashed === null ? await createPasswordToken(tx, deps, userId, 24) : null
    record({
      action: 'admin-created',
      subjectType: 'employee',
      subjectId: employeeId,
      unitId: root.id,
      detail: { role: 'agency-admin' },
    })
    return ok({ agency: root.name, token })
  })
