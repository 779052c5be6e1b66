import { readInstrument } from '../instrument/read-instrument.ts'
import { score } from '../score/score.ts'
import { type BundleCheck, type BundleFault, checked } from './check.ts'
import type { ReadBundle } from './read-contents.ts'

/** The instrument is well formed and the pinned one; every number of the score follows from the answers. */
export function checkInstrumentAndScore(
  bundle: ReadBundle,
  instrumentHash: string,
): readonly [BundleCheck, BundleCheck] {
  const { index, answers } = bundle
  const faults: BundleFault[] = []
  if (instrumentHash !== index.instrument.hash)
    faults.push({ kind: 'instrument-not-pinned', says: index.instrument.hash, recomputed: instrumentHash })
  const read = readInstrument(bundle.instrument)
  if (!read.ok) {
    const path = read.problem[0]?.path ?? ''
    faults.push({ kind: 'instrument-not-whole', path, count: read.problem.length })
    return [checked('instrument', 1, faults), checked('score', 0, [{ kind: 'not-scorable', codes: [] }])]
  }
  for (const says of [index.instrument.id, answers.instrument])
    if (says !== read.value.id) faults.push({ kind: 'other-instrument', says, found: read.value.id })
  const given = Object.fromEntries(
    Object.entries(answers.tracks.unit)
      .filter(([code, { value }]) => !code.includes(':') && value !== null)
      .map(([code, { value }]) => [code, value]),
  )
  const scored = score(read.value, given, answers.settings)
  if (!scored.ok) {
    const codes = scored.problem.kind === 'bad-answers' ? scored.problem.answers.map(({ code }) => code) : []
    return [checked('instrument', 1, faults), checked('score', 0, [{ kind: 'not-scorable', codes }])]
  }
  const says = leavesOf(bundle.score)
  const counted = leavesOf(scored.value)
  // `total` must be stated; an older engine may have stated fewer of the others.
  const paths = new Set(['total', ...says.keys()])
  const differing = [...paths].flatMap((path): BundleFault[] => {
    const [one, other] = [says.get(path) ?? '–', counted.get(path) ?? '–']
    return one === other
      ? []
      : [{ kind: 'number-differs', path: `score.${path}`, says: one, recomputed: other }]
  })
  return [checked('instrument', 1, faults), checked('score', paths.size, differing)]
}

/** Every value inside, by the way to it; lists count as well, so that a missing item shows. */
function leavesOf(
  value: unknown,
  path = '',
  leaves = new Map<string, string>(),
): ReadonlyMap<string, string> {
  if (value !== null && typeof value === 'object') {
    if (Array.isArray(value)) leaves.set(`${path}.length`, String(value.length))
    for (const [key, item] of Object.entries(value))
      leavesOf(item, path === '' ? key : `${path}.${key}`, leaves)
  } else leaves.set(path, String(value))
  return leaves
}
