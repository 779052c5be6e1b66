import { addFullPlan, fullPlanIndicators } from './full-plan.ts'
import type { Measurement } from './measurement.ts'
import { benchPage } from './page-against-bare.ts'

/** The plan page of a plan as large as the one from which the product was ordered. */
export const benchPlanPage = (server: string | undefined): Promise<Measurement[]> =>
  benchPage(server, {
    name: 'plan page',
    prepare: async demo => `/u/${demo.example.agency.slug}/rencana/${await addFullPlan(demo)}`,
    facts: [{ name: 'plan page: indicators', value: fullPlanIndicators, unit: '' }],
    p99: 50,
    kept: true,
  })
