/**
 * An instrument: what is asked, what an answer is worth and what a predicate needs, as data.
 * The published shape is data/instruments/instrument.schema.json. Numbers that decide are decimal strings.
 */
export interface Instrument {
  readonly id: string
  /** A checklist counts conditions; its points are no official score. */
  readonly kind: 'scored' | 'checklist'
  readonly title: Label
  readonly sources: Readonly<Record<string, Source>>
  readonly validity: { readonly from: string; readonly until: string | null; readonly basis: Basis }
  /** The id of the instrument that this one replaced. */
  readonly supersedes: string | null
  readonly total: Decimal
  readonly weightsBasis: Basis
  readonly evidenceBasis: Basis
  readonly wordingBasis: Basis
  readonly scales: Readonly<Record<string, Scale>>
  readonly blank: { readonly value: Decimal; readonly basis: Basis }
  readonly display: { readonly decimals: number; readonly rounding: 'half-up'; readonly basis: Basis }
  /** The largest count an operand may hold. */
  readonly operandLimit: Decimal
  readonly decisions: readonly Decision[]
  readonly roles: readonly Role[]
  readonly areas: readonly Area[]
  readonly pillars: readonly Pillar[]
  readonly predicates: readonly Predicate[]
}

/** A number as the regulation writes it, with a point: `0.67`, `22.5`. */
export type Decimal = string

export interface Label {
  readonly id: string
  readonly en?: string
}

export interface Source {
  readonly title: string
  /** How it was read: the text itself, a workbook, someone else's data, memory, or Zona's own choice. */
  readonly reading: 'primary' | 'workbook' | 'third-party' | 'recalled' | 'zona'
}

/** Where a rule stands and how sure it is. */
export interface Basis {
  /** A key of the instrument's `sources`. */
  readonly source: string
  readonly item?: string
  readonly certainty: 'high' | 'medium' | 'low'
  readonly note?: Label
}

export interface Decision {
  readonly code: string
  readonly text: Label
  readonly basis: Basis
}

export interface Scale {
  readonly options: readonly { readonly key: string; readonly value: Decimal }[]
  readonly basis: Basis
}

export type RoleCode = 'enabler' | 'result'

export interface Role {
  readonly code: RoleCode
  readonly title: Label
  readonly weight: Decimal
}

/** An area over all pillars of its role; a threshold per area divides by this weight. */
export interface Area {
  readonly code: string
  readonly title: Label
  readonly weight: Decimal
}

export interface Pillar {
  readonly code: string
  readonly role: RoleCode
  /** The regulation's item number. */
  readonly item: string
  readonly title: Label
  readonly weight: Decimal
  readonly areas: readonly PillarArea[]
}

/** What one pillar asks in one area. */
export interface PillarArea {
  readonly area: string
  readonly item: string
  readonly weight: Decimal
  readonly subItems: readonly SubItem[]
}

export interface SubItem {
  readonly code: string
  readonly item: string
  readonly title: Label
  /** Null where the weight is not established; such an instrument cannot be scored. */
  readonly weight: Decimal | null
  readonly basis?: Basis
  /** `average`: every question counts the same. `weighted`: each question carries its own weight. */
  readonly combine: 'average' | 'weighted'
  /** Where the official workbook counts otherwise: it takes the first question for all of them. */
  readonly workbook?: 'first-part-twice'
  readonly questions: readonly Question[]
}

export interface Question {
  readonly code: string
  readonly item: string
  /** The number in the ID column of the official workbook layout. */
  readonly row?: number
  readonly weight?: Decimal
  readonly text: Label
  /** Null where the kind of answer is not established; such an instrument cannot be scored. */
  readonly answer: Answering | null
  readonly evidence: readonly Label[]
  /** The question of another instrument that asks for the same, as `<instrument>#<code>`. */
  readonly related?: readonly string[]
}

export type Answering = OptionAnswer | RatioAnswer | IndexAnswer

export interface OptionAnswer {
  readonly kind: 'yes-no' | 'choice'
  /** A key of the instrument's `scales`. */
  readonly scale: string
  /** What each option means, by its key. */
  readonly criteria: Readonly<Record<string, Label>>
}

/** Counts that make a ratio: (plus − minus) / (plus − minus), between floor and cap. */
export interface RatioAnswer {
  readonly kind: 'ratio'
  readonly operands: readonly Operand[]
  readonly numerator: Sum
  readonly denominator: Sum
  readonly cap: Decimal
  readonly floor: Decimal
  readonly zeroDenominator: ZeroDenominator
  readonly basis: Basis
}

export interface Operand {
  readonly name: string
  readonly label: Label
  readonly row?: number
  /** `record`: asked for, but no part of the formula. */
  readonly use: 'formula' | 'record'
}

export interface Sum {
  readonly plus: readonly string[]
  readonly minus: readonly string[]
}

/** What the item is worth when there is nothing to divide by. */
export interface ZeroDenominator {
  readonly whenNumeratorZero: Decimal
  readonly otherwise: Decimal
  /** True where no source decides it, so that an agency may set `whenNumeratorZero` itself. */
  readonly setting: boolean
  readonly basis: Basis
}

/** An index of a survey: worth (index − min) / (max − min). */
export interface IndexAnswer {
  readonly kind: 'index'
  readonly min: Decimal
  readonly max: Decimal
  readonly basis: Basis
}

export interface Predicate {
  readonly code: string
  readonly title: Label
  readonly rules: readonly Threshold[]
  readonly conditions: readonly Condition[]
}

/** Something of the score that must reach `need`; `percent` is of its own weight. */
export interface Threshold {
  readonly rule: string
  readonly of: Measured
  readonly unit: 'points' | 'percent'
  readonly need: Decimal
  readonly basis: Basis
}

export type Measured =
  | { readonly kind: 'total' }
  | { readonly kind: 'role'; readonly role: RoleCode }
  | { readonly kind: 'area'; readonly area: string }
  | { readonly kind: 'sub-item'; readonly code: string }
  | { readonly kind: 'question'; readonly code: string }

/** What must be true besides the score before a unit is proposed or awarded. */
export interface Condition {
  readonly code: string
  readonly level: 'agency' | 'unit'
  readonly text: Label
  readonly basis: Basis
}

/** A question with everything it stands under. */
export interface PlacedQuestion {
  readonly question: Question
  readonly subItem: SubItem
  readonly area: string
  readonly pillar: Pillar
}

/** Every question in the regulation's order. */
export function questionsOf(instrument: Instrument): readonly PlacedQuestion[] {
  return instrument.pillars.flatMap(pillar =>
    pillar.areas.flatMap(({ area, subItems }) =>
      subItems.flatMap(subItem => subItem.questions.map(question => ({ question, subItem, area, pillar }))),
    ),
  )
}
