import { type Finding, type FindingCode, remedies } from '../../../core/evidence/findings.ts'
import type { Explanation, SettledFinding } from '../../../core/evidence/settle-findings.ts'
import { Card, Grid } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { EmptyState } from '../../../ui/display/empty-state.tsx'
import type { Tone } from '../../../ui/display/obligation-state.ts'
import { tagMarkup } from '../../../ui/display/tag.tsx'
import type { Zone } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { asMarkup, escapeText, type Markup } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { describeFinding, type FindingNames } from './describe-finding.ts'
import { findingMessages } from './messages.ts'

type Settled = SettledFinding<Explanation>
const tones: Record<Settled['state'], Tone> = { open: 'due', changed: 'late', explained: 'done' }
const codes = Object.keys(remedies) as FindingCode[]
const states: readonly Settled['state'][] = ['changed', 'open', 'explained']
const dueOf = ({ finding }: Settled) => (finding.code === 'due-without-evidence' ? finding.due : '')
/** What the unit still has to look at stands first, and of that what is due longest. */
export const inOrder = <S extends Settled>(findings: readonly S[]): S[] =>
  findings.toSorted(
    (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || dueOf(a).localeCompare(dueOf(b)),
  )
/** A bulk upload may name hundreds of pieces. */
const shownPieces = 3

export type FindingsProps = {
  readonly locale: Locale
  readonly zone: Zone
  readonly findings: readonly Settled[]
  readonly names: FindingNames
  /** Where the reader may explain a finding; null where they may not. */
  readonly explainHref: (finding: Finding) => string | null
  /** So many of each sort are shown, and the rest is a link away; all where it is left out. */
  readonly each?: { readonly most: number; readonly hrefOf: (code: FindingCode) => string }
}

/**
 * What an honest look at the evidence shows, by sort of finding, each with what to do about it.
 * @example <Findings locale={l} zone={zone} findings={settled} names={names} explainHref={f => `…/${hash(f.key)}`} />
 */
export function Findings(p: FindingsProps) {
  const t = translator(findingMessages, p.locale)
  if (p.findings.length === 0) return <EmptyState title={t('none')} text={t('noneText')} />
  const byCode = Map.groupBy(inOrder(p.findings), ({ finding }) => finding.code)
  return (
    <Grid>
      {codes.flatMap(code => {
        const rows = byCode.get(code)
        return rows ? [<OneSort {...p} code={code} rows={rows} />] : []
      })}
    </Grid>
  )
}

function OneSort(p: FindingsProps & { code: FindingCode; rows: readonly Settled[] }) {
  const t = translator(findingMessages, p.locale)
  const title = t(`title.${p.code}`)
  const more = p.each && p.rows.length > p.each.most ? p.each.hrefOf(p.code) : null
  const isMissing = p.code === 'due-without-evidence'
  return (
    <Card title={`${title} (${p.rows.length})`} note={t(`remedy.${remedies[p.code]}`)} flush>
      <DataTable
        caption={title}
        columns={[
          {
            header: t(isMissing ? 'column.obligation' : 'column.about'),
            rowHeader: true,
            width: 'grow',
            cell: ({ finding }) => aboutCell(finding, p.names, p.locale),
          },
          // An obligation says itself when it was due.
          ...(isMissing
            ? []
            : [
                {
                  header: t('column.fact'),
                  width: 'grow' as const,
                  cell: ({ finding }: Settled) => describeFinding(finding, p.names, p.locale, p.zone),
                },
              ]),
          // A state that all of them have stands in the heading already.
          ...(p.rows.every(({ state }) => state === 'open')
            ? []
            : [{ header: t('column.state'), cell: (row: Settled) => stateCell(row, p.locale) }]),
          {
            header: t('column.act'),
            headerHidden: true,
            width: 'shrink',
            cell: ({ finding, state }) => {
              const href = p.explainHref(finding)
              if (href === null) return ''
              const text = t(state === 'explained' ? 'explainAgain' : 'explain')
              const whole = `${text}: ${describeFinding(finding, p.names, p.locale, p.zone)}`
              const links = [
                ...(finding.code === 'due-without-evidence' && state !== 'explained'
                  ? [bringLink(p.names.obligation(finding.obligationId), p.locale)]
                  : []),
                `<a href="${escapeText(href)}" aria-label="${escapeText(whole)}">${escapeText(text)}</a>`,
              ]
              return asMarkup(`<span class="finding-acts">${links.join('')}</span>`)
            },
          },
        ]}
        rows={p.rows.slice(0, p.each?.most)}
        empty={{ title: t('none') }}
      />
      {more === null ? null : (
        <p class="card-more">
          <a href={more}>{t('seeAll', { n: p.rows.length, title })}</a>
        </p>
      )}
    </Card>
  )
}

/** To the form that brings what is missing. */
function bringLink(
  { title, href }: { readonly title: string; readonly href: string },
  locale: Locale,
): string {
  const text = translator(findingMessages, locale)('bring')
  return `<a href="${escapeText(href)}#unggah" aria-label="${escapeText(`${text}: ${title}`)}">${escapeText(text)}</a>`
}

/** What a finding is about, as links. */
export function aboutCell(finding: Finding, names: FindingNames, locale: Locale): Markup {
  const links =
    finding.code === 'due-without-evidence'
      ? [names.obligation(finding.obligationId)]
      : finding.evidenceIds.slice(0, shownPieces).map(names.piece)
  const more = finding.evidenceIds.length - shownPieces
  const shown = links.map(({ title, href }) => `<a href="${escapeText(href)}">${escapeText(title)}</a>`)
  if (more > 0)
    shown.push(
      `<span class="muted">${escapeText(translator(findingMessages, locale)('more', { n: more }))}</span>`,
    )
  return asMarkup(shown.join('<br>'))
}

function stateCell({ state, explanation }: Settled, locale: Locale): Markup {
  const tag = tagMarkup(tones[state], translator(findingMessages, locale)(`state.${state}`))
  const words = explanation === null ? '' : `<span class="sub">${escapeText(explanation.text)}</span>`
  return asMarkup(`${tag}${words}`)
}

export type ExplainFormProps = {
  readonly locale: Locale
  readonly action: string
  readonly csrf: string
  readonly idempotencyKey: string
  /** The finding's key, carried along: an explanation of facts that changed meanwhile must not settle the new ones. */
  readonly findingKey: string
  readonly value?: string
  readonly error?: string | undefined
}

/** The form in which a unit explains a finding. */
export function ExplainForm(p: ExplainFormProps) {
  const t = translator(findingMessages, p.locale)
  return (
    <PostForm action={p.action} csrf={p.csrf} idempotencyKey={p.idempotencyKey}>
      <CarriedFields values={{ key: p.findingKey }} />
      <TextArea
        locale={p.locale}
        name="explanation"
        label={t('explainField')}
        hint={t('explainHint')}
        rows={4}
        value={p.value}
        error={p.error}
      />
      <SubmitButton>{t('save')}</SubmitButton>
    </PostForm>
  )
}
