import { BlockList } from 'node:net'
import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('an empty environment gives the embedded database on loopback', () => {
  expect(readSettings({})).toMatchObject({
    ok: true,
    value: { dataFolder: '.zona', databaseUrl: null, port: 3000, host: '127.0.0.1', oidc: null },
  })
})

test('every mistake gets a sentence that names its setting, all of them at once', () => {
  const read = readSettings({
    PORT: 'x',
    DATABASE_URL: 'mysql://a',
    ZONA_SECRET: 'short',
    SMTP_URL: 'mail',
    OIDC_ISSUER: 'https://a',
  })
  expect(read.ok).toBe(false)
  if (read.ok) return
  for (const name of ['PORT', 'DATABASE_URL', 'ZONA_SECRET', 'SMTP_URL', 'OIDC_CLIENT_ID']) {
    expect(read.problem.some(sentence => sentence.includes(name))).toBe(true)
  }
})

test('measurements need a token as soon as others could reach them', () => {
  const metrics = (environment: Record<string, string>) => {
    const read = readSettings(environment)
    return read.ok ? read.value.metrics : read.problem
  }
  expect(metrics({})).toEqual({ token: null })
  expect(metrics({ HOST: '0.0.0.0' })).toBe(null)
  expect(metrics({ ZONA_ORIGIN: 'https://zona.contoh.go.id' })).toBe(null)
  const token = 'pengukur-yang-panjang'
  expect(metrics({ HOST: '0.0.0.0', ZONA_METRICS_TOKEN: token })).toEqual({ token })
  expect(metrics({ ZONA_METRICS_TOKEN: 'pendek' })).toEqual([
    'ZONA_METRICS_TOKEN harus sekurangnya 16 karakter',
  ])
})

test('proxies are addresses and ranges; what is neither stops the start', () => {
  const proxies = (text: string) => {
    const read = readSettings({ TRUSTED_PROXIES: text })
    return read.ok ? read.value.trustedProxies : read.problem
  }
  const list = proxies('127.0.0.1, 10.1.0.0/16')
  expect(list instanceof BlockList && list.check('10.1.200.3')).toBe(true)
  expect(list instanceof BlockList && list.check('10.2.0.1')).toBe(false)
  for (const wrong of ['proxy', '10.0.0.0/33', '10.0.0.0/8/1', '127.0.0.1,'])
    expect(proxies(wrong)).toEqual([expect.stringContaining('TRUSTED_PROXIES')])
})

test('the store, its limits and the scanner are settings, each with a sentence for its mistake', () => {
  const read = (environment: Record<string, string>) => {
    const outcome = readSettings(environment)
    return outcome.ok ? outcome.value : outcome.problem
  }
  expect(read({})).toMatchObject({ s3: null, largestFile: 200_000_000, clamd: null })
  const account = { ZONA_STORE: 's3', ZONA_S3_BUCKET: 'bukti', ZONA_S3_KEY: 'k', ZONA_S3_SECRET: 's' }
  expect(read({ ...account, ZONA_S3_ENDPOINT: 'http://s3:9000', ZONA_MAX_FILE_MB: '5' })).toMatchObject({
    s3: { bucket: 'bukti', endpoint: 'http://s3:9000', accessKey: 'k', secretKey: 's' },
    largestFile: 5_000_000,
  })
  expect(read({ ZONA_FILE_KINDS: 'pdf, PNG' })).toMatchObject({ fileKinds: ['pdf', 'png'] })
  expect(read({ ZONA_STORE: 's3', ZONA_S3_KEY: 'k' })).toEqual([
    'ZONA_STORE=s3 juga memerlukan: ZONA_S3_BUCKET, ZONA_S3_SECRET',
  ])
  for (const [name, value] of [
    ['ZONA_STORE', 'ftp'],
    ['ZONA_S3_ENDPOINT', 'bukan alamat'],
    ['ZONA_MAX_FILE_MB', '0'],
    ['ZONA_FILE_KINDS', 'pdf,exe'],
    ['ZONA_CLAMD', 'clamd'],
  ] as const)
    expect(read({ [name]: value })).toEqual([expect.stringContaining(name)])
})
