import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { openEvidence } from '../open-evidence.ts'
import type { S3Settings } from './s3-store.ts'

/** A real S3 server on this machine over that folder, with the account that may use its one bucket. */
export async function openS3Server(directory: string): Promise<{
  readonly account: S3Settings & { readonly endpoint: string }
  readonly close: () => Promise<void>
}> {
  const server = new S3rver({
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'bukti', configs: [] }],
  })
  const { port } = await server.run()
  const endpoint = `http://127.0.0.1:${port}`
  const keys = { accessKey: 'S3RVER', secretKey: 'S3RVER' }
  return { account: { bucket: 'bukti', region: 'us-east-1', ...keys, endpoint }, close: () => server.close() }
}

/** What takes text files in, on a folder or an S3 server of its own, as several processes in turn open it. */
export async function openScratchEvidence(kind: 'folder' | 'S3') {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zona-objects-'))
  const server = kind === 'S3' ? await openS3Server(join(dataFolder, 's3')) : null
  const s3 = server?.account ?? null
  const services = await openEvidence({
    dataFolder,
    s3,
    largestFile: 1e9,
    fileKinds: ['txt'],
    clamd: null,
  })
  return {
    dataFolder,
    s3,
    services,
    end: async () => {
      await server?.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
