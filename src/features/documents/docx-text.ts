import { TextRun } from 'docx'
import type { Run } from './document.ts'
import { printable } from './printable.ts'

/** Runs as Word runs; a missing figure is marked as with a yellow pen. `size` in half points. */
export const textRuns = (runs: readonly Run[], look: { bold?: boolean; size?: number } = {}): TextRun[] =>
  runs.map(
    run =>
      new TextRun({
        text: printable(run.text),
        bold: run.bold ?? look.bold ?? false,
        italics: run.italic ?? false,
        ...(look.size ? { size: look.size } : {}),
        ...(run.underline ? { underline: {} } : {}),
        ...(run.missing ? { highlight: 'yellow' as const } : {}),
      }),
  )
