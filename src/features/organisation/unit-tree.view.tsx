import { DataTable } from '../../ui/display/data-table.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { Tag } from '../../ui/display/tag.tsx'
import { formatNumber } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { ErrorSummary, type FormError } from '../../ui/forms/error-summary.tsx'
import { InlineForm } from '../../ui/forms/form.tsx'
import type { Locale } from '../../ui/messages.ts'
import type { Unit } from '../context.ts'
import type { TreeUnit } from './subtree.ts'
import { unitText } from './unit-messages.ts'

export type UnitTreeProps = {
  readonly locale: Locale
  readonly unit: Pick<Unit, 'name' | 'closed'>
  /** The address of its units. */
  readonly path: string
  readonly units: readonly TreeUnit[]
  /** Active people of each unit. */
  readonly people: ReadonlyMap<string, number>
  readonly errors: readonly FormError[]
  readonly newKey: () => string
}

/** A unit and those below it, closed ones too. */
export function UnitTree({ locale, unit, path, units, people, errors, newKey }: UnitTreeProps) {
  const t = unitText(locale)
  const changeable = !unit.closed
  return (
    <>
      <PageHead
        title={t('units')}
        note={t('note', { unit: unit.name })}
        actions={changeable ? <ButtonLink href={`${path}/baru`}>{t('add')}</ButtonLink> : undefined}
      />
      <ErrorSummary locale={locale} errors={errors} />
      <DataTable
        caption={t('units')}
        rows={units}
        columns={[
          {
            header: t('name'),
            rowHeader: true,
            width: 'grow',
            cell: row => (
              <span class={`depth-${Math.min(row.depth, 4)}`}>
                <a href={`/u/${row.slug}/unit`}>{row.name}</a>
              </span>
            ),
          },
          { header: t('shortName'), wideOnly: true, cell: row => row.shortName },
          { header: t('people'), numeric: true, cell: row => formatNumber(people.get(row.id) ?? 0, locale) },
          {
            header: t('state'),
            cell: row => (row.closed ? <Tag tone="wait">{t('closed')}</Tag> : t('open')),
          },
          {
            header: t('change'),
            headerHidden: true,
            cell: row =>
              changeable ? <UnitActions locale={locale} row={row} path={path} newKey={newKey} /> : null,
          },
        ]}
        empty={{ title: t('empty') }}
      />
    </>
  )
}

type ActionsProps = Pick<UnitTreeProps, 'locale' | 'path' | 'newKey'> & { readonly row: TreeUnit }

function UnitActions({ locale, row, path, newKey }: ActionsProps) {
  const t = unitText(locale)
  if (row.closed)
    return (
      <InlineForm
        action={`${path}/${row.id}/buka`}
        csrf=""
        idempotencyKey={newKey()}
        label={t('reopen')}
        ariaLabel={`${t('reopen')}: ${row.name}`}
      />
    )
  return (
    <a href={`${path}/${row.id}/ubah`} aria-label={`${t('change')}: ${row.name}`}>
      {t('change')}
    </a>
  )
}
