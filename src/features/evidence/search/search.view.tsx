import type { Child } from 'hono/jsx'
import { areaCodes } from '../../../core/access/role.ts'
import { evidenceKinds } from '../../../core/evidence/kind.ts'
import { areaName } from '../../../ui/area-names.ts'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Filters, Pagination } from '../../../ui/display/navigation.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { ButtonLink } from '../../../ui/forms/button.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { asMarkup, escapeText, type Markup } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import { stateTag } from '../piece/piece-cells.ts'
import { type FoundPiece, marks } from './found-pieces.ts'
import { searchMessages } from './messages.ts'
import type { FacetName, Found } from './search-evidence.ts'
import { evidenceStates, type SearchFilter } from './search-filter.ts'

export type SearchProps = {
  readonly locale: Locale
  /** The address of the unit's evidence. */
  readonly base: string
  readonly filter: SearchFilter
  /** The words as they were typed. */
  readonly typed: string
  readonly found: Found
  readonly pieces: readonly FoundPiece[]
  readonly page: { readonly size: number; readonly number: number }
  readonly mayAdd: boolean
  readonly mayImport: boolean
  /** What else the head of the list says. */
  readonly notes?: Child
}

const query = (
  { filter, typed }: Pick<SearchProps, 'filter' | 'typed'>,
  page: number,
  state: SearchFilter['state'] = filter.state,
) =>
  new URLSearchParams(
    Object.entries({
      q: typed,
      jenis: filter.kind,
      status: state,
      area: filter.area,
      tahun: filter.year === null ? '' : String(filter.year),
      orang: filter.person,
      hal: page > 1 ? String(page) : '',
    }).filter(([, value]) => value !== ''),
  ).toString()

/** A unit's evidence: searched, narrowed, the best or the newest first. */
export function SearchView(p: SearchProps) {
  const { locale, base, filter, found } = p
  const t = translator(messages, locale)
  const s = translator(searchMessages, locale)
  const n = formatNumber(found.total, locale)
  const active = query(p, 1) !== ''
  const title =
    found.total > 0 ? s(found.more ? 'countMore' : 'count', { n }) : s(active ? 'notFound' : 'none')
  return (
    <>
      <PageHead
        title={title}
        note={found.more || filter.state !== '' ? undefined : <ByState {...p} />}
        actions={
          <>
            {p.mayAdd ? <ButtonLink href={`${base}/baru`}>{t('add')}</ButtonLink> : null}
            {p.mayImport ? (
              <ButtonLink href={`${base}/impor`} kind="quiet">
                {t('importLink')}
              </ButtonLink>
            ) : null}
            <ButtonLink href={`${base}/ekspor`} kind="quiet">
              {t('exportLink')}
            </ButtonLink>
          </>
        }
      />
      {p.notes}
      <div class="evidence-filters">
        <Filters locale={locale} action={base} clearHref={active ? base : undefined}>
          <TextField
            locale={locale}
            name="q"
            label={s('label')}
            labelHidden
            placeholder={s('label')}
            value={p.typed}
          />
          <Choices {...p} />
        </Filters>
      </div>
      {found.match?.how === 'like' && found.total > 0 ? (
        <Notice locale={locale} tone="info">
          <p>{s('like')}</p>
        </Notice>
      ) : null}
      {found.more ? <p class="muted">{s('moreNote', { n })}</p> : null}
      <DataTable
        caption={t('evidence')}
        columns={[
          {
            header: t('title'),
            rowHeader: true,
            width: 'grow',
            cell: piece => titleCell(piece, base, locale),
          },
          { header: t('state'), width: 'shrink', cell: piece => stateTag(piece.state, locale) },
          {
            header: t('documentDate'),
            width: 'shrink',
            cell: piece => (piece.documentDate ? formatDate(piece.documentDate, locale, 'short') : '–'),
          },
          {
            header: t('uploadedAt'),
            width: 'shrink',
            cell: piece =>
              asMarkup(
                `${formatDate(piece.uploadedOn, locale, 'short')}<span class="sub">${escapeText(piece.person)}</span>`,
              ),
          },
        ]}
        rows={p.pieces}
        empty={
          active
            ? { title: s('tryElse'), text: s('tryElseText'), action: <a href={base}>{s('clear')}</a> }
            : { title: t('list.empty'), text: t('list.emptyText') }
        }
      />
      <Pagination
        locale={locale}
        page={p.page.number}
        pageSize={p.page.size}
        total={found.total}
        hrefOf={page => `${base}?${query(p, page)}`}
      />
    </>
  )
}

/** How many wait, count and came back: each a list of its own. */
function ByState(p: SearchProps) {
  const t = translator(messages, p.locale)
  return (
    <>
      {evidenceStates
        .flatMap(state =>
          p.found.facets.state.filter(({ value }) => value === state).map(({ n }) => ({ state, n })),
        )
        .map(({ state, n }, at) => (
          <>
            {at > 0 ? ' · ' : null}
            <a href={`${p.base}?${query(p, 1, state)}`}>
              {formatNumber(n, p.locale)} {t(`state.${state}`).toLocaleLowerCase(p.locale)}
            </a>
          </>
        ))}
    </>
  )
}

/** A choice for each way of narrowing, with what it would leave. */
function Choices({ locale, filter, found }: SearchProps) {
  const t = translator(messages, locale)
  const s = translator(searchMessages, locale)
  const choice = (
    facet: FacetName,
    field: { name: string; label: string; empty: string; value: string },
    textOf: (value: string, text: string) => string,
  ) => {
    const counts = found.facets[facet].map(({ value, text, n }) => ({
      value,
      text: s('option', { text: textOf(value, text), n: formatNumber(n, locale) }),
    }))
    // What was chosen stays chosen, though nothing is left.
    const lost = field.value !== '' && !counts.some(({ value }) => value === field.value)
    const options = lost
      ? [...counts, { value: field.value, text: s('option', { text: textOf(field.value, '–'), n: '0' }) }]
      : counts
    return <SelectField locale={locale} labelHidden options={options} {...field} />
  }
  const area = areaCodes.find(code => code === filter.area)
  return (
    <>
      {choice(
        'area',
        { name: 'area', label: t('allAreas'), empty: t('allAreas'), value: area ?? '' },
        value => areaText(value, locale),
      )}
      {choice(
        'kind',
        { name: 'jenis', label: t('kind'), empty: t('allKinds'), value: filter.kind },
        value => {
          const kind = evidenceKinds.find(one => one === value)
          return kind ? t(`kind.${kind}`) : value
        },
      )}
      {choice(
        'year',
        {
          name: 'tahun',
          label: s('year'),
          empty: s('allYears'),
          value: filter.year === null ? '' : String(filter.year),
        },
        value => value,
      )}
      {choice(
        'state',
        { name: 'status', label: t('state'), empty: t('allStates'), value: filter.state },
        value => {
          const state = evidenceStates.find(one => one === value)
          return state ? t(`state.${state}`) : value
        },
      )}
      {choice(
        'person',
        { name: 'orang', label: t('uploader'), empty: t('everyone'), value: filter.person },
        (_value, text) => text,
      )}
    </>
  )
}

function areaText(value: string, locale: Locale): string {
  const code = areaCodes.find(one => one === value)
  return code ? areaName(code, locale) : value
}

function titleCell(piece: FoundPiece, base: string, locale: Locale): Markup {
  const t = translator(messages, locale)
  const about = [t(`kind.${piece.kind}`), piece.documentNumber].filter(Boolean).join(' · ')
  const excerpt = piece.excerpt === '' ? '' : `<span class="sub excerpt">${marked(piece.excerpt)}</span>`
  return asMarkup(
    `<a href="${base}/${piece.id}">${marked(piece.marked)}</a><span class="sub">${escapeText(about)}</span>${excerpt}`,
  )
}

const marked = (text: string): string =>
  escapeText(text.replace(/\s+/g, ' ')).replaceAll(marks.start, '<mark>').replaceAll(marks.end, '</mark>')
