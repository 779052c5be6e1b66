import { SummaryList } from '../../../ui/display/summary.tsx'
import { formatDate, formatDateTime } from '../../../ui/format.ts'
import { ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { errorOf } from '../../../ui/forms/error-summary.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import { stateTag } from './piece-cells.ts'
import type { PieceVersion } from './piece-detail.ts'
import type { PieceProps } from './piece-props.ts'

export function Facts({ locale, piece, zone }: PieceProps) {
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

export function Review(p: PieceProps & { here: string }) {
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
      {piece.state === 'returned' && p.can.edit ? (
        <p>
          <a href="#versi">{t('review.next')}</a>
        </p>
      ) : null}
      {piece.state === 'submitted' && p.can.review === 'own' ? <p>{t('review.own')}</p> : null}
      {piece.state === 'submitted' && p.can.review === 'no' ? <p>{t('review.others')}</p> : null}
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
