import { decode } from 'next-auth/jwt'
import type { Db } from '#db/open'
import { isId } from '#lib/ids'
import { findUser } from './users'

export const SESSION_SECONDS = 30 * 86_400

declare module 'next-auth/jwt' {
  interface JWT {
    /** The user's session_version when this session began. */
    v?: number
  }
}

/** The user of a token while its session stands. Without `v` (just signing in) any number will do. */
export async function standingUser(db: Db, token: { sub?: string | undefined; v?: number | undefined }) {
  const user = isId(token.sub) ? await findUser(db, token.sub) : null
  return user && (token.v === undefined || token.v === user.sessionVersion) ? user : null
}

export function endedSession(): never {
  throw new Error('This session has ended.')
}

/** next-auth's name for the session cookie: browsers accept `__Secure-` only over https. */
export const sessionCookie = (appUrl: string): string =>
  appUrl.startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token'

/** Who a session cookie belongs to, if it is one of ours, has not run out and was not ended. */
export async function readSession(db: Db, secret: string, cookie: string | undefined) {
  if (!cookie) return null
  const token = await decode({ token: cookie, secret }).catch(() => null)
  return token?.v === undefined ? null : standingUser(db, token)
}
