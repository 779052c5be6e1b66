import { serializeSigned } from 'hono/utils/cookie'
import { describe, expect, test } from 'vitest'
import { signedCookie } from './signed-cookie.ts'

describe('A signed cookie', () => {
  const secret = 'sebuah-rahasia-yang-cukup-panjang-untuk-uji'
  const signed = async (value: string) =>
    (await serializeSigned('zona.session_token', value, secret)).split(';')[0] ?? ''

  test('gives its value when the signature holds, beside other cookies', async () => {
    for (const value of ['kunci', 'dengan.titik', 'a+b/c=='])
      expect(signedCookie(`bahasa=id; ${await signed(value)}; lain=1`, 'zona.session_token', secret)).toBe(
        value,
      )
  })
  test('gives nothing under another secret, a changed value, a cut or missing signature, another name', async () => {
    const cookie = await signed('kunci')
    expect(signedCookie(cookie, 'zona.session_token', `${secret}x`)).toBeNull()
    expect(signedCookie(cookie.replace('kunci', 'kunca'), 'zona.session_token', secret)).toBeNull()
    expect(signedCookie(cookie.slice(0, -8), 'zona.session_token', secret)).toBeNull()
    expect(signedCookie('zona.session_token=kunci', 'zona.session_token', secret)).toBeNull()
    expect(signedCookie('zona.session_token=.abc', 'zona.session_token', secret)).toBeNull()
    expect(signedCookie(cookie, 'zona.other', secret)).toBeNull()
  })
})
