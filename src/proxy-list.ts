import { BlockList, isIP } from 'node:net'

/** Addresses and ranges such as `10.0.0.5` or `10.1.0.0/16`, between commas; null where one is neither. */
export function proxyList(text: string): BlockList | null {
  const list = new BlockList()
  for (const entry of text.split(',').map(part => part.trim())) {
    const [address = '', bits, more] = entry.split('/')
    const family = isIP(address)
    const most = family === 6 ? 128 : 32
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
    if (family === 0 || more !== undefined || length < 0 || length > most) return null
    list.addSubnet(address, length, family === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}
