import { parseLocalDate } from '../../../core/shared/local-date.ts'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { formatBytes, formatDate, formatDateTime } from '../../../ui/format.ts'
import { InlineForm } from '../../../ui/forms/form.tsx'
import { translator } from '../../../ui/messages.ts'
import { isShownInline } from '../bring/file-kinds.ts'
import { messages } from '../messages.ts'
import type { PieceLink, PieceVersion } from './piece-detail.ts'
import type { PieceProps } from './piece-props.ts'

export function Links(p: PieceProps & { here: string }) {
  const { locale, piece } = p
  const t = translator(messages, locale)
  const inWords = (text: string) =>
    text.replace(/\((\d{4}-\d\d-\d\d)\)$/, (_all, day: string) => {
      const date = parseLocalDate(day)
      return `(${date ? formatDate(date, locale) : day})`
    })
  const subject = (link: PieceLink) => (
    <>
      {link.obligationId ? (
        <a href={`${p.unitPath}/bukti/kewajiban/${link.obligationId}`}>{inWords(link.subject)}</a>
      ) : (
        inWords(link.subject)
      )}
      {link.obligationId || link.itemCode ? null : <span class="sub">{t('linkGone')}</span>}
    </>
  )
  return (
    <DataTable
      caption={t('links')}
      columns={[
        { header: t('linkChoose'), rowHeader: true, width: 'grow', cell: subject },
        { header: t('slot'), cell: link => link.itemCode ?? (link.slot || '–') },
        { header: t('page'), cell: link => link.page || '–' },
        ...(piece.links.some(p.can.unlink)
          ? [
              {
                header: t('linkRemove'),
                headerHidden: true,
                cell: (link: PieceLink) =>
                  p.can.unlink(link) ? (
                    <InlineForm
                      action={`${p.here}/lepas`}
                      label={t('linkRemove')}
                      ariaLabel={t('linkRemoveAria', { name: link.subject })}
                      csrf=""
                      idempotencyKey={p.newKey()}
                      values={{ link: link.id }}
                    />
                  ) : null,
              },
            ]
          : []),
      ]}
      rows={piece.links}
      empty={{ title: t('linksEmpty') }}
    />
  )
}

export function Versions(p: PieceProps & { here: string }) {
  const { locale, piece } = p
  const t = translator(messages, locale)
  const content = (version: PieceVersion) => {
    if (version.url !== null)
      return (
        <>
          <a href={version.url} rel="noreferrer noopener external">
            {version.urlTitle ?? version.url}
          </a>
          <span class="sub">
            {version.urlCheckedOn
              ? t('checkedOn', { date: formatDate(version.urlCheckedOn, locale) })
              : t('notChecked')}
          </span>
        </>
      )
    const name = version.fileName ?? ''
    return (
      <>
        <a
          href={`${p.here}/berkas/${version.no}`}
          download={isShownInline(version.type ?? '') ? undefined : name}
        >
          {name}
        </a>
        <span class="sub">
          {formatBytes(version.size ?? 0, locale)} · {t(version.scannedAt ? 'scannedYes' : 'scannedNo')}
        </span>
        <span class="sub hash">SHA-256 {version.sha256}</span>
      </>
    )
  }
  return (
    <DataTable
      caption={t('versions')}
      columns={[
        { header: t('versionNo'), rowHeader: true, cell: version => String(version.no), width: 'shrink' },
        { header: t('file'), width: 'grow', cell: content },
        { header: t('uploader'), cell: version => version.person },
        { header: t('uploadedAt'), cell: version => formatDateTime(version.uploadedAt, p.zone, locale) },
      ]}
      rows={piece.versions}
      empty={{ title: t('versions') }}
    />
  )
}

const past = [
  'evidence-added',
  'evidence-version-added',
  'evidence-edited',
  'evidence-accepted',
  'evidence-returned',
  'evidence-withdrawn',
  'evidence-linked',
  'evidence-unlinked',
  'evidence-shared',
  'evidence-share-opened',
  'evidence-share-revoked',
] as const

export function History({ locale, piece, zone }: PieceProps) {
  const t = translator(messages, locale)
  return (
    <DataTable
      caption={t('history')}
      columns={[
        { header: t('when'), rowHeader: true, cell: h => formatDateTime(h.at, zone, locale) },
        {
          header: t('what'),
          cell: h => {
            const known = past.find(one => one === h.action)
            return known ? t(`history.${known}`) : h.action
          },
        },
        { header: t('who'), cell: h => h.person ?? '–' },
      ]}
      rows={piece.history}
      empty={{ title: t('history') }}
    />
  )
}
