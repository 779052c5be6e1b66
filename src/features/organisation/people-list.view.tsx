import { DataTable } from '../../ui/display/data-table.tsx'
import { Filters, Pagination } from '../../ui/display/navigation.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import type { Locale } from '../../ui/messages.ts'
import { peopleText } from './people-messages.ts'

export type PeopleListProps = {
  readonly locale: Locale
  /** The address of the unit's people. */
  readonly path: string
  /** Whether the reader may change them. */
  readonly manage: boolean
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly nip: string | null
    readonly email: string | null
    readonly position: string
    readonly active: boolean
    readonly user_id: string | null
    readonly unit: string
  }[]
  readonly search: string
  readonly page: number
  readonly pageSize: number
  readonly total: number
}

/** The employees of a unit and those below it, to be searched. */
export function PeopleList(p: PeopleListProps) {
  const { locale, path, manage, rows, search, page, pageSize, total } = p
  const t = peopleText(locale)
  return (
    <>
      <PageHead
        title={t('count', { n: total })}
        actions={
          manage ? (
            <>
              <ButtonLink href={`${path}/impor`} kind="quiet">
                {t('import')}
              </ButtonLink>
              <ButtonLink href={`${path}/baru`}>{t('add')}</ButtonLink>
            </>
          ) : undefined
        }
      />
      <Filters locale={locale} action={path} clearHref={search ? path : undefined}>
        <TextField locale={locale} name="q" type="search" label={t('search')} value={search} width={20} />
      </Filters>
      <DataTable
        caption={t('people')}
        rows={rows}
        columns={[
          { header: t('name'), rowHeader: true, cell: row => <Named {...row} /> },
          { header: 'NIP', cell: row => row.nip ?? '' },
          { header: t('position'), cell: row => row.position },
          { header: 'Unit', cell: row => row.unit },
          {
            header: t('account'),
            width: 'shrink',
            cell: row => (row.active ? (row.user_id ? t('has') : t('none')) : t('lockedPerson')),
          },
          {
            header: t('edit'),
            headerHidden: true,
            cell: row =>
              manage ? (
                <a href={`${path}/${row.id}/ubah`} aria-label={`${t('edit')}: ${row.name}`}>
                  {t('edit')}
                </a>
              ) : null,
          },
        ]}
        empty={{ title: t('empty') }}
      />
      <Pagination
        locale={locale}
        page={page}
        pageSize={pageSize}
        total={total}
        hrefOf={n => `?page=${n}&q=${encodeURIComponent(search)}`}
      />
    </>
  )
}

const Named = (p: { name: string; email: string | null }) => (
  <>
    {p.name}
    <span class="sub">{p.email}</span>
  </>
)
