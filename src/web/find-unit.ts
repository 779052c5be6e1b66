import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Unit } from '../features/context.ts'

type Row = {
  id: string
  slug: string
  name: string
  short_name: string
  zone: string
  path: string[]
  closed: boolean
}

/** A unit by its slug or its id, with the ids of the units above it, root first; null where there is none. */
export async function findUnit(db: Db, by: { slug: string } | { id: string }): Promise<Unit | null> {
  const start = 'slug' in by ? sql`slug = ${by.slug}` : sql`id = ${by.id}`
  const { rows } = await sql<Row>`
    with recursive up as (
      select id, parent_id, 0 as depth from unit where ${start}
      union all
      select unit.id, unit.parent_id, up.depth + 1 from unit join up on unit.id = up.parent_id where up.depth < 20
    )
    select u.id, u.slug, u.name, u.short_name, u.zone, u.closed_at is not null as closed,
      (select array_agg(id::text order by depth desc) from up) as path
    from unit u where u.id = (select id from up where depth = 0)`.execute(db)
  const row = rows[0]
  return row
    ? {
        id: row.id,
        slug: row.slug,
        name: row.name,
        shortName: row.short_name,
        zone: row.zone,
        path: row.path,
        closed: row.closed,
      }
    : null
}
