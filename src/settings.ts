import { z } from 'zod'

const portRange = 'PORT must be a whole number from 0 to 65535'
const text = (what: string) => z.string({ error: what }).min(1, what)
const url = (protocols: readonly string[], sentence: string) =>
  z.string().refine(value => {
    try {
      return protocols.includes(new URL(value).protocol)
    } catch {
      return false
    }
  }, sentence)

/** Every setting, read from the environment once at start. docs/reference/settings.md lists them. */
const Environment = z.object({
  ZONA_DATA: text('ZONA_DATA must name a folder, for instance .zona').default('.zona'),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'DATABASE_URL must look like postgres://user@host:5432/name; leave it out for the embedded database',
  ).optional(),
  PORT: z.coerce
    .number({ error: portRange })
    .int(portRange)
    .min(0, portRange)
    .max(65535, portRange)
    .default(3000),
  HOST: text('HOST must be an address to listen on, for instance 127.0.0.1').default('127.0.0.1'),
  ZONA_ORIGIN: url(
    ['http:', 'https:'],
    'ZONA_ORIGIN must be the public address, for instance https://zona.contoh.go.id',
  ).optional(),
  ZONA_SECRET: z
    .string()
    .min(
      32,
      'ZONA_SECRET must have at least 32 characters; leave it out to have one made and kept in ZONA_DATA',
    )
    .optional(),
  ZONA_BRAND: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'ZONA_BRAND must be the name of a theme: small letters, digits and hyphens')
    .optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'SMTP_URL must look like smtp://user:password@host:587').optional(),
  MAIL_FROM: text('MAIL_FROM must be a sender, for instance "Zona <zona@contoh.go.id>"').default(
    'Zona <zona@localhost>',
  ),
  OIDC_ISSUER: url(
    ['https:', 'http:'],
    'OIDC_ISSUER must be the address of the identity provider',
  ).optional(),
  OIDC_CLIENT_ID: text('OIDC_CLIENT_ID must not be empty').optional(),
  OIDC_CLIENT_SECRET: text('OIDC_CLIENT_SECRET must not be empty').optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'LOG_LEVEL must be fatal, error, warn, info, debug or silent',
    })
    .default('info'),
})

export type Settings = {
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly port: number
  readonly host: string
  /** Null: the address the server listens on. */
  readonly origin: string | null
  readonly secret: string | null
  readonly brand: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
  readonly logLevel: string
}

/** The settings, or one sentence for each mistake. An empty variable counts as one that is not set. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): { ok: true; value: Settings } | { ok: false; problem: readonly string[] } {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(present)
  const mistakes = read.success ? [] : read.error.issues.map(issue => issue.message)
  const oidcParts = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].filter(
    name => present[name] === undefined,
  )
  if (oidcParts.length === 1 || oidcParts.length === 2) {
    mistakes.push(`OIDC sign-in needs all three settings; missing: ${oidcParts.join(', ')}`)
  }
  if (!read.success || mistakes.length > 0) return { ok: false, problem: mistakes }
  const env = read.data
  return {
    ok: true,
    value: {
      dataFolder: env.ZONA_DATA,
      databaseUrl: env.DATABASE_URL ?? null,
      port: env.PORT,
      host: env.HOST,
      origin: env.ZONA_ORIGIN?.replace(/\/+$/, '') ?? null,
      secret: env.ZONA_SECRET ?? null,
      brand: env.ZONA_BRAND ?? null,
      smtpUrl: env.SMTP_URL ?? null,
      mailFrom: env.MAIL_FROM,
      oidc:
        env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
          ? { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, clientSecret: env.OIDC_CLIENT_SECRET }
          : null,
      logLevel: env.LOG_LEVEL,
    },
  }
}
