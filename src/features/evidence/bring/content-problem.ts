/** Why a file is not taken in, by its content and its name. */
export type ContentProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-extension' }
  | { readonly kind: 'kind-not-allowed'; readonly extension: string }
  | { readonly kind: 'wrong-extension'; readonly extension: string; readonly found: string }
  | { readonly kind: 'html' }
  | { readonly kind: 'executable' }
  | { readonly kind: 'polyglot' }
  | { readonly kind: 'macros' }
  | { readonly kind: 'old-office' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'image-too-big'; readonly width: number; readonly height: number }
  | { readonly kind: 'not-text' }
