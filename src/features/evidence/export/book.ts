import type { Db } from '../../../db/database.ts'
import { formatBytes, formatDate, formatDateTime, type Zone } from '../../../ui/format.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { findDocumentUnit } from '../../chapters/index.ts'
import { type Request, unitOf } from '../../context.ts'
import { type BookPiece, evidenceBook } from '../../documents/index.ts'
import { messages } from '../messages.ts'
import type { Filed, FiledArea } from './arrange.ts'
import { currentOf } from './current-version.ts'
import { exportMessages } from './messages.ts'
import type { Choice } from './year-queries.ts'

/** The year's evidence as a document; pictures come from what the content reader has kept. */
export async function evidenceBookOf(
  request: Request,
  facts: {
    readonly year: number
    readonly choice: Choice
    readonly zone: Zone
    readonly areas: readonly FiledArea[]
  },
) {
  const { locale } = request
  const pictures = await thumbnailsOf(request.db, facts.areas)
  return evidenceBook({
    unit: await findDocumentUnit(request.db, unitOf(request)),
    year: facts.year,
    date: request.today,
    locale,
    scope: translator(exportMessages, locale)(`book.${facts.choice}`),
    areas: facts.areas.map(area => ({
      label: area.label,
      subs: area.subs.map(sub => ({
        no: sub.no,
        name: sub.name,
        items: sub.items.map(item => ({
          no: item.no,
          text: item.text,
          indicator: item.indicator,
          pieces: item.filed.map(filed => bookPiece(filed, pictures, facts.zone, locale)),
        })),
      })),
    })),
  })
}

type Thumbnails = ReadonlyMap<string, NonNullable<BookPiece['thumbnail']>>

async function thumbnailsOf(db: Db, areas: readonly FiledArea[]): Promise<Thumbnails> {
  const hashes = new Set(
    areas.flatMap(area =>
      area.subs.flatMap(sub =>
        sub.items.flatMap(item => item.filed.flatMap(({ piece }) => currentOf(piece).sha256 ?? [])),
      ),
    ),
  )
  if (hashes.size === 0) return new Map()
  const rows = await db
    .selectFrom('evidence_content')
    .select(['sha256', 'thumbnail'])
    .where('sha256', 'in', [...hashes])
    .where('thumbnail', 'is not', null)
    .execute()
  const pictures = new Map<string, NonNullable<BookPiece['thumbnail']>>()
  for (const { sha256, thumbnail } of rows) {
    if (thumbnail === null) continue
    // Typst 0.6 draws no WebP.
    const { default: sharp } = await import('sharp')
    const { data, info } = await sharp(thumbnail).png().toBuffer({ resolveWithObject: true })
    pictures.set(sha256, { png: new Uint8Array(data), width: info.width, height: info.height })
  }
  return pictures
}

function bookPiece({ piece, proofs }: Filed, pictures: Thumbnails, zone: Zone, locale: Locale): BookPiece {
  const t = translator(exportMessages, locale)
  const words = translator(messages, locale)
  const at = (moment: Date) => formatDateTime(moment, zone, locale)
  const { fileName, size, sha256, url } = currentOf(piece)
  const serves = proofs.map(({ action, due, page }) =>
    [`${action} (${formatDate(due, locale)})`, page && t('book.page', { page })].filter(Boolean).join(' '),
  )
  const state = words(`state.${piece.state}`)
  const review =
    piece.reviewer !== null && piece.reviewedAt !== null
      ? t('book.reviewed', { state, person: piece.reviewer, when: at(piece.reviewedAt) })
      : state
  const file = [fileName, t('book.version', { n: piece.version }), size && formatBytes(Number(size), locale)]
  return {
    title: piece.title,
    facts: [
      { label: t('book.kind'), value: words(`kind.${piece.kind}`) },
      { label: t('book.number'), value: piece.documentNumber || '–' },
      { label: t('book.date'), value: piece.documentDate ? formatDate(piece.documentDate, locale) : '–' },
      { label: t('book.serves'), value: serves.join('; ') },
      { label: t('book.brought'), value: t('book.by', { person: piece.person, when: at(piece.createdAt) }) },
      { label: t('book.review'), value: review },
      url === null
        ? { label: t('book.file'), value: file.filter(Boolean).join(', ') }
        : { label: t('book.address'), value: url },
      ...(sha256 === null ? [] : [{ label: 'SHA-256', value: sha256 }]),
    ],
    thumbnail: pictures.get(sha256 ?? '') ?? null,
  }
}
