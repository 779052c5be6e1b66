/**
 * A filled sheet: an answer by question code. An option is its key (`"Ya"`, `"B"`), a ratio its counts by
 * name, an index a number or a decimal text. A question that is missing, null or empty is not yet answered.
 */
export type Answers = Readonly<Record<string, unknown>>

/** What the agency itself decides where no source does. */
export interface ScoreSettings {
  /** By question: what 0/0 is worth, for ratios whose instrument leaves it open. */
  readonly zeroDenominator?: Readonly<Record<string, '0' | '1'>>
}

/** An answer that cannot be scored, by its code. */
export type BadAnswer = { readonly code: string } & (
  | { readonly kind: 'unknown-code' }
  | { readonly kind: 'unknown-option'; readonly given: string; readonly allowed: readonly string[] }
  | { readonly kind: 'not-counts'; readonly operands: readonly string[] }
  | { readonly kind: 'operand-missing'; readonly operand: string }
  | { readonly kind: 'operand-unknown'; readonly operand: string; readonly allowed: readonly string[] }
  | { readonly kind: 'operand-not-a-number'; readonly operand: string; readonly given: string }
  | { readonly kind: 'operand-negative'; readonly operand: string; readonly given: string }
  | { readonly kind: 'operand-not-whole'; readonly operand: string; readonly given: string }
  | {
      readonly kind: 'operand-too-large'
      readonly operand: string
      readonly given: string
      readonly most: string
    }
  | { readonly kind: 'index-not-a-number'; readonly given: string }
  | { readonly kind: 'index-too-fine'; readonly given: string; readonly decimals: number }
  | {
      readonly kind: 'index-out-of-range'
      readonly given: string
      readonly min: string
      readonly max: string
    }
  | { readonly kind: 'setting-not-open' }
)

export const isBlank = (answer: unknown): boolean => answer === undefined || answer === null || answer === ''

/** What was given, short enough for a message. */
export function shown(given: unknown): string {
  const raw = typeof given === 'string' ? given : typeof given === 'object' ? '{…}' : String(given)
  // Nothing out of a file moves the cursor of whoever reads this.
  const text = raw.slice(0, 200).replace(/\p{Cc}+/gu, ' ')
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
