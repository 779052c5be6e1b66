import { join } from 'node:path'
import type { AddServices } from './bring/add-routes.tsx'
import { openBehind } from './bring/behind.ts'
import { isInner, linkChecker } from './bring/check-link.ts'
import type { FileKind } from './bring/file-kinds.ts'
import { clamdScan } from './store/clamd.ts'
import { folderStore } from './store/folder-store.ts'
import type { S3Settings } from './store/s3-store.ts'

/** The store, the limits and the scanner that the settings name; a client for S3 is loaded where one is named. */
export const openEvidence = async (settings: {
  readonly dataFolder: string
  readonly s3: S3Settings | null
  readonly largestFile: number
  readonly fileKinds: readonly FileKind[]
  readonly clamd: string | null
}): Promise<AddServices> => ({
  store: settings.s3
    ? (await import('./store/s3-store.ts')).s3Store(settings.s3)
    : folderStore(join(settings.dataFolder, 'objects')),
  largest: settings.largestFile,
  kinds: settings.fileKinds,
  scan: settings.clamd === null ? null : clamdScan(settings.clamd),
  checkLink: linkChecker(isInner),
  behind: openBehind(),
})
