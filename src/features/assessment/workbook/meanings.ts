import { type Instrument, type PlacedQuestion, questionsOf } from '../../../core/instrument/instrument.ts'

/** What a row of the workbook is about. */
export type Meaning =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'pillar'; readonly code: string }
  | { readonly kind: 'area'; readonly pillar: string; readonly area: string }
  | { readonly kind: 'sub-item'; readonly code: string }
  | { readonly kind: 'question'; readonly code: string }
  | { readonly kind: 'operand'; readonly code: string; readonly operand: string }
  /** A line between a question and its counts. */
  | { readonly kind: 'heading'; readonly code: string; readonly line: 'part' | 'obliged' }
  | { readonly kind: 'role-total'; readonly role: string }
  | { readonly kind: 'total' }

/** A row of the official layout; rows count from 1. */
export interface OfficialRow {
  readonly row: number
  /** The instrument's number of it, as the columns B to G show it: `['A', 'I', '1', 'i', 'a']`. */
  readonly path: readonly string[]
  readonly meaning: Meaning
}

/**
 * Every row of the official layout in its order. Where an instrument names the rows of its questions they stand
 * there; the lines between a wealth report and its counts fill what is left before them.
 */
export function officialRows(instrument: Instrument): readonly OfficialRow[] {
  const rows: OfficialRow[] = []
  let at = 2
  const put = (path: readonly string[], meaning: Meaning) => {
    rows.push({ row: at, path, meaning })
    at += 1
  }
  for (const [roleAt, { code: role }] of instrument.roles.entries()) {
    const letter = 'ABCD'.charAt(roleAt)
    put([letter], { kind: 'role', role })
    for (const pillar of instrument.pillars.filter(one => one.role === role)) {
      const path = pillar.item.split('.')
      if (path.length > 1) put(path, { kind: 'pillar', code: pillar.code })
      for (const { area, item, subItems } of pillar.areas) {
        const [only] = subItems
        // The result has no sub-items below its components.
        if (subItems.length === 1 && only?.item === item) {
          put(item.split('.'), { kind: 'sub-item', code: only.code })
          putQuestions(only.questions)
          continue
        }
        put(item.split('.'), { kind: 'area', pillar: pillar.code, area })
        for (const subItem of subItems) {
          put(subItem.item.split('.'), { kind: 'sub-item', code: subItem.code })
          putQuestions(subItem.questions)
        }
      }
    }
    put([], { kind: 'role-total', role })
    if (roleAt === 0) at += 1
  }
  // The grand total follows the last role at once.
  put([], { kind: 'total' })
  return rows

  function putQuestions(questions: readonly PlacedQuestion['question'][]) {
    for (const question of questions) {
      const { code, item, answer, row = at } = question
      if (row > at) put(item.split('.'), { kind: 'heading', code, line: 'part' })
      put(item.split('.'), { kind: 'question', code })
      if (answer?.kind !== 'ratio') continue
      for (const operand of inOrder(answer.operands)) {
        if ((operand.row ?? at) > at) put([], { kind: 'heading', code, line: 'obliged' })
        put([], { kind: 'operand', code, operand: operand.name })
      }
    }
  }
}

const inOrder = <T extends { readonly row?: number }>(operands: readonly T[]): readonly T[] =>
  [...operands].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))

/** The counts of a ratio in the order in which the workbook asks for them. */
export function operandsInOrder(instrument: Instrument, code: string): readonly string[] {
  const found = questionsOf(instrument).find(({ question }) => question.code === code)?.question.answer
  return found?.kind === 'ratio' ? inOrder(found.operands).map(({ name }) => name) : []
}

export const keyOf = (meaning: Meaning): string => {
  switch (meaning.kind) {
    case 'role':
    case 'role-total':
      return `${meaning.kind}:${meaning.role}`
    case 'area':
      return `area:${meaning.pillar}.${meaning.area}`
    case 'operand':
      return `operand:${meaning.code}.${meaning.operand}`
    case 'heading':
      return `heading:${meaning.code}.${meaning.line}`
    case 'total':
      return 'total'
    default:
      return `${meaning.kind}:${meaning.code}`
  }
}
