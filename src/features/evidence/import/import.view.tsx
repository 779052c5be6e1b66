import { parseLocalDate } from '../../../core/shared/local-date.ts'
import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Breadcrumbs, Pagination, Tabs } from '../../../ui/display/navigation.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatBytes, formatDate } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, type FormError } from '../../../ui/forms/error-summary.tsx'
import { HiddenFields, PostForm } from '../../../ui/forms/form.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { placeValue } from './choose-places.ts'
import { describeLink, describeReasons, describeRefusal, mayChoose } from './describe-row.ts'
import { importMessages } from './import-messages.ts'
import {
  type Counts,
  type ImportHead,
  type ImportRow,
  rowsPerPage,
  type View,
  views,
} from './import-queries.ts'

export type ImportProps = {
  readonly locale: Locale
  /** The address of the unit's evidence. */
  readonly base: string
  readonly head: ImportHead
  readonly counts: Counts
  readonly rows: readonly ImportRow[]
  readonly view: View
  readonly page: number
  readonly errors: readonly FormError[]
  readonly newKey: () => string
}

/** One import: how far it is, and where each file goes. */
export function ImportView(p: ImportProps) {
  const { locale, head, counts } = p
  const t = translator(importMessages, locale)
  const here = `${p.base}/impor/${head.id}`
  const state = head.stale ? 'stopped' : head.state
  const list = (view: View, page = 1) => `${here}?lihat=${view}${page > 1 ? `&hal=${page}` : ''}`
  // A page that reloads by itself would lose what is being chosen.
  const choosing = p.rows.some(mayChoose) && head.state !== 'running'
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[
          { text: t('evidence'), href: p.base },
          { text: t('title'), href: `${p.base}/impor` },
          { text: head.name },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={t(`answer.${state}`, counts)}
        note={`${t(`source.${head.source}`)} ${head.name} · ${head.year}`}
      />
      {state === 'running' ? (
        <Notice locale={locale} tone="info">
          <p>
            {t('refresh')} <a href={here}>{t('reload')}</a>
          </p>
        </Notice>
      ) : null}
      {state === 'stopped' ? (
        <Notice locale={locale} tone={head.stale ? 'info' : 'warning'}>
          <p>{t(`stop.${stopOf(head)}`)}</p>
        </Notice>
      ) : null}
      {head.stale ? (
        <PostForm action={`${here}/jalankan`} csrf="" idempotencyKey={p.newKey()}>
          <SubmitButton kind="quiet">{t('resumeNow')}</SubmitButton>
        </PostForm>
      ) : null}
      {head.state !== 'running' && counts.take > 0 ? (
        <Card title={t(state === 'ready' ? 'start' : 'resume', { n: counts.take })}>
          <p>{t('startText')}</p>
          <PostForm action={`${here}/jalankan`} csrf="" idempotencyKey={p.newKey()}>
            <SubmitButton>{t(state === 'ready' ? 'start' : 'resume', { n: counts.take })}</SubmitButton>
          </PostForm>
        </Card>
      ) : null}
      {head.source === 'links' ? (
        <div class="import-check">
          <PostForm action={`${here}/periksa`} csrf="" idempotencyKey={p.newKey()}>
            <SubmitButton kind="quiet">{t('link.check')}</SubmitButton>
          </PostForm>
        </div>
      ) : null}
      <Tabs
        label={t('choices')}
        items={views.map(view => ({
          text: t(`view.${view}`),
          href: list(view),
          current: view === p.view,
          count: counts[view],
        }))}
      />
      {choosing ? (
        <form
          class="import-choices"
          method="post"
          action={list(p.view, p.page).replace(here, `${here}/pilih`)}
        >
          <HiddenFields csrf="" idempotencyKey={p.newKey()} />
          <Files {...p} here={here} choosing />
          <SubmitButton kind="quiet">{t('save')}</SubmitButton>
        </form>
      ) : (
        <Files {...p} here={here} choosing={false} />
      )}
      <Pagination
        locale={locale}
        page={p.page}
        pageSize={rowsPerPage}
        total={counts[p.view]}
        hrefOf={page => list(p.view, page)}
      />
    </>
  )
}

const stops = [
  'store-full',
  'store-unavailable',
  'scan-unavailable',
  'not-in-source',
  'unit-closed',
  'died-again',
  'not-allowed',
  'fault',
] as const
const stopOf = (head: ImportHead) =>
  head.stale ? 'stale' : (stops.find(one => one === head.problem) ?? 'fault')

function Files(p: ImportProps & { here: string; choosing: boolean }) {
  const { locale } = p
  const t = translator(importMessages, locale)
  const place = (row: ImportRow) => {
    if (row.evidenceId !== null)
      return (
        <a href={`${p.base}/${row.evidenceId}`} aria-label={t('openPieceAria', { path: row.path })}>
          {t('openPiece')}
        </a>
      )
    if (!mayChoose(row)) return ''
    if (!p.choosing) return chosenText(row, locale)
    return (
      <>
        <SelectField
          locale={locale}
          name={`p-${row.id}`}
          label={t('placeOf', { path: row.path })}
          labelHidden
          empty={false}
          value={placeValue(row)}
          options={optionsOf(row, locale)}
        />
        <a href={`${p.here}/berkas/${row.id}`} aria-label={t('furtherAria', { path: row.path })}>
          {t('further')}
        </a>
      </>
    )
  }
  return (
    <DataTable
      caption={t('choices')}
      columns={[
        {
          header: t('path'),
          rowHeader: true,
          width: 'grow',
          cell: row => (
            <>
              {row.path.split('/').at(-1)}
              {row.path.includes('/') ? (
                <span class="sub">{row.path.slice(0, row.path.lastIndexOf('/'))}</span>
              ) : null}
              {row.size === null ? null : <span class="sub">{formatBytes(Number(row.size), locale)}</span>}
              {row.url === null ? null : (
                <span class="sub">
                  {row.url} · {describeLink(row, locale)}
                </span>
              )}
            </>
          ),
        },
        { header: t('place'), cell: place },
        {
          header: t('why'),
          width: 'grow',
          cell: row => {
            const refusal = describeRefusal(row, locale)
            if (refusal !== null && row.state === 'taken') return refusal
            if (refusal !== null) return <span class="text-late">{refusal}</span>
            const { certainty, reasons } = describeReasons(row, locale)
            return (
              <>
                {certainty}
                <span class="sub">{reasons}</span>
              </>
            )
          },
        },
      ]}
      rows={p.rows}
      empty={{ title: t('empty') }}
    />
  )
}

/** What a choice fills and until when, short enough for a table. */
function placeText(slot: string, label: string, locale: Locale): string {
  const date = parseLocalDate(label.slice(0, 10))
  const what = slot || label.slice(11)
  const short = what.length > 42 ? `${what.slice(0, 41)}…` : what
  return date ? `${short} (${formatDate(date, locale, 'short')})` : short
}

function optionsOf(row: ImportRow, locale: Locale) {
  const t = translator(importMessages, locale)
  const suggested = row.suggested.map(one => ({
    value: `${one.obligationId} ${one.slot}`.trim(),
    text: placeText(one.slot, one.label, locale),
  }))
  const own = placeValue(row)
  const chosen =
    row.obligationId !== null && !suggested.some(one => one.value === own)
      ? [{ value: own, text: chosenText(row, locale) }]
      : []
  return [...chosen, ...suggested, { value: 'none', text: t('none') }, { value: 'skip', text: t('skip') }]
}

function chosenText(row: ImportRow, locale: Locale): string {
  const t = translator(importMessages, locale)
  if (row.choice === 'skip') return t('skip')
  if (row.obligationId === null) return t('none')
  return placeText(row.slotText, row.place ?? '', locale)
}
