import { type Archive, openArchive, type ReadProblem, Refusal, readXml } from '../../plan/read/index.ts'
import type { FileKind } from '../bring/file-kinds.ts'
import { type Content, Keeper, type KeepLimits } from './block.ts'
import { partLimits } from './part-limits.ts'
import { type ContentProblem, ContentRefusal } from './problem.ts'
import { readDocxBlocks } from './read-docx.ts'
import { readOdfBlocks } from './read-odf.ts'
import { readPdfBlocks } from './read-pdf.ts'
import { readCsvBlocks, readEmlBlocks, readTextBlocks } from './read-plain.ts'
import { readPptxBlocks } from './read-pptx.ts'
import { readXlsxBlocks } from './read-xlsx.ts'

/** Reads a document's content into blocks. For the thread that may be stopped: throws a `ContentRefusal`. */
export async function readContent(bytes: Uint8Array, kind: FileKind, limits: KeepLimits): Promise<Content> {
  if (bytes.byteLength === 0) throw new ContentRefusal({ kind: 'empty' })
  const keeper = new Keeper(limits)
  try {
    const { pages = null, title = null } = await readInto(keeper, bytes, kind)
    return { blocks: keeper.blocks, pages, title, warnings: [...keeper.warnings].sort() }
  } catch (error) {
    throw error instanceof Refusal ? new ContentRefusal(problemOf(error.problem)) : error
  }
}

type Facts = { pages?: number; title?: string | null }

async function readInto(keeper: Keeper, bytes: Uint8Array, kind: FileKind): Promise<Facts> {
  switch (kind) {
    case 'pdf':
      return readPdfBlocks(kind, bytes, keeper)
    case 'txt':
      readTextBlocks(bytes, keeper)
      return {}
    case 'csv':
      readCsvBlocks(kind, bytes, keeper)
      return {}
    case 'eml':
      return readEmlBlocks(kind, bytes, keeper)
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'odt':
    case 'ods':
    case 'odp':
      return readOffice(keeper, bytes, kind)
    default:
      throw new ContentRefusal({ kind: 'unsupported' })
  }
}

type Office = Extract<FileKind, 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp'>

async function readOffice(keeper: Keeper, bytes: Uint8Array, kind: Office): Promise<Facts> {
  // A locked document of Microsoft Office is no zip but an older container around an encrypted one.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new ContentRefusal({ kind: 'encrypted' })
  const archive = await openArchive(kind, bytes)
  if (archive.names.some(name => name.endsWith('vbaProject.bin'))) keeper.warnings.add('macros')
  const open = kind === 'docx' || kind === 'xlsx' || kind === 'pptx'
  const title = await readTitle(archive, kind, open ? 'docProps/core.xml' : 'meta.xml')
  if (kind === 'docx') await readDocxBlocks(archive, kind, keeper)
  else if (kind === 'xlsx') await readXlsxBlocks(kind, bytes, keeper)
  else {
    const slides = open
      ? await readPptxBlocks(archive, kind, keeper)
      : await readOdfBlocks(archive, kind, keeper)
    if (kind === 'pptx' || kind === 'odp') return { pages: slides, title }
  }
  return { title }
}

/** The title in the document's properties; a damaged list of properties does not make the document unreadable. */
async function readTitle(archive: Archive, file: string, part: string): Promise<string | null> {
  if (!archive.has(part)) return null
  let title = ''
  let inTitle = false
  try {
    await readXml(archive, file, part, partLimits.other, {
      open: name => {
        if (name === 'title') inTitle = true
      },
      close: name => {
        if (name === 'title') inTitle = false
      },
      text: text => {
        if (inTitle) title += text
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return title.trim().slice(0, 300) || null
}

function problemOf({ kind }: ReadProblem): ContentProblem {
  if (kind === 'encrypted') return { kind }
  if (kind === 'inflates-too-far' || kind === 'too-many-parts') return { kind: 'unpacks-too-far' }
  if (kind === 'too-many-rows') return { kind: 'too-heavy' }
  return { kind: 'damaged' }
}
