import type { Instrument, Predicate, RoleCode } from '../core/instrument/instrument.ts'
import type { Score } from '../core/score/score.ts'
import type { Quirk, WorkbookFigure } from '../core/score/workbook-figure.ts'
import { Fraction } from '../core/shared/fraction.ts'
import { columns } from './score-columns.ts'

/** The score as a page of text for a person at a terminal. */
export function scoreTable(
  instrument: Instrument,
  score: Score,
  workbook: WorkbookFigure,
  conditions: Readonly<Record<string, boolean>>,
): string {
  const shown = shownBy(instrument)
  const titles = new Map(instrument.areas.map(({ code, title }) => [code, title.id]))
  const role = (code: RoleCode, own: string) =>
    instrument.roles
      .filter(each => each.code === code)
      .map(({ title, weight }) => ['', title.id, shown(own), shown(weight), ''])
  return [
    instrument.title.id,
    '',
    ...columns([
      ['Area', '', 'Nilai', 'Bobot', '%'],
      ...Object.entries(score.areas).map(([code, { score: own, max, percent }]) => [
        ...[code, titles.get(code) ?? code, shown(own), shown(max), shown(percent)],
      ]),
      ...role('enabler', score.enabler),
      ...Object.entries(score.results).map(([code, own]) => [
        ...[code, score.subItems[code] ? titleOf(instrument, code) : code, shown(own)],
        ...[shown(score.subItems[code]?.max ?? '0'), ''],
      ]),
      ...role('result', score.result),
      ['', 'Nilai akhir', shown(score.total), shown(instrument.total), ''],
    ]),
    ...instrument.predicates.flatMap(predicate => predicateLines(predicate, score, conditions, shown)),
    ...blankLines(score),
    ...workbookLines(score, workbook, shown),
  ].join('\n')
}

const titleOf = ({ areas }: Instrument, code: string): string =>
  areas.find(area => code.endsWith(`.${area.code}`))?.title.id ?? code

/** A decimal text as people in Indonesia write it, with the decimals that the instrument shows. */
export const shownBy =
  ({ display }: Instrument) =>
  (value: string): string =>
    Fraction.parse(value)?.toFixed(display.decimals, display.rounding).replace('.', ',') ?? value

function predicateLines(
  { code, title, conditions: all }: Predicate,
  { predicates }: Score,
  stated: Readonly<Record<string, boolean>>,
  shown: (value: string) => string,
): string[] {
  const unmet = predicates[code]?.unmet ?? []
  const state = unmet.length === 0 ? 'semua ambang tercapai' : `${unmet.length} ambang belum tercapai`
  const open = all.filter(condition => stated[condition.code] !== true)
  return [
    '',
    `${code} (${title.id}): ${state}`,
    ...columns([
      ...(unmet.length > 0 ? [['  Ambang', '', 'Perlu', 'Ada', 'Kurang']] : []),
      ...unmet.map(({ rule, need, have, short }) => [
        ...[`  ${ruleName(rule)}`, '', shown(need), below(have, need, shown), atLeast(short, shown)],
      ]),
    ]),
    ...(open.length > 0 ? ['  Syarat di luar nilai yang belum dinyatakan terpenuhi:'] : []),
    ...open.map(
      ({ text, code: own }) => `  - ${text.id}${stated[own] === false ? ' (tidak terpenuhi)' : ''}`,
    ),
  ]
}

const ruleName = (rule: string): string =>
  rule === 'total'
    ? 'Nilai akhir'
    : rule === 'enabler'
      ? 'Pengungkit'
      : rule.startsWith('area.')
        ? `Area ${rule.slice(5)} (%)`
        : rule

/** What rounds up to the need is shown in full, so that nobody reads a missed threshold as reached. */
const below = (have: string, need: string, shown: (value: string) => string): string =>
  shown(have) === shown(need) ? have.replace('.', ',') : shown(have)

const atLeast = (short: string, shown: (value: string) => string): string =>
  /[1-9]/.test(shown(short)) ? shown(short) : short.replace('.', ',')

const blankLines = ({ blanks, undivided }: Score): string[] => [
  ...(blanks.length > 0 ? ['', `Belum dijawab (${blanks.length}, dihitung nol): ${blanks.join(', ')}`] : []),
  ...(undivided.length > 0
    ? ['', `Pembagi nol, nilai menurut aturan instrumen: ${undivided.join(', ')}`]
    : []),
]

const reasons: Readonly<Record<Quirk, string>> = {
  'blank-skipped': 'butir kosong dilewati saat merata-rata',
  'nothing-answered': 'semua butir kosong, hasilnya #DIV/0!',
  'zero-denominator': 'pembagi nol, hasilnya #DIV/0!',
  'first-part-twice': 'bagian pertama dihitung dua kali',
}

function workbookLines(
  score: Score,
  { total, differs }: WorkbookFigure,
  shown: (value: string) => string,
): string[] {
  const other = differs.filter(({ code, score: own }) => own !== score.subItems[code]?.score)
  if (other.length === 0) return []
  return [
    '',
    `Buku kerja resmi menunjukkan nilai akhir ${total === null ? '#DIV/0!' : shown(total)} karena:`,
    ...other.map(
      ({ code, score: own, why }) =>
        `- ${code}: ${own === null ? '#DIV/0!' : shown(own)}, bukan ${shown(score.subItems[code]?.score ?? '0')}; ${reasons[why]}`,
    ),
  ]
}
