export { agencyLine } from './agency-line.ts'
export { checkFigures, type FigureWarning } from './check-figures.ts'
export { defaultChapters } from './default-chapters.ts'
export type { OfficialDocument, Picture, Signature } from './document.ts'
export { type BookPiece, evidenceBook } from './evidence-book.ts'
export {
  type FigureDefinition,
  type FigureValues,
  figureCatalogue,
  isComputed,
  resolveFigures,
} from './figures.ts'
export type { MergeField } from './merge-fields.ts'
export type { MonevInput, StateCounts } from './monev-input.ts'
export { monevReport } from './monev-report.ts'
export type { Chapter, DocumentUnit, PlanForDocument } from './plan-input.ts'
export { renderDocx, renderPdf } from './render.ts'
export { type WorkPlanInput, workPlanDocument } from './work-plan-document.ts'
