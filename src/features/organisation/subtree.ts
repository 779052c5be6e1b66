import { sql } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'

export type TreeUnit = {
  readonly id: string
  readonly parentId: string | null
  readonly slug: string
  readonly name: string
  readonly shortName: string
  /** 0 for the unit itself. */
  readonly depth: number
  readonly closed: boolean
}

/**
 * A unit, closed or not, and every open unit below it, each after the one above it. With `closed` the
 * closed ones below it too.
 */
export async function subtree(
  db: Db | Tx,
  unitId: string,
  { closed }: { readonly closed: boolean } = { closed: false },
): Promise<readonly TreeUnit[]> {
  const { rows } = await sql<TreeUnit>`
    with recursive down as (
      select id, parent_id, slug, name, short_name, closed_at, 0 as depth, array[name] as sort
      from unit where id = ${unitId}
      union all
      select u.id, u.parent_id, u.slug, u.name, u.short_name, u.closed_at, down.depth + 1, down.sort || u.name
      from unit u join down on u.parent_id = down.id
      where (u.closed_at is null or ${closed}) and down.depth < 20
    )
    select id, parent_id as "parentId", slug, name, short_name as "shortName", depth, closed_at is not null as closed
    from down order by sort`.execute(db)
  return rows
}
