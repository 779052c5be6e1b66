import { Card, Grid } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { Steps } from '../../../ui/display/steps.tsx'
import { Details } from '../../../ui/display/summary.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { ButtonLink, ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { RadioGroup } from '../../../ui/forms/choice-group.tsx'
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import type { Locale } from '../../../ui/messages.ts'
import type { Change, Comparison, KnownUnit, MatchFault } from './compare-people.ts'
import { fingerprint, lockable } from './confirm-list.ts'
import { columnText, describeFault, importText } from './messages.ts'
import type { RowFault } from './read-people.ts'
import type { StoredList } from './store-list.ts'

/** More rows of one kind than anyone reads through are counted, not drawn. */
const shownRows = 200

type Props = {
  readonly locale: Locale
  readonly list: StoredList
  readonly comparison: Comparison
  readonly units: readonly KnownUnit[]
  readonly ownId: string | null
  readonly path: string
  readonly formKey: string
  readonly problem?: string | undefined
}

/** What a list would change, before it does. */
export function ImportPreview(p: Props) {
  const { locale, list, comparison } = p
  const t = importText(locale)
  const count = (n: number) => formatNumber(n, locale)
  const faults: readonly AnyFault[] = [...list.content.faults, ...comparison.faults].sort(
    (a, b) => a.row - b.row,
  )
  const canLock = lockable(comparison.missing, p.ownId)
  const work = comparison.added.length + comparison.changed.length + canLock.length > 0
  return (
    <>
      <Steps locale={locale} items={[t('step.file'), t('step.check'), t('step.done')]} current={1} />
      <PageHead
        title={t('previewTitle')}
        note={t('previewNote', { file: list.fileName, rows: count(list.content.rows.length) })}
      />
      <ErrorSummary locale={locale} errors={p.problem ? [{ text: p.problem }] : []} />
      <Grid>
        {faults.length > 0 ? <Faults locale={locale} faults={faults} /> : null}
        <Added {...p} />
        <Changed {...p} />
      </Grid>
      <p>{t('unchanged', { count: count(comparison.unchanged) })}</p>
      {faults.length === 0 && comparison.missing.length > 0 ? (
        <Details summary={t('missing', { count: count(comparison.missing.length) })}>
          <ul>
            {comparison.missing.slice(0, shownRows).map(person => (
              <li>{person.nip ? `${person.name} (${person.nip})` : person.name}</li>
            ))}
          </ul>
          <More locale={locale} of={comparison.missing.length} />
        </Details>
      ) : null}
      {faults.length > 0 || !work ? (
        <ButtonLink href={p.path.replace(/\/[^/]*$/, '')} kind={faults.length > 0 ? 'primary' : 'quiet'}>
          {t('again')}
        </ButtonLink>
      ) : (
        <PostForm action={p.path} csrf="" idempotencyKey={p.formKey}>
          <CarriedFields values={{ seen: fingerprint(comparison) }} />
          {canLock.length > 0 ? (
            <RadioGroup
              locale={locale}
              name="missing"
              label={t('missingChoice')}
              hint={canLock.length < comparison.missing.length ? t('notLocked') : undefined}
              value="leave"
              choices={[
                { value: 'leave', text: t('leave') },
                { value: 'lock', text: t('lock', { count: count(canLock.length) }) },
              ]}
            />
          ) : null}
          <ButtonRow>
            <SubmitButton>{t('confirm')}</SubmitButton>
            <a href={p.path.replace(/\/[^/]*$/, '')}>{t('again')}</a>
          </ButtonRow>
        </PostForm>
      )}
    </>
  )
}

type AnyFault = { readonly row: number; readonly name: string; readonly fault: RowFault | MatchFault }

function Faults({ locale, faults }: { locale: Locale; faults: readonly AnyFault[] }) {
  const t = importText(locale)
  return (
    <Card title={t('faults', { count: formatNumber(faults.length, locale) })} note={t('faultsText')} flush>
      <DataTable
        caption={t('faults', { count: formatNumber(faults.length, locale) })}
        rows={faults.slice(0, shownRows)}
        columns={[
          { header: t('row'), numeric: true, width: 'shrink', cell: fault => String(fault.row) },
          { header: t('column.name'), rowHeader: true, cell: fault => fault.name || t('empty') },
          { header: t('fault'), width: 'grow', cell: fault => describeFault(fault.fault, locale) },
        ]}
        empty={{ title: '' }}
      />
      <More locale={locale} of={faults.length} />
    </Card>
  )
}

function Added({ locale, comparison: { added }, units }: Props) {
  const t = importText(locale)
  if (added.length === 0) return null
  const title = t('added', { count: formatNumber(added.length, locale) })
  return (
    <Card title={title} flush>
      <DataTable
        caption={title}
        rows={added.slice(0, shownRows)}
        columns={[
          { header: t('row'), numeric: true, width: 'shrink', cell: row => String(row.row) },
          { header: t('column.name'), rowHeader: true, cell: row => row.facts.name },
          { header: t('column.nip'), cell: row => row.facts.nip ?? '' },
          { header: t('column.position'), cell: row => row.facts.position },
          { header: t('column.rank'), cell: row => row.facts.rank },
          { header: t('column.email'), cell: row => row.facts.email ?? '' },
          {
            header: t('column.unit'),
            cell: row => units.find(unit => unit.id === row.facts.unitId)?.name ?? '',
          },
        ]}
        empty={{ title: '' }}
      />
      <More locale={locale} of={added.length} />
    </Card>
  )
}

function Changed({ locale, comparison: { changed } }: Props) {
  const t = importText(locale)
  if (changed.length === 0) return null
  const title = t('changed', { count: formatNumber(changed.length, locale) })
  return (
    <Card title={title} flush>
      <DataTable
        caption={title}
        rows={changed.slice(0, shownRows)}
        columns={[
          { header: t('row'), numeric: true, width: 'shrink', cell: row => String(row.row) },
          { header: t('column.name'), rowHeader: true, cell: row => row.facts.name },
          {
            header: t('changes'),
            width: 'grow',
            cell: row => <Changes locale={locale} changes={row.changes} />,
          },
        ]}
        empty={{ title: '' }}
      />
      <More locale={locale} of={changed.length} />
    </Card>
  )
}

function Changes({ locale, changes }: { locale: Locale; changes: readonly Change[] }) {
  const t = importText(locale)
  return (
    <>
      {changes.map(change => (
        <div>
          {columnText(change.field, locale)}: <span class="govuk-visually-hidden">{t('was')} </span>
          <del>{change.from || t('empty')}</del> <span aria-hidden="true">→</span>
          <span class="govuk-visually-hidden"> {t('becomes')}</span> <ins>{change.to || t('empty')}</ins>
        </div>
      ))}
    </>
  )
}

function More({ locale, of }: { locale: Locale; of: number }) {
  if (of <= shownRows) return null
  return <p class="muted">{importText(locale)('andMore', { count: formatNumber(of - shownRows, locale) })}</p>
}
