/** What the tus protocol 1.0.0 writes in headers. */
export const tus = {
  version: '1.0.0',
  extensions: 'creation,checksum,termination,expiration',
  always: { 'tus-resumable': '1.0.0' },
}

export const partType = 'application/offset+octet-stream'

/** A count of bytes; null where there is none or it is no whole number. */
export const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null

/** The file's name in `Upload-Metadata`: pairs of a key and a text in base64, with commas between. */
export function nameOf(metadata: string | undefined): string | null {
  for (const pair of (metadata ?? '').split(',')) {
    const [key, text = ''] = pair.trim().split(' ')
    if (key === 'filename' && text !== '') return Buffer.from(text, 'base64').toString('utf8')
  }
  return null
}

/** `Upload-Checksum`: an algorithm and a digest in base64. */
export function checksumOf(
  header: string | undefined,
): { readonly algorithm: 'sha1' | 'sha256'; readonly digest: string } | 'unknown' | null {
  if (header === undefined) return null
  const [algorithm, digest = ''] = header.trim().split(' ')
  return (algorithm === 'sha1' || algorithm === 'sha256') && digest !== '' ? { algorithm, digest } : 'unknown'
}
