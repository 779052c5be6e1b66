import { isDeepStrictEqual } from 'node:util'
import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { drawnFrom } from './drawn-from.ts'
import { heldBeyond } from './held-beyond.ts'
import { dropPasswordLinks } from './set-password.ts'

export type EmployeeInput = {
  readonly name: string
  /** 18 digits, or empty. */
  readonly nip: string
  readonly email: string
  readonly position: string
  readonly rank: string
  readonly unitId: string
  readonly active: boolean
  readonly within: readonly string[]
  /** What the form was drawn from, as `employeeState` says it; without it, or empty, nothing is compared. */
  readonly drawn?: string
}

export type EmployeeProblem =
  | { readonly kind: 'not-found' | 'name-missing' | 'nip-form' | 'nip-taken' }
  | { readonly kind: 'email-form' | 'email-taken' | 'unit-unknown' | 'own-lock' }
  /** The person holds a role beyond these units: another address would let this admin sign in as them. */
  | { readonly kind: 'email-protected' }
  /** The same person: nobody below locks out who works above. */
  | { readonly kind: 'lock-protected' }
  /** Somebody else changed this person since the form was drawn. */
  | { readonly kind: 'stale' }

type EmployeeFacts = Readonly<
  Record<'nip' | 'email', string | null> & Record<'name' | 'position' | 'rank' | 'unit_id', string>
> & { readonly active: boolean }

export const employeeState = (row: EmployeeFacts): string =>
  drawnFrom([row.name, row.nip, row.email, row.position, row.rank, row.unit_id, row.active])

/** Adds an employee, or changes one where `id` is given. Locking a person ends their sessions. */
export const saveEmployee = (
  deps: Deps,
  input: EmployeeInput & { readonly id: string | null },
): Promise<Result<{ id: string }, EmployeeProblem>> =>
  write<{ id: string }, EmployeeProblem>(deps, async (tx, record) => {
    const nip = input.nip.replace(/\s/g, '') || null
    const email = input.email.toLowerCase() || null
    if (input.name === '') return err({ kind: 'name-missing' })
    if (nip !== null && !/^[0-9]{18}$/.test(nip)) return err({ kind: 'nip-form' })
    if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return err({ kind: 'email-form' })
    if (!input.within.includes(input.unitId)) return err({ kind: 'unit-unknown' })
    if (!input.active && input.id !== null && deps.actor?.employeeId === input.id)
      return err({ kind: 'own-lock' })
    const id = input.id ?? deps.newId()
    const others = tx.selectFrom('employee').select('id').where('id', '!=', id)
    if (nip !== null && (await others.where('nip', '=', nip).executeTakeFirst()))
      return err({ kind: 'nip-taken' })
    if (email !== null && (await others.where('email', '=', email).executeTakeFirst()))
      return err({ kind: 'email-taken' })
    const said = {
      name: input.name,
      nip,
      email,
      position: input.position,
      rank: input.rank,
      unit_id: input.unitId,
    }
    const facts = { ...said, active: input.active, updated_at: deps.now }
    let onlyLocks = false
    if (input.id === null) {
      await tx
        .insertInto('employee')
        .values({ id, user_id: null, created_at: deps.now, ...facts })
        .execute()
    } else {
      const old = await tx
        .selectFrom('employee')
        .select(['name', 'nip', 'email', 'position', 'rank', 'unit_id', 'active', 'user_id'])
        .where('id', '=', id)
        .where('unit_id', 'in', input.within)
        .forUpdate()
        .executeTakeFirst()
      if (!old) return err({ kind: 'not-found' })
      const wanted = employeeState({ ...said, active: input.active })
      if (input.drawn && ![input.drawn, wanted].includes(employeeState(old))) return err({ kind: 'stale' })
      if ((await heldBeyond(tx, input.within, deps.today)).has(id)) {
        if (old.email !== email) return err({ kind: 'email-protected' })
        if (old.active !== input.active) return err({ kind: 'lock-protected' })
      }
      const { active: wasActive, user_id: userId, ...known } = old
      onlyLocks = wasActive && !input.active && isDeepStrictEqual(said, known)
      await tx.updateTable('employee').set(facts).where('id', '=', id).execute()
      if (userId !== null) {
        const taken =
          email === null
            ? undefined
            : await tx
                .selectFrom('auth_user')
                .select('id')
                .where('email', '=', email)
                .where('id', '!=', userId)
                .executeTakeFirst()
        if (taken) return err({ kind: 'email-taken' })
        await tx
          .updateTable('auth_user')
          .set({ name: input.name, updated_at: deps.now, ...(email === null ? {} : { email }) })
          .where('id', '=', userId)
          .execute()
        if (!input.active || old.email !== email) await dropPasswordLinks(tx, [userId])
        if (!input.active) await tx.deleteFrom('auth_session').where('user_id', '=', userId).execute()
      }
    }
    record({
      action: input.id === null ? 'employee-created' : 'employee-changed',
      subjectType: 'employee',
      subjectId: id,
      unitId: input.unitId,
      whileClosed: onlyLocks,
      detail: { active: input.active },
    })
    return ok({ id })
  })
