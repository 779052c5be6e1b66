import type { Answers } from '../../../core/score/answers.ts'
import { Fraction } from '../../../core/shared/fraction.ts'

/** The indices that a cell would round, for it holds a float: some 15 digits. By code, with what was given. */
export const beyondCell = (answers: Answers): readonly (readonly [code: string, given: string])[] =>
  Object.entries(answers).flatMap(([code, given]) => {
    const exact = typeof given === 'string' ? Fraction.parse(given) : null
    const held = exact && Fraction.parse(String(Number(given)))
    return typeof given === 'string' && exact && !(held && held.compare(exact) === 0)
      ? [[code, given] as const]
      : []
  })
