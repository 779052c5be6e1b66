import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { readExample } from '../src/demo/example.ts'
import { loadExample } from '../src/demo/load-example.ts'
import { readSettings } from '../src/settings.ts'
import { openServer } from '../src/web/open-server.ts'

const candidates = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser that the errands run in, or null where the machine has none. */
export const browserPath = (): string | null =>
  candidates.find(path => path !== '' && existsSync(path)) ?? null

/** Headless, and quiet: it asks nothing of any network but the page's own server. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = browserPath()
  if (executablePath === null) throw new Error('no Chromium on this machine: set CHROMIUM to its path')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** The example agency on a server of its own, on a free port of this machine. */
export async function openExample() {
  const folder = await mkdtemp(join(tmpdir(), 'zona-e2e-'))
  const port = 20_000 + Math.floor(process.pid % 20_000)
  const read = readSettings({ ZONA_DATA: folder, PORT: String(port), LOG_LEVEL: 'error' })
  if (!read.ok) throw new Error(read.problem.join('\n'))
  const server = await openServer(read.value, { jobs: false, clock: () => new Date('2026-11-24T03:00:00Z') })
  const { example, plan } = readExample()
  await loadExample(server.database.db, example, plan)
  const origin = await server.listen()
  return {
    origin,
    example,
    slug: example.agency.slug,
    close: async () => {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
