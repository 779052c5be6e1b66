import type { Instrument, Label, PlacedQuestion } from '../../../core/instrument/instrument.ts'
import { asMarkup, escapeText, type Markup } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { labelMarkup, markedLabel, sentenceMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'

// An instrument stays the same object while its words do, and every page of a unit draws the same criteria.
const drawn = new WeakMap<Instrument, Map<string, Markup | null>>()

/** What each answer to a question means, to be unfolded; the same text for every sheet of the instrument. */
export function criteria(instrument: Instrument, placed: PlacedQuestion, locale: Locale): Markup | null {
  let known = drawn.get(instrument)
  if (!known) {
    known = new Map()
    drawn.set(instrument, known)
  }
  const key = `${locale} ${placed.question.code}`
  const found = known.get(key)
  if (found !== undefined) return found
  const made = drawCriteria(instrument, placed.question.answer, locale)
  known.set(key, made)
  return made
}

function drawCriteria(
  instrument: Instrument,
  answer: PlacedQuestion['question']['answer'],
  locale: Locale,
): Markup | null {
  const t = translator(messages, locale)
  if (answer === null) return null
  if (answer.kind === 'index')
    return unfolded(
      t('criteria.formula'),
      paragraph(t('formula.index', { min: answer.min, max: answer.max })),
    )
  if (answer.kind === 'ratio') {
    const names = ({ plus, minus }: { plus: readonly string[]; minus: readonly string[] }) =>
      [
        plus.map(name => operandText(answer.operands, name, locale)).join(' + '),
        ...minus.map(name => `− ${operandText(answer.operands, name, locale)}`),
      ].join(' ')
    const recorded = answer.operands.filter(({ use }) => use === 'record')
    const formula = t('formula.ratio', { over: names(answer.numerator), under: names(answer.denominator) })
    const record =
      recorded.length === 0
        ? ''
        : t('formula.record', { text: recorded.map(({ label }) => markedLabel(label, locale)).join(', ') })
    return unfolded(t('criteria.formula'), paragraph(`${formula} ${record}`))
  }
  const options = instrument.scales[answer.scale]?.options ?? []
  const meaning = (label: Label | undefined) => (label ? labelMarkup(label, locale) : '')
  return unfolded(
    t('criteria', { text: options.map(({ key }) => key).join(' / ') }),
    `<ul class="criteria">${options
      .map(({ key }) => `<li><b>${escapeText(key)}</b><span>${meaning(answer.criteria[key])}</span></li>`)
      .join('')}</ul>`,
  )
}

const paragraph = (text: string): string => `<p class="criteria">${sentenceMarkup(text)}</p>`

/** `content` is markup. */
const unfolded = (summary: string, content: string): Markup =>
  asMarkup(`<details><summary>${escapeText(summary)}</summary>${content}</details>`)

type Operands = Extract<NonNullable<PlacedQuestion['question']['answer']>, { kind: 'ratio' }>['operands']

const operandText = (operands: Operands, name: string, locale: Locale): string => {
  const found = operands.find(operand => operand.name === name)
  const text = found ? markedLabel(found.label, locale) : name
  return `"${text}"`
}
