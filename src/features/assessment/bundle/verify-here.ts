import type { Bytes } from '../../../core/bundle/format.ts'
import { type GivenFile, verifyBundle } from '../../../core/bundle/verify-bundle.ts'
import { webChecks } from '../../../core/bundle/web-checks.ts'

/** The check of a bundle on this machine. */
export const verifyHere = (
  bytes: Bytes,
  trusted: readonly string[] | null,
  files: readonly GivenFile[] | null = null,
) => verifyBundle(bytes, { ...webChecks(crypto.subtle), trusted, files })
