import { areaCodes } from '../../core/access/role.ts'
import { evidenceKinds } from '../../core/evidence/kind.ts'
import { areaName } from '../../ui/area-names.ts'
import { DataTable } from '../../ui/display/data-table.tsx'
import { Filters, Pagination } from '../../ui/display/navigation.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDate, formatDateTime, type Zone } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { messages } from './messages.ts'
import { pieceCell, stateTag } from './piece-cells.ts'
import { type Piece, type PieceFilter, piecesPerPage } from './queries.ts'

export type ListProps = {
  readonly locale: Locale
  readonly zone: Zone
  /** The address of the unit's evidence. */
  readonly base: string
  readonly filter: PieceFilter
  readonly rows: readonly Piece[]
  readonly total: number
  readonly page: number
  readonly mayAdd: boolean
}

const query = (filter: PieceFilter, page: number) =>
  new URLSearchParams(
    Object.entries({
      q: filter.q,
      jenis: filter.kind,
      status: filter.state,
      area: filter.area,
      saya: filter.mine ? '1' : '',
      hal: page > 1 ? String(page) : '',
    }).filter(([, value]) => value !== ''),
  ).toString()

/** A unit's evidence, the newest first. */
export function ListView(p: ListProps) {
  const { locale, base, filter } = p
  const t = translator(messages, locale)
  const active = query(filter, 1) !== ''
  const addButton = p.mayAdd ? <ButtonLink href={`${base}/baru`}>{t('add')}</ButtonLink> : undefined
  return (
    <>
      <PageHead title={t('list.title', { n: p.total })} actions={addButton} />
      <Filters locale={locale} action={base} clearHref={active ? base : undefined}>
        <TextField
          locale={locale}
          name="q"
          label={t('search')}
          labelHidden
          placeholder={t('search')}
          value={filter.q}
        />
        <SelectField
          locale={locale}
          name="jenis"
          label={t('kind')}
          labelHidden
          empty={t('allKinds')}
          value={filter.kind}
          options={evidenceKinds.map(kind => ({ value: kind, text: t(`kind.${kind}`) }))}
        />
        <SelectField
          locale={locale}
          name="status"
          label={t('state')}
          labelHidden
          empty={t('allStates')}
          value={filter.state}
          options={(['submitted', 'accepted', 'returned'] as const).map(state => ({
            value: state,
            text: t(`state.${state}`),
          }))}
        />
        <SelectField
          locale={locale}
          name="area"
          label={t('allAreas')}
          labelHidden
          empty={t('allAreas')}
          value={filter.area}
          options={areaCodes.map(code => ({ value: code, text: areaName(code, locale) }))}
        />
        <SelectField
          locale={locale}
          name="saya"
          label={t('uploader')}
          labelHidden
          empty={t('everyone')}
          value={filter.mine ? '1' : ''}
          options={[{ value: '1', text: t('mine') }]}
        />
      </Filters>
      <DataTable
        caption={t('evidence')}
        columns={[
          {
            header: t('title'),
            rowHeader: true,
            width: 'grow',
            cell: piece => pieceCell(piece, base, locale),
          },
          { header: t('state'), cell: piece => stateTag(piece.state, locale) },
          {
            header: t('documentDate'),
            cell: piece => (piece.documentDate ? formatDate(piece.documentDate, locale, 'short') : '–'),
          },
          { header: t('uploader'), cell: piece => piece.person },
          { header: t('uploadedAt'), cell: piece => formatDateTime(piece.createdAt, p.zone, locale) },
        ]}
        rows={p.rows}
        empty={{ title: t('list.empty'), text: t('list.emptyText') }}
      />
      <Pagination
        locale={locale}
        page={p.page}
        pageSize={piecesPerPage}
        total={p.total}
        hrefOf={page => `${base}?${query(filter, page)}`}
      />
    </>
  )
}
