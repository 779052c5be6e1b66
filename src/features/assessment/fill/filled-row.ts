/** One row of the sheet as a person filled it in, and the version that they saw before they did. */
export type FilledRow = {
  readonly code: string
  /** Null where the question is not answered. */
  readonly value: unknown
  readonly explanation: string
  /** 0 where there was no answer yet. */
  readonly seen: number
}

type Content = { readonly value: unknown; readonly explanation: string }
/** What a row holds that nobody has answered. */
export const nothing: Content = { value: null, explanation: '' }

/** JSON with sorted keys, since the database orders the counts of a ratio its own way. */
const shape = ({ value, explanation }: Content): string => {
  const entries =
    value !== null && typeof value === 'object'
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : value
  return JSON.stringify([entries, explanation])
}
export const isSame = (a: Content, b: Content): boolean => shape(a) === shape(b)
