/** Why a file could not be read or drawn. The evidence itself is kept all the same. */
export type ContentProblem =
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unpacks-too-far' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | {
      readonly kind: 'picture-too-large'
      readonly width: number
      readonly height: number
      /** In pixels. */
      readonly limit: number
    }
  | { readonly kind: 'too-heavy' }
  | { readonly kind: 'took-too-long'; readonly seconds: number }

/** How a problem that lies deep in a reader gets out. */
export class ContentRefusal extends Error {
  readonly problem: ContentProblem
  constructor(problem: ContentProblem) {
    super(problem.kind)
    this.problem = problem
  }
}
