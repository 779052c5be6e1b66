import { Card, Grid } from '../../../ui/display/card.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { Details } from '../../../ui/display/summary.tsx'
import { ButtonLink, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf } from '../../../ui/forms/error-summary.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { VersionForm } from '../bring/upload-form.view.tsx'
import { messages } from '../messages.ts'
import { stateTag } from './piece-cells.ts'
import { Facts, Review } from './piece-facts.view.tsx'
import type { PieceProps } from './piece-props.ts'
import { History, Links, Versions } from './piece-tables.view.tsx'
import { leastReason } from './review-evidence.ts'

/** One piece of evidence: what it shows beside who judged it, what it proves, its versions and its history. */
export function PieceView(p: PieceProps) {
  const { locale, piece } = p
  const t = translator(messages, locale)
  const here = `${p.unitPath}/bukti/${piece.id}`
  const isReturned = piece.state === 'returned'
  const newVersion = p.can.edit ? <NewVersion {...p} here={here} /> : null
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
      {piece.versions[0]?.warnings.includes('encrypted-pdf') ? (
        <Notice locale={locale} tone="warning">
          <p>{t('warning.encrypted-pdf')}</p>
        </Notice>
      ) : null}
      <Grid>
        {p.preview}
        <div class={p.preview ? 'span-third card-stack' : 'card-stack'}>
          {piece.state === 'submitted' || piece.reviews.length > 0 ? (
            <Card title={t(isAsked(p) ? 'review' : 'reviews')} id="periksa">
              <Review {...p} here={here} />
            </Card>
          ) : null}
          <Card title={t('facts')}>
            <Facts {...p} />
          </Card>
        </div>
        {isReturned ? newVersion : null}
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
        {isReturned ? null : newVersion}
        {p.can.withdraw ? <Withdrawal {...p} here={here} /> : null}
        <Card title={t('history')} flush>
          <History {...p} />
        </Card>
      </Grid>
    </>
  )
}

type Here = PieceProps & { readonly here: string }

const isAsked = ({ piece, can }: PieceProps) => piece.state === 'submitted' && can.review === 'yes'

/** Open where it is the next step: after a return, or when the last attempt went wrong. */
function NewVersion(p: Here) {
  const t = translator(messages, p.locale)
  const isNext =
    p.piece.state === 'returned' ||
    p.waiting.length > 0 ||
    ['files', 'url'].some(has => errorOf(p.errors, has))
  return (
    <Card title={t('newVersion')} note={t('newVersionText')} id="versi">
      <Details summary={t('newVersionOpen')} open={isNext}>
        <VersionForm {...p} action={`${p.here}/versi`} revision={p.piece.revision} />
      </Details>
    </Card>
  )
}

function Withdrawal(p: Here) {
  const { locale } = p
  const t = translator(messages, locale)
  return (
    <Card title={t('withdraw')} note={t('withdrawText')} id="tarik">
      <Details summary={t('withdrawOpen')} open={p.typed.withdrawn !== undefined}>
        <PostForm action={`${p.here}/tarik`} csrf="" idempotencyKey={p.newKey()}>
          <input type="hidden" name="revision" value={p.piece.revision} />
          <TextArea
            locale={locale}
            name="withdrawn"
            label={t('withdrawReason')}
            hint={t('withdrawHint', { n: leastReason })}
            rows={2}
            value={p.typed.withdrawn}
            error={errorOf(p.errors, 'withdrawn')}
          />
          <SubmitButton kind="danger">{t('withdraw')}</SubmitButton>
        </PostForm>
      </Details>
    </Card>
  )
}
