import { sql } from 'kysely'
import { type Actor, may } from '../../../core/access/may.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db } from '../../../db/database.ts'
import { Notice } from '../../../ui/display/notice.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import type { Unit } from '../../context.ts'
import { findingMessages } from './messages.ts'
import { isOpen, unitFindings } from './unit-findings.ts'

export type EvidenceStanding = {
  readonly year: number
  /** Findings that nobody has acted on or explained, those without evidence among them. */
  readonly open: number
  /** Obligations that are due or late and have no evidence, explained or not. */
  readonly missing: number
}

/** How a unit's evidence of a plan year stands on a day, as far as this person may see. */
export async function evidenceStanding(
  db: Db,
  unit: Pick<Unit, 'id' | 'path' | 'zone'>,
  year: number,
  actor: Actor | null,
  today: LocalDate,
): Promise<EvidenceStanding> {
  const viewer = {
    userId: actor?.userId ?? '',
    restricted: may(actor, 'evidence.read-restricted', { unitPath: unit.path }, today),
  }
  const { settled } = await unitFindings(db, unit, year, viewer, today)
  return {
    year,
    open: settled.filter(isOpen).length,
    missing: settled.filter(({ finding }) => finding.code === 'due-without-evidence').length,
  }
}

/** The same with what is missing alone, counted by the database: for pages that are opened all day. */
export async function missingStanding(
  db: Db,
  unitId: string,
  year: number,
  today: LocalDate,
): Promise<EvidenceStanding> {
  const { n } = await db
    .selectFrom('obligation as o')
    .innerJoin('plan as p', 'p.id', 'o.plan_id')
    .where('p.unit_id', '=', unitId)
    .where('p.year', '=', year)
    .where('o.due', '<=', today)
    .where('o.state', '<>', 'waived')
    .where(nothingBrought)
    .select(sql<number>`count(*)::integer`.as('n'))
    .executeTakeFirstOrThrow()
  return { year, missing: n, open: n }
}

/** Returned and withdrawn evidence counts for nothing. */
const nothingBrought = sql<boolean>`not exists (
  select 1 from evidence_link l join evidence e on e.id = l.evidence_id
  where l.obligation_id = o.id and e.state in ('submitted', 'accepted'))`

/** Says what is missing where nobody can overlook it; draws a quiet link where nothing is. */
export function StandingNotice(p: { locale: Locale; base: string; standing: EvidenceStanding }) {
  const t = translator(findingMessages, p.locale)
  const { year, open, missing } = p.standing
  const here = `${p.base}/temuan/${year}`
  if (open + missing === 0)
    return (
      <p class="small">
        <a href={here}>{t('page')}</a>
      </p>
    )
  return (
    <Notice
      locale={p.locale}
      tone="warning"
      title={missing > 0 ? t('notice.missing', { n: missing }) : t('notice.open', { n: open })}
    >
      <p>
        {missing > 0 ? (
          <>
            <a href={`${here}?temuan=due-without-evidence`}>{t('notice.seeMissing')}</a>
            {open > missing ? ' · ' : null}
          </>
        ) : null}
        {open > missing || missing === 0 ? (
          <a href={here}>{missing > 0 ? t('notice.all', { n: open }) : t('notice.see')}</a>
        ) : null}
      </p>
    </Notice>
  )
}

/** Which of these obligations nothing was brought for. */
export async function withoutEvidence(
  db: Db,
  obligationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (obligationIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('obligation as o')
    .where(sql<boolean>`o.id = any(${[...obligationIds]}::uuid[])`)
    .where(nothingBrought)
    .select('o.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}
