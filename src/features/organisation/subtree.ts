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
}

/** A unit and every open unit below it, each after the one above it. */
export async function subtree(db: Db | Tx, unitId: string): Promise<readonly TreeUnit[]> {
  const { rows } = await sql<TreeUnit>`
    with recursive down as (
      select id, parent_id, slug, name, short_name, 0 as depth, array[name] as sort
      from unit where id = ${unitId} and closed_at is null
      union all
      select u.id, u.parent_id, u.slug, u.name, u.short_name, down.depth + 1, down.sort || u.name
      from unit u join down on u.parent_id = down.id where u.closed_at is null and down.depth < 20
    )
    select id, parent_id as "parentId", slug, name, short_name as "shortName", depth from down order by sort`.execute(
    db,
  )
  return rows
}
