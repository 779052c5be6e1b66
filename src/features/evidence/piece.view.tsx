import type { Child } from 'hono/jsx'
import { parseLocalDate } from '../../core/shared/local-date.ts'
import { Card, Grid } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { Breadcrumbs } from '../../ui/display/navigation.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { Details, SummaryList } from '../../ui/display/summary.tsx'
import { formatBytes, formatDate, formatDateTime, type Zone } from '../../ui/format.ts'
import { ButtonLink, ButtonRow, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf } from '../../ui/forms/error-summary.tsx'
import { InlineForm, PostForm } from '../../ui/forms/form.tsx'
import { TextArea } from '../../ui/forms/text-field.tsx'
import { translator } from '../../ui/messages.ts'
import { isShownInline } from './file-kinds.ts'
import { messages } from './messages.ts'
import { stateTag } from './piece-cells.ts'
import type { PieceDetail, PieceLink, PieceVersion } from './piece-detail.ts'
import { type UploadFormProps, VersionForm } from './upload-form.view.tsx'

export type PieceProps = Omit<UploadFormProps, 'action' | 'typed'> & {
  readonly zone: Zone
  readonly unitPath: string
  readonly piece: PieceDetail
  readonly typed: UploadFormProps['typed'] & { readonly reason?: string; readonly withdrawn?: string }
  readonly can: {
    readonly edit: boolean
    readonly review: 'yes' | 'own' | 'no'
    readonly withdraw: boolean
    readonly link: boolean
    readonly share: boolean
  }
  readonly newKey: () => string
  /** What other parts show of the piece, for instance a preview. */
  readonly preview?: Child
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

/** One piece of evidence: what it is, what it proves, every version, who judged it and what happened to it. */
export function PieceView(p: PieceProps) {
  const { locale, piece } = p
  const t = translator(messages, locale)
  const here = `${p.unitPath}/bukti/${piece.id}`
  const current = piece.versions[0]
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[{ text: t('evidence'), href: `${p.unitPath}/bukti` }, { text: piece.facts.title }]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={piece.facts.title}
        note={
          <>
            {stateTag(piece.state, locale)} {t('version', { n: piece.version })}
          </>
        }
        actions={
          <>
            {p.can.edit ? (
              <ButtonLink href={`${here}/ubah`} kind="quiet">
                {t('edit')}
              </ButtonLink>
            ) : null}
            {p.can.share ? (
              <ButtonLink href={`${here}/bagikan`} kind="quiet">
                {t('shareLink')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {piece.withdrawnReason ? (
        <Notice locale={locale} tone="warning" title={t('withdrawnTitle')}>
          <p>{piece.withdrawnReason}</p>
        </Notice>
      ) : null}
      {current?.warnings.includes('encrypted-pdf') ? (
        <Notice locale={locale} tone="warning">
          <p>{t('warning.encrypted-pdf')}</p>
        </Notice>
      ) : null}
      {p.preview}
      <Grid>
        <Card title={t('facts')} span="two-thirds">
          <Facts {...p} />
        </Card>
        <Card title={t('review')} span="third" id="periksa">
          <Review {...p} here={here} />
        </Card>
        <Card
          title={t('links')}
          flush
          action={p.can.link ? <a href={`${here}/kaitkan`}>{t('linkAdd')}</a> : undefined}
        >
          <Links {...p} here={here} />
        </Card>
        <Card title={t('versions')} flush>
          <Versions {...p} here={here} />
        </Card>
        {p.can.edit ? (
          <Card title={t('newVersion')} note={t('newVersionText')} id="versi">
            <VersionForm {...p} action={`${here}/versi`} revision={piece.revision} />
          </Card>
        ) : null}
        {p.can.withdraw ? (
          <Card title={t('withdraw')} note={t('withdrawText')} id="tarik">
            <Details summary={t('withdrawOpen')} open={p.typed.withdrawn !== undefined}>
              <PostForm action={`${here}/tarik`} csrf="" idempotencyKey={p.newKey()}>
                <input type="hidden" name="revision" value={piece.revision} />
                <TextArea
                  locale={locale}
                  name="withdrawn"
                  label={t('withdrawReason')}
                  rows={2}
                  value={p.typed.withdrawn}
                  error={errorOf(p.errors, 'withdrawn')}
                />
                <SubmitButton kind="danger">{t('withdraw')}</SubmitButton>
              </PostForm>
            </Details>
          </Card>
        ) : null}
        <Card title={t('history')} flush>
          <DataTable
            caption={t('history')}
            columns={[
              { header: t('when'), rowHeader: true, cell: h => formatDateTime(h.at, p.zone, locale) },
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
        </Card>
      </Grid>
    </>
  )
}

function Facts({ locale, piece, zone }: PieceProps) {
  const t = translator(messages, locale)
  const { facts } = piece
  const day = (date: PieceVersion['urlCheckedOn']) => (date ? formatDate(date, locale) : '–')
  const period = [facts.periodFrom, facts.periodTo].map(day).join(' – ')
  const language = (['id', 'en', 'other'] as const).find(one => one === facts.language) ?? 'other'
  return (
    <SummaryList
      rows={[
        { key: t('kind'), value: t(`kind.${facts.kind}`) },
        { key: t('documentNumber'), value: facts.documentNumber || '–' },
        { key: t('documentDate'), value: day(facts.documentDate) },
        ...(facts.periodFrom || facts.periodTo ? [{ key: t('period'), value: period }] : []),
        ...(facts.validUntil ? [{ key: t('validUntil'), value: day(facts.validUntil) }] : []),
        ...(facts.page ? [{ key: t('page'), value: facts.page }] : []),
        { key: t('language'), value: t(`language.${language}`) },
        ...(facts.keywords.length > 0 ? [{ key: t('keywords'), value: facts.keywords.join(', ') }] : []),
        { key: t('confidentiality'), value: t(`confidentiality.${facts.confidentiality}`) },
        {
          key: t('uploader'),
          value: `${piece.versions.at(-1)?.person ?? ''}, ${formatDateTime(piece.createdAt, zone, locale)}`,
        },
      ]}
    />
  )
}

function Review(p: PieceProps & { here: string }) {
  const { locale, piece } = p
  const t = translator(messages, locale)
  return (
    <>
      {piece.reviews.map(review => (
        <p>
          {stateTag(review.decision, locale)} {t('version', { n: review.version })}: {review.person},{' '}
          {formatDateTime(review.at, p.zone, locale)}
          {review.reason ? (
            <>
              <br />
              <b>{review.reason}</b>
            </>
          ) : null}
        </p>
      ))}
      {piece.state === 'accepted' ? <p class="muted">{t('lockedText')}</p> : null}
      {piece.state === 'submitted' && p.can.review === 'own' ? <p>{t('review.own')}</p> : null}
      {piece.state === 'submitted' && p.can.review === 'no' ? <p>{t('state.submitted')}</p> : null}
      {piece.state === 'submitted' && p.can.review === 'yes' ? (
        <PostForm action={`${p.here}/periksa`} csrf="" idempotencyKey={p.newKey()}>
          <input type="hidden" name="revision" value={piece.revision} />
          <TextArea
            locale={locale}
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            rows={3}
            value={p.typed.reason}
            error={errorOf(p.errors, 'reason')}
          />
          <ButtonRow>
            <SubmitButton name="decision" value="accepted">
              {t('accept')}
            </SubmitButton>
            <SubmitButton name="decision" value="returned" kind="quiet">
              {t('return')}
            </SubmitButton>
          </ButtonRow>
        </PostForm>
      ) : null}
    </>
  )
}

function Links(p: PieceProps & { here: string }) {
  const { locale, piece } = p
  const t = translator(messages, locale)
  const inWords = (text: string) =>
    text.replace(/\((\d{4}-\d\d-\d\d)\)$/, (_all, day: string) => {
      const date = parseLocalDate(day)
      return `(${date ? formatDate(date, locale) : day})`
    })
  const mayUnlink = p.can.link && piece.state !== 'accepted'
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
        ...(mayUnlink
          ? [
              {
                header: t('linkRemove'),
                headerHidden: true,
                cell: (link: PieceLink) => (
                  <InlineForm
                    action={`${p.here}/lepas`}
                    label={t('linkRemove')}
                    ariaLabel={t('linkRemoveAria', { name: link.subject })}
                    csrf=""
                    idempotencyKey={p.newKey()}
                    values={{ link: link.id }}
                  />
                ),
              },
            ]
          : []),
      ]}
      rows={piece.links}
      empty={{ title: t('linksEmpty') }}
    />
  )
}

function Versions(p: PieceProps & { here: string }) {
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
        <span class="sub">SHA-256 {version.sha256}</span>
      </>
    )
  }
  return (
    <DataTable
      caption={t('versions')}
      columns={[
        { header: t('versions'), rowHeader: true, cell: version => String(version.no), width: 'shrink' },
        { header: t('file'), width: 'grow', cell: content },
        { header: t('uploader'), cell: version => version.person },
        { header: t('uploadedAt'), cell: version => formatDateTime(version.uploadedAt, p.zone, locale) },
      ]}
      rows={piece.versions}
      empty={{ title: t('versions') }}
    />
  )
}
