import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export type Person = { sub: string; email?: string; email_verified?: boolean; name?: string }

type Grant = { person: Person; clientId: string; redirectUri: string; challenge: string; nonce: string | null }

/** Ways in which a service may misbehave, one at a time. */
export type Fault = 'nonce' | 'audience' | 'signature' | null

/**
 * An OpenID provider on 127.0.0.1 that signs in at once whoever `person` is. It insists on PKCE, on its client's secret and on
 * using a code once. With `thin` its ID token says only who it is, and the rest is told at /userinfo.
 */
export async function startProvider(client: { id: string; secret: string }, port = 0) {
  const keys = await generateKeyPair('RS256')
  const strange = await generateKeyPair('RS256')
  const grants = new Map<string, Grant>()
  const access = new Map<string, Person>()
  const provider = { issuer: '', person: { sub: 'mara' } as Person, thin: false, fault: null as Fault, seen: [] as string[], close }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => send(response, 500, { error: String(error) }))
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const bound = server.address()
  provider.issuer = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : port}`
  return provider

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', provider.issuer)
    provider.seen.push(url.pathname)
    if (url.pathname === '/.well-known/openid-configuration') return send(response, 200, metadata())
    if (url.pathname === '/jwks') return send(response, 200, { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256' }] })
    if (url.pathname === '/authorize') return authorize(url.searchParams, response)
    if (url.pathname === '/token') return token(request, response)
    if (url.pathname === '/userinfo') return send(response, 200, access.get(request.headers.authorization?.slice(7) ?? '') ?? {})
    send(response, 404, {})
  }

  function metadata() {
    const at = (path: string) => `${provider.issuer}/${path}`
    return {
      issuer: provider.issuer,
      authorization_endpoint: at('authorize'),
      token_endpoint: at('token'),
      userinfo_endpoint: at('userinfo'),
      jwks_uri: at('jwks'),
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    }
  }

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    const redirectUri = query.get('redirect_uri')
    const challenge = query.get('code_challenge')
    const right = query.get('client_id') === client.id && query.get('response_type') === 'code' && query.get('state')
    if (!right || !redirectUri || !challenge || query.get('code_challenge_method') !== 'S256') return send(response, 400, { error: 'invalid_request' })
    const code = randomBytes(16).toString('hex')
    grants.set(code, { person: provider.person, clientId: client.id, redirectUri, challenge, nonce: query.get('nonce') })
    const back = new URL(redirectUri)
    back.searchParams.set('code', code)
    back.searchParams.set('state', query.get('state') ?? '')
    response.writeHead(302, { location: back.href }).end()
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString())
    const grant = grants.get(form.get('code') ?? '')
    grants.delete(form.get('code') ?? '')
    const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64')
    const verifier = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url')
    if (request.headers.authorization !== `Basic ${basic}`) return send(response, 401, { error: 'invalid_client' })
    if (!grant || grant.challenge !== verifier || grant.redirectUri !== form.get('redirect_uri')) {
      return send(response, 400, { error: 'invalid_grant' })
    }
    const accessToken = randomBytes(16).toString('hex')
    access.set(accessToken, grant.person)
    const { sub, ...rest } = grant.person
    const idToken = await new SignJWT({ ...(provider.thin ? {} : rest), nonce: provider.fault === 'nonce' ? 'other' : grant.nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(provider.issuer)
      .setAudience(provider.fault === 'audience' ? 'somebody-else' : grant.clientId)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign((provider.fault === 'signature' ? strange : keys).privateKey)
    send(response, 200, { access_token: accessToken, token_type: 'Bearer', expires_in: 300, id_token: idToken })
  }

  async function close(): Promise<void> {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body))
}
