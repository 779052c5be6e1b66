import type { Context } from 'hono'
import { get, type Request, type Route, unitOf } from '../../context.ts'
import { copySource } from '../copy/copy-source.ts'
import { planOf } from '../plan-of-request.ts'
import { planCsv, planWorkbook } from './export-plan.ts'
import { planSheet } from './plan-sheet.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

const download = (format: keyof typeof types) => async (c: Context, request: Request) => {
  const plan = await planOf(c, request)
  if (!plan) return request.notFound()
  const unit = unitOf(request)
  const rows = planSheet(plan, await copySource(request.db, plan.id, unit.path))
  const bytes =
    format === 'xlsx'
      ? await planWorkbook(`Rencana ${plan.year}`, rows)
      : new TextEncoder().encode(planCsv(rows))
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="rencana-aksi-${unit.slug}-${plan.year}.${format}"`,
  })
}

const path = '/u/:unit/rencana/:year'
export const exportRoutes: Route[] = [
  get(`${path}/unduh.xlsx`, 'plan.read', download('xlsx')),
  get(`${path}/unduh.csv`, 'plan.read', download('csv')),
]
