import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { areaCodes, roles } from '../core/access/role.ts'
import type { LocalDate } from '../core/shared/local-date.ts'
import type { Db } from '../db/database.ts'

const Example = z.object({
  agency: z.object({
    slug: z.string(),
    name: z.string(),
    shortName: z.string(),
    region: z.string(),
    kind: z.string(),
    zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
    address: z.string(),
    siteUrl: z.string(),
  }),
  units: z.array(z.object({ slug: z.string(), parent: z.string(), name: z.string(), shortName: z.string() })),
  employees: z.array(
    z.object({
      name: z.string(),
      nip: z.string(),
      email: z.string(),
      position: z.string(),
      unit: z.string(),
      roles: z.array(z.object({ role: z.enum(roles), unit: z.string(), areas: z.array(z.enum(areaCodes)) })),
      password: z.string().optional(),
    }),
  ),
  plan: z.object({ file: z.string(), year: z.number() }),
  /** Who the plan's own words for an owner stand for. */
  owners: z.record(z.string(), z.string()),
  settle: z.object({ doneBefore: z.string().transform(text => text as LocalDate), everyNth: z.number() }),
})

export type Example = z.infer<typeof Example>

const folder = new URL('../../examples/', import.meta.url)

/** The small agency in examples/, with the bytes of its plan. */
export function readExample(): { example: Example; plan: { name: string; bytes: Uint8Array } } {
  const example = Example.parse(JSON.parse(readFileSync(new URL('agency.json', folder), 'utf8')))
  const { file } = example.plan
  return { example, plan: { name: file, bytes: readFileSync(new URL(file, folder)) } }
}

/** Whether the database holds the example already, as it was or as somebody changed it. */
export async function holdsExample(db: Db, example: Example): Promise<boolean> {
  const found = await db
    .selectFrom('plan')
    .innerJoin('unit', 'unit.id', 'plan.unit_id')
    .where('unit.slug', '=', example.agency.slug)
    .select('plan.id')
    .executeTakeFirst()
  return found !== undefined
}
