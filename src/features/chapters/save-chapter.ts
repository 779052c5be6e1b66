import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { insertDefaultChapters } from './prepare-chapters.ts'

export type ChapterInput = {
  readonly unitId: string
  readonly year: number
  readonly key: string
  readonly title: string
  readonly body: string
  readonly reason: string
  /** The revision of the chapter that the form was filled in against. */
  readonly revision: number
}

export type ChapterProblem = { readonly kind: 'no-plan' | 'no-chapter' | 'stale' | 'unchanged' }

/**
 * Stores a chapter's text. The text belongs to what the head approves, so an approved plan becomes a
 * draft again; what was approved stays in plan_version.
 */
export const saveChapter = (
  deps: Deps,
  input: ChapterInput,
): Promise<Result<{ revision: number }, ChapterProblem>> =>
  write(deps, async (tx, record): Promise<Result<{ revision: number }, ChapterProblem>> => {
    const plan = await tx
      .selectFrom('plan')
      .select(['id', 'revision'])
      .where('unit_id', '=', input.unitId)
      .where('year', '=', input.year)
      .forUpdate()
      .executeTakeFirst()
    if (!plan) return err({ kind: 'no-plan' })
    await insertDefaultChapters(tx, deps, plan.id)
    const before = await tx
      .selectFrom('chapter')
      .select(['id', 'title', 'body', 'revision'])
      .where('plan_id', '=', plan.id)
      .where('key', '=', input.key)
      .forUpdate()
      .executeTakeFirst()
    if (!before) return err({ kind: 'no-chapter' })
    const { title, body } = input
    if (before.title === title && before.body === body) return err({ kind: 'unchanged' })
    if (before.revision !== input.revision) return err({ kind: 'stale' })

    const revision = before.revision + 1
    const actorId = deps.actor?.userId ?? null
    await tx
      .updateTable('chapter')
      .set({ title, body, revision, updated_by: actorId, updated_at: deps.now })
      .where('id', '=', before.id)
      .where('revision', '=', before.revision)
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('plan')
      .set({ status: 'draft', revision: plan.revision + 1, updated_at: deps.now })
      .where('id', '=', plan.id)
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('plan_change')
      .values({
        id: deps.newId(),
        plan_id: plan.id,
        at: deps.now,
        actor_id: actorId,
        kind: 'chapter-changed',
        subject: input.key,
        before: JSON.stringify({ title: before.title, body: before.body }),
        after: JSON.stringify({ title, body }),
        reason: input.reason,
      })
      .execute()
    record({
      action: 'chapter-saved',
      subjectType: 'chapter',
      subjectId: before.id,
      unitId: input.unitId,
      detail: { year: input.year, key: input.key, revision },
    })
    return ok({ revision })
  })
