import type { BundleCheck, BundleFault } from '../../../core/bundle/check.ts'
import type { UnreadableBundle } from '../../../core/bundle/open-bundle.ts'
import type { VerifiedBundle } from '../../../core/bundle/verify-bundle.ts'
import { formatDateTime, type Zone } from '../../../ui/format.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { checkMessages, unreadableMessages } from './messages.ts'

/** A verified bundle in words: for the command line, the server's page and the browser alike. */
export type BundleReport = {
  readonly tone: 'success' | 'warning'
  readonly verdict: string
  readonly about: string
  readonly facts: readonly (readonly [string, string])[]
  readonly rows: readonly {
    readonly name: string
    readonly state: BundleCheck['state']
    readonly stateText: string
    readonly lines: readonly string[]
  }[]
}

/** Of one check so many faults are said; the rest are counted. */
const mostFaults = 12

export function reportOf(
  { index, total, checks, verdict }: VerifiedBundle,
  locale: Locale,
  zone: Zone,
): BundleReport {
  const t = translator(checkMessages, locale)
  return {
    // Anyone can make a bundle that agrees with itself.
    tone: verdict === 'holds' ? 'success' : 'warning',
    verdict: t(`verdict.${verdict}`),
    about: t('about.year', { unit: index.unit.name, year: index.year }),
    facts: [
      // A point would read as thousands.
      [t('total'), locale === 'id' ? total.replace('.', ',') : total],
      [t('instrument'), index.instrument.id],
      [t('closed'), moment(index.closedAt, zone, locale)],
      [t('engine'), index.engine],
      [t('fingerprint'), index.key.fingerprint],
    ],
    rows: checks.map(check => ({
      name: t(check.name),
      state: check.state,
      stateText: t(`state.${check.state}`),
      lines: linesOf(check, locale),
    })),
  }
}

/** As it stands in the file where it names no moment: a bundle is anyone's. */
function moment(text: string, zone: Zone, locale: Locale): string {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? text : formatDateTime(at, zone, locale)
}

function linesOf(check: BundleCheck, locale: Locale): string[] {
  const t = translator(checkMessages, locale)
  const { files, addresses = 0 } = check.pieces ?? {}
  const compared = files === 0 ? [] : comparedLines(check, locale)
  if (addresses > 0) return [...compared, t('evidence.addresses', { n: addresses })]
  return compared.length > 0 ? compared : [t('evidence.none')]
}

function comparedLines({ name, state, faults, count }: BundleCheck, locale: Locale): string[] {
  const t = translator(checkMessages, locale)
  if (state === 'unchecked') return [t(name === 'key' ? 'key.unchecked' : 'evidence.unchecked')]
  if (state === 'fails') {
    const said = faults.slice(0, mostFaults).map(fault => describeFault(fault, locale))
    const rest = faults.length - said.length
    return rest > 0 ? [...said, t('more', { n: rest })] : said
  }
  switch (name) {
    case 'signature':
    case 'key':
    case 'instrument':
      return [t(`${name}.note`)]
    case 'members':
    case 'score':
    case 'ledger':
    case 'evidence':
      return [t(`${name}.note`, { n: count })]
  }
}

export function describeFault(fault: BundleFault, locale: Locale): string {
  const t = translator(checkMessages, locale)
  switch (fault.kind) {
    case 'bad-signature':
      return t(fault.kind)
    case 'fingerprint-differs':
      return t(fault.kind, fault)
    case 'unknown-key':
      return t(fault.kind, fault)
    case 'member-changed':
      return t(fault.kind, fault)
    case 'part-changed':
    case 'part-added':
    case 'part-removed':
      return t(fault.kind, fault)
    case 'instrument-not-pinned':
      return t(fault.kind, fault)
    case 'instrument-not-whole':
      return t(fault.kind, fault)
    case 'other-instrument':
      return t(fault.kind, fault)
    case 'not-scorable':
      return t(fault.kind, fault)
    case 'number-differs':
      return t(fault.kind, fault)
    case 'entry-changed':
    case 'link-broken':
    case 'out-of-order':
    case 'other-cycle':
    case 'other-instrument-recorded':
      return t(fault.kind, fault)
    case 'submitted-otherwise':
      return t(fault.kind, fault)
    case 'file-missing':
      return t(fault.kind, fault)
    case 'file-changed':
      return t(fault.kind, fault)
  }
}

export function describeUnreadable(problem: UnreadableBundle, locale: Locale): string {
  const t = translator(unreadableMessages, locale)
  switch (problem.kind) {
    case 'file-too-large':
      return t(problem.kind, problem)
    case 'not-a-zip':
      return t(problem.kind)
    case 'member-too-large':
      return t(problem.kind, problem)
    case 'bad-shape':
      return t(problem.kind, problem)
    case 'unknown-format':
      return t(problem.kind, problem)
    case 'bytes-before':
    case 'bytes-after':
    case 'archive-comment':
      return t(problem.kind, problem)
    case 'bytes-between':
      return t(problem.kind, problem)
    default:
      return t(problem.kind, problem)
  }
}
