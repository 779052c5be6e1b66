import { questionsOf } from '../../../core/instrument/instrument.ts'
import { fullSheet, lke } from '../../../core/score/full-sheet.test-data.ts'

type Given = Readonly<Record<string, unknown>>

/** Every option in turn, so that each is met in each scale, and odd ratios that a float cannot hold. */
const mixed: Given = Object.fromEntries(
  questionsOf(lke).map(({ question: { code, answer } }, at) => {
    if (answer?.kind === 'choice' || answer?.kind === 'yes-no') {
      const options = lke.scales[answer.scale]?.options ?? []
      return [code, options[at % options.length]?.key]
    }
    if (answer?.kind === 'index') return [code, at % 2 === 0 ? '3.61' : '2.875']
    const operands = answer?.kind === 'ratio' ? answer.operands : []
    return [code, Object.fromEntries(operands.map(({ name }, place) => [name, 3 + place * 4]))]
  }),
)

const without = (answers: Given, codes: readonly string[]): Given =>
  Object.fromEntries(Object.entries(answers).filter(([code]) => !codes.includes(code)))

/** Sheets that differ in what the formulas must get right. */
export const answerSets: readonly { readonly name: string; readonly answers: Given }[] = [
  { name: 'a sheet of best answers', answers: fullSheet() },
  { name: 'a sheet of mixed answers', answers: mixed },
  {
    name: 'a sheet with blanks',
    answers: without(mixed, ['P.MP.1.a', 'P.PP.2.c', 'R.AK.1.a', 'R.PW.3.b', 'H.BERSIH.b', 'R.SDM.3.a']),
  },
  {
    name: 'a sheet with ratios that have nothing to divide by',
    answers: {
      ...mixed,
      'R.AK.1.a': { targets: 0, achieved: 0 },
      'R.SDM.3.a': { previousYear: 0, thisYear: 0, sanctioned: 0 },
      'R.PW.2.a': { toFollowUp: 0, done: 3, inProgress: 0 },
    },
  },
  {
    name: 'a sheet of a discipline that got worse and a ratio above one',
    answers: {
      ...fullSheet(),
      'R.SDM.3.a': { previousYear: 2, thisYear: 9, sanctioned: 1 },
      'R.MP.1.a': { agents: 3, changes: 11 },
      'R.PP.1.b': { registered: 7, simplified: 3 },
    },
  },
  { name: 'an empty sheet', answers: {} },
]
