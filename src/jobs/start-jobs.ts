import type { PGlite } from '@electric-sql/pglite'
import { fromPglite, PgBoss } from 'pg-boss'

export type JobsOptions = {
  readonly database:
    | { readonly kind: 'pglite'; readonly pglite: PGlite }
    | { readonly kind: 'postgres'; readonly url: string }
  readonly run: {
    readonly sendDigests: () => Promise<void>
    /** Reads what is inside the files that nobody has looked into yet. */
    readonly readContents: () => Promise<void>
    /** Ends the uploads that nobody finished within their time, and forgets the keys of forms sent long ago. */
    readonly dropExpired: () => Promise<void>
    /** Takes up the imports of evidence whose process died. */
    readonly resumeImports: () => Promise<void>
  }
  readonly log: { readonly error: (facts: object, message: string) => void }
  /** The zone in which the working day begins. */
  readonly zone?: string
}

const digests = 'digests'
const contents = 'contents'
const imports = 'imports'
const expired = 'expired-uploads'

/** Starts the queue in this process. A job only calls its operation; the operation holds the rules. */
export async function startJobs(options: JobsOptions): Promise<{ stop: () => Promise<void> }> {
  const { database, run, log, zone = 'Asia/Jakarta' } = options
  const boss =
    database.kind === 'postgres'
      ? new PgBoss({ connectionString: database.url, schema: 'pgboss' })
      : new PgBoss({ db: fromPglite(database.pglite), backend: 'pglite', schema: 'pgboss' })
  boss.on('error', error => log.error({ error: { name: error.name, message: error.message } }, 'jobs'))
  await boss.start()
  await boss.createQueue(digests)
  await boss.work(digests, () => run.sendDigests())
  await boss.schedule(digests, '0 6-20 * * *', null, { tz: zone })
  await boss.createQueue(contents)
  await boss.work(contents, () => run.readContents())
  // Uploads wake the reader at once; this finds what a process that died has left, and what was imported.
  await boss.schedule(contents, '* * * * *')
  await boss.createQueue(imports)
  await boss.work(imports, () => run.resumeImports())
  await boss.schedule(imports, '* * * * *')
  await boss.createQueue(expired)
  await boss.work(expired, () => run.dropExpired())
  await boss.schedule(expired, '17 * * * *')
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) }
}
