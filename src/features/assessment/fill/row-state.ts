import type { PlacedQuestion } from '../../../core/instrument/instrument.ts'
import { Fraction } from '../../../core/shared/fraction.ts'
import { changedCodes, type Sheet } from '../sheet.ts'

export const rowFilters = ['blank', 'unproven', 'returned', 'changed'] as const
export type RowFilter = (typeof rowFilters)[number]

/** Which filters each row falls under. */
export function rowFlags(sheet: Sheet): (code: string) => ReadonlySet<RowFilter> {
  const changed = changedCodes(sheet)
  const blank = new Set(sheet.score.blanks)
  const known = new Map<string, ReadonlySet<RowFilter>>()
  return code => {
    const found = known.get(code)
    if (found) return found
    const flags = new Set<RowFilter>()
    if (blank.has(code)) flags.add('blank')
    else if ((sheet.evidence.get(code)?.length ?? 0) === 0) flags.add('unproven')
    if (sheet.answers.get(code)?.returnedReason) flags.add('returned')
    if (changed.has(code)) flags.add('changed')
    known.set(code, flags)
    return flags
  }
}

const exact = (text: string): Fraction => Fraction.parse(text) ?? Fraction.zero

// An instrument's questions stay the same objects from page to page.
const fullScores = new WeakMap<PlacedQuestion['question'], Fraction>()

/** What a question is worth at most. */
export function fullScore({ question, subItem }: PlacedQuestion): Fraction {
  const known = fullScores.get(question)
  if (known) return known
  const full =
    subItem.combine === 'weighted'
      ? exact(question.weight ?? '0')
      : exact(subItem.weight ?? '0').over(Fraction.of(subItem.questions.length))
  fullScores.set(question, full)
  return full
}

/** The next better option and what it adds to the total; null where the best is chosen or there is no option. */
export function raise(
  sheet: Pick<Sheet, 'instrument' | 'answers' | 'score'>,
  placed: PlacedQuestion,
): { readonly to: string; readonly gain: string } | null {
  const { code, answer } = placed.question
  if (answer?.kind !== 'choice' && answer?.kind !== 'yes-no') return null
  const options = sheet.instrument.scales[answer.scale]?.options ?? []
  const chosen = options.findIndex(({ key }) => key === sheet.answers.get(code)?.value)
  // A blank scores as the worst option does, so that the step starts there.
  const better = options[(chosen === -1 ? options.length - 1 : chosen) - 1]
  if (!better) return null
  const more = exact(better.value).minus(exact(sheet.score.items[code]?.value ?? '0'))
  return { to: better.key, gain: fullScore(placed).times(more).toDecimal() }
}

/** The figure that a threshold looks at, met or not: points, or percent of an area. */
export function measured(
  sheet: Pick<Sheet, 'score'>,
  of: Sheet['instrument']['predicates'][number]['rules'][number]['of'],
  unit: 'points' | 'percent',
): string {
  const { score } = sheet
  switch (of.kind) {
    case 'total':
      return score.total
    case 'role':
      return of.role === 'enabler' ? score.enabler : score.result
    case 'area': {
      const area = score.areas[of.area]
      return (unit === 'percent' ? area?.percent : area?.score) ?? '0'
    }
    case 'sub-item':
      return score.subItems[of.code]?.score ?? '0'
    case 'question':
      return score.items[of.code]?.score ?? '0'
  }
}
