import { BlockList } from 'node:net'
import { describe, expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const none = new BlockList()
const proxies = new BlockList()
proxies.addAddress('127.0.0.1')
proxies.addSubnet('10.1.0.0', 16)
proxies.addSubnet('2001:db8::', 32, 'ipv6')

describe('where a request comes from', () => {
  test('is the other end of the socket, whatever the request says of itself', () => {
    expect(clientAddress('203.0.113.9', '198.51.100.1', none)).toBe('203.0.113.9')
    expect(clientAddress('203.0.113.9', '198.51.100.1', proxies)).toBe('203.0.113.9')
    expect(clientAddress('::ffff:203.0.113.9', null, none)).toBe('203.0.113.9')
    expect(clientAddress(null, '198.51.100.1', proxies)).toBeNull()
  })

  test('behind a named proxy is what that proxy saw, not what its client claimed', () => {
    expect(clientAddress('127.0.0.1', '198.51.100.1', proxies)).toBe('198.51.100.1')
    expect(clientAddress('::ffff:127.0.0.1', '6.6.6.6, 198.51.100.1', proxies)).toBe('198.51.100.1')
    expect(clientAddress('127.0.0.1', '6.6.6.6, 198.51.100.1, 10.1.2.3', proxies)).toBe('198.51.100.1')
    expect(clientAddress('2001:db8::5', '2001:db9::7', proxies)).toBe('2001:db9::7')
    expect(clientAddress('127.0.0.1', 'nonsense', proxies)).toBe('127.0.0.1')
    expect(clientAddress('127.0.0.1', null, proxies)).toBe('127.0.0.1')
  })
})
