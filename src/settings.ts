import { BlockList } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { signingKeyPattern } from './features/assessment/bundle/index.ts'
import { everyFileKind, type FileKind, isFileKind } from './features/evidence/bring/file-kinds.ts'
import { proxyList } from './proxy-list.ts'

const portRange = 'PORT harus bilangan bulat dari 0 sampai 65535'
const fileSize = 'ZONA_MAX_FILE_MB harus bilangan bulat dari 1 sampai 5000, dalam megabita'
const apiRate = 'ZONA_API_RATE harus bilangan bulat, banyaknya panggilan semenit; 0 berarti tanpa batas'
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
  ZONA_DATA: text('ZONA_DATA harus nama folder, misalnya .zona').default('.zona'),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'DATABASE_URL harus berbentuk postgres://pengguna@host:5432/nama; kosongkan untuk memakai basis data bawaan',
  ).optional(),
  PORT: z.coerce
    .number({ error: portRange })
    .int(portRange)
    .min(0, portRange)
    .max(65535, portRange)
    .default(3000),
  HOST: text('HOST harus alamat tempat server mendengarkan, misalnya 127.0.0.1').default('127.0.0.1'),
  ZONA_ORIGIN: url(
    ['http:', 'https:'],
    'ZONA_ORIGIN harus alamat publik server, misalnya https://zona.contoh.go.id',
  ).optional(),
  ZONA_SECRET: z
    .string()
    .min(32, 'ZONA_SECRET harus sekurangnya 32 karakter; kosongkan agar dibuatkan dan disimpan di ZONA_DATA')
    .optional(),
  ZONA_SIGNING_KEY: z
    .string()
    .regex(
      signingKeyPattern,
      'ZONA_SIGNING_KEY harus kunci privat Ed25519 (PKCS#8, base64, satu baris); kosongkan agar dibuatkan dan disimpan di ZONA_DATA',
    )
    .optional(),
  ZONA_BRAND: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'ZONA_BRAND harus nama tema: huruf kecil, angka, dan tanda hubung')
    .optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'SMTP_URL harus berbentuk smtp://pengguna:sandi@host:587').optional(),
  MAIL_FROM: text('MAIL_FROM harus nama dan alamat pengirim, misalnya "Zona <zona@contoh.go.id>"').default(
    'Zona <zona@localhost>',
  ),
  OIDC_ISSUER: url(['https:', 'http:'], 'OIDC_ISSUER harus alamat penyedia identitas').optional(),
  OIDC_CLIENT_ID: text('OIDC_CLIENT_ID tidak boleh kosong').optional(),
  OIDC_CLIENT_SECRET: text('OIDC_CLIENT_SECRET tidak boleh kosong').optional(),
  OIDC_TRUST_EMAIL: z.enum(['yes', 'no'], { error: 'OIDC_TRUST_EMAIL harus yes atau no' }).default('no'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((entries, context) => {
      const list = entries.trim() === '' ? new BlockList() : proxyList(entries)
      if (list) return list
      context.addIssue(
        'TRUSTED_PROXIES harus alamat atau rentang yang dipisah koma, misalnya 127.0.0.1, 10.1.0.0/16',
      )
      return z.NEVER
    }),
  ZONA_STORE: z.enum(['folder', 's3'], { error: 'ZONA_STORE harus folder atau s3' }).default('folder'),
  ZONA_S3_BUCKET: text('ZONA_S3_BUCKET tidak boleh kosong').optional(),
  ZONA_S3_ENDPOINT: url(
    ['http:', 'https:'],
    'ZONA_S3_ENDPOINT harus alamat server S3; kosongkan untuk Amazon',
  ).optional(),
  ZONA_S3_REGION: text('ZONA_S3_REGION tidak boleh kosong').default('us-east-1'),
  ZONA_S3_KEY: text('ZONA_S3_KEY tidak boleh kosong').optional(),
  ZONA_S3_SECRET: text('ZONA_S3_SECRET tidak boleh kosong').optional(),
  ZONA_MAX_FILE_MB: z.coerce
    .number({ error: fileSize })
    .int(fileSize)
    .min(1, fileSize)
    .max(5000, fileSize)
    .default(200),
  ZONA_FILE_KINDS: z
    .string()
    .transform(names => names.split(',').map(name => name.trim().toLowerCase()))
    .refine(
      names => names.every(isFileKind),
      `ZONA_FILE_KINDS harus sebagian dari ${everyFileKind.join(',')}, dipisah koma`,
    )
    .transform(names => names.filter(isFileKind))
    .optional(),
  ZONA_CLAMD: z
    .string()
    .regex(
      /^(?:\/.+|[^\s/]+:\d{1,5})$/,
      'ZONA_CLAMD harus tempat ClamAV mendengarkan: 127.0.0.1:3310, atau letak soketnya',
    )
    .optional(),
  ZONA_METRICS_TOKEN: z.string().min(16, 'ZONA_METRICS_TOKEN harus sekurangnya 16 karakter').optional(),
  ZONA_API_RATE: z.coerce.number({ error: apiRate }).int(apiRate).min(0, apiRate).default(120),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'LOG_LEVEL harus fatal, error, warn, info, debug, atau silent',
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
  /** Null: a file of its own in `dataFolder`. */
  readonly signingKey: string | null
  readonly brand: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly oidc: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly trustEmail: boolean
  } | null
  /** The proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: BlockList
  /** Calls a minute that each token of the API may make; 0 is no limit. */
  readonly apiRate: number
  /** Null: nothing is measured. Without a token everyone who reaches the address reads, which is only this machine. */
  readonly metrics: { readonly token: string | null } | null
  readonly logLevel: string
  /** Null: a folder of its own in `dataFolder`. */
  readonly s3: {
    readonly bucket: string
    readonly endpoint: string | null
    readonly region: string
    readonly accessKey: string
    readonly secretKey: string
  } | null
  /** The largest file that is taken in; bytes. */
  readonly largestFile: number
  readonly fileKinds: readonly FileKind[]
  /** `host:port` or the path of a socket; null: files are not scanned. */
  readonly clamd: string | null
}

/** The address that people open. */
export const originOf = ({ origin, host, port }: Settings): string => origin ?? `http://${host}:${port}`

/** Where the settings keep the database: PostgreSQL's address, or the embedded one's folder. */
export const databaseSettings = ({ databaseUrl, dataFolder }: Settings) => ({
  databaseUrl,
  folder: join(dataFolder, 'database'),
})

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
    mistakes.push(`Masuk lewat OIDC memerlukan ketiga pengaturannya; belum ada: ${oidcParts.join(', ')}`)
  }
  if (present.ZONA_STORE === 's3') {
    const missing = ['ZONA_S3_BUCKET', 'ZONA_S3_KEY', 'ZONA_S3_SECRET'].filter(
      name => present[name] === undefined,
    )
    if (missing.length > 0) mistakes.push(`ZONA_STORE=s3 juga memerlukan: ${missing.join(', ')}`)
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
      signingKey: env.ZONA_SIGNING_KEY ?? null,
      brand: env.ZONA_BRAND ?? null,
      smtpUrl: env.SMTP_URL ?? null,
      mailFrom: env.MAIL_FROM,
      oidc:
        env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
          ? {
              issuer: env.OIDC_ISSUER,
              clientId: env.OIDC_CLIENT_ID,
              clientSecret: env.OIDC_CLIENT_SECRET,
              trustEmail: env.OIDC_TRUST_EMAIL === 'yes',
            }
          : null,
      trustedProxies: env.TRUSTED_PROXIES,
      apiRate: env.ZONA_API_RATE,
      metrics: metricsOf(env),
      logLevel: env.LOG_LEVEL,
      s3:
        env.ZONA_STORE === 's3' && env.ZONA_S3_BUCKET && env.ZONA_S3_KEY && env.ZONA_S3_SECRET
          ? {
              bucket: env.ZONA_S3_BUCKET,
              endpoint: env.ZONA_S3_ENDPOINT ?? null,
              region: env.ZONA_S3_REGION,
              accessKey: env.ZONA_S3_KEY,
              secretKey: env.ZONA_S3_SECRET,
            }
          : null,
      largestFile: env.ZONA_MAX_FILE_MB * 1_000_000,
      fileKinds: env.ZONA_FILE_KINDS ?? everyFileKind,
      clamd: env.ZONA_CLAMD ?? null,
    },
  }
}

/**
 * A server with a public address stands behind a proxy that may pass on every path, so that listening on
 * loopback alone hides nothing.
 */
function metricsOf(env: z.infer<typeof Environment>): Settings['metrics'] {
  if (env.ZONA_METRICS_TOKEN) return { token: env.ZONA_METRICS_TOKEN }
  const onlyHere = ['127.0.0.1', '::1', 'localhost'].includes(env.HOST) && env.ZONA_ORIGIN === undefined
  return onlyHere ? { token: null } : null
}
