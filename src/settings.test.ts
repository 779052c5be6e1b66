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
    'ZONA_METRICS_TOKEN must have at least 16 characters',
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
