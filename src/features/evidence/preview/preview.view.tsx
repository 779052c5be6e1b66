import { Card } from '../../../ui/display/card.tsx'
import { formatDate } from '../../../ui/format.ts'
import { ButtonLink, ButtonRow } from '../../../ui/forms/button.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { type FileKind, isShownInline, kindOfType } from '../bring/file-kinds.ts'
import {
  type ContentWarning,
  describeContentProblem,
  describeContentWarning,
  ReadableBlocks,
  textKinds,
  thumbnailKinds,
} from '../content/index.ts'
import type { PieceDetail, PieceVersion } from '../piece/piece-detail.ts'
import { beginningBlocks } from './beginning.ts'
import type { KnownContent } from './content-of.ts'
import { previewMessages } from './messages.ts'

export type PreviewProps = {
  readonly locale: Locale
  /** The address of the piece. */
  readonly here: string
  readonly piece: PieceDetail
  readonly content: KnownContent | null
  readonly mayEdit: boolean
}

/** Kinds that are read in the background. */
const inside: readonly FileKind[] = [...textKinds, ...thumbnailKinds]
const pictures: readonly FileKind[] = ['jpeg', 'png', 'webp']

/** What a piece of evidence shows, without leaving its page; links do the same where a browser cannot. */
export function Preview(p: PreviewProps) {
  const t = translator(previewMessages, p.locale)
  const version = p.piece.versions[0]
  if (!version) return null
  if (version.url !== null)
    return (
      <Card title={t('title')} span="two-thirds" id="isi">
        <p>{t('elsewhere')}</p>
        <ButtonRow>
          <ButtonLink href={version.url} kind="quiet">
            {version.urlTitle ?? version.url}
          </ButtonLink>
        </ButtonRow>
      </Card>
    )
  const kind = kindOfType(version.type ?? '')
  const bytes = `${p.here}/berkas/${version.no}`
  return (
    <Card
      title={t('title')}
      span="two-thirds"
      note={p.content?.pages ? t('pages', { n: p.content.pages }) : undefined}
      id="isi"
    >
      <Shown {...p} version={version} kind={kind} bytes={bytes} />
      {kind && inside.includes(kind) ? <Notes {...p} /> : null}
      <ButtonRow>
        <ButtonLink href={bytes} kind="quiet">
          {t(isShownInline(version.type ?? '') ? 'open' : 'save')}
        </ButtonLink>
        {kind && textKinds.includes(kind) ? (
          <ButtonLink href={`${p.here}/isi/${version.no}`} kind="quiet">
            {t('read')}
          </ButtonLink>
        ) : null}
      </ButtonRow>
    </Card>
  )
}

type ShownProps = PreviewProps & {
  readonly version: PieceVersion
  readonly kind: FileKind | undefined
  readonly bytes: string
}

function Shown({ locale, here, content, version, kind, bytes, mayEdit }: ShownProps) {
  const t = translator(previewMessages, locale)
  const name = version.fileName ?? ''
  const small = content?.thumbnail ? (
    <a class="preview-small" href={bytes}>
      <img
        src={`${here}/gambar-kecil/${version.no}`}
        alt={t('thumbnail', { name })}
        loading="lazy"
        class="preview-picture"
      />
    </a>
  ) : null
  if (kind === 'pdf')
    return (
      <>
        <iframe class="preview-frame" src={bytes} title={t('frame', { name })} loading="lazy"></iframe>
        {small}
      </>
    )
  if (kind && pictures.includes(kind))
    return <img class="preview-picture" src={bytes} alt={name} loading="lazy" />
  if (kind === 'mp4')
    return (
      <>
        {/* biome-ignore lint/a11y/useMediaCaption: what people bring has no captions to show */}
        <video
          class="preview-picture"
          src={bytes}
          controls
          preload="metadata"
          aria-label={t('video', { name })}
        ></video>
        <p class="muted small">{t('videoElse')}</p>
      </>
    )
  if (kind === 'heic')
    return (
      <>
        <p>{t('heic')}</p>
        {mayEdit ? <p class="muted">{t('heicElse')}</p> : null}
      </>
    )
  if (content && content.beginning !== '')
    return (
      <figure class="preview-text">
        <figcaption class="muted small">{t(content.more ? 'beginning' : 'whole')}</figcaption>
        <ReadableBlocks locale={locale} blocks={beginningBlocks(content.beginning, content.more)} />
      </figure>
    )
  return small
}

const problems = ['unsupported', 'empty', 'encrypted', 'damaged', 'unpacks-too-far'] as const

function Notes({ locale, here, piece, content, mayEdit }: PreviewProps) {
  const t = translator(previewMessages, locale)
  if (content === null || content.state === 'reading') return <p class="muted">{t('waiting')}</p>
  const { number, date } = content.suggested
  const says = [
    ...(number && piece.facts.documentNumber === '' ? [t('says.number', { name: number })] : []),
    ...(date && piece.facts.documentDate === null
      ? [t('says.date', { name: formatDate(date, locale) })]
      : []),
  ]
  const known = problems.find(one => one === content.problem)
  return (
    <>
      {content.problem !== null && content.problem !== 'unsupported' ? (
        <p>{describeContentProblem({ kind: known ?? 'too-heavy' }, locale)}</p>
      ) : null}
      {content.warnings.map(warning => (
        <p class="muted">{describeContentWarning(warning as ContentWarning, locale)}</p>
      ))}
      {says.length > 0 ? (
        <p>
          {t('says')}: {says.join(', ')}. {mayEdit ? <a href={`${here}/ubah`}>{t('says.fill')}</a> : null}
        </p>
      ) : null}
    </>
  )
}
