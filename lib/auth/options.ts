import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { TokenSet } from 'openid-client'
import { z } from 'zod'
import type { Db } from '#db/open'
import { toProblem } from '#lib/http/problem'
import { log } from '#lib/log'
import { demoUser } from './demo'
import { type Claims, linkIdentity } from './identities'
import { countSignIn, forgiveSignIn, type Limits } from './limits'
import { ownPath } from './paths'
import { addressOf } from './place'
import { endedSession, SESSION_SECONDS, standingUser } from './token'
import { Email, verifyPassword } from './users'

export type Oidc = { issuer: string; clientId: string; clientSecret: string; name: string }

/** What signing in needs to know; `signedIn` is the user who already is, if any. */
export type AuthDeps = { db: Db; secret: string; now: () => Date; limits: Limits; oidc: Oidc | null; signedIn: string | null }

const Given = z.object({ email: Email, password: z.string().min(1).max(200) })

export function authOptions(deps: AuthDeps): AuthOptions {
  const { db, secret } = deps
  return {
    secret,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [passwordProvider(deps), demoProvider(db), ...(deps.oidc ? [oidcProvider(deps.oidc)] : [])],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.type !== 'oauth') return true
        const linked = await discreetly(() => linkIdentity(db, deps.now(), profile, deps.signedIn))
        return 'userId' in linked || `/sign-in?error=${linked.refused}`
      },
      // Only who somebody is and the number of their sessions go into a token, never what session.update sends.
      async jwt({ token, user, account, profile }) {
        if (!account) return (await standingUser(db, token)) ? { sub: token.sub, v: token.v } : endedSession()
        const linked = account.type === 'oauth' ? await linkIdentity(db, deps.now(), profile, deps.signedIn) : { userId: user.id }
        const standing = 'userId' in linked ? await standingUser(db, { sub: linked.userId }) : null
        return standing ? { sub: standing.id, v: standing.sessionVersion } : endedSession()
      },
      async session({ session, token }) {
        const user = await standingUser(db, token)
        return { expires: session.expires, user: user ? { name: user.name, email: user.email } : {} }
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url, baseUrl)}`,
    },
    logger: { error: (code, metadata) => log.warn({ code, reason: reasonOf(metadata) }, 'sign-in failed'), warn: () => {}, debug: () => {} },
  }
}

/** next-auth puts the message of what is thrown into an address, where a failed statement's words must not stand. */
async function discreetly<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw new Error(toProblem(error).code === 'rate_limited' ? 'RateLimited' : 'Failed')
  }
}

/** Only the beginning of an error's sentence: what else comes with it can hold tokens. */
function reasonOf(metadata: unknown): string | undefined {
  if (metadata instanceof Error) return metadata.message.split(',')[0]
  return typeof metadata === 'object' && metadata !== null && 'error' in metadata ? reasonOf(metadata.error) : undefined
}

const passwordProvider = ({ db, limits }: AuthDeps) =>
  CredentialsProvider({
    id: 'credentials',
    credentials: { email: {}, password: {} },
    async authorize(input, request) {
      const given = Given.safeParse(input)
      if (!given.success) return null
      const { email } = given.data
      const address = addressOf((name) => request.headers?.[name])
      return discreetly(async () => {
        await countSignIn(limits, email, address)
        const user = await verifyPassword(db, given.data)
        if (user) await forgiveSignIn(limits, email, address)
        return user
      })
    },
  })

const demoProvider = (db: Db) =>
  CredentialsProvider({
    id: 'demo',
    credentials: {},
    authorize: (_, request) => discreetly(() => demoUser(db, (name) => request.headers?.[name])),
  })

const oidcProvider = (oidc: Oidc): OAuthConfig<z.infer<typeof Claims>> => ({
  id: 'oidc',
  name: oidc.name,
  type: 'oauth',
  wellKnown: `${oidc.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  authorization: { params: { scope: 'openid email profile' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  httpOptions: { timeout: 10_000 },
  userinfo: {
    // Some services keep the address out of the ID token and tell it only when asked.
    async request({ client, tokens }) {
      const set = tokens as TokenSet
      const claims = set.claims()
      const isThin = claims.email === undefined && client.issuer.metadata.userinfo_endpoint
      return isThin ? { ...(await client.userinfo(set)), ...claims } : claims
    },
  },
  profile: (claims) => ({ id: claims.sub }),
})
