import { type AreaCode, areaCodes } from '../../../core/access/role.ts'
import { type Finding, type FindingCode, remedies } from '../../../core/evidence/findings.ts'
import type { SettledFinding } from '../../../core/evidence/settle-findings.ts'
import { areaName } from '../../../ui/area-names.ts'
import { Card } from '../../../ui/display/card.tsx'
import { Breadcrumbs, Filters, Pagination } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatDateTime, type Zone } from '../../../ui/format.ts'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import { describeFinding, type FindingNames } from './describe-finding.ts'
import { aboutCell, ExplainForm, Findings, inOrder } from './findings.view.tsx'
import { findingMessages } from './messages.ts'
import { bulkRule, isOpen, type KeptExplanation } from './unit-findings.ts'

type Settled = SettledFinding<KeptExplanation>

export type FindingsPageProps = {
  readonly locale: Locale
  readonly zone: Zone
  /** The address of the unit's evidence. */
  readonly base: string
  readonly here: string
  readonly year: number
  readonly filter: { readonly code: FindingCode | null; readonly area: AreaCode | null }
  readonly all: readonly Settled[]
  readonly shown: readonly Settled[]
  readonly names: FindingNames
  /** The finding that is being explained. */
  readonly explained: Settled | null
  readonly explainHref: (finding: Finding) => string | null
  /** From 1; counts where one sort is shown. */
  readonly page: number
  readonly hrefOf: (code: FindingCode | null, page: number) => string
  readonly formKey: string
  readonly typed: string | undefined
  readonly errors: readonly FormError[]
}

const pageSize = 50
const shownOfEach = 10
const codes = Object.keys(remedies) as FindingCode[]

/** What an assessor would ask about, before the assessor does. */
export function FindingsPage(p: FindingsPageProps) {
  const { locale, filter } = p
  const t = translator(findingMessages, locale)
  const open = p.all.filter(isOpen).length
  const counts = Map.groupBy(p.all, ({ finding }) => finding.code)
  const active = filter.code !== null || filter.area !== null
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[
          { text: translator(messages, locale)('evidence'), href: p.base },
          { text: t('crumb', { year: String(p.year) }) },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead title={t('answer', { open, all: p.all.length })} note={t('pageNote')} />
      {p.explained ? <Explain {...p} explained={p.explained} /> : null}
      <div class="finding-filters">
        <Filters locale={locale} action={p.here} clearHref={active ? p.here : undefined}>
          <SelectField
            locale={locale}
            name="temuan"
            label={t('filter.code')}
            labelHidden
            empty={t('filter.allCodes')}
            value={filter.code ?? ''}
            options={codes
              .filter(code => counts.has(code) || code === filter.code)
              .map(code => ({
                value: code,
                text: `${t(`title.${code}`)} (${counts.get(code)?.length ?? 0})`,
              }))}
          />
          <SelectField
            locale={locale}
            name="area"
            label={translator(messages, locale)('allAreas')}
            labelHidden
            empty={translator(messages, locale)('allAreas')}
            value={filter.area ?? ''}
            options={areaCodes.map(code => ({ value: code, text: areaName(code, locale) }))}
          />
        </Filters>
      </div>
      <Findings
        locale={locale}
        zone={p.zone}
        findings={
          filter.code === null ? p.shown : inOrder(p.shown).slice((p.page - 1) * pageSize, p.page * pageSize)
        }
        {...(filter.code === null
          ? { each: { most: shownOfEach, hrefOf: (code: FindingCode) => p.hrefOf(code, 1) } }
          : {})}
        names={p.names}
        explainHref={p.explainHref}
      />
      {filter.code === null ? null : (
        <Pagination
          locale={locale}
          page={p.page}
          pageSize={pageSize}
          total={p.shown.length}
          hrefOf={page => p.hrefOf(filter.code, page)}
        />
      )}
      <p class="muted small">{t('bulkNote', { n: bulkRule.pieces, hours: bulkRule.hours })}</p>
    </>
  )
}

function Explain(p: FindingsPageProps & { readonly explained: Settled }) {
  const { locale } = p
  const t = translator(findingMessages, locale)
  const { finding, explanation } = p.explained
  return (
    <Card title={`${t('explain')}: ${t(`title.${finding.code}`)}`} id="jelaskan">
      <p>{aboutCell(finding, p.names, locale)}</p>
      <p>{describeFinding(finding, p.names, locale, p.zone)}</p>
      {explanation ? (
        <p class="muted">
          {explanation.person}, {formatDateTime(explanation.at, p.zone, locale)}: {explanation.text}
        </p>
      ) : null}
      <ExplainForm
        locale={locale}
        action={p.here}
        csrf=""
        idempotencyKey={p.formKey}
        findingKey={finding.key}
        value={p.typed}
        error={errorOf(p.errors, 'explanation')}
      />
    </Card>
  )
}
