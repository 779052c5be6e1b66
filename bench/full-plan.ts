import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { OpenDemo } from '../scripts/open-demo.ts'
import type { LocalDate } from '../src/core/shared/local-date.ts'
import { readExample } from '../src/demo/example.ts'
import { importDocument } from '../src/features/plan/index.ts'
import { type PlanDocument, readPlan } from '../src/features/plan/read/index.ts'

/** As many indicators as the work plan that the product was ordered from. */
export const fullPlanIndicators = 68

/**
 * Beside the example's plan, one of the year after it with 68 indicators: the example's own, and its first
 * ones once more. Its actions belong to people, and a third of its obligations are done. Resolves with the year.
 */
export async function addFullPlan({ server, example }: OpenDemo): Promise<number> {
  const { db } = server.database
  const year = example.plan.year + 1
  const read = await readPlan(readExample().plan, { year })
  if (!read.ok) throw new Error('the example plan cannot be read')
  const unit = await db
    .selectFrom('unit')
    .where('slug', '=', example.agency.slug)
    .select('id')
    .executeTakeFirstOrThrow()
  const imported = await importDocument(
    { db, now: new Date(), today: `${year}-01-02` as LocalDate, newId: randomUUID, actor: null },
    { unit, year, document: padded(read.value), fileName: 'bench.xlsx', sha256: '0'.repeat(64) },
  )
  if (!imported.ok) throw new Error(`the plan was refused: ${imported.problem.kind}`)
  const { planId } = imported.value
  await sql`
    update action set person_id = (select id from employee order by md5(employee.id::text || action.id::text) limit 1)
    where plan_id = ${planId}`.execute(db)
  await sql`
    update obligation set state = 'done', done_on = due, settled_at = now()
    where plan_id = ${planId} and due < ${`${year}-05-01`}`.execute(db)
  await sql`analyze`.execute(db)
  return year
}

function padded(document: PlanDocument): PlanDocument {
  let missing = fullPlanIndicators - document.counts.indicators
  const areas = document.areas.map(area => ({
    ...area,
    subComponents: area.subComponents.map(sub => {
      const again = sub.indicators.slice(0, Math.max(0, missing))
      missing -= again.length
      return {
        ...sub,
        indicators: [...sub.indicators, ...again.map(one => ({ ...one, text: `${one.text} (lanjutan)` }))],
      }
    }),
  }))
  return { ...document, areas }
}
