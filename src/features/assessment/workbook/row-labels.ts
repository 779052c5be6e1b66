import type { Instrument, PlacedQuestion } from '../../../core/instrument/instrument.ts'
import type { Meaning } from './meanings.ts'
import type { Wording } from './words.ts'

export type Questions = ReadonlyMap<string, PlacedQuestion>

/** What a row weighs, as the instrument says it; null for a row without a weight. */
export function weightOf(instrument: Instrument, questions: Questions, meaning: Meaning): string | null {
  switch (meaning.kind) {
    case 'role':
    case 'role-total':
      return instrument.roles.find(({ code }) => code === meaning.role)?.weight ?? null
    case 'pillar':
      return instrument.pillars.find(({ code }) => code === meaning.code)?.weight ?? null
    case 'area':
      return (
        instrument.pillars
          .find(({ code }) => code === meaning.pillar)
          ?.areas.find(({ area }) => area === meaning.area)?.weight ?? null
      )
    case 'sub-item':
      return subItemOf(instrument, meaning.code)?.weight ?? null
    case 'question':
      return questions.get(meaning.code)?.question.weight ?? null
    case 'total':
      return instrument.total
    default:
      return null
  }
}

const subItemOf = ({ pillars }: Instrument, code: string) =>
  pillars.flatMap(({ areas }) => areas.flatMap(({ subItems }) => subItems)).find(one => one.code === code)

/** What a row is called, its number, and how far it is indented. */
export function labelOf(
  instrument: Instrument,
  questions: Questions,
  wording: Wording,
  path: readonly string[],
  meaning: Meaning,
): { depth: number; number: string | null; text: string } {
  const last = path.at(-1) ?? ''
  const own = (code: string, text: string | undefined) => wording[code]?.text ?? text ?? ''
  switch (meaning.kind) {
    case 'role': {
      const title = instrument.roles.find(({ code }) => code === meaning.role)?.title.id ?? ''
      return { depth: 0, number: `${last}.`, text: title.toUpperCase() }
    }
    case 'pillar': {
      const title = instrument.pillars.find(({ code }) => code === meaning.code)?.title.id ?? ''
      return { depth: 1, number: `${last}.`, text: title.toUpperCase() }
    }
    case 'area': {
      const title = instrument.areas.find(({ code }) => code === meaning.area)?.title.id ?? ''
      return { depth: 2, number: `${last}.`, text: title.toUpperCase() }
    }
    case 'sub-item':
      return {
        depth: path.length === 2 ? 1 : 3,
        number: `${last}.`,
        text: own(meaning.code, subItemOf(instrument, meaning.code)?.title.id),
      }
    case 'question': {
      const text = own(meaning.code, questions.get(meaning.code)?.question.text.id)
      return { depth: path.length === 3 ? 2 : 4, number: `${last}.`, text }
    }
    case 'heading': {
      const text = questions.get(meaning.code)?.question.text.id ?? ''
      return meaning.line === 'part'
        ? { depth: 3, number: `${last}.`, text }
        : { depth: 4, number: '-', text: 'Jumlah yang wajib melapor' }
    }
    case 'operand': {
      const answer = questions.get(meaning.code)?.question.answer
      const label =
        answer?.kind === 'ratio' ? answer.operands.find(({ name }) => name === meaning.operand)?.label.id : ''
      return { depth: 4, number: null, text: `• ${own(`${meaning.code}.${meaning.operand}`, label)}` }
    }
    case 'role-total': {
      const title = instrument.roles.find(({ code }) => code === meaning.role)?.title.id ?? ''
      return { depth: 0, number: null, text: `TOTAL ${title.toUpperCase()}` }
    }
    case 'total':
      return { depth: 0, number: null, text: 'NILAI HASIL EVALUASI ZONA INTEGRITAS' }
  }
}
