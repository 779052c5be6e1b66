import type { Assumption, UnresolvedReason } from './reading.ts'
import type { Meaning, Token } from './vocabulary.ts'

type Is = Meaning['is']
type TokenOf<K extends Is> = Extract<Token, { is: K }>

/** Thrown inside the reader only: the text has a clear meaning that no calendar can satisfy. */
export class Impossible extends Error {
  readonly reason: UnresolvedReason
  constructor(reason: UnresolvedReason) {
    super(reason.code)
    this.reason = reason
  }
}

/** What the tokens print. */
export const textOf = (tokens: readonly Token[]) => tokens.map(({ printed }) => printed).join(' ')

/** What an expression says in one place is not what it says in another. */
export const contradictory = ({ tokens }: Cursor) =>
  new Impossible({ code: 'contradictory', part: textOf(tokens) })

/** A place in the tokens of one expression, and what was assumed on the way there. */
export class Cursor {
  at = 0
  furthest = 0
  assumptions: Assumption[] = []
  readonly tokens: readonly Token[]
  readonly planYear: number

  constructor(tokens: readonly Token[], planYear: number) {
    this.tokens = tokens
    this.planYear = planYear
  }

  get done(): boolean {
    return this.at >= this.tokens.length
  }

  peek<K extends Is>(is: K, ahead = 0): TokenOf<K> | null {
    const token = this.tokens[this.at + ahead]
    return token?.is === is ? (token as TokenOf<K>) : null
  }

  take<K extends Is>(is: K): TokenOf<K> | null {
    const token = this.peek(is)
    if (token !== null) {
      this.at++
      this.furthest = Math.max(this.furthest, this.at)
    }
    return token
  }

  /** Takes any number of the given kinds. */
  passOver(...kinds: readonly Is[]): number {
    const from = this.at
    while (kinds.some(kind => this.take(kind) !== null));
    return this.at - from
  }

  /** Runs a rule; where it finds nothing, the place and the assumptions are as before. */
  attempt<T>(rule: (cursor: Cursor) => T | null): T | null {
    const at = this.at
    const assumed = this.assumptions.length
    const found = rule(this)
    if (found === null) {
      this.at = at
      this.assumptions.length = assumed
    }
    return found
  }

  assume(assumption: Assumption): void {
    this.assumptions.push(assumption)
  }
}
