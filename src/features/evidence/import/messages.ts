import { formatBytes, formatNumber } from '../../../ui/format.ts'
import { defineMessages, type Locale, translator } from '../../../ui/messages.ts'
import type { SkipReason, TreeProblem } from './file-tree.ts'

const messages = defineMessages({
  'not-found': {
    id: 'Folder atau berkas ZIP itu tidak ditemukan atau tidak dapat dibuka.',
    en: 'That folder or ZIP file was not found or cannot be opened.',
  },
  'not-a-zip': {
    id: 'Berkas itu bukan ZIP, atau terpotong sehingga daftar isinya hilang. Buat ulang ZIP-nya lalu coba lagi.',
    en: 'That file is not a ZIP, or it is cut off and its list of contents is missing. Make the ZIP again and retry.',
  },
  damaged: {
    id: 'Daftar isi ZIP itu rusak. Buat ulang ZIP-nya lalu coba lagi.',
    en: 'The list of contents of that ZIP is damaged. Make the ZIP again and retry.',
  },
  encrypted: {
    id: 'ZIP itu terkunci kata sandi. Buat ulang tanpa kata sandi lalu coba lagi.',
    en: 'That ZIP is locked with a password. Make it again without a password and retry.',
  },
  'too-many-files': {
    id: (p: { limit: string }) =>
      `Isinya lebih dari ${p.limit} berkas dan folder. Bagi per area lalu impor satu per satu.`,
    en: (p: { limit: string }) =>
      `It holds more than ${p.limit} files and folders. Split it by area and import one after another.`,
  },
  'unpacks-too-far': {
    id: (p: { size: string; limit: string }) =>
      `Isinya ${p.size} bila dibuka, melebihi batas ${p.limit}. Bagi per area lalu impor satu per satu.`,
    en: (p: { size: string; limit: string }) =>
      `It unpacks to ${p.size}, above the limit of ${p.limit}. Split it by area and import one after another.`,
  },
  'overlapping-entries': {
    id: 'Isi ZIP itu saling menumpuk, seperti yang hanya dibuat untuk merusak, sehingga tidak dibuka.',
    en: 'The entries of that ZIP lie upon each other, as only harmful ones do, so it was not opened.',
  },
  'skip.climbs-out': { id: 'menunjuk ke luar foldernya', en: 'points out of its folder' },
  'skip.symlink': { id: 'pintasan, bukan berkas', en: 'a symbolic link, not a file' },
  'skip.encrypted': { id: 'terkunci kata sandi', en: 'locked with a password' },
  'skip.empty': { id: 'kosong (0 byte)', en: 'empty (0 bytes)' },
  'skip.too-large': { id: 'melebihi batas ukuran', en: 'above the size limit' },
  'skip.archive-inside': {
    id: 'arsip di dalam arsip; buka dahulu isinya',
    en: 'an archive in the archive; unpack it first',
  },
  'skip.same-name': { id: 'namanya sudah dipakai berkas lain', en: 'another file has the same name' },
  'skip.bad-name': {
    id: 'namanya kosong, terlalu panjang, atau memuat tanda terlarang',
    en: 'its name is empty, too long, or holds forbidden signs',
  },
  'skip.unknown-method': {
    id: 'dipadatkan dengan cara yang tidak dikenal',
    en: 'packed by an unknown method',
  },
  'skip.not-readable': { id: 'tidak dapat dibaca', en: 'cannot be read' },
})

export function describeTreeProblem(problem: TreeProblem, locale: Locale): string {
  const t = translator(messages, locale)
  if (problem.kind === 'too-many-files')
    return t('too-many-files', { limit: formatNumber(problem.limit, locale) })
  if (problem.kind === 'unpacks-too-far')
    return t('unpacks-too-far', {
      size: formatBytes(problem.bytes, locale),
      limit: formatBytes(problem.limit, locale),
    })
  return t(problem.kind)
}

/** The reason in a few words, to stand beside the file's path. */
export const describeSkip = (why: SkipReason, locale: Locale): string =>
  translator(messages, locale)(`skip.${why}`)
