import type { BroughtPiece, BroughtVersion } from './year-queries.ts'

/** The version that counts. A piece has one from its first moment on. */
export function currentOf(piece: BroughtPiece): BroughtVersion {
  const current = piece.versions.find(version => version.no === piece.version)
  if (!current) throw new Error('a piece of evidence without its version')
  return current
}
