import type { VerifiedBundle } from '../core/bundle/verify-bundle.ts'
import { reportOf } from '../features/assessment/bundle/index.ts'

const marks = { holds: 'COCOK', fails: 'TIDAK COCOK', unchecked: 'BELUM DIPERIKSA' } as const

/** The report for a terminal: what was checked, each in a word, with its reasons below. */
export function verifyReport(verified: VerifiedBundle): string {
  const { verdict, about, facts, rows } = reportOf(verified, 'id', 'Asia/Jakarta')
  const width = Math.max(...facts.map(([name]) => name.length))
  return [
    about,
    ...facts.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '',
    ...rows.flatMap(({ name, state, lines }) => [
      `${marks[state].padEnd(16)}${name}`,
      ...lines.map(line => `${' '.repeat(16)}${line}`),
    ]),
    '',
    verdict,
  ].join('\n')
}
