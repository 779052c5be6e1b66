import { Card, Grid } from '../../ui/display/card.tsx'
import { Breadcrumbs } from '../../ui/display/navigation.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { Details } from '../../ui/display/summary.tsx'
import { asZone, formatDateTime } from '../../ui/format.ts'
import { ButtonRow, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { PostForm } from '../../ui/forms/form.tsx'
import { TextArea, TextField } from '../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { figureCatalogue } from '../documents/index.ts'
import { Blocks } from './blocks.view.tsx'
import { MissingFigures } from './chapters.view.tsx'
import { messages } from './messages.ts'
import type { StoredChapter } from './queries.ts'
import type { MergedChapter } from './work-plan.ts'

export type ChapterForm = {
  readonly title: string
  readonly body: string
  readonly reason: string
  /** The revision that the next save is checked against. */
  readonly revision: number
}

export type ChapterPageProps = {
  readonly locale: Locale
  readonly base: string
  readonly zone: string
  readonly chapter: StoredChapter
  /** The text that is typed when there is one, else the stored text. */
  readonly merged: MergedChapter
  readonly unsaved: boolean
  /** Null for those who may only read. */
  readonly form: ChapterForm | null
  readonly formKey: string
  readonly errors: readonly FormError[]
  /** Somebody saved another text meanwhile: it is shown beside the typed one. */
  readonly stale: boolean
}

export function ChapterPage(p: ChapterPageProps) {
  const t = translator(messages, p.locale)
  const { chapter, merged, form } = p
  const name = chapter.number === null ? merged.title : `BAB ${chapter.number} ${merged.title}`
  const { changed } = chapter
  const note =
    changed === null
      ? t('default')
      : t('changed-by', {
          name: changed.by ?? t('somebody'),
          at: formatDateTime(changed.at, asZone(p.zone), p.locale),
        })
  return (
    <>
      <Breadcrumbs locale={p.locale} items={[{ text: t('naskah'), href: p.base }, { text: name }]} />
      <PageHead title={name} note={note} />
      <ErrorSummary locale={p.locale} errors={p.errors} />
      <Grid>
        {p.stale ? (
          <Card title={t('theirs')} note={note} id="theirs">
            <TextField locale={p.locale} name="theirs-title" label={t('text-title')} value={chapter.title} />
            <TextArea locale={p.locale} name="theirs-body" label={t('text')} value={chapter.text} rows={16} />
          </Card>
        ) : null}
        {form ? <EditCard {...p} form={form} /> : null}
        <Card title={p.unsaved ? t('preview-unsaved') : t('preview')} note={t('preview-note')} id="preview">
          <div class="prose">
            <Blocks blocks={merged.blocks} />
          </div>
        </Card>
        {merged.missing.length > 0 ? (
          <Card title={t('missing-title')} note={t('missing-note')}>
            <MissingFigures locale={p.locale} base={p.base} labels={merged.missing} />
          </Card>
        ) : null}
      </Grid>
    </>
  )
}

function EditCard(p: ChapterPageProps & { form: ChapterForm }) {
  const { locale, form, errors } = p
  const t = translator(messages, locale)
  const field = (name: string) => ({ locale, name, error: errorOf(errors, name) })
  return (
    <Card title={p.stale ? t('yours') : t('edit-title')} note={t('edit-note')} id="edit">
      <PostForm action={`${p.base}/bab/${p.chapter.key}`} csrf="" idempotencyKey={p.formKey}>
        <input type="hidden" name="revision" value={form.revision} />
        <TextField {...field('title')} label={t('text-title')} value={form.title} required />
        <TextArea {...field('body')} label={t('text')} hint={t('text-hint')} value={form.body} rows={22} />
        <KnownFields locale={locale} />
        <TextField {...field('reason')} label={t('reason')} value={form.reason} optional />
        <ButtonRow>
          <SubmitButton name="do" value="save">
            {p.stale ? t('save-over') : t('save')}
          </SubmitButton>
          <SubmitButton kind="quiet" name="do" value="preview">
            {t('preview')}
          </SubmitButton>
          <a href={p.base}>{t('naskah')}</a>
        </ButtonRow>
      </PostForm>
    </Card>
  )
}

/** What may stand between braces in a text. */
function KnownFields({ locale }: { locale: Locale }) {
  const t = translator(messages, locale)
  const tables = figureCatalogue.tables.map(({ name, caption }) => ({ key: `tabel.${name}`, label: caption }))
  return (
    <Details summary={t('fields')}>
      <ul>
        {[...figureCatalogue.figures, ...tables].map(({ key, label }) => (
          <li>
            <code>{`{{${key}}}`}</code> {label[locale]}
          </li>
        ))}
      </ul>
    </Details>
  )
}
