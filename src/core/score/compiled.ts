import type { Instrument, RoleCode } from '../instrument/instrument.ts'
import type { Fraction } from '../shared/fraction.ts'
import type { Share, Unit } from './amount.ts'

/**
 * An instrument with every weight and option value as a whole number of units, so that scoring is counting.
 * Questions stand in one list; everything that has a score is a part of it, a run of questions or several.
 */
export interface Compiled {
  readonly instrument: Instrument
  readonly points: Unit
  readonly questions: readonly CompiledQuestion[]
  /** The place of a question by its code. */
  readonly places: ReadonlyMap<string, number>
  readonly parts: readonly Part[]
  readonly percentages: readonly Percentage[]
  /** An item for every question and a score for every sub-item, to be copied: filling a copy is faster than building. */
  readonly blankItems: Readonly<Record<string, Item>>
  readonly blankSubItems: Readonly<Record<string, SubItemScore>>
  readonly total: PartPlace
  readonly roles: Readonly<Record<RoleCode, PartPlace>>
  /** The enabler pillars, and the areas that they share, in the instrument's order. */
  readonly pillars: readonly { readonly code: string; readonly part: PartPlace }[]
  readonly areas: readonly CompiledArea[]
  /** The sub-items of the result. */
  readonly results: readonly { readonly code: string; readonly part: PartPlace }[]
  readonly subItems: readonly { readonly code: string; readonly max: string; readonly part: PartPlace }[]
  readonly predicates: readonly CompiledPredicate[]
}

/** A place in `parts`. */
export type PartPlace = number

export interface Part {
  /** Runs of questions: where one begins and the place after its end, then the next run. */
  readonly runs: readonly number[]
  /** The places of its ratios and indices: what may leave a rest. */
  readonly shares: readonly number[]
  /** Its points as printed before, by its units; null where a ratio or an index makes them too many to keep. */
  readonly known: Map<number, string> | null
}

/** A part printed as a percentage of its weight. */
export interface Percentage {
  readonly part: PartPlace
  readonly unit: Unit
}

export interface CompiledArea {
  readonly code: string
  readonly max: string
  /** A place in `percentages`. */
  readonly percent: number
  readonly part: PartPlace
}

/** What one item came to: its value between 0 and 1, and its points. */
export interface Item {
  readonly value: string
  readonly score: string
}

export interface SubItemScore {
  readonly score: string
  readonly max: string
}

export interface Worth {
  readonly units: number
  readonly item: Item
}

export type CompiledQuestion = CompiledOptions | CompiledRatio | CompiledIndex

interface CompiledShared {
  readonly code: string
  /** The units of a full answer. */
  readonly units: number
  readonly blank: Worth
}

export interface CompiledOptions extends CompiledShared {
  readonly kind: 'options'
  readonly worth: ReadonlyMap<unknown, Worth>
  readonly keys: readonly string[]
}

export interface CompiledRatio extends CompiledShared {
  readonly kind: 'ratio'
  readonly operands: readonly string[]
  readonly most: number
  /** By operand: how often its count is added above the line, and below it. */
  readonly numerator: readonly number[]
  readonly denominator: readonly number[]
  readonly cap: ExactShare
  readonly floor: ExactShare
  readonly nothingToDivide: { readonly zero: Share; readonly other: Share; readonly setting: boolean }
}

export interface CompiledIndex extends CompiledShared {
  readonly kind: 'index'
  readonly min: string
  readonly max: string
  readonly least: Fraction
  readonly most: Fraction
  /** From the least to the most. */
  readonly range: Fraction
  /** The same as numbers. */
  readonly from: ExactShare
  readonly width: ExactShare
}

export type ExactShare = { readonly over: number; readonly under: number }

export interface CompiledPredicate {
  readonly code: string
  readonly rules: readonly CompiledRule[]
}

export interface CompiledRule {
  readonly rule: string
  readonly part: PartPlace
  /** As printed, without needless zeros. */
  readonly need: string
  readonly needUnits: number
  readonly unit: Unit
  /** A place in `percentages`; null where it is counted in points. */
  readonly percent: number | null
}
