import { createHash, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export type Claims = Readonly<Record<string, unknown>>
type Grant = { readonly challenge: string; readonly nonce: string | null; readonly redirect: string }

export type Provider = {
  readonly issuer: string
  /** Who is signed in at the provider, and with what in the token besides. */
  claims: Claims
  /** Signs with a key that the provider does not publish. */
  forged: boolean
  readonly exchanges: () => number
  readonly close: () => Promise<void>
}

/** A small OpenID provider: the code flow with PKCE, answers of RS256, and knobs to cheat with. */
export async function openProvider(clientId: string, clientSecret: string): Promise<Provider> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const other = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  const grants = new Map<string, Grant>()
  let exchanges = 0

  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer)
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration')
      return send(200, {
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (url.pathname === '/jwks') return send(200, { keys: [jwk] })
    if (url.pathname === '/authorize') {
      const asked = (name: string) => url.searchParams.get(name) ?? ''
      if (asked('client_id') !== clientId || asked('code_challenge_method') !== 'S256')
        return send(400, { error: 'invalid_request' })
      const code = randomUUID()
      grants.set(code, {
        challenge: asked('code_challenge'),
        nonce: url.searchParams.get('nonce'),
        redirect: asked('redirect_uri'),
      })
      const back = new URL(asked('redirect_uri'))
      back.searchParams.set('code', code)
      back.searchParams.set('state', asked('state'))
      return response.writeHead(302, { location: back.href }).end()
    }
    if (url.pathname !== '/token') return send(404, {})
    let text = ''
    for await (const chunk of request) text += chunk
    const form = new URLSearchParams(text)
    const basic = Buffer.from(
      (request.headers.authorization ?? '').replace(/^Basic /, ''),
      'base64',
    ).toString()
    const secret = form.get('client_secret') ?? basic.split(':')[1]
    const grant = grants.get(form.get('code') ?? '')
    grants.delete(form.get('code') ?? '')
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!grant || secret !== clientSecret || proof !== grant.challenge)
      return send(400, { error: 'invalid_grant' })
    if (form.get('redirect_uri') !== grant.redirect) return send(400, { error: 'invalid_grant' })
    exchanges++
    const token = await new SignJWT({ ...(grant.nonce ? { nonce: grant.nonce } : {}), ...provider.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(provider.issuer)
      .setAudience(clientId)
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(provider.forged ? other.privateKey : privateKey)
    return send(200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: token })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const provider: Provider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    claims: {},
    forged: false,
    exchanges: () => exchanges,
    close: () => new Promise(done => server.close(() => done())),
  }
  return provider
}
