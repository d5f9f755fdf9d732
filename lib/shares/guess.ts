import type { Db } from '#db/open'
import { countGuess, forgiveGuess, limits } from '#lib/auth/limits'
import { isPassword } from '#lib/auth/password'
import { cookieOf, knock, type Share } from './knock'

export type Guessed = { state: 'gone' } | { state: 'wrong' } | { state: 'right'; cookie: string; share: Share }

/** A try at a link's password. Ten wrong ones an hour, from wherever they come; the eleventh is refused before it is looked at. */
export async function guessPassword(db: Db, secret: string, { token, password, now }: { token: string; password: string; now: Date }): Promise<Guessed> {
  const found = await knock(db, secret, { token, cookie: undefined, now })
  if (found.state === 'gone' || found.state === 'expired') return { state: 'gone' }
  const { share } = found
  if (share.passwordHash === null) return { state: 'right', cookie: cookieOf(secret, share), share }
  await countGuess(limits(), share.id)
  if (!(await isPassword(share.passwordHash, password))) return { state: 'wrong' }
  await forgiveGuess(limits(), share.id)
  return { state: 'right', cookie: cookieOf(secret, share), share }
}
