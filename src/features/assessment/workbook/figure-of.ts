import type { Instrument } from '../../../core/instrument/instrument.ts'
import type { Answers, ScoreSettings } from '../../../core/score/answers.ts'
import { type Score, score } from '../../../core/score/score.ts'
import { type WorkbookFigure, workbookFigure } from '../../../core/score/workbook-figure.ts'
import { Fraction } from '../../../core/shared/fraction.ts'
import type { Meaning } from './meanings.ts'

/** What a set of answers comes to, by Zona and by the official workbook's own way. */
export interface Figures {
  readonly score: Score
  readonly workbook: WorkbookFigure
}

/** What a figure should be, and what the official workbook's own way makes of it. */
export interface Expected {
  /** The first is how Zona writes it; any of them is right. */
  readonly right: readonly string[]
  readonly quirk: { readonly value: string; readonly twice: boolean } | null
}

export function figuresOf(
  instrument: Instrument,
  answers: Answers,
  settings: ScoreSettings = {},
): Figures | null {
  const scored = score(instrument, answers, settings)
  return scored.ok ? { score: scored.value, workbook: workbookFigure(instrument, answers) } : null
}

/** What the row of a part shows; null where it shows nothing. */
export function figureOf(instrument: Instrument, figures: Figures, meaning: Meaning): Expected | null {
  switch (meaning.kind) {
    case 'question': {
      const item = figures.score.items[meaning.code]
      return item ? { right: [item.value, item.score].filter(text => text !== null), quirk: null } : null
    }
    case 'operand':
    case 'heading':
      return null
    default:
      return sumOf(figures, below(instrument, meaning))
  }
}

/** An area over both pillars. */
export const areaFigure = (instrument: Instrument, figures: Figures, area: string): Expected =>
  sumOf(
    figures,
    instrument.pillars.flatMap(pillar => below(instrument, { kind: 'area', pillar: pillar.code, area })),
  )

/** The sub-items that a part of the instrument is the sum of. */
function below(instrument: Instrument, part: Meaning): string[] {
  if (part.kind === 'sub-item') return [part.code]
  return instrument.pillars
    .filter(
      pillar =>
        part.kind === 'total' ||
        ((part.kind === 'role' || part.kind === 'role-total') && pillar.role === part.role) ||
        (part.kind === 'pillar' && pillar.code === part.code) ||
        (part.kind === 'area' && pillar.code === part.pillar),
    )
    .flatMap(({ areas }) => areas)
    .filter(({ area }) => part.kind !== 'area' || area === part.area)
    .flatMap(({ subItems }) => subItems.map(({ code }) => code))
}

function sumOf({ score, workbook }: Figures, subItems: readonly string[]): Expected {
  let right = Fraction.zero
  let shown: Fraction | null = Fraction.zero
  let twice = false
  for (const code of subItems) {
    const own = Fraction.parse(score.subItems[code]?.score ?? '0') ?? Fraction.zero
    const other = workbook.differs.find(one => one.code === code)
    right = right.plus(own)
    if (shown === null) continue
    if (!other) shown = shown.plus(own)
    else if (other.score === null) shown = null
    else {
      twice ||= other.why === 'first-part-twice'
      shown = shown.plus(Fraction.parse(other.score) ?? Fraction.zero)
    }
  }
  return {
    right: [right.toDecimal()],
    quirk: shown === null ? null : { value: shown.toDecimal(), twice },
  }
}
