import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readExample } from '../src/demo/example.ts'
import { loadExample } from '../src/demo/load-example.ts'
import { openEvidence } from '../src/features/evidence/index.ts'
import { readSettings } from '../src/settings.ts'
import { type OpenServer, openServer } from '../src/web/open-server.ts'

export type OpenDemo = {
  readonly server: OpenServer
  readonly address: string
  readonly example: ReturnType<typeof readExample>['example']
  /** Signs in through the form that a person uses; resolves with the cookie header. */
  readonly signIn: (email: string) => Promise<string>
  readonly close: () => Promise<void>
}

/**
 * The example agency on a free port of this machine, in a folder that is thrown away afterwards. `madeBefore` is such
 * a folder that `keepDemo` made: it is copied instead of loading the example again.
 */
export async function openDemo(
  databaseUrl?: string,
  clock?: () => Date,
  more: Readonly<Record<string, string>> = {},
  madeBefore?: string,
): Promise<OpenDemo> {
  const folder = mkdtempSync(join(tmpdir(), 'zona-'))
  if (madeBefore !== undefined) cpSync(madeBefore, folder, { recursive: true })
  const port = await freePort()
  const settings = readSettings({
    ZONA_DATA: folder,
    PORT: String(port),
    LOG_LEVEL: 'error',
    DATABASE_URL: databaseUrl,
    ...more,
  })
  if (!settings.ok) throw new Error(settings.problem.join('\n'))
  const server = await openServer(settings.value, clock ? { jobs: false, clock } : { jobs: false })
  const { example, plan } = readExample()
  if (madeBefore === undefined)
    await loadExample(server.database.db, example, plan, await openEvidence(settings.value))
  const address = await server.listen()
  return {
    server,
    address,
    example,
    signIn: email => signIn(address, email, passwordOf(example, email)),
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A folder with the example on the embedded database, its files read, to be copied by many; the caller removes it. */
export async function keepDemo(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'zona-example-'))
  const settings = readSettings({ ZONA_DATA: folder, LOG_LEVEL: 'error' })
  if (!settings.ok) throw new Error(settings.problem.join('\n'))
  const server = await openServer(settings.value, { jobs: false })
  try {
    const { example, plan } = readExample()
    await loadExample(server.database.db, example, plan, await openEvidence(settings.value))
    await server.readContents()
  } finally {
    await server.close()
  }
  return folder
}

/** Sessions are bound to the address that the settings name, so the port must be known before the start. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => done(typeof at === 'object' && at ? at.port : 0))
    })
  })
}

function passwordOf(example: OpenDemo['example'], email: string): string {
  const password = example.employees.find(person => person.email === email)?.password
  if (!password) throw new Error(`the example has no account ${email}`)
  return password
}

async function signIn(address: string, email: string, password: string): Promise<string> {
  const form = await fetch(`${address}/masuk`)
  const fields = new URLSearchParams()
  for (const [input] of (await form.text()).matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const [, name] = /name="([^"]*)"/.exec(input) ?? []
    if (name) fields.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? '')
  }
  fields.set('email', email)
  fields.set('password', password)
  const answer = await fetch(`${address}/masuk`, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
    headers: { origin: address, cookie: cookiesOf(form) },
  })
  const cookie = cookiesOf(answer)
  if (answer.status >= 400 || cookie === '') throw new Error(`sign-in answered ${answer.status}`)
  return cookie
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
