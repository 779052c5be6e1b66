import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import type { Unit } from '../context.ts'
import { type WorkPlanInput, workPlanDocument } from '../documents/index.ts'
import { findPlanRows } from './plan-rows.ts'
import {
  findDocumentUnit,
  findFigures,
  findPlan,
  findSignature,
  listChapters,
  type StoredChapter,
} from './queries.ts'
import { figureValues } from './stored-figures.ts'

export type WorkPlan = Omit<WorkPlanInput, 'chapters'> & { readonly chapters: readonly StoredChapter[] }

/** Everything the work plan of a year is made of; null without a plan. The document is in Indonesian. */
export async function findWorkPlan(
  db: Db,
  unit: Unit,
  year: number,
  today: LocalDate,
): Promise<WorkPlan | null> {
  const plan = await findPlan(db, unit.id, year)
  if (!plan) return null
  const [documentUnit, chapters, rows, figures] = await Promise.all([
    findDocumentUnit(db, unit),
    listChapters(db, plan.id),
    findPlanRows(db, plan.id),
    findFigures(db, unit.id, year),
  ])
  // A signature stands only under figures that were there when it was given.
  const later = figures.changedAt && plan.approved_at && figures.changedAt > plan.approved_at
  const approval = later ? null : await findSignature(db, plan, unit, documentUnit.place)
  return {
    unit: documentUnit,
    year,
    date: approval?.date ?? today,
    locale: 'id',
    chapters,
    plan: rows,
    figures: figureValues(figures.stored),
    approval,
  }
}

type Block = ReturnType<typeof workPlanDocument>['blocks'][number]

export type MergedChapter = {
  readonly title: string
  readonly blocks: readonly Block[]
  /** Labels of the figures without a value, in Indonesian. */
  readonly missing: readonly string[]
}

/** One chapter as it will be printed. */
export function mergedChapter(
  workPlan: WorkPlan,
  chapter: Pick<StoredChapter, 'key' | 'number' | 'title' | 'text'>,
): MergedChapter {
  const { front, blocks, missing } = workPlanDocument({ ...workPlan, chapters: [chapter] })
  const [heading, ...body] = [...front, ...blocks].filter(
    ({ kind }) => kind !== 'missing' && kind !== 'page-break' && kind !== 'landscape',
  )
  return { title: heading?.kind === 'heading' ? heading.text : chapter.title, blocks: body, missing }
}
