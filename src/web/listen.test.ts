import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { listen, patience } from './listen.ts'

const here = { host: '127.0.0.1', port: 0 }
const portOf = (address: string) => Number(new URL(address).port)

/** What the server sends to one who sends only this, until it hangs up. */
const hearing = (address: string, text: string) =>
  new Promise<string>(done => {
    let heard = ''
    const socket = connect(portOf(address), '127.0.0.1', () => socket.write(text))
    socket.on('data', data => (heard += data))
    socket.on('error', () => done(heard))
    socket.on('close', () => done(heard))
  })

test('a client that never ends its headers or its body is sent away', async () => {
  const server = await listen(async asked => new Response(await asked.text()), here, {
    ...patience,
    headersTimeout: 100,
    requestTimeout: 150,
    connectionsCheckingInterval: 20,
  })
  expect(await hearing(server.address, 'GET / HTTP/1.1\r\nHost: a\r\n')).toContain('408')
  const unfinished = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc'
  expect(await hearing(server.address, unfinished)).toContain('408')
  await server.stop()
})

test('a client that falls silent is let go', async () => {
  const server = await listen(() => new Promise<Response>(() => undefined), here, {
    ...patience,
    silence: 100,
  })
  expect(await hearing(server.address, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('')
  await server.stop()
})

test('told to stop, the server finishes the answers under way and takes no new request', async () => {
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<Response>()
  const server = await listen(() => {
    asked.resolve()
    return answer.promise
  }, here)
  // A connection that is kept alive, as browsers and proxies do.
  const agent = new Agent({ keepAlive: true })
  const answered = new Promise<number | undefined>((done, fail) => {
    request(server.address, { agent }, response => {
      response.resume()
      response.on('end', () => done(response.statusCode))
    })
      .on('error', fail)
      .end()
  })
  await asked.promise
  const stopped = server.stop()
  await expect(fetch(server.address)).rejects.toThrow()
  answer.resolve(new Response('selesai'))
  expect(await answered).toBe(200)
  await stopped
  agent.destroy()
})

test('told to stop, it does not wait for an answer that never comes', async () => {
  const asked = Promise.withResolvers<void>()
  const server = await listen(
    () => {
      asked.resolve()
      return new Promise<Response>(() => undefined)
    },
    here,
    { ...patience, stop: 50 },
  )
  const cut = hearing(server.address, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  await asked.promise
  await server.stop()
  expect(await cut).toBe('')
})
