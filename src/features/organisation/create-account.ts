import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { heldBeyond } from './held-beyond.ts'
import { createPasswordToken, dropPasswordLinks } from './set-password.ts'

export type AccountProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'email-missing' }
  | { readonly kind: 'email-taken' }
  /** The person holds a role beyond these units: a link would let this admin sign in as them. */
  | { readonly kind: 'link-protected' }

const inviteHours = 7 * 24

/** Gives an employee an account, or a new link for the one they have; the link sets the password. */
export const createAccount = (
  deps: Deps,
  input: { readonly employeeId: string; readonly unitIds: readonly string[] },
): Promise<Result<{ token: string; email: string; name: string }, AccountProblem>> =>
  // Without an idempotency key: the outcome holds a secret, which must not be stored.
  write<{ token: string; email: string; name: string }, AccountProblem>(
    { ...deps, requestKey: undefined },
    async (tx, record) => {
      const employee = await tx
        .selectFrom('employee')
        .select(['id', 'name', 'email', 'user_id', 'unit_id'])
        .where('id', '=', input.employeeId)
        .where('unit_id', 'in', input.unitIds)
        .where('active', '=', true)
        .executeTakeFirst()
      if (!employee) return err({ kind: 'not-found' })
      if ((await heldBeyond(tx, input.unitIds, deps.today)).has(employee.id))
        return err({ kind: 'link-protected' })
      const { name, email } = employee
      if (email === null) return err({ kind: 'email-missing' })
      const userId = employee.user_id ?? deps.newId()
      if (employee.user_id === null) {
        const made = await tx
          .insertInto('auth_user')
          .values({ id: userId, name, email, email_verified: true, image: null })
          .onConflict(conflict => conflict.doNothing())
          .returning('id')
          .executeTakeFirst()
        if (!made) return err({ kind: 'email-taken' })
        await tx.updateTable('employee').set({ user_id: userId }).where('id', '=', employee.id).execute()
      }
      // What was lost or sent to the wrong place opens nothing once there is a new one.
      await dropPasswordLinks(tx, [userId])
      const token = await createPasswordToken(tx, deps, userId, inviteHours)
      record({
        action: employee.user_id === null ? 'account-created' : 'password-link-made',
        subjectType: 'account',
        subjectId: userId,
        unitId: employee.unit_id,
        detail: { employeeId: employee.id },
      })
      return ok({ token, email, name })
    },
  )
