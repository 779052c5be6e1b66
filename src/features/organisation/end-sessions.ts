import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'

/** Ends one of the own sessions, or all but one. */
export const endSessions = (
  deps: Deps,
  which: { readonly only: string } | { readonly allBut: string },
): Promise<Result<{ ended: number }, { kind: 'not-found' }>> =>
  write<{ ended: number }, { kind: 'not-found' }>(deps, async (tx, record) => {
    const userId = deps.actor?.userId ?? ''
    const own = tx.deleteFrom('auth_session').where('user_id', '=', userId)
    const ended = await ('only' in which
      ? own.where('id', '=', which.only)
      : own.where('id', '!=', which.allBut)
    )
      .returning('id')
      .execute()
    if ('only' in which && ended.length === 0) return err({ kind: 'not-found' })
    record({
      action: 'sessions-ended',
      subjectType: 'account',
      subjectId: userId,
      detail: { ended: ended.length },
    })
    return ok({ ended: ended.length })
  })
