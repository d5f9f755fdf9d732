import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { parse } from 'uuid'
import type { Db } from '#db/open'
import { rows } from '#db/rows'
import { asTenant } from '#db/scope'
import type { Context } from '#lib/context'
import { seal, unseal } from '#lib/people/sign'
import { hashOf, workspaceOf } from './token'
import type { SharedAs } from './types'

/** A link as whoever comes with its token finds it. */
export type Share = {
  workspaceId: string
  id: string
  journeyId: string
  journey: string
  timeZone: string
  asked: SharedAs
  comments: boolean
  embed: boolean
  passwordHash: string | null
  expiresAt: Date | null
}

export type Knocked = { state: 'gone' } | { state: 'open' | 'locked' | 'expired'; share: Share }

/** The cookie of a link that asks for a password; its path is the link's own. */
export const SHARE_COOKIE = 'wayfelt-share'

const GONE = { state: 'gone' } as const

/** Guessed, mistyped and revoked tokens, and all of an archived journey, are one and the same to whoever comes with them. */
async function findShare(db: Db, token: string): Promise<Share | null> {
  const workspaceId = workspaceOf(token)
  if (workspaceId === null) return null
  const [found] = await asTenant(db, workspaceId, (tx) =>
    rows<Omit<Share, 'workspaceId'>>(tx, sql`
      select s.id, s.journey_id as "journeyId", j.key as journey, j.time_zone as "timeZone", s.asked, s.comments, s.embed,
        s.password_hash as "passwordHash", s.expires_at as "expiresAt"
      from share_links s
      join journeys j on j.workspace_id = s.workspace_id and j.id = s.journey_id
      where s.workspace_id = ${workspaceId} and s.token_hash = ${hashOf(token)} and s.revoked_at is null and j.archived_at is null`))
  return found ? { ...found, workspaceId } : null
}

/** Another password is another key: a cookie of the one before opens nothing. */
const keyOf = (secret: string, { passwordHash }: Share): Uint8Array => createHash('sha256').update(`${secret}\0${passwordHash}`).digest()

/** What a browser keeps once it has said the password. */
export const cookieOf = (secret: string, share: Share): string => seal(keyOf(secret, share), 'share', parse(share.id))

function isKnown(secret: string, share: Share, cookie: string | undefined): boolean {
  const content = cookie === undefined ? null : unseal(keyOf(secret, share), 'share', cookie, 16)
  return content?.equals(parse(share.id)) ?? false
}

/** What a token leads to now. */
export async function knock(db: Db, secret: string, { token, cookie, now }: { token: string; cookie: string | undefined; now: Date }): Promise<Knocked> {
  const share = await findShare(db, token)
  if (!share) return GONE
  if (share.expiresAt && share.expiresAt <= now) return { state: 'expired', share }
  const isOpen = share.passwordHash === null || isKnown(secret, share, cookie)
  return { state: isOpen ? 'open' : 'locked', share }
}

export const shareContext = (db: Db, { workspaceId, journeyId, comments }: Share, now: () => Date): Context => ({
  db,
  workspaceId,
  actor: { kind: 'share', journeyId, comments },
  now,
})
