import type { Place } from './place.ts'

export type FileKind = 'xlsx' | 'docx' | 'pdf' | 'csv'

/** What a file can turn out to be when its bytes are looked at. */
export type SniffedKind =
  | FileKind
  | 'xls-or-doc'
  | 'office-encrypted'
  | 'zip'
  | 'opendocument'
  | 'presentation'
  | 'rtf'
  | 'html'
  | 'image'
  | 'text'
  | 'binary'

/** A candidate by the number that `table` asks for it with. */
export interface NumberedTable {
  readonly number: number
  readonly place: Place
}

/** Why a file could not be read as a work plan. */
export type ReadProblem =
  | { readonly kind: 'not-found'; readonly file: string }
  | { readonly kind: 'empty-file'; readonly file: string }
  | { readonly kind: 'file-too-large'; readonly file: string; readonly bytes: number; readonly limit: number }
  | {
      readonly kind: 'wrong-name'
      readonly file: string
      readonly named: string
      readonly found: SniffedKind
    }
  | { readonly kind: 'unsupported'; readonly file: string; readonly found: SniffedKind }
  | { readonly kind: 'encrypted'; readonly file: string }
  | { readonly kind: 'damaged'; readonly file: string; readonly part: string | null }
  | {
      readonly kind: 'inflates-too-far'
      readonly file: string
      readonly part: string
      readonly limit: number
    }
  | { readonly kind: 'too-many-parts'; readonly file: string; readonly limit: number }
  | {
      readonly kind: 'too-many-rows'
      readonly file: string
      readonly place: Place | null
      readonly limit: number
    }
  | { readonly kind: 'forbidden-xml'; readonly file: string; readonly part: string }
  | { readonly kind: 'no-text-layer'; readonly file: string; readonly pages: number }
  | { readonly kind: 'overprinted'; readonly file: string; readonly place: Place }
  | {
      readonly kind: 'columns-apart'
      readonly file: string
      readonly place: Place
      readonly heading: string
    }
  | { readonly kind: 'no-table'; readonly file: string; readonly places: readonly Place[] }
  | { readonly kind: 'no-rows'; readonly file: string; readonly place: Place }
  | { readonly kind: 'several-tables'; readonly file: string; readonly tables: readonly NumberedTable[] }
  | { readonly kind: 'no-such-table'; readonly file: string; readonly asked: number; readonly count: number }
  | { readonly kind: 'formula-without-value'; readonly file: string; readonly place: Place }
  | { readonly kind: 'open-quote'; readonly file: string; readonly place: Place }
  | { readonly kind: 'too-heavy'; readonly file: string }
  | { readonly kind: 'took-too-long'; readonly file: string; readonly seconds: number }

/** How a problem that lies deep in a reader gets out; `readPlan` turns it into its `Result`. */
export class Refusal extends Error {
  readonly problem: ReadProblem
  constructor(problem: ReadProblem) {
    super(problem.kind)
    this.problem = problem
  }
}
