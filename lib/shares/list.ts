import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { findJourney } from '#lib/journeys/find'
import { Key } from '#lib/journeys/input'
import { allow } from '#lib/permission'
import type { ShareRow, SharedAs } from './types'

const MOST_LISTED = 500

export const ListShares = z.strictObject({ journey: Key })

type Stored = Omit<ShareRow, 'from' | 'to' | 'channel' | 'variant' | 'segment' | 'state' | 'expiresAt' | 'revokedAt' | 'openedAt' | 'createdAt'> & {
  asked: SharedAs
  expiresAt: Date | null
  revokedAt: Date | null
  openedAt: Date | null
  createdAt: Date
}

/** The links of a journey, the newest first, those that lead nowhere any more too. No address: it was told once. */
export async function listShares(ctx: Context, input: unknown): Promise<ShareRow[]> {
  allow(ctx, 'share.read')
  const { journey } = ListShares.parse(input)
  const now = ctx.now()
  const found = await inWorkspace(ctx, async (tx) => {
    const { id } = await findJourney(tx, ctx, journey)
    return rows<Stored>(tx, sql`
      select id, name, asked, comments, embed, password_hash is not null as "hasPassword", expires_at as "expiresAt",
        revoked_at as "revokedAt", opened, opened_at as "openedAt", created_at as "createdAt"
      from share_links
      where workspace_id = ${ctx.workspaceId} and journey_id = ${id}
      order by created_at desc, id desc
      limit ${MOST_LISTED}`)
  })
  return found.map(({ asked: { from = null, to = null, channel = null, variant = null, segment = null }, expiresAt, revokedAt, openedAt, createdAt, ...link }) => ({
    ...link, from, to, channel, variant, segment,
    state: revokedAt ? 'revoked' : expiresAt && expiresAt <= now ? 'expired' : 'open',
    expiresAt: iso(expiresAt), revokedAt: iso(revokedAt), openedAt: iso(openedAt), createdAt: createdAt.toISOString(),
  }))
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
