/** The workbook that the ministry uses: the door to this folder, for the command line and the feature's pages. */
export { beyondCell } from './beyond-cell.ts'
export type { Diagnostic } from './diagnostics.ts'
export type { TemplateProblem } from './fill-template.ts'
export {
  describeAnswersProblem,
  describeDiagnostic,
  describeTemplateProblem,
  placeText,
} from './messages.ts'
export { type AnswersProblem, readAnswers, type WorkbookAnswers } from './read-answers.ts'
export { differing } from './read-assessors.ts'
export type { RowNotes } from './row-notes.ts'
export { wordingFrom } from './wording.ts'
export type { Wording } from './words.ts'
export { type ToWrite, writeIntoTemplate, writeWorkbook } from './write-workbook.ts'
