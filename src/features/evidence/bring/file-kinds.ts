/** What may be brought as evidence. Nothing here is run by a browser that is told `nosniff`. */
export const fileKinds = {
  pdf: { label: 'PDF', extensions: ['pdf'], type: 'application/pdf' },
  jpeg: { label: 'JPEG', extensions: ['jpg', 'jpeg', 'jfif'], type: 'image/jpeg' },
  png: { label: 'PNG', extensions: ['png'], type: 'image/png' },
  webp: { label: 'WebP', extensions: ['webp'], type: 'image/webp' },
  heic: { label: 'HEIC', extensions: ['heic', 'heif'], type: 'image/heic' },
  docx: {
    label: 'DOCX',
    extensions: ['docx'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    label: 'XLSX',
    extensions: ['xlsx'],
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  pptx: {
    label: 'PPTX',
    extensions: ['pptx'],
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  odt: {
    label: 'ODT',
    extensions: ['odt'],
    type: 'application/vnd.oasis.opendocument.text',
  },
  ods: {
    label: 'ODS',
    extensions: ['ods'],
    type: 'application/vnd.oasis.opendocument.spreadsheet',
  },
  odp: {
    label: 'ODP',
    extensions: ['odp'],
    type: 'application/vnd.oasis.opendocument.presentation',
  },
  mp4: { label: 'MP4', extensions: ['mp4', 'm4v'], type: 'video/mp4' },
  txt: { label: 'TXT', extensions: ['txt'], type: 'text/plain' },
  csv: { label: 'CSV', extensions: ['csv'], type: 'text/csv' },
  eml: { label: 'EML', extensions: ['eml'], type: 'message/rfc822' },
} as const satisfies Record<string, { label: string; extensions: readonly string[]; type: string }>

export type FileKind = keyof typeof fileKinds

export const isFileKind = (name: string): name is FileKind => Object.hasOwn(fileKinds, name)

export const everyFileKind: readonly FileKind[] = Object.keys(fileKinds).filter(isFileKind)

export const kindOfExtension = (extension: string): FileKind | undefined =>
  everyFileKind.find(kind => (fileKinds[kind].extensions as readonly string[]).includes(extension))

export const kindOfType = (type: string): FileKind | undefined =>
  everyFileKind.find(kind => fileKinds[kind].type === type)

/** Types that a browser only shows and never runs; everything else is offered for saving. */
const shown: readonly FileKind[] = ['pdf', 'jpeg', 'png', 'webp', 'mp4', 'txt']
export const isShownInline = (type: string): boolean => {
  const kind = kindOfType(type)
  return kind !== undefined && shown.includes(kind)
}

/** For a file field: ".pdf,.jpg,…". */
export const acceptedExtensions = (kinds: readonly FileKind[]): string =>
  kinds.flatMap(kind => fileKinds[kind].extensions.map(extension => `.${extension}`)).join(',')

export const kindLabels = (kinds: readonly FileKind[]): string =>
  kinds.map(kind => fileKinds[kind].label).join(', ')
